/** Number of colours of product lines in view/ui/tokens.css; further lines repeat them in order. */
export const LINE_COLORS = 12;

/** @param line index of a product line in the dataset @returns index of its colour; -1, the grey of context, for -1 */
export function colorIndex(line: number): number {
	return line < 0 ? -1 : line % LINE_COLORS;
}
