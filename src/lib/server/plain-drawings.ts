/** What ServedChart keeps, from the beginning of its element to the end of the chart. */
const SERVED = /<div data-served[^]*?<\/section>/g;

/** By which Svelte hydrates. */
const COMMENTS = /<!--[^]*?-->/g;
const EMPTY_SHAPES = /><\/(?:rect|line|path|circle|stop)>/g;

/**
 * Shortens the drawings that the browser does not hydrate, by a fifth: they need no comments, and in SVG an element without
 * content closes itself. The comments around them stay.
 */
export function plainDrawings(html: string): string {
	return html.replace(SERVED, (served) => {
		const end = served.lastIndexOf('</div>');
		const drawings = served.slice(0, end).replace(COMMENTS, '').replace(EMPTY_SHAPES, '/>');
		return drawings + served.slice(end);
	});
}
