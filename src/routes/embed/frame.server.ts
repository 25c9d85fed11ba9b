import { resolve } from '$app/paths';
import { render } from 'svelte/server';
import { timeline } from '$lib/server/dataset.ts';
import type { View } from '$lib/model/address.ts';
import EmbedCard from '$lib/view/embed/EmbedCard.svelte';
import EmbedPage from './EmbedPage.svelte';

/**
 * The body of a framed page: the rendered component, in a root of its own for `hydrate()`, and its props.
 * @param preset the view given by the path
 */
export function renderFrame(preset: Partial<View> = {}): string {
	const props = { timeline, home: resolve('/'), preset };
	const { body } = render(EmbedPage, {
		props: { ...props, card: preset.event ? EmbedCard : undefined }
	});
	// the data must not end the script element
	const json = JSON.stringify(props).replaceAll('<', '\\u003c');
	return `<div id="frame">${body}</div><script type="application/json" id="props">${json}</script>`;
}
