import { formatDay, isPeriod, spanOf, type Span } from '../../model/date.ts';
import { drawnLine, findPledges, type ChartEvent, type ChartTimeline } from '../../model/event.ts';
import { fitGeometry, isPhone, type Geometry } from '../geometry.ts';
import { toColumns } from '../place/event-columns.ts';
import { leastPitch, thinLabels } from './thin-labels.ts';
import type { Scene } from './types.ts';
import { layoutWindow } from './window.ts';
import { layoutLevel, stackLanes, type ZoomLevel } from './zoom-level.ts';

/** Heights of the bar and its parts, px; the same for every chapter. */
export interface BarParts {
	isPhone: boolean;
	/** title row, and strip of all years */
	header: number;
	strip: number;
	/** ticks and lanes, at most */
	chart: number;
	/** the whole bar: with the chart, and folded */
	open: number;
	folded: number;
}

export interface BarOptions {
	/** the chapter's days */
	domain: Span;
	/** id of the chapter; default: the events of all chapters are alike */
	chapter?: string;
	/** of the container, px */
	width: number;
	/** ids of the lines that the filter lets through; default: all */
	lines?: string[];
	/** @returns the line that is left, if all of them have no room; default: the one with most events */
	line?: () => string | undefined;
}

const PARTS: Record<'phone' | 'desktop', BarParts> = {
	phone: { isPhone: true, header: 48, strip: 34, chart: 20 + 158, open: 264, folded: 82 },
	desktop: { isPhone: false, header: 43, strip: 36, chart: 23 + 206, open: 312, folded: 80 }
};
/** Row pitches, px: the largest that fits is used. */
const PITCHES = Array.from({ length: 18 }, (_, i) => 18 - i / 2);
/** Least row pitch at which all labels are kept, px. */
const LEGIBLE = 13;
/** Least row pitch in a line with two rumours or more, px: diamonds are higher than other marks. */
const DIAMONDS = 11;
/** Row pitch where marks are clustered, px: a cluster, 17 px high, does not touch a diamond in the next row. */
const CLUSTERED = 15;
/** Reduced padding of a lane, px. */
const PADDING = 7;

/** @param width of the container, px */
export function barParts(width: number): BarParts {
	return PARTS[isPhone(fitGeometry('bar', width)) ? 'phone' : 'desktop'];
}

/**
 * Lays out one chapter's days, at the largest row pitch that fits. Where rows would be too close for their labels, drops in
 * this order: labels of importance 1, lane padding, and all labels but those of importance 3. Lane padding is also dropped
 * where rows are so close that labels would touch those of the next row. If that is not enough, names take one line, marks
 * are clustered, and finally one lane is left.
 */
export function layoutBar(
	timeline: ChartTimeline,
	events: (ChartEvent & { chapter?: string })[],
	{ domain, chapter, width, lines, line }: BarOptions
): ZoomLevel {
	const drawn = chapter ? selectEvents(events, chapter, domain) : events;
	const usual = fitGeometry('bar', width);
	const most = barParts(width).chart;
	const layout = (change: Partial<Geometry>, subset: ChartEvent[] = drawn) => {
		const geometry = { ...usual, ...change };
		return layoutLevel(timeline, toColumns(subset), { geometry, domain, lines, onlyFilled: true });
	};

	const all = layout({});
	const isLabelled = usual.labelled < 4;
	const closest = hasRumours(drawn, lines) ? DIAMONDS : 0;
	const attempts: [() => ZoomLevel, number, number?][] = [
		[() => all, LEGIBLE],
		[() => layout({ labelled: 2 }), LEGIBLE],
		[() => layout({ labelled: 2 }), LEGIBLE, PADDING],
		[() => layout({ labelled: 3 }), closest, PADDING]
	];
	// on a phone, only the current event has a label
	for (const [level, least, padding] of isLabelled ? attempts : ([[() => all, closest]] as const)) {
		const fitted = fitPitch(level(), most, least, padding);
		if (!fitted) continue;
		const { row } = fitted.geometry;
		const isClose = isLabelled && row < leastPitch(usual);
		return (isClose && fitPitch(fitted, most, row, PADDING)) || fitted;
	}
	const clusters = { ...rowsAt(CLUSTERED, PADDING), nameLines: 1 as const };
	const important = isLabelled ? { ...clusters, labelled: 3 as const } : clusters;
	const fitRows = (subset?: ChartEvent[]): ZoomLevel => {
		let level = layout(important, subset);
		for (let maxRows = usual.maxRows - 1; maxRows > 0 && level.height > most; maxRows--)
			level = layout({ ...important, maxRows }, subset);
		return fitPitch(level, most, CLUSTERED, PADDING) ?? level;
	};
	const clustered = fitRows();
	if (clustered.height <= most) return clustered;
	const wanted = line?.();
	const left = clustered.lanes.some(({ id }) => id === wanted) ? wanted : fullestLane(clustered);
	return fitRows(drawn.filter((event) => drawnLine(event, lines) === left));
}

/** Draws the bar's chart, with a label at the current event where there is room. */
export function drawBar(level: ZoomLevel, current: string | null): Scene {
	const priority = current === null ? [] : [current];
	const style = { ...level.style, selected: current };
	return thinLabels(layoutWindow({ ...level, style }, level.scale.domain, priority), current);
}

/** @returns the level with the largest row pitch, at least `least`, that fits; null if none does */
function fitPitch(
	level: ZoomLevel,
	most: number,
	least: number,
	padding?: number
): ZoomLevel | null {
	for (const pitch of PITCHES) {
		if (pitch < least) return null;
		const stacked = stackLanes(level, rowsAt(pitch, padding));
		if (stacked.height <= most) return stacked;
	}
	return null;
}

/** Row pitch and lane padding, px: by default, lanes are closer where rows are. */
function rowsAt(row: number, padding = row / 2 + 2.25): Pick<Geometry, 'row' | 'padding'> {
	return { row, padding: { top: padding, bottom: padding } };
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

function fullestLane({ lanes }: ZoomLevel): string | undefined {
	return lanes.toSorted((a, b) => b.count - a.count)[0]?.id;
}

/** @returns whether two events or more of one line are rumoured */
function hasRumours(events: ChartEvent[], lines?: string[]): boolean {
	const rumoured = events.filter(({ status }) => status === 'rumoured');
	const drawn = rumoured.map((event) => drawnLine(event, lines));
	return new Set(drawn).size < drawn.length;
}
