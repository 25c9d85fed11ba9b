/**
 * A position as a percentage of the plot, so that it stretches with the container.
 * @param x px from the plot's left edge
 * @param width plot width, px
 * @returns CSS percentage, rounded to 0.001
 */
export function percentOf(x: number, width: number): string {
	return `${Math.round((1e5 * x) / width) / 1e3}%`;
}
