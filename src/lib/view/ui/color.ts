/** Number of line colours in tokens.css; the next one, `--line-7`, is the grey of all further lines. */
const COLOURS = 7;

/** @param index index of a product line in the dataset; grey for -1 @returns a CSS colour, as `var()` */
export function lineColor(index: number): string {
	return `var(--line-${index >= 0 && index < COLOURS ? index : COLOURS})`;
}
