import { importanceOf } from '../../model/event.ts';
import { labelChoices, type Label, type LabelStyle } from '../marks/labels.ts';
import type { MarkGroup } from '../marks/mark-group.ts';
import type { SizedMark } from '../marks/sized-mark.ts';

/** The least importance that gets a label, for each group: raised where labels are dropped. */
export class LabelCutoffs {
	#style: LabelStyle;
	#max: number;
	/** by a group's marks, since a placed group is a copy */
	#cutoffs: Map<SizedMark[], number>;
	#choices = new Map<SizedMark[], Label[][][]>();

	/** @param max cut-off beyond which none is raised */
	constructor(groups: MarkGroup[], style: LabelStyle, max: number) {
		this.#style = style;
		this.#max = max;
		this.#cutoffs = new Map(groups.map(({ marks }) => [marks, style.minImportance]));
	}

	/** Label choices of a group at its cut-off; memoised. */
	choices = (group: MarkGroup): Label[][][] => {
		const { marks } = group;
		const cached = this.#choices.get(marks);
		if (cached) return cached;
		const minImportance = this.#cutoffs.get(marks)!;
		const made = labelChoices(group, { ...this.#style, minImportance });
		this.#choices.set(marks, made);
		return made;
	};

	isWanted({ marks, importance }: MarkGroup): boolean {
		return importance >= this.#cutoffs.get(marks)!;
	}

	/** Whether the group has a label that may be dropped. */
	canDrop = (group: MarkGroup): boolean => this.#lowestLabel(group) < this.#max;

	/** Drops the group's least important label. */
	drop(group: MarkGroup): void {
		this.#cutoffs.set(group.marks, this.#lowestLabel(group) + 1);
		this.#choices.delete(group.marks);
	}

	/** @returns the importance of the group's least important label; infinite for none */
	#lowestLabel({ marks }: MarkGroup): number {
		const cutoff = this.#cutoffs.get(marks)!;
		const degrees = marks.map(({ event }) => importanceOf(event));
		return Math.min(...degrees.filter((importance) => importance >= cutoff));
	}
}
