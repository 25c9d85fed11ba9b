import type { Pledge } from '../../model/event.ts';
import { extentOf, positionOf, type SizedMark } from '../marks/sized-mark.ts';
import type { PlacedGroup } from './rows.ts';

/**
 * Connector from a promise to the promised event: `row` along one row, `bend` into another row, `out` and `in` cut off
 * at the window's right and left edge.
 */
export interface Arc {
	from: string;
	to: string;
	/** id of the lane's line */
	line: string;
	kept: boolean;
	shape: 'row' | 'bend' | 'out' | 'in';
	/** px */
	x0: number;
	x1: number;
	y0: number;
	y1: number;
}

/** A mark in its row. */
interface MarkOnLine {
	mark: SizedMark;
	line: string;
	y: number;
}

/** Minimum gap between marks for an arc, px. */
const MIN_GAP = 10;
/** Horizontal length of a bend, px. */
const BEND = { min: 12, max: 34 };

/** A mark group in its row. */
export interface GroupOnLine {
	group: PlacedGroup;
	line: string;
	y: number;
}

/**
 * Lays out the arcs within lanes. Omits those whose marks touch or nearly touch, and bends without room.
 * @param width of the plot, px
 */
export function layoutArcs(placed: GroupOnLine[], pledges: Pledge[], width: number): Arc[] {
	const byId = new Map<string, MarkOnLine>();
	for (const { group, line, y } of placed)
		for (const mark of group.marks) byId.set(mark.event.id, { mark, line, y });

	const arcs: Arc[] = [];
	for (const { from, to, kept } of pledges) {
		const [a, b] = [byId.get(from), byId.get(to)];
		if (!a || !b || a.line !== b.line) continue;
		const common = { from, to, line: a.line, kept, y0: a.y, y1: b.y };
		const x0 = positionOf(a.mark.right);
		if (a.y === b.y) {
			const x1 = positionOf(b.mark.left);
			if (x1 - x0 > MIN_GAP) arcs.push({ ...common, shape: 'row', x0, x1 });
			continue;
		}
		const x1 = Math.min(positionOf(b.mark.right) - 4, x0 + BEND.max);
		if (x1 - x0 >= BEND.min && x1 > positionOf(b.mark.left) && isClear(placed, a, x0, x1))
			arcs.push({ ...common, shape: 'bend', x0, x1 });
	}
	for (const { group, line, y } of placed) {
		const mark = group.marks[0]!;
		const common = { line, kept: group.kept, y0: y, y1: y };
		const later = group.later ?? group.beyond?.after;
		const earlier = group.beyond?.before;
		if (later && positionOf(mark.right) < width) {
			const ends = { from: mark.event.id, to: later.id };
			arcs.push({ ...common, ...ends, shape: 'out', x0: positionOf(mark.right), x1: width });
		} else if (earlier && positionOf(mark.left) > 0) {
			const ends = { from: earlier.id, to: mark.event.id };
			arcs.push({ ...common, ...ends, shape: 'in', x0: 0, x1: positionOf(mark.left) });
		}
	}
	return arcs;
}

/** Whether the promise's row is free from its mark to the bend. */
function isClear(placed: GroupOnLine[], from: MarkOnLine, x0: number, x1: number): boolean {
	return placed
		.filter(({ line, y }) => line === from.line && y === from.y)
		.flatMap(({ group }) => [...group.labels, ...group.marks.map((mark) => extentOf(mark))])
		.every(({ left, right }) => right <= x0 + 1 || left >= x1 + 4);
}
