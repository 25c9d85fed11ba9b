/**
 * A place in a drawing that stretches with its container.
 * @param x px from the plot's left edge @param width the plot's, px @returns CSS, to a thousandth
 */
export function percentOf(x: number, width: number): string {
	return `${Math.round((1e5 * x) / width) / 1e3}%`;
}
