import { createContext, getContext, setContext } from 'svelte';
import type { TimelineState } from '../state/timeline.svelte.ts';
import type Cite from './Cite.svelte';

/** The timeline that a page shows, for the components below it. */
export const [getTimeline, setTimeline] = createContext<TimelineState>();

const CITATIONS = Symbol('citations');

/** What “Cite” needs. It comes from the page, so that a frame, which offers none, doesn’t load it. */
interface Citing {
	/** address of `/data/citations.json` */
	href: string;
	Cite: typeof Cite;
}

export function setCiting(citing: Citing): void {
	setContext(CITATIONS, citing);
}

/** @returns nothing where a page offers no citations */
export function getCiting(): Citing | undefined {
	return getContext(CITATIONS);
}
