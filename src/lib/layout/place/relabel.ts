import { labelChoices, labelWithin, type Label, type LabelStyle } from '../marks/labels.ts';
import type { PlacedUnit } from './rows.ts';
import { areClose, clusterExtent } from '../marks/spacing.ts';

/**
 * What a window's edges took a label from, or an end, gets what it may have here, where its row has room.
 * @param units of one lane
 * @param style of the window: its frame and its width
 */
export function nameAgain(
	units: PlacedUnit[],
	clusters: { x: number; row: number }[],
	style: LabelStyle
): PlacedUnit[] {
	const named = new Map(units.map((unit) => [unit, unit.labels]));
	for (const unit of units) {
		const isCut = unit.forms.some(({ clippedStart, clippedEnd }) => clippedStart || clippedEnd);
		if (!unit.lost && !(isCut && !unit.labels.length)) continue;
		const taken = [
			...units
				.filter((other) => other !== unit && other.row === unit.row)
				.flatMap((other) => [other, ...named.get(other)!]),
			...clusters.filter(({ row }) => row === unit.row).map(clusterExtent)
		];
		const isFree = (labels: Label[]) =>
			labels.every(
				(label) =>
					label.left >= style.frame[0] &&
					label.right <= style.frame[1] &&
					taken.every((other) => !areClose(label, other))
			);
		const labels = choicesOf(unit, style).find((some) => some.length && isFree(some));
		if (labels) named.set(unit, labels);
	}
	return units.map((unit) => ({ ...unit, labels: named.get(unit)! }));
}

function choicesOf(unit: PlacedUnit, style: LabelStyle): Label[][] {
	const later = unit.beyond?.after ?? null;
	const within = unit.forms.length < 2 ? labelWithin(unit.forms[0]!, style) : null;
	return [...labelChoices({ ...unit, later }, style).flat(), ...(within ? [[within]] : [])];
}
