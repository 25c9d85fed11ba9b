import type { Label, LabelStyle } from '../marks/labels.ts';
import type { PlacedGroup } from './placed-group.ts';
import { CLUSTER, GAP } from '../marks/spacing.ts';

/**
 * Appends summaries to titles where the row is free to their right: the whole summary, else its first sentence, else
 * none.
 * @param groups of one lane
 * @param clusters of the same lane; `x` is the middle, px
 * @param style with the window's frame
 */
export function summarise(
	groups: PlacedGroup[],
	clusters: { x: number; row: number }[],
	{ geometry, measure, frame }: LabelStyle
): PlacedGroup[] {
	const lefts = new Map<number, number[]>();
	const addLeft = (row: number, left: number) => lefts.set(row, [...(lefts.get(row) ?? []), left]);
	for (const { row, left, labels } of groups)
		for (const box of [{ left }, ...labels]) addLeft(row, box.left);
	for (const { row, x } of clusters) addLeft(row, x - CLUSTER / 2);

	return groups.map((group) => {
		const [label] = group.labels as [Label?];
		const event = group.marks.find((mark) => mark.event.id === label?.id)?.event;
		const summary = event?.summary;
		if (group.labels.length !== 1 || !label || label.aside) return group;
		if (!summary || summary === event.title) return group;
		if (label.anchor !== 'start' || label.inside || label.dy) return group;
		const others = lefts.get(group.row)!.filter((left) => left >= label.right);
		const end = Math.min(frame[1], ...others.map((left) => left - GAP));
		for (const words of [summary, firstSentence(summary)]) {
			const aside = `  ${words}`;
			const right = label.right + measure(aside, geometry.font.label);
			if (right <= end) return { ...group, labels: [{ ...label, aside, right }] };
		}
		return group;
	});
}

function firstSentence(text: string): string {
	return /^.+?(?:[.!?](?=\s|$)|[。！？])/.exec(text)?.[0] ?? text;
}
