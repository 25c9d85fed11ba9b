import { DAY, overlaps, spanOf, type Span } from '../../model/date.ts';
import type { ChartEvent, ChartTimeline } from '../../model/event.ts';
import { rowsOf, type Geometry } from '../geometry.ts';
import { firstWhere } from '../place/bisect.ts';
import { layoutScene } from './scene.ts';
import type { Scene } from './types.ts';

/** The chart of what happened around one event. */
export interface Surroundings {
	scene: Scene;
	/** the time it shows */
	window: Span;
}

/** Number of rows in all lanes together. */
const MAX_ROWS = 12;
/** Time shown before and after the event, days; the widest first. */
const MARGINS = [3653, 1826, 1096, 730, 548, 365, 274, 183, 137, 92, 61, 46, 31, 16, 8, 4];
/** Windows longer than this begin and end with a month, days. */
const MONTHS_FROM = 60;

/**
 * Lays out the widest window around an event whose events fit into `MAX_ROWS` rows, found by bisection: a narrower window
 * is taken to need no more rows. Where none does, only the events on the event's lines are drawn.
 * @param extent the time of the whole timeline
 */
export function layoutSurroundings(
	timeline: ChartTimeline,
	event: ChartEvent,
	extent: Span,
	geometry: Geometry
): Surroundings {
	const isNear = ({ lines }: ChartEvent) => lines.some((line) => event.lines.includes(line));
	const layOut = (drawn: ChartEvent[], margin: number): Surroundings => {
		const window = windowAround(event, margin, extent);
		const within = drawn.filter(({ date }) => overlaps(spanOf(date), window));
		const scene = layoutScene(timeline, within, { geometry, domain: window, onlyFilled: true });
		return { scene, window };
	};
	const near = timeline.events.filter(isNear);
	for (const drawn of [timeline.events, near]) {
		const laid = new Map<number, Surroundings>();
		const widest = firstWhere(MARGINS.length, (i) => {
			laid.set(i, layOut(drawn, MARGINS[i]!));
			return countRows(laid.get(i)!, geometry) <= MAX_ROWS;
		});
		if (widest < MARGINS.length) return laid.get(widest)!;
	}
	return layOut(near, MARGINS.at(-1)!);
}

function countRows({ scene }: Surroundings, geometry: Geometry): number {
	return scene.lanes.reduce((sum, lane) => sum + rowsOf(lane, geometry), 0);
}

/** @param margin before and after the event, days */
function windowAround({ date }: ChartEvent, margin: number, extent: Span): Span {
	const { start, end } = spanOf(date);
	const wide = { start: start - margin * DAY, end: end + margin * DAY };
	const rounded = wide.end - wide.start > MONTHS_FROM * DAY ? roundToMonths(wide) : wide;
	return {
		start: Math.max(rounded.start, extent.start),
		end: Math.min(rounded.end, extent.end)
	};
}

function roundToMonths({ start, end }: Span): Span {
	const monthOf = (time: number, later: number) => {
		const date = new Date(time);
		return new Date(time).setUTCFullYear(date.getUTCFullYear(), date.getUTCMonth() + later, 1);
	};
	return { start: monthOf(start, 0), end: monthOf(end - 1, 1) };
}
