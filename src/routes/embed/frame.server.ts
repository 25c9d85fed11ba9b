import { resolve } from '$app/paths';
import { render } from 'svelte/server';
import * as m from '$lib/language/messages.ts';
import { timeline } from '$lib/server/dataset.ts';
import { absolute } from '$lib/site/absolute.ts';
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
	return `<div id="frame">${body}</div>${addressText(preset)}<script type="application/json" id="props">${json}</script>`;
}

/** The address as text, without scripts: a sandbox that allows nothing opens no link. Absent where it is not known. */
function addressText({ event }: Partial<View>): string {
	if (!SITE_ORIGIN) return '';
	const [label, path] = event
		? [m.address_of_event(), resolve(`/event/${event}/`)]
		: [m.address_of_timeline(), resolve('/')];
	const style = 'margin: 0 16px 10px; font: 12.5px/20px var(--sans); overflow-wrap: anywhere';
	return `<noscript><p style="${style}">${label}${m.colon()}${absolute(path)}</p></noscript>`;
}
