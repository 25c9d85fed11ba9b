/** The seven colours of the look, in the order of the dataset's lines; any further line is grey. */
const COLOURS = 7;

/** @param index of the line in the dataset @returns a CSS value */
export function lineColor(index: number): string {
	return `var(--line-${index >= 0 && index < COLOURS ? index : COLOURS})`;
}
