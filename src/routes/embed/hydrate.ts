/**
 * Hydrates a frame rendered by frame.server.ts, with the props beside it. scripts/frame.js builds it separately, with all
 * styles of a frame.
 */
import { hydrate } from 'svelte';
import type EmbedCard from '$lib/view/embed/EmbedCard.svelte';
import '$lib/view/ui/tokens.css';
import '$lib/view/ui/contrast.css';
import '$lib/view/ui/base.css';
import './draft.css';
import EmbedPage from './EmbedPage.svelte';

const target = document.querySelector('#frame')!;
const { timeline, home, preset } = JSON.parse(document.querySelector('#props')!.textContent!);

function start(card?: typeof EmbedCard) {
	hydrate(EmbedPage, { target, props: { timeline, home, preset, card } });
}

// Not by a top-level `await`: the card's chunk imports this one, which would wait for it.
if (preset.event)
	void import('$lib/view/embed/EmbedCard.svelte').then((module) => start(module.default));
else start();
