import { DAY, spanOf, type Span } from '../../model/date.ts';
import { importanceOf, isDisputed, type ChartEvent } from '../../model/event.ts';
import { firstWhere } from './bisect.ts';
import { MARK_KINDS, markKindOf } from '../marks/sized-mark.ts';

/**
 * Events in time order as a struct of arrays: one typed array for each field that layout reads. Built once, O(n log n).
 */
export interface EventColumns {
	events: ChartEvent[];
	/** first day and day after the last, in days since 1970-01-01; integers, since reading them allocates no object */
	start: Int32Array;
	end: Int32Array;
	/** index into MARK_KINDS */
	kind: Uint8Array;
	importance: Uint8Array;
	/** 1 for “?”, 2 for “≠”, 3 for both, 0 for none */
	badges: Uint8Array;
	/** title length in characters, at most `MAX_LENGTH`; a column, since reading it from each event takes as long as everything else */
	length: Uint16Array;
	/** bit mask of the event's lines: bit i for `lineIds[i]` */
	lines: Uint32Array;
	/** the first 32 lines encountered; further lines have no bit */
	lineIds: string[];
}

/** Number of lines that have a bit. */
const BITS = 32;

/** Up to this many ties are sorted in place by insertion sort, which allocates no subarray. */
const INSERTION_SORT_MAX = 32;

/** Limit of the number of events: a sort key is `day * MAX_EVENTS + index`. */
const MAX_EVENTS = 2 ** 21;

/** Limit of a title's length in its column. */
const MAX_LENGTH = 2 ** 16 - 1;

/**
 * @param events in any order, without faults (`model/rules`)
 * @throws RangeError for 2^21 events (about two million) or more
 */
export function toColumns(events: ChartEvent[]): EventColumns {
	const { length } = events;
	checkCount(length);
	const columns = emptyColumns(length);
	const bits = new Map<string, number>();
	// each event is read once: with 100,000, reading takes longer than sorting
	for (let i = 0; i < length; i++) {
		const event = events[i]!;
		const { start, end } = spanOf(event.date);
		columns.events[i] = event;
		columns.start[i] = start / DAY;
		columns.end[i] = end / DAY;
		columns.kind[i] = MARK_KINDS.indexOf(markKindOf(event));
		columns.importance[i] = importanceOf(event);
		columns.badges[i] = (event.date.uncertain ? 1 : 0) + (isDisputed(event) || event.draft ? 2 : 0);
		columns.length[i] = Math.min(event.title.length, MAX_LENGTH);
		columns.lines[i] = bitsOf(event.lines, bits);
	}
	columns.lineIds = [...bits.keys()];
	const order = orderOf(columns.start);
	sortTies(order, columns);
	return selectIndices(columns, order);
}

/** @throws RangeError for 2^21 events (about two million) or more */
export function checkCount(length: number): void {
	if (length >= MAX_EVENTS)
		throw new RangeError(`${length} events are too many: the limit is ${MAX_EVENTS - 1}.`);
}

/** Stable sort by day. @returns indices, earliest day first */
function orderOf(days: Int32Array): Uint32Array {
	const { length } = days;
	const order = new Uint32Array(length);
	let isInOrder = true;
	for (let i = 0; i < length; i++) {
		order[i] = i;
		if (i && days[i]! < days[i - 1]!) isInOrder = false;
	}
	if (isInOrder) return order;
	// day and index in one number: a typed array sorts several times faster without a comparison function
	const keys = new Float64Array(length);
	for (let i = 0; i < length; i++) keys[i] = days[i]! * MAX_EVENTS + i;
	keys.sort();
	for (let i = 0; i < length; i++)
		order[i] = keys[i]! - Math.floor(keys[i]! / MAX_EVENTS) * MAX_EVENTS;
	return order;
}

/** @param bits by line, for the lines encountered so far; bits of new lines are added */
function bitsOf(lines: string[], bits: Map<string, number>): number {
	let mask = 0;
	for (const line of lines) {
		let bit = bits.get(line);
		if (bit === undefined && bits.size < BITS) bits.set(line, (bit = 2 ** bits.size));
		mask |= bit ?? 0;
	}
	return mask;
}

function emptyColumns(length: number): EventColumns {
	return {
		events: new Array<ChartEvent>(length),
		start: new Int32Array(length),
		end: new Int32Array(length),
		kind: new Uint8Array(length),
		importance: new Uint8Array(length),
		badges: new Uint8Array(length),
		length: new Uint16Array(length),
		lines: new Uint32Array(length),
		lineIds: []
	};
}

/**
 * Sorts events that begin on the same day by the other criteria of `compareEvents`.
 * @param order indices sorted by start; sorted in place
 */
function sortTies(order: Uint32Array, { start, end, importance }: EventColumns): void {
	const compare = (a: number, b: number) => end[a]! - end[b]! || importance[b]! - importance[a]!;
	for (let from = 0; from < order.length;) {
		let to = from + 1;
		while (to < order.length && start[order[to]!] === start[order[from]!]) to++;
		if (to - from > INSERTION_SORT_MAX) order.subarray(from, to).sort(compare);
		else
			for (let i = from + 1; i < to; i++) {
				const place = order[i]!;
				let j = i;
				for (; j > from && compare(order[j - 1]!, place) > 0; j--) order[j] = order[j - 1]!;
				order[j] = place;
			}
		from = to;
	}
}

/** @returns the events at the given indices, in that order */
export function selectIndices(columns: EventColumns, places: Uint32Array): EventColumns {
	const selected = emptyColumns(places.length);
	selected.lineIds = columns.lineIds;
	// a loop: `from` with a mapping function takes ten times as long, which is noticeable with 100,000 events
	for (let i = 0; i < places.length; i++) {
		const place = places[i]!;
		selected.events[i] = columns.events[place]!;
		selected.start[i] = columns.start[place]!;
		selected.end[i] = columns.end[place]!;
		selected.kind[i] = columns.kind[place]!;
		selected.importance[i] = columns.importance[place]!;
		selected.badges[i] = columns.badges[place]!;
		selected.length[i] = columns.length[place]!;
		selected.lines[i] = columns.lines[place]!;
	}
	return selected;
}

/** @returns the event's index in time order, found by bisection of the start days; -1 if it is not included */
export function indexOfEvent({ events, start }: EventColumns, event: ChartEvent): number {
	const begins = spanOf(event.date).start / DAY;
	return events.indexOf(
		event,
		firstWhere(events.length, (place) => start[place]! >= begins)
	);
}

/** @returns the events on any of the lines, still in time order; null if one of the lines may have no bit */
export function selectLines(sorted: EventColumns, lines: string[]): EventColumns | null {
	const { lineIds } = sorted;
	if (lineIds.length === BITS && !lines.every((line) => lineIds.includes(line))) return null;
	let mask = 0;
	for (const line of lines) if (lineIds.includes(line)) mask |= 2 ** lineIds.indexOf(line);
	return selectWhere(sorted, (place) => (sorted.lines[place]! & mask) !== 0);
}

/** @returns the events that pass the predicate, still in time order */
export function filterColumns(
	sorted: EventColumns,
	passes: (event: ChartEvent) => boolean
): EventColumns {
	return selectWhere(sorted, (place) => passes(sorted.events[place]!));
}

/** @returns the smallest span that contains all events; the first millisecond of 1970 for none */
export function spanOfAll({ start, end }: EventColumns): Span {
	if (!start.length) return { start: 0, end: 1 };
	let last = end[0]!;
	// an index loop: other loops allocate an object per number
	for (let i = 1; i < end.length; i++) if (end[i]! > last) last = end[i]!;
	return { start: start[0]! * DAY, end: last * DAY };
}

/** @returns the events that overlap the span */
export function withinSpan(sorted: EventColumns, span: Span): EventColumns {
	const { start, end } = sorted;
	const [first, last] = [span.start / DAY, span.end / DAY];
	return selectWhere(sorted, (place) => start[place]! < last && end[place]! > first);
}

/** Returns `sorted` itself if the predicate holds for every event. */
function selectWhere(sorted: EventColumns, holds: (place: number) => boolean): EventColumns {
	const places = new Uint32Array(sorted.events.length);
	let count = 0;
	for (let place = 0; place < places.length; place++) if (holds(place)) places[count++] = place;
	return count === places.length ? sorted : selectIndices(sorted, places.subarray(0, count));
}
