/**
 * Scroll anchoring while the list of events changes. `keepPlace` and `keepScroll` measure before the change, and return a
 * function to call after it.
 */
import { prefersReducedMotion } from '../../state/reduced-motion.ts';

/** Gap between the bar and the content scrolled to below it, px. */
export const AIR = 16;
const ENTRY = 'article[data-event]';

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

/** Scrolls an element to just below the bar. @param barHeight px */
export function scrollUnder(element: Element, barHeight: number, behavior = motion()): void {
	const top = element.getBoundingClientRect().top + window.scrollY - barHeight - AIR;
	window.scrollTo({ top, behavior });
}

export function motion(): ScrollBehavior {
	return prefersReducedMotion() ? 'instant' : 'smooth';
}
