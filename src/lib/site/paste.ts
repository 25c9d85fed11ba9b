import { resolve } from '$app/paths';
import type { Timeline } from '../model/types.ts';
import { nameFrame, pathsOf, type EmbedCode } from '../embed/snippet.ts';
import { nameView } from '../export/describe.ts';
import type { View } from '../model/address.ts';

/**
 * Data for the embed code of a view.
 * @param height of the frame, px
 * @param full turns a path into a full address
 */
export function describeEmbedCode(
	view: View,
	timeline: Timeline,
	height: number,
	full: (path: string) => string
): EmbedCode {
	const paths = pathsOf(view, timeline);
	const address = (path: string) => full(resolve('/') + path);
	return {
		frame: address(paths.frame),
		page: address(paths.page),
		oembed: paths.oembed === null ? null : address(paths.oembed),
		picture: address(paths.picture),
		// the script of the site's root serves the frames of all languages
		script: full(`${SITE_BASE}/embed.js`),
		title: nameFrame(view, nameView(view.filter, timeline), timeline),
		height
	};
}
