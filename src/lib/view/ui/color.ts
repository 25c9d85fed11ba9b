import type { Status } from '../../model/types.ts';
import { colorIndex } from '../../layout/marks/color.ts';
import { hasLineColor } from '../../layout/marks/shape.ts';

/** @param line index of a product line in the dataset; grey for -1 @returns a CSS colour, as `var()` */
export function lineColor(line: number): string {
	const index = colorIndex(line);
	return index < 0 ? 'var(--context)' : `var(--line-${index})`;
}

/** Colour of an event's mark. @param line as in `lineColor` */
export function markColor(status: Status, line: number): string {
	return lineColor(hasLineColor(status) ? line : -1);
}
