import type { Span } from '../../model/date.ts';
import {
	findPledges,
	type ChartTimeline,
	type Pledge,
	type ChartEvent
} from '../../model/event.ts';
import { plotWidth, type Geometry } from '../geometry.ts';
import { groupByLine } from '../place/lanes.ts';
import { canSayAll, type LabelStyle } from '../marks/labels.ts';
import { packRows, type Packed } from '../place/packing.ts';
import { placeRows, type Rows } from '../place/rows.ts';
import { createScale, type Scale } from '../scale/scale.ts';
import type { Lane } from './types.ts';
import { withinSpan, type Sorted } from '../place/event-columns.ts';
import { measureText, type Measure } from '../scale/text-width.ts';
import { splitPair, unitsOf, type Unit } from '../marks/mark-group.ts';

/**
 * All of the time that may be shown, laid out at one level of zoom. What a window shows is cut out of it, so that
 * panning brings nothing to another row, and only stretched until the next level: gaps only grow.
 */
export interface World {
	geometry: Geometry;
	timeline: ChartTimeline;
	/** what passes the filter */
	shown: Sorted;
	pledges: Pledge[];
	/** of all its time, to px */
	scale: Scale;
	level: number;
	/** how its labels are set */
	style: LabelStyle;
	lanes: WorldLane[];
	height: number;
}

export interface WorldLane extends Lane {
	/** rows, laid out with care where there are few events, else in one pass */
	rows: { events: Sorted } & ({ units: Rows; packed: null } | { units: null; packed: Packed });
}

export interface WorldOptions {
	geometry: Geometry;
	/** all of the time that may be shown */
	domain: Span;
	/** the lines that the filter lets through; all when absent */
	lines?: string[];
	/** the chosen event: its label comes first */
	selected?: string | null;
	/** leave out lanes in which nothing is drawn */
	onlyFilled?: boolean;
	/** of labels; an upper bound when absent */
	measure?: Measure;
	/** 0 where all of it fits into the plot */
	level?: number;
	/** the same world at level 0, which decides how high the lanes are */
	ground?: World | null;
}

/** Levels to a doubling of the scale. */
const LEVELS = 2;
/** Up to so many events a lane is laid out with care, at a cost that grows with their square. */
const CAREFUL = 40;
/** A lane that the filter leaves alone may have so many times the rows. */
const ALONE = 3;
/** Nearer than that (times the scale of the whole) come labels of importance 2, and all labels. */
const NEAR = { 2: 2, 1: 4 };

/** @returns how many times as wide as the plot a level's world is */
export function factorOf(level: number): number {
	return 2 ** (level / LEVELS);
}

/** @returns the last level that is no nearer than the window */
export function levelOf(domain: Span, window: Span): number {
	const factor = (domain.end - domain.start) / (window.end - window.start);
	return Math.max(0, Math.floor(LEVELS * Math.log2(factor) + 1e-9));
}

export function layoutWorld(
	timeline: ChartTimeline,
	shown: Sorted,
	{
		geometry,
		domain,
		lines,
		selected = null,
		onlyFilled,
		level = 0,
		ground,
		measure = measureText
	}: WorldOptions
): World {
	const width = plotWidth(geometry) * factorOf(level);
	const scale = createScale(domain, width);
	const style: LabelStyle = {
		geometry,
		least: leastLabelled(geometry, level),
		frame: [geometry.laneNames === 'beside' ? 0 : -geometry.left, width + geometry.right],
		width,
		selected,
		measure
	};
	const pledges = ground?.pledges ?? findPledges(timeline.events);
	const byLine = ground ? null : groupByLine(timeline, shown, lines);
	const isAlone = lines?.length === 1;

	const world: World = {
		...{ geometry, timeline, shown, pledges, scale, level, style },
		lanes: [],
		height: 0
	};
	let top = geometry.lanes;
	for (const { id, label } of timeline.lines) {
		if (lines?.length && !lines.includes(id)) continue;
		const below = ground?.lanes.find((lane) => lane.id === id);
		if (ground && !below) continue;
		const most = below ? countRows(below) : geometry.maxRows * (isAlone ? ALONE : 1);
		const { rows, count } = layoutRows(below?.rows.events ?? byLine!.get(id)!, world, most);
		if (onlyFilled && !count) continue;
		const height =
			(countRows({ rows }) - 1) * geometry.row + geometry.padding.top + geometry.padding.bottom;
		const bottom = below ? below.bottom : top + height;
		world.lanes.push({ id, label, top, bottom, count, rows });
		top = bottom;
	}
	return { ...world, height: top };
}

function layoutRows(
	events: Sorted,
	{ scale, geometry, pledges, shown, style, level }: World,
	most: number
): Pick<WorldLane, 'rows' | 'count'> {
	const pack = () => {
		const within = withinSpan(events, scale.domain);
		const packed = packRows(within, scale, geometry, style.least, most);
		return { rows: { events: within, units: null, packed }, count: within.events.length };
	};
	if (events.events.length > CAREFUL) return pack();
	const byId = new Map<string, ChartEvent>(
		pledges.length ? shown.events.map((event) => [event.id, event]) : []
	);
	const joined = unitsOf(events.events, pledges, byId, scale, geometry.radius);
	const split = joined.flatMap((unit) =>
		unit.forms.length < 2 || canSayAll(unit, style) ? [unit] : splitPair(unit, scale)
	);
	// a promise and its date are told apart as long as there are rows for both
	const place = (units: Unit[]) => placeRows(units, style, most, level > 0);
	let placed = place(split);
	if (countGathered(placed)) {
		const together = place(joined);
		if (countGathered(together) < countGathered(placed)) placed = together;
	}
	if (!placed) return pack();
	const count = joined.reduce((sum, { forms }) => sum + forms.length, 0);
	return { rows: { events, units: placed, packed: null }, count };
}

function countGathered(rows: Rows | null): number {
	return rows ? rows.overflow.reduce((sum, { units }) => sum + units.length, 0) : Infinity;
}

export function countRows({ rows: { units, packed } }: Pick<WorldLane, 'rows'>): number {
	return (units ?? packed).count;
}

function leastLabelled({ labelled }: Geometry, level: number): number {
	const factor = factorOf(level);
	const least = factor >= NEAR[1] ? 1 : factor >= NEAR[2] ? 2 : labelled;
	return Math.min(labelled, least);
}
