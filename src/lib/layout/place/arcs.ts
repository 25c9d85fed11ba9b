import type { Pledge } from '../../model/event.ts';
import { extentOf, positionOf, type SizedMark } from '../marks/sized-mark.ts';
import type { Geometry } from '../geometry.ts';
import type { Extent } from '../marks/spacing.ts';
import type { PlacedGroup } from './placed-group.ts';

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
	/** of a curve above the row, px: less where a mark, label or lane name is above it */
	height: number;
}

/** A mark in its row. */
interface MarkOnLine {
	mark: SizedMark;
	line: string;
	y: number;
}

/** Minimum gap between marks for an arc, px. */
const MIN_GAP = 10;
/** Height of an arc with room, and of the flattest, px; and its distance from a mark, label or lane name above it. */
const HEIGHT = { max: 9, min: 2, gap: 1 };
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
 * @param names lane names above the rows, as boxes: right end and bottom, px
 * @param width of the plot, px
 */
export function layoutArcs(
	placed: GroupOnLine[],
	names: Map<string, { right: number; bottom: number }>,
	pledges: Pledge[],
	geometry: Geometry,
	width: number
): Arc[] {
	const byId = new Map<string, MarkOnLine>();
	for (const { group, line, y } of placed)
		for (const mark of group.marks) byId.set(mark.event.id, { mark, line, y });

	const arcs: Omit<Arc, 'height'>[] = [];
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
		if (x1 - x0 >= BEND.min && x1 > positionOf(b.mark.left) && isClear(placed, a, b, x0, x1))
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
	// pledges may repeat: an event that announces another, which fulfils it
	const unique = new Map(arcs.map((arc) => [JSON.stringify([arc.from, arc.to]), arc]));
	return [...unique.values()].map((arc) => ({
		...arc,
		height: heightOf(arc, placed, names.get(arc.line), geometry)
	}));
}

/** @returns the greatest height at which the arc touches neither labels and marks of the row above nor the lane's name */
function heightOf(
	{ line, x0, x1, y0 }: Omit<Arc, 'height'>,
	placed: GroupOnLine[],
	name: { right: number; bottom: number } | undefined,
	{ row, radius, font }: Geometry
): number {
	const isOver = ({ left, right }: Extent) => left < x1 && right > x0;
	const above = placed.filter((other) => other.line === line && other.y === y0 - row);
	const bottoms = [
		...above.filter(({ group }) => isOver(group)).map(({ y }) => y + radius),
		...above
			.flatMap(({ group, y }) => group.labels.map((label) => ({ ...label, y: y + label.dy })))
			.filter(isOver)
			.map(({ y }) => y + font.label / 2),
		...(name && isOver({ left: -Infinity, right: name.right }) ? [name.bottom] : [])
	];
	const free = y0 - radius - HEIGHT.gap - Math.max(-Infinity, ...bottoms);
	// the curve is three quarters as high as its control points
	return Math.min(HEIGHT.max, Math.max(HEIGHT.min, free / 0.75));
}

/** Whether the promise's row is free from its mark to the bend, and the rows between the two marks where it crosses them. */
function isClear(
	placed: GroupOnLine[],
	from: MarkOnLine,
	to: MarkOnLine,
	x0: number,
	x1: number
): boolean {
	const [top, bottom] = [Math.min(from.y, to.y), Math.max(from.y, to.y)];
	return placed
		.filter(({ line, y }) => line === from.line && y >= top && y <= bottom && y !== to.y)
		.every(({ group, y }) => {
			const start = y === from.y ? x0 + 1 : x1 - 4;
			return [...group.labels, ...group.marks.map((mark) => extentOf(mark))].every(
				({ left, right }) => right <= start || left >= x1 + 4
			);
		});
}
