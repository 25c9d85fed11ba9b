/**
 * Hydrates a frame rendered by frame.server.ts, with the props beside it. scripts/frame.js builds it separately, with all
 * styles of a frame.
 */
import { hydrate } from 'svelte';
import '$lib/view/ui/tokens.css';
import '$lib/view/ui/base.css';
import EmbedPage from './EmbedPage.svelte';

const target = document.querySelector('#frame')!;
const { timeline, home, preset } = JSON.parse(document.querySelector('#props')!.textContent!);
const card = preset.event && (await import('$lib/view/embed/EmbedCard.svelte')).default;

hydrate(EmbedPage, { target, props: { timeline, home, preset, card } });
