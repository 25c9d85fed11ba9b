/**
 * Scroll anchoring while the list of events changes. `keepPlace` and `keepScroll` measure before the change, and return a
 * function to call after it.
 */

import type { Reading } from '../../state/reading.svelte.ts';

/** Gap between the bar and the content scrolled to below it, px. */
export const AIR = 16;
const ENTRY = 'article[data-event]';
/** Key of the place in `history.state`. */
const PLACE = 'timeline:place';

/**
 * Keeps the position in the viewport of the first entry below the bar that stays in the list, or else of the last entry
 * that stays. An entry out of view moves to just below the bar.
 * @param staying the events of the new list
 * @param edge lower edge of the bar in the viewport, px
 */
export function keepPlace(staying: { id: string }[], edge: number): () => void {
	const ids = new Set(staying.map(({ id }) => id));
	const entries = [...document.querySelectorAll<HTMLElement>(ENTRY)].filter(({ dataset }) =>
		ids.has(dataset.event!)
	);
	const isBelow = (entry: HTMLElement) => entry.getBoundingClientRect().bottom > edge;
	const entry = entries.find(isBelow) ?? entries.at(-1);
	if (!entry) return () => {};
	const { top } = entry.getBoundingClientRect();
	const place = isBelow(entry) && top < window.innerHeight ? top : edge + AIR;
	return () =>
		window.scrollBy({ top: entry.getBoundingClientRect().top - place, behavior: 'instant' });
}

/** Restores a scroll position. @param top px; by default the current one */
export function keepScroll(top = window.scrollY): () => void {
	return () => window.scrollTo({ top, behavior: 'instant' });
}

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
	if (typeof document === 'undefined') return null;
	const { [PLACE]: place } = (history.state ?? {}) as Record<string, Place | undefined>;
	if (!place) return null;
	const isPrerendered = document.querySelector(ENTRY) !== null;
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

/** Scrolls an element to just below the bar. @param barHeight px */
export function scrollUnder(element: Element, barHeight: number, behavior = motion()): void {
	const top = element.getBoundingClientRect().top + window.scrollY - barHeight - AIR;
	window.scrollTo({ top, behavior });
}

export function motion(): ScrollBehavior {
	return matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth';
}
