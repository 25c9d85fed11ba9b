/** Cluster marks: a box with the number of events. */
import * as m from '../../language/messages.ts';

/**
 * Created for the first count of 1,000 or more; `toLocaleString` would look up a formatter for every cluster in every
 * frame.
 */
let format: Intl.NumberFormat | undefined;

/** @returns the width of the box, px */
export function clusterWidth(count: number): number {
	return 11 + 6 * shortCount(count).length;
}

/** @returns `12`, `3.4k`, `57k`, `1.2M`: at most four characters */
export function shortCount(count: number): string {
	if (count < 1000) return String(count);
	const [unit, suffix] = count < 1e6 ? [1000, 'k'] : [1e6, 'M'];
	const units = count / unit;
	const rounded = units < 10 ? Math.floor(units * 10) / 10 : Math.floor(units);
	format ??= new Intl.NumberFormat(m.format_locale());
	return format.format(rounded) + suffix;
}

/** Type of a count; `baseline` is below the cluster's middle, px. */
export const COUNT = { size: 12, weight: 650, baseline: 4 };
