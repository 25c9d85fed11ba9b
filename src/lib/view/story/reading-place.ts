/** The reader's place in the story, kept in the history entry: a reload or a return to the page restores it. */

import { IS_SERVER } from '../../state/is-server.ts';
import type { Reading } from '../../state/reading.svelte.ts';

/** Key of the place in `history.state`. */
const PLACE = 'timeline:place';

/** Where the reader is. */
interface Place {
	/** scroll position, px; null if the page was being scrolled to the current event */
	top: number | null;
	/** width of the window for which it holds, px */
	width: number;
	/** id of the event being read */
	current: string | null;
	/** ids of the entries that the reader opened */
	open: string[];
}

/** Stores the place in `history.state`, for a reload or a later return to the page. */
export function rememberPlace({ current, isJumping }: Reading, open: string[]): void {
	const top = isJumping ? null : window.scrollY;
	const place: Place = { top, width: window.innerWidth, current, open };
	history.replaceState({ ...history.state, [PLACE]: place }, '');
}

/**
 * @returns the place stored in `history.state`, with the current scroll position if the reader has scrolled since the
 * browser restored it; null on a first visit. Call it before the first render.
 */
export function placeBefore(): Place | null {
	if (IS_SERVER) return null;
	const { [PLACE]: place } = (history.state ?? {}) as Record<string, Place | undefined>;
	if (!place) return null;
	const isPrerendered = document.querySelector('article[data-event]') !== null;
	// browsers keep the state of a page whose address is entered again
	if (isPrerendered && isEntered()) return null;
	if (place.top === null) return place;
	const most = document.documentElement.scrollHeight - window.innerHeight;
	const isMoved = window.scrollY > 0 && Math.abs(window.scrollY - Math.min(place.top, most)) > 2;
	return isPrerendered && isMoved ? { ...place, top: window.scrollY } : place;
}

/** Whether the page was opened by its address or a link: not by a reload, back or forward, and not after it was discarded. */
function isEntered(): boolean {
	const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
	const { wasDiscarded } = document as Document & { wasDiscarded?: boolean };
	return navigation?.type === 'navigate' && !wasDiscarded;
}
