/**
 * Where the reader is, while the list around them changes. What keeps something looks before the change, and returns what
 * is to be called after it.
 */

/** Between the bar and what comes to stand under it, px. */
export const AIR = 16;
const ENTRY = 'article[data-event]';
/** Where the history's state has it. */
const SCROLLED = 'timeline:scrolled';

/**
 * Keeps the first entry under the bar that stays, or the last there is, where it is in the window. One that is out of view
 * comes to stand under the bar.
 * @param staying the events of the list that comes
 * @param edge px, of the bar's lower edge in the window
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

/** @param scrolled px; where nobody knows, as far as now */
export function keepScroll(scrolled: number | null): () => void {
	const top = scrolled ?? window.scrollY;
	return () => window.scrollTo({ top, behavior: 'instant' });
}

/** Notes in the session's history how far the page is scrolled, as it goes. */
export function rememberScroll(): void {
	history.replaceState({ ...history.state, [SCROLLED]: window.scrollY }, '');
}

/** @returns px, in a page that the server wrote, and that was here before; else null */
export function scrolledBefore(): number | null {
	if (typeof document === 'undefined' || !document.querySelector(ENTRY)) return null;
	const { [SCROLLED]: scrolled } = (history.state ?? {}) as Record<string, unknown>;
	return typeof scrolled === 'number' ? scrolled : null;
}
