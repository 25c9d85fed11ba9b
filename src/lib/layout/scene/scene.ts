import type { ChartEvent, ChartTimeline } from '../../model/event.ts';
import { sortEvents } from '../place/event-columns.ts';
import type { Scene } from './types.ts';
import { cutWindow } from './window.ts';
import { layoutWorld, type WorldOptions } from './zoom-level.ts';

/**
 * Lays out a drawing of the whole domain.
 * @param events those that pass the filter, of `timeline`
 */
export function layoutScene(
	timeline: ChartTimeline,
	events: ChartEvent[],
	options: WorldOptions
): Scene {
	const world = layoutWorld(timeline, sortEvents(events), options);
	return cutWindow(world, options.domain);
}
