import { spanOf } from '../../model/date.ts';
import { importanceOf, type ChartEvent, type Pledge } from '../../model/event.ts';
import { extentOf, sizeMark, positionOf, type SizedMark } from './sized-mark.ts';
import type { Scale } from '../scale/scale.ts';

/** Marks that share a row: one event's, or those of a promise and of the promised event. */
export interface MarkGroup {
	marks: SizedMark[];
	/** the promised event, if it lies after the domain */
	later: ChartEvent | null;
	/** whether the promise was kept */
	kept: boolean;
	importance: 1 | 2 | 3;
	/** px, extent of the marks and of the arc that leaves the plot for `later` */
	left: number;
	right: number;
}

/** Part of the promised event's mark that must extend beyond the promise for both to share a row, px. */
const MIN_VISIBLE = 15;
/** Part of the promised time that may lie before a promise in the same row: little of “this year”, said in February. */
const EARLIEST = 0.1;

/**
 * Sizes the events' marks and pairs promises with promised events where both fit into one row.
 * @param events one lane's, in time order
 * @param pledges of the whole timeline
 * @param all every event that passes the filter, by id
 */
export function groupMarks(
	events: ChartEvent[],
	pledges: Pledge[],
	all: Map<string, ChartEvent>,
	scale: Scale,
	radius: number
): MarkGroup[] {
	const marks = new Map<string, SizedMark>();
	for (const event of events) {
		const mark = sizeMark(event, scale, radius);
		if (mark) marks.set(event.id, mark);
	}
	// pairs first: the promised event may begin before its promise, which is then drawn on its mark
	const pairs = new Map<string, Pledge>();
	const due = new Set<string>();
	for (const { id } of events) {
		const mark = marks.get(id);
		if (!mark || due.has(id)) continue;
		const pledge = pledges.find(
			({ from, to }) =>
				from === id && !due.has(to) && !pairs.has(to) && sharesRow(mark, marks.get(to))
		);
		if (!pledge) continue;
		pairs.set(id, pledge);
		due.add(pledge.to);
	}

	const groups: MarkGroup[] = [];
	for (const event of events) {
		const mark = marks.get(event.id);
		if (!mark || due.has(event.id)) continue;
		const pledge = pairs.get(event.id);
		if (pledge) {
			groups.push(makeGroup([mark, marks.get(pledge.to)!], pledge.kept, null, scale));
			continue;
		}
		const beyond = pledges.find(({ from, to }) => {
			const later = from === event.id && !marks.has(to) && all.get(to);
			return later && spanOf(later.date).start >= scale.domain.end;
		});
		groups.push(
			makeGroup([mark], beyond?.kept ?? false, beyond ? all.get(beyond.to)! : null, scale)
		);
	}
	return groups;
}

/** Splits a pair into two groups. */
export function splitGroup({ marks, kept }: MarkGroup, scale: Scale): MarkGroup[] {
	return marks.map((mark) => makeGroup([mark], kept, null, scale));
}

function sharesRow(promise: SizedMark, due: SizedMark | undefined): boolean {
	if (!due || due.kind === 'bar' || promise.kind === 'bar') return false;
	const [said, time] = [spanOf(promise.event.date), spanOf(due.event.date)];
	if (said.start - time.start > EARLIEST * (time.end - time.start)) return false;
	return positionOf(due.right) - positionOf(promise.right) >= MIN_VISIBLE;
}

function makeGroup(
	marks: SizedMark[],
	kept: boolean,
	later: ChartEvent | null,
	scale: Scale
): MarkGroup {
	const { left, right } = extentOf(...marks);
	return {
		marks,
		kept,
		later,
		importance: Math.max(...marks.map(({ event }) => importanceOf(event))) as 1 | 2 | 3,
		left,
		right: Math.max(right, later ? scale.width : 0)
	};
}
