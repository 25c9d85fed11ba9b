import { labelChoices, labelWithin, type Label, type LabelStyle } from '../marks/labels.ts';
import type { PlacedGroup } from './placed-group.ts';
import { areClose, clusterExtent } from '../marks/spacing.ts';

/**
 * Finds labels that fit into the window for groups that lost a label, or the end of a mark, at its edges.
 * @param groups of one lane
 * @param style with the window's frame and width
 */
export function relabel(
	groups: PlacedGroup[],
	clusters: { x: number; row: number }[],
	style: LabelStyle
): PlacedGroup[] {
	const named = new Map(groups.map((group) => [group, group.labels]));
	for (const group of groups) {
		const isCut = group.marks.some(({ clippedStart, clippedEnd }) => clippedStart || clippedEnd);
		if (!group.lostPart && !(isCut && !group.labels.length)) continue;
		const taken = [
			...groups
				.filter((other) => other !== group && other.row === group.row)
				.flatMap((other) => [other, ...named.get(other)!]),
			...clusters.filter(({ row }) => row === group.row).map(clusterExtent)
		];
		const isFree = (labels: Label[]) =>
			labels.every(
				(label) =>
					label.left >= style.frame[0] &&
					label.right <= style.frame[1] &&
					taken.every((other) => !areClose(label, other))
			);
		const labels = choicesOf(group, style).find((choice) => choice.length && isFree(choice));
		if (labels) named.set(group, labels);
	}
	return groups.map((group) => ({ ...group, labels: named.get(group)! }));
}

function choicesOf(group: PlacedGroup, style: LabelStyle): Label[][] {
	const later = group.beyond?.after ?? null;
	const canBeWithin = group.marks.length < 2 && style.minImportance <= 3;
	const within = canBeWithin ? labelWithin(group.marks[0]!, style) : null;
	return [...labelChoices({ ...group, later }, style).flat(), ...(within ? [[within]] : [])];
}
