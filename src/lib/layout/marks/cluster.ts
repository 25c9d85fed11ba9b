/** Cluster marks: a box with the number of events. */
import * as m from '../../language/messages.ts';

/** @returns the width of the box, px */
export function clusterWidth(count: number): number {
	return 11 + 6 * shortCount(count).length;
}

/** @returns `12`, `3.4k`, `57k`: at most four characters */
export function shortCount(count: number): string {
	if (count < 1000) return String(count);
	const thousands = count / 1000;
	const rounded = thousands < 10 ? Math.floor(thousands * 10) / 10 : Math.floor(thousands);
	return `${rounded.toLocaleString(m.format_locale())}k`;
}

/** Type of a count; `baseline` is below the cluster's middle, px. */
export const COUNT = { size: 12, weight: 650, baseline: 4 };
