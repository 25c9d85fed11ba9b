/** Brings a frame alive: what frame.server.ts has rendered, with the data that stands beside it. */
import { hydrate } from 'svelte';
import EmbedPage from './EmbedPage.svelte';

const target = document.querySelector('#frame')!;
const { timeline, home, preset } = JSON.parse(document.querySelector('#props')!.textContent!);
const card = preset.event && (await import('$lib/view/EmbedCard.svelte')).default;

hydrate(EmbedPage, { target, props: { timeline, home, preset, card } });
