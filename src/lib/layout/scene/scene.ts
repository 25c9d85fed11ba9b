import type { ChartEvent, ChartTimeline } from '../../model/event.ts';
import { toColumns } from '../place/event-columns.ts';
import type { Scene } from './types.ts';
import { layoutWindow } from './window.ts';
import { layoutLevel, type SceneOptions } from './zoom-level.ts';

/**
 * Lays out a drawing of the whole domain.
 * @param events those that pass the filter, of `timeline`
 */
export function layoutScene(
	timeline: ChartTimeline,
	events: ChartEvent[],
	options: SceneOptions
): Scene {
	const world = layoutLevel(timeline, toColumns(events), options);
	return layoutWindow(world, options.domain);
}
