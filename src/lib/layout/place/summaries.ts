import type { Label, LabelStyle } from '../marks/labels.ts';
import type { PlacedUnit } from './rows.ts';
import { CLUSTER, GAP } from '../marks/spacing.ts';

/**
 * Puts summaries after titles, as far as their row is free: the whole one, else its first sentence, else none.
 * @param units of one lane
 * @param style of the window: its frame
 */
export function summarise(
	units: PlacedUnit[],
	clusters: { x: number; row: number }[],
	{ geometry, measure, frame }: LabelStyle
): PlacedUnit[] {
	const lefts = new Map<number, number[]>();
	const note = (row: number, left: number) => lefts.set(row, [...(lefts.get(row) ?? []), left]);
	for (const { row, left, labels } of units)
		for (const box of [{ left }, ...labels]) note(row, box.left);
	for (const { row, x } of clusters) note(row, x - CLUSTER / 2);

	return units.map((unit) => {
		const [label] = unit.labels as [Label?];
		const event = unit.forms.find((form) => form.event.id === label?.id)?.event;
		if (unit.labels.length !== 1 || !label || label.aside || !event?.summary) return unit;
		if (label.anchor !== 'start' || label.inside || label.dy) return unit;
		const others = lefts.get(unit.row)!.filter((left) => left >= label.right);
		const end = Math.min(frame[1], ...others.map((left) => left - GAP));
		for (const words of [event.summary, firstSentence(event.summary)]) {
			const aside = `  ${words}`;
			const right = label.right + measure(aside, geometry.font.label);
			if (right <= end) return { ...unit, labels: [{ ...label, aside, right }] };
		}
		return unit;
	});
}

function firstSentence(text: string): string {
	return /^.+?(?:[.!?](?=\s|$)|[。！？])/.exec(text)?.[0] ?? text;
}
