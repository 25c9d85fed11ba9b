import { resolve } from '$app/paths';
import type { Timeline } from '../model/types.ts';
import { nameFrame, pathsOf, type Pasted } from '../embed/snippet.ts';
import { nameView } from '../export/describe.ts';
import type { View } from '../model/address.ts';

/**
 * What an embedder pastes of a view.
 * @param height px
 * @param full makes a full address of a path
 */
export function pasteView(
	view: View,
	timeline: Timeline,
	height: number,
	full: (path: string) => string
): Pasted {
	const paths = pathsOf(view, timeline);
	const address = (path: string) => full(resolve('/') + path);
	return {
		frame: address(paths.frame),
		page: address(paths.page),
		oembed: paths.oembed === null ? null : address(paths.oembed),
		picture: address(paths.picture),
		script: address('embed.js'),
		title: nameFrame(view, nameView(view.filter, timeline), timeline),
		height
	};
}
