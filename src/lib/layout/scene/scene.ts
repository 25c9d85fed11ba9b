import type { ChartEvent, ChartTimeline } from '../../model/event.ts';
import { toColumns } from '../place/event-columns.ts';
import type { Scene } from './types.ts';
import { layoutWindow } from './window.ts';
import { layoutLevel, type SceneOptions } from './zoom-level.ts';

/**
 * Lays out the whole domain as one scene.
 * @param events of `timeline` that pass the filter, in any order
 */
export function layoutScene(
	timeline: ChartTimeline,
	events: ChartEvent[],
	options: SceneOptions
): Scene {
	const level = layoutLevel(timeline, toColumns(events), options);
	return layoutWindow(level, options.domain);
}
