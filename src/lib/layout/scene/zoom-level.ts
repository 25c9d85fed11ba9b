import type { Span } from '../../model/date.ts';
import {
	findPledges,
	type ChartEvent,
	type ChartTimeline,
	type Pledge
} from '../../model/event.ts';
import { plotWidth, type Geometry } from '../geometry.ts';
import { fitsFullLabels, type LabelStyle } from '../marks/labels.ts';
import { groupMarks, splitGroup, type MarkGroup } from '../marks/mark-group.ts';
import { withinSpan, type EventColumns } from '../place/event-columns.ts';
import { groupByLine } from '../place/lanes.ts';
import { packRows, type PackedRows } from '../place/packing.ts';
import { placeRows, type Rows } from '../place/rows.ts';
import { createScale, type Scale } from '../scale/scale.ts';
import { measureText, type Measure } from '../scale/text-width.ts';
import { fitGutters, layoutName, spaceOf } from './lane-names.ts';
import type { Lane } from './types.ts';

/**
 * The whole domain laid out at one scale. Windows are cut from it, so panning moves no event to another row; zooming
 * between levels only stretches it, so gaps only grow.
 */
export interface ZoomLevel {
	geometry: Geometry;
	timeline: ChartTimeline;
	/** events that pass the filter */
	shown: EventColumns;
	pledges: Pledge[];
	/** of the whole domain */
	scale: Scale;
	/** 0 fits the domain into the plot; each doubling of the scale adds `LEVELS` */
	level: number;
	style: LabelStyle;
	lanes: LevelLane[];
	/** px */
	height: number;
}

export interface LevelLane extends Lane {
	/** `placed` where there are few events, else `packed` in linear time */
	rows: { events: EventColumns } & (
		{ placed: Rows; packed: null } | { placed: null; packed: PackedRows }
	);
}

export interface SceneOptions {
	geometry: Geometry;
	/** all of the time that can be shown */
	domain: Span;
	/** ids of the lines that the filter lets through; default: all */
	lines?: string[];
	/** the events by the line on which they are drawn, where they are known */
	byLine?: Map<string, EventColumns>;
	/** id of the selected event, which is labelled whatever its importance */
	selected?: string | null;
	/** omits lanes without events */
	onlyFilled?: boolean;
	/** measures label text; default: an upper bound */
	measure?: Measure;
	/** default 0 */
	level?: number;
	/** level 0 of the same domain, which determines the lanes and their heights */
	base?: ZoomLevel | null;
}

/** Levels per doubling of the scale. */
const LEVELS = 2;
/** Lanes with more events are packed: `placeRows` takes O(n²). */
const MAX_PLACED = 40;
/** Factor for the maximum number of rows of a lane that is the only one. */
const ALONE = 3;
/** Share of the events that must have the importance of those with a label, where only the most important have one. */
const ENOUGH = 0.2;
/** Scale factors from which labels of importance 2, and all labels, appear. */
const NEAR = { 2: 2, 1: 4 };

/** @returns the width of a level in plot widths */
export function factorOf(level: number): number {
	return 2 ** (level / LEVELS);
}

/** @returns the last level whose scale is no larger than the window's */
export function levelOf(domain: Span, window: Span): number {
	const factor = (domain.end - domain.start) / (window.end - window.start);
	return Math.max(0, Math.floor(LEVELS * Math.log2(factor) + 1e-9));
}

/**
 * Lays out the whole domain at one zoom level.
 * @param shown events that pass the filter
 */
export function layoutLevel(
	timeline: ChartTimeline,
	shown: EventColumns,
	{
		geometry: usual,
		domain,
		lines,
		byLine: known,
		selected = null,
		onlyFilled,
		level = 0,
		base,
		measure = measureText
	}: SceneOptions
): ZoomLevel {
	const geometry = base?.geometry ?? fitGutters(usual, timeline, shown, domain, measure);
	const width = plotWidth(geometry) * factorOf(level);
	const scale = createScale(domain, width);
	const style: LabelStyle = {
		geometry,
		minImportance: labelledFrom(
			base?.style.minImportance ?? labelledAtRest(geometry, shown),
			factorOf(level)
		),
		frame: [geometry.laneNames === 'beside' ? 0 : -geometry.left, width + geometry.right],
		width,
		selected,
		measure
	};
	const pledges = base?.pledges ?? findPledges(timeline.events);
	const byLine = base ? null : (known ?? groupByLine(timeline, shown, lines));
	const isAlone = lines?.length === 1;

	const result: ZoomLevel = {
		geometry,
		timeline,
		shown,
		pledges,
		scale,
		level,
		style,
		lanes: [],
		height: 0
	};
	let top = geometry.lanes;
	for (const { id, label } of timeline.lines) {
		if (lines?.length && !lines.includes(id)) continue;
		const baseLane = base?.lanes.find((lane) => lane.id === id);
		if (base && !baseLane) continue;
		const maxRows = baseLane ? countRows(baseLane) : geometry.maxRows * (isAlone ? ALONE : 1);
		const events = baseLane?.rows.events ?? byLine!.get(id)!;
		const { rows, count } = layoutRows(events, result, maxRows);
		if (onlyFilled && !count) continue;
		result.lanes.push(
			baseLane
				? { ...baseLane, count, rows }
				: { ...placeLane(label, top, countRows({ rows }), style), id, label, count, rows }
		);
		top = result.lanes.at(-1)!.bottom;
	}
	return { ...result, height: top };
}

/** @returns the level with its lanes stacked anew, at another row pitch, padding or number of lines of names */
export function stackLanes(
	level: ZoomLevel,
	change: Partial<Pick<Geometry, 'row' | 'padding' | 'nameLines'>>
): ZoomLevel {
	const geometry = { ...level.geometry, ...change };
	const style = { ...level.style, geometry };
	let top = geometry.lanes;
	const lanes = level.lanes.map((lane) => {
		const placed = placeLane(lane.label, top, countRows(lane), style);
		top = placed.bottom;
		return { ...lane, ...placed };
	});
	return { ...level, geometry, style, lanes, height: top };
}

function placeLane(
	label: string,
	top: number,
	rows: number,
	style: LabelStyle
): Pick<Lane, 'name' | 'top' | 'first' | 'bottom'> {
	const { geometry } = style;
	const { row, padding } = geometry;
	const name = layoutName(label, style);
	const { shift, height } = spaceOf(name, geometry);
	const first = top + padding.top + shift;
	const bottom = Math.max(first + (rows - 1) * row + padding.bottom, top + height);
	return { name, top, first, bottom };
}

function layoutRows(
	events: EventColumns,
	{ scale, geometry, pledges, shown, style, level }: ZoomLevel,
	maxRows: number
): Pick<LevelLane, 'rows' | 'count'> {
	const pack = () => {
		const within = withinSpan(events, scale.domain);
		const packed = packRows(within, scale, geometry, style.minImportance, maxRows);
		return { rows: { events: within, placed: null, packed }, count: within.events.length };
	};
	if (events.events.length > MAX_PLACED) return pack();
	const byId = new Map<string, ChartEvent>(
		pledges.length ? shown.events.map((event) => [event.id, event]) : []
	);
	const joined = groupMarks(events.events, pledges, byId, scale, geometry.radius);
	const split = joined.flatMap((group) =>
		group.marks.length < 2 || fitsFullLabels(group, style) ? [group] : splitGroup(group, scale)
	);
	// pairs whose labels do not fit take two rows, unless rows run out and joining them leaves fewer groups unplaced
	const place = (groups: MarkGroup[]) => placeRows(groups, style, maxRows, level > 0);
	let placed = place(split);
	if (countOverflow(placed)) {
		const together = place(joined);
		if (countOverflow(together) < countOverflow(placed)) placed = together;
	}
	if (!placed) return pack();
	const count = joined.reduce((sum, { marks }) => sum + marks.length, 0);
	return { rows: { events, placed, packed: null }, count };
}

function countOverflow(rows: Rows | null): number {
	return rows ? rows.overflow.reduce((sum, { groups }) => sum + groups.length, 0) : Infinity;
}

export function countRows({ rows: { placed, packed } }: Pick<LevelLane, 'rows'>): number {
	return (placed ?? packed).count;
}

/**
 * @returns the smallest importance that gets a label at level 0. Where a drawing labels only the most important events,
 * that follows the data: the highest importance that enough events reach, or the usual one if some have none.
 */
function labelledAtRest({ labelled }: Geometry, { events, importance }: EventColumns): number {
	if (labelled !== 3) return labelled;
	if (events.some((event) => event.importance === undefined)) return 2;
	const counts = [0, 0, 0, 0];
	for (const degree of importance) counts[degree]!++;
	const enough = ENOUGH * importance.length;
	if (counts[3]! >= enough) return 3;
	return counts[3]! + counts[2]! >= enough ? 2 : 1;
}

/** @returns the smallest importance that gets a label at a scale factor; no labels if level 0 has none */
function labelledFrom(atRest: number, factor: number): number {
	if (atRest > 3) return atRest;
	return Math.min(atRest, factor >= NEAR[1] ? 1 : factor >= NEAR[2] ? 2 : 3);
}
