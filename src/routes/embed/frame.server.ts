import { resolve } from '$app/paths';
import { render } from 'svelte/server';
import { timeline } from '$lib/server/dataset.ts';
import type { View } from '$lib/model/address.ts';
import EmbedCard from '$lib/view/embed/EmbedCard.svelte';
import EmbedPage from './EmbedPage.svelte';

/**
 * The body of a framed page: what it shows, as a root of its own that `hydrate()` can take over, and the data for that.
 * @param preset what the path says
 */
export function renderFrame(preset: Partial<View> = {}): string {
	const props = { timeline, home: resolve('/'), preset };
	const { body } = render(EmbedPage, {
		props: { ...props, card: preset.event ? EmbedCard : undefined }
	});
	// nothing in the data may end the script
	const json = JSON.stringify(props).replaceAll('<', '\\u003c');
	return `<div id="frame">${body}</div><script type="application/json" id="props">${json}</script>`;
}
