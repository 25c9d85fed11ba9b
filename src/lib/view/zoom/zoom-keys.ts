import { spanOf, type DatedDays } from '../../model/date.ts';
import type { Viewport } from '../../state/viewport.svelte.ts';

/**
 * Zooms by the keys + and −, about the event that has the focus, and by 0 to the whole extent.
 * @returns whether the key was one of these
 */
export function zoomByKey(key: string, viewport: Viewport, focused?: { date: DatedDays }): boolean {
	if (key === '+' || key === '=') viewport.zoom(2, placeOf(focused, viewport));
	else if (key === '-' || key === '_') viewport.zoom(1 / 2, placeOf(focused, viewport));
	else if (key === '0') viewport.all();
	else return false;
	return true;
}

/** Position of an event's middle in the time window, from 0 to 1; 0.5 for no event. */
function placeOf(event: { date: DatedDays } | undefined, { window }: Viewport): number {
	if (!event) return 0.5;
	const { start, end } = spanOf(event.date);
	const place = ((start + end) / 2 - window.start) / (window.end - window.start);
	return Math.min(1, Math.max(0, place));
}
