import type { Line, TimelineEvent } from '../model/types.ts';
import { DAY, overlaps, spanOf, type Span } from '../model/date.ts';
import type { ChartEvent } from '../model/event.ts';
import { firstWhere } from '../layout/place/bisect.ts';
import type { EventColumns } from '../layout/place/event-columns.ts';
import type { TimelineState } from './timeline.svelte.ts';

/** @returns the events that pass the filter and overlap the chart's window */
export function visibleEvents({ viewport, visible }: TimelineState): TimelineEvent[] {
	if (viewport.isWhole) return visible;
	return visible.filter(({ date }) => overlaps(spanOf(date), viewport.window));
}

/** @returns the events that pass the filter, in the order of the list: by chapter, and within a chapter in time order */
export function listedEvents({ data, visible }: TimelineState): TimelineEvent[] {
	return data.chapters.flatMap(({ id }) => visible.filter(({ chapter }) => chapter === id));
}

/**
 * @returns the lines, of those that the filter lets through, that no visible event in the span is on; an event that is
 * drawn on another one of its lines counts too
 */
export function linesWithout({ data, filter, visible }: TimelineState, span: Span): Line[] {
	const within = visible.filter(({ date }) => overlaps(spanOf(date), span));
	const filled = new Set(within.flatMap(({ lines }) => lines));
	return data.lines.filter(
		({ id }) => (!filter.lines?.length || filter.lines.includes(id)) && !filled.has(id)
	);
}

/** Events entirely on one side of a window. */
export interface EventsBeyond {
	count: number;
	/** the nearest of them; null if there is none */
	nearest: ChartEvent | null;
}

/** @returns the events that end before the window, and those that begin after it */
export function eventsOutside(
	{ events, start, end }: EventColumns,
	window: Span
): { earlier: EventsBeyond; later: EventsBeyond } {
	const [first, after] = [window.start / DAY, window.end / DAY];
	let [count, last] = [0, -1];
	for (let i = 0; i < end.length; i++) {
		if (end[i]! > first) continue;
		count++;
		if (last < 0 || end[i]! >= end[last]!) last = i;
	}
	const next = firstWhere(start.length, (i) => start[i]! >= after);
	return {
		earlier: { count, nearest: events[last] ?? null },
		later: { count: start.length - next, nearest: events[next] ?? null }
	};
}
