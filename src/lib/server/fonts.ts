/**
 * Whether a page preloads a font: the characters that every page has. A browser loads the files of others when it meets
 * one of their characters.
 * @param path of a file that scripts/fonts.js has written, with its hash: `…/inter-latin.Bq8fGk2x.woff2`
 */
export function isPreloaded(path: string): boolean {
	return /-latin\.[^/]+\.woff2$/.test(path);
}
