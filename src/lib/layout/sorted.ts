import { DAY, spanOf, type Span } from '../model/date.ts';
import { importanceOf, isDisputed, type ChartEvent } from '../model/event.ts';
import { KINDS, kindOf } from './form.ts';

/** Events in time order, with what a layout asks of each of them in columns: made once, in O(n log n). */
export interface Sorted {
	events: ChartEvent[];
	/** milliseconds: the first day's start and the last day's end */
	start: Float64Array;
	end: Float64Array;
	/** index into KINDS */
	kind: Uint8Array;
	importance: Uint8Array;
	/** 1 for a “?”, 2 for a “≠”, 3 for both */
	badges: Uint8Array;
	/** characters of the title: in a column, since asking each event for it takes as long as all the rest */
	length: Uint16Array;
	/** the lines it is on: bit i for the i-th of `lineIds` */
	lines: Uint32Array;
	/** the lines that are met first; there may be more */
	lineIds: string[];
}

/** So many lines have a bit. */
const BITS = 32;

/** Room in a sort key for the event's own place. */
const MOST = 2 ** 21;

/** @throws RangeError for more than two million events, or a date that is none */
export function sortEvents(events: ChartEvent[]): Sorted {
	const { length } = events;
	if (length >= MOST) throw new RangeError(`${length} events are more than the chart can order.`);
	const unsorted = emptySorted(length);
	unsorted.events = events;
	const bits = new Map<string, number>();
	// start and place in one number: numbers sort several times as fast as by a comparison function
	const keys = new Float64Array(length);
	for (let i = 0; i < length; i++) {
		const event = events[i]!;
		const { start, end } = spanOf(event.date);
		if (Number.isNaN(start + end))
			throw new RangeError(`The event "${event.id}" has a date that is none.`);
		unsorted.start[i] = start;
		unsorted.end[i] = end;
		unsorted.kind[i] = KINDS.indexOf(kindOf(event));
		unsorted.importance[i] = importanceOf(event);
		unsorted.badges[i] = (event.date.uncertain ? 1 : 0) + (isDisputed(event) ? 2 : 0);
		unsorted.length[i] = event.title.length;
		unsorted.lines[i] = bitsOf(event.lines, bits);
		keys[i] = (start / DAY) * MOST + i;
	}
	keys.sort();
	const order = new Uint32Array(length);
	for (let i = 0; i < length; i++) order[i] = keys[i]! - Math.floor(keys[i]! / MOST) * MOST;
	sortTies(order, unsorted);
	unsorted.lineIds = [...bits.keys()];
	return selectSorted(unsorted, order);
}

/** @param bits of the lines met so far; those of new lines are added */
function bitsOf(lines: string[], bits: Map<string, number>): number {
	let mask = 0;
	for (const line of lines) {
		let bit = bits.get(line);
		if (bit === undefined && bits.size < BITS) bits.set(line, (bit = 2 ** bits.size));
		mask |= bit ?? 0;
	}
	return mask;
}

function emptySorted(length: number): Sorted {
	return {
		events: new Array<ChartEvent>(length),
		start: new Float64Array(length),
		end: new Float64Array(length),
		kind: new Uint8Array(length),
		importance: new Uint8Array(length),
		badges: new Uint8Array(length),
		length: new Uint16Array(length),
		lines: new Uint32Array(length),
		lineIds: []
	};
}

/** What begins at the same time goes by the other rules of `compareEvents`, without reading a date again. */
function sortTies(order: Uint32Array, { events, start, end, importance }: Sorted): void {
	const compare = (a: number, b: number) =>
		end[a]! - end[b]! ||
		importance[b]! - importance[a]! ||
		(events[a]!.id < events[b]!.id ? -1 : events[a]!.id > events[b]!.id ? 1 : 0);
	for (let from = 0; from < order.length;) {
		let to = from + 1;
		while (to < order.length && start[order[to]!] === start[order[from]!]) to++;
		if (to - from > 1) order.subarray(from, to).sort(compare);
		from = to;
	}
}

/** @returns the events at the given places, in that order */
export function selectSorted(sorted: Sorted, places: Uint32Array): Sorted {
	const selected = emptySorted(places.length);
	selected.lineIds = sorted.lineIds;
	// a loop: `from` with a function takes ten times as long, which tells with a hundred thousand events
	for (let i = 0; i < places.length; i++) {
		const place = places[i]!;
		selected.events[i] = sorted.events[place]!;
		selected.start[i] = sorted.start[place]!;
		selected.end[i] = sorted.end[place]!;
		selected.kind[i] = sorted.kind[place]!;
		selected.importance[i] = sorted.importance[place]!;
		selected.badges[i] = sorted.badges[place]!;
		selected.length[i] = sorted.length[place]!;
		selected.lines[i] = sorted.lines[place]!;
	}
	return selected;
}

/** @returns the events on any of the lines, still in time order; null where a line may have no bit */
export function selectLines(sorted: Sorted, lines: string[]): Sorted | null {
	const { lineIds } = sorted;
	if (lineIds.length === BITS && !lines.every((line) => lineIds.includes(line))) return null;
	let mask = 0;
	for (const line of lines) if (lineIds.includes(line)) mask |= 2 ** lineIds.indexOf(line);
	return selectWhere(sorted, (place) => (sorted.lines[place]! & mask) !== 0);
}

/** @returns the events that pass, still in time order */
export function filterSorted(sorted: Sorted, passes: (event: ChartEvent) => boolean): Sorted {
	return selectWhere(sorted, (place) => passes(sorted.events[place]!));
}

/** @returns the smallest span that holds all of them; 1970's first moment for none */
export function hullOf({ start, end }: Sorted): Span {
	let last = end[0] ?? 1;
	for (const time of end) last = Math.max(last, time);
	return { start: start[0] ?? 0, end: last };
}

/** @returns the events that meet the span */
export function withinSpan(sorted: Sorted, span: Span): Sorted {
	const { start, end } = sorted;
	return selectWhere(sorted, (place) => start[place]! < span.end && end[place]! > span.start);
}

/** What holds of all of them changes nothing. */
function selectWhere(sorted: Sorted, holds: (place: number) => boolean): Sorted {
	const places = new Uint32Array(sorted.events.length);
	let count = 0;
	for (let place = 0; place < places.length; place++) if (holds(place)) places[count++] = place;
	return count === places.length ? sorted : selectSorted(sorted, places.subarray(0, count));
}
