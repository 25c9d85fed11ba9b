import type { TimelineEvent } from '../model/types.ts';
import { overlaps, spanOf } from '../model/date.ts';
import type { TimelineState } from './timeline.svelte.ts';

/** @returns the events that pass the filter and overlap the chart's window */
export function visibleEvents({ viewport, visible }: TimelineState): TimelineEvent[] {
	if (viewport.isWhole) return visible;
	return visible.filter(({ date }) => overlaps(spanOf(date), viewport.window));
}
