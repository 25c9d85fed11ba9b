/** What ServedChart keeps, from the beginning of its element to the end of the chart. */
const SERVED = /<div data-served[^]*?<\/section>/g;

/** Svelte's markers for hydration. */
const COMMENTS = /<!--[^]*?-->/g;
const EMPTY_SHAPES = /><\/(?:rect|line|path|circle|stop)>/g;

/**
 * Removes from the drawings what only hydration needs, and the end tags of empty shapes, which SVG does not need: a fifth of
 * their size. What is around them stays.
 */
export function plainDrawings(html: string): string {
	return html.replace(SERVED, (served) => {
		const end = served.lastIndexOf('</div>');
		const drawings = served.slice(0, end).replace(COMMENTS, '').replace(EMPTY_SHAPES, '/>');
		return drawings + served.slice(end);
	});
}
