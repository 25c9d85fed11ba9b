import { formatDay, isPeriod, spanOf, type Span } from '../../model/date.ts';
import { drawnLine, findPledges, type ChartEvent, type ChartTimeline } from '../../model/event.ts';
import { chooseGeometry, isPhone, type Geometry } from '../geometry.ts';
import { layoutScene } from './scene.ts';
import type { Scene } from './types.ts';

/** The compact chart shown while the list is read: one chapter's days, under a strip of all years. */
export interface BarScene {
	scene: Scene;
	/** height of the strip of all years, px; 0 if it was omitted */
	strip: number;
	/** total height with the title row and, on a phone, the caption, px */
	height: number;
}

export interface BarOptions {
	/** the chapter's days */
	domain: Span;
	/** id of the chapter; default: the events of all chapters are alike */
	chapter?: string;
	/** of the container, px */
	width: number;
	/** of the browser window, px */
	viewportHeight: number;
	/** ids of the lines that the filter lets through; default: all */
	lines?: string[];
	/** id of the event being read */
	current: string | null;
}

/** Maximum height of the bar as a share of the browser window's height. */
const SHARE = { phone: 0.34, desktop: 0.42 };
/** Height of the strip of all years, px. */
const STRIP = { phone: 32, desktop: 46 };
/** Height of the title row and, on a phone, the caption, px. */
const AROUND = { phone: 46 + 30, desktop: 48 };
/** Reduced padding at the bottom of a lane, px. */
const PADDING = 6;

/**
 * Lays out the bar. If it is too high, drops in this order: the strip, padding and second lines of lane names, labels of importance 1, and all lanes
 * but that of the current event (or the one with most events).
 */
export function layoutBar(
	timeline: ChartTimeline,
	events: (ChartEvent & { chapter?: string })[],
	{ domain, chapter, width, viewportHeight, lines, current }: BarOptions
): BarScene {
	const drawn = chapter ? selectEvents(events, chapter, domain) : events;
	const full = chooseGeometry('bar', width);
	const size = isPhone(full) ? 'phone' : 'desktop';
	const most = viewportHeight * SHARE[size];

	const tight: Geometry = {
		...full,
		padding: { top: Math.min(full.padding.top, PADDING + 2), bottom: PADDING },
		nameLines: 1
	};
	const terse: Geometry = { ...tight, labelled: full.labelled < 2 ? 2 : full.labelled };

	const layout = (geometry: Geometry, strip: number, subset: ChartEvent[] = drawn): BarScene => {
		const scene = layoutScene(timeline, subset, { geometry, domain, lines, onlyFilled: true });
		return { scene, strip, height: Math.ceil(scene.height + strip + AROUND[size]) };
	};

	const attempts: [Geometry, number][] = [
		[full, STRIP[size]],
		[full, 0],
		[tight, 0],
		[terse, 0]
	];
	let bar!: BarScene;
	for (const [geometry, strip] of attempts) {
		bar = layout(geometry, strip);
		if (bar.height <= most) return bar;
	}
	const line = laneOf(current, bar.scene) ?? fullestLane(bar.scene);
	return layout(
		terse,
		0,
		drawn.filter((event) => drawnLine(event, lines) === line)
	);
}

/**
 * Leaves out events of other chapters whose date only overlaps the domain: they may not be of these days at all, unless
 * they lasted. A promised event that may be due at any time in the domain, or after it, would fill a row from end to end:
 * it is treated as later, so that it is named at the edge.
 */
function selectEvents<T extends ChartEvent & { chapter?: string }>(
	events: T[],
	chapter: string,
	domain: Span
): T[] {
	const selected = events.filter((event) => {
		const { start, end } = spanOf(event.date);
		const isWithin = start >= domain.start && end <= domain.end;
		return isWithin || event.chapter === chapter || isPeriod(event.date);
	});
	const promised = new Set(findPledges(selected).map(({ to }) => to));
	return selected.map((event) => {
		const { start, end } = spanOf(event.date);
		const isAnyTime = start < domain.start && end > domain.end && promised.has(event.id);
		return isAnyTime ? { ...event, date: { ...event.date, start: formatDay(domain.end) } } : event;
	});
}

function laneOf(id: string | null, { marks, clusters }: Scene): string | undefined {
	return (
		marks.find(({ event }) => event.id === id)?.line ??
		clusters.find(({ events }) => events.some((event) => event.id === id))?.line
	);
}

function fullestLane({ lanes }: Scene): string | undefined {
	return lanes.toSorted((a, b) => b.count - a.count)[0]?.id;
}
