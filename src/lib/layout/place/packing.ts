import { DAY } from '../../model/date.ts';
import { BADGES, KINDS, NARROWEST, RUMOURED } from '../marks/sized-mark.ts';
import type { Geometry } from '../geometry.ts';
import type { Scale } from '../scale/scale.ts';
import { CLUSTER, GAP } from '../marks/spacing.ts';
import type { Sorted } from './event-columns.ts';

/** Rows for any number of events, in one pass a degree of importance: nothing is compared with all the others. */
export interface Packed {
	/** each row's events, as places in the lane's, from left to right */
	rows: Uint32Array[];
	/** by place: whether the row was kept free for the label, as far as its length could be guessed */
	roomy: Uint8Array;
	/** what exceeds the rows, from left to right; it stands in the last row */
	crowds: Crowd[];
	count: number;
}

export interface Crowd {
	/** px, of the middle */
	x: number;
	/** places in the lane's events */
	places: number[];
	/** the first of them begins, and the day after the last ends; days since 1970-01-01 */
	start: number;
	end: number;
}

/** Before a label, and the advance of a character in ems, generously. */
const LABEL = { gap: 6, advance: 0.62 };
/** Crowds stand one to a cell of so many px, counted from the world's left edge, so that they stay put. */
const CELL = 40;
/** An event belongs to the cell in which its mark begins, but for so many px. */
const EDGE = 6;

interface Row {
	places: number[];
	left: number[];
	/** of the mark, and of what is kept free for its label */
	right: number[];
	reach: number[];
}

/**
 * @param scale of the whole world, at the level at which it is laid out
 * @param least events of less importance get no label
 */
export function packRows(
	lane: Sorted,
	scale: Scale,
	geometry: Geometry,
	least: number,
	maxRows: number
): Packed {
	const boxes = measureBoxes(lane, scale, geometry, least);
	const isFull = sumWidths(boxes) > maxRows * (scale.width + geometry.right);
	const all = isFull ? null : fill(lane, boxes, maxRows);
	// the last row is kept for what exceeds the others
	const fitting = all && !all.left.length ? all : fill(lane, boxes, maxRows - 1);
	return gatherCrowds(lane, fitting, boxes, maxRows, scale.width);
}

interface Boxes {
	left: Float64Array;
	right: Float64Array;
	reach: Float64Array;
}

function measureBoxes(lane: Sorted, scale: Scale, geometry: Geometry, least: number): Boxes {
	const { events, start, end, kind, importance, badges, length } = lane;
	const first = scale.domain.start / DAY;
	const perDay = scale.width / (scale.domain.end / DAY - first);
	const { radius } = geometry;
	const narrowest = KINDS.map((name) => NARROWEST[name] * radius);
	narrowest[0] = 2 * (radius + RUMOURED);
	const advance = LABEL.advance * geometry.font.label;

	const boxes = {
		left: new Float64Array(events.length),
		right: new Float64Array(events.length),
		reach: new Float64Array(events.length)
	};
	for (let i = 0; i < events.length; i++) {
		const x0 = (start[i]! - first) * perDay;
		const x1 = (end[i]! - first) * perDay;
		const isPoint = kind[i] === 0;
		const width = isPoint ? narrowest[0]! : Math.max(x1 - x0, narrowest[kind[i]!]!);
		const middle = (x0 + x1) / 2;
		boxes.left[i] = middle - width / 2;
		const right = middle + width / 2 + BADGES[badges[i] as 0]!;
		boxes.right[i] = right;
		boxes.reach[i] = importance[i]! < least ? right : right + LABEL.gap + length[i]! * advance;
	}
	return boxes;
}

function sumWidths({ left, right }: Boxes): number {
	let sum = 0;
	for (let i = 0; i < left.length; i++) sum += right[i]! - left[i]! + GAP;
	return sum;
}

/**
 * Fills the rows, the most important events first; each takes the first row that has room for it and its label, else the
 * first with room for it alone.
 */
function fill(
	{ events, importance }: Sorted,
	boxes: Boxes,
	maxRows: number
): { rows: Row[]; left: number[] } {
	let rows: Row[] = Array.from({ length: maxRows }, emptyRow);
	const isLeft = new Uint8Array(events.length);
	// of each row: where its last mark ends, and what was kept free after it, and where the next begins that was there before
	const ends = new Float64Array(maxRows);
	const reaches = new Float64Array(maxRows);
	const nexts = new Float64Array(maxRows);
	const cursors = new Uint32Array(maxRows);
	for (let degree = 3; degree >= 1; degree--) {
		const added = rows.map(emptyRow);
		ends.fill(-Infinity);
		reaches.fill(-Infinity);
		cursors.fill(0);
		rows.forEach((row, r) => (nexts[r] = row.left[0] ?? Infinity));
		/** no row is free before that */
		let soonest = -Infinity;
		for (let i = 0; i < events.length; i++) {
			if (importance[i] !== degree) continue;
			const from = boxes.left[i]! - GAP;
			if (from < soonest) {
				isLeft[i] = 1;
				continue;
			}
			const right = boxes.right[i]! + GAP;
			const reach = boxes.reach[i]! + GAP;
			let chosen = -1;
			let isRoomy = false;
			let least = Infinity;
			for (let r = 0; r < maxRows; r++) {
				while (nexts[r]! < from + GAP) pass(rows[r]!, r);
				if (ends[r]! < least) least = ends[r]!;
				if (ends[r]! > from || nexts[r]! < right) continue;
				if (reaches[r]! <= from && nexts[r]! >= reach) {
					[chosen, isRoomy] = [r, true];
					break;
				}
				if (chosen < 0) chosen = r;
			}
			if (chosen < 0) {
				isLeft[i] = 1;
				soonest = least;
				continue;
			}
			add(added[chosen]!, i, boxes, isRoomy);
			ends[chosen] = boxes.right[i]!;
			reaches[chosen] = isRoomy ? boxes.reach[i]! : boxes.right[i]!;
		}
		rows = rows.map((row, r) => merge(row, added[r]!));
	}
	const left: number[] = [];
	for (let i = 0; i < isLeft.length; i++) if (isLeft[i]) left.push(i);
	return { rows, left };

	/** The next mark of a row is now behind. */
	function pass(row: Row, r: number): void {
		const at = cursors[r]!;
		ends[r] = Math.max(ends[r]!, row.right[at]!);
		reaches[r] = Math.max(reaches[r]!, row.reach[at]!);
		cursors[r] = at + 1;
		nexts[r] = row.left[at + 1] ?? Infinity;
	}
}

function emptyRow(): Row {
	return { places: [], left: [], right: [], reach: [] };
}

function add(row: Row, place: number, { left, right, reach }: Boxes, roomy: boolean): void {
	row.places.push(place);
	row.left.push(left[place]!);
	row.right.push(right[place]!);
	row.reach.push(roomy ? reach[place]! : right[place]!);
}

function removeLast(row: Row): number {
	for (const column of [row.left, row.right, row.reach]) column.pop();
	return row.places.pop()!;
}

/** What stood in the row and what was added, from left to right. */
function merge(row: Row, added: Row): Row {
	if (!row.places.length) return added;
	const merged = emptyRow();
	let [i, j] = [0, 0];
	while (i < row.places.length || j < added.places.length) {
		const takeAdded = i >= row.places.length || added.left[j]! < row.left[i]!;
		const from = takeAdded ? added : row;
		const k = takeAdded ? j++ : i++;
		merged.places.push(from.places[k]!);
		merged.left.push(from.left[k]!);
		merged.right.push(from.right[k]!);
		merged.reach.push(from.reach[k]!);
	}
	return merged;
}

/** Gives what found no row a place in the last one: alone where it can stand, else with its neighbours in a crowd. */
function gatherCrowds(
	{ start, end }: Sorted,
	{ rows, left }: { rows: Row[]; left: number[] },
	boxes: Boxes,
	maxRows: number,
	width: number
): Packed {
	const lastCell = Math.max(0, Math.floor((width - CLUSTER / 2) / CELL - 0.5));
	const cells = new Map<number, number[]>();
	let [latest, together] = [-1, [] as number[]];
	for (const place of left) {
		const begins = Math.floor((boxes.left[place]! + EDGE) / CELL);
		const cell = Math.min(Math.max(begins, 0), lastCell);
		if (cell !== latest) {
			together = cells.get(cell) ?? [];
			cells.set(cell, together);
			latest = cell;
		}
		together.push(place);
	}
	const order = [...cells.keys()].sort((a, b) => a - b);
	const crowds: Crowd[] = [];
	const loose = emptyRow();
	// until where the row is taken, and whether by a mark that stands alone
	let [taken, isAlone] = [-Infinity, false];
	order.forEach((cell, i) => {
		const places = cells.get(cell)!;
		const next = order[i + 1];
		if (places.length === 1) {
			const [place] = places as [number];
			const isFree = boxes.left[place]! >= taken + GAP;
			if (isFree && (next === undefined || boxes.right[place]! + GAP <= next * CELL)) {
				add(loose, place, boxes, false);
				taken = boxes.right[place]!;
				isAlone = true;
				return;
			}
			if (isFree) {
				cells.get(next!)!.unshift(place);
				return;
			}
			if (!isAlone) {
				crowds.at(-1)!.places.push(place);
				return;
			}
			// what stood alone is in the way: from now on the two are a crowd
			places.unshift(removeLast(loose));
		}
		const x = (cell + 0.5) * CELL;
		crowds.push({ x, places, start: Infinity, end: -Infinity });
		taken = x + CLUSTER / 2;
		isAlone = false;
	});
	for (const crowd of crowds)
		for (const place of crowd.places) {
			crowd.start = Math.min(crowd.start, start[place]!);
			crowd.end = Math.max(crowd.end, end[place]!);
		}
	const filled = [...rows, ...(left.length ? [loose] : [])];
	const last = filled.findLastIndex(({ places }) => places.length);
	return {
		rows: filled.slice(0, last + 1).map(({ places }) => Uint32Array.from(places)),
		crowds,
		count: left.length ? maxRows : Math.max(1, last + 1),
		roomy: roominess(filled, boxes)
	};
}

/** Who has kept the room for a label: nobody came to stand in it. */
function roominess(rows: Row[], { left, right }: Boxes): Uint8Array {
	const roomy = new Uint8Array(left.length);
	for (const { places, reach } of rows)
		places.forEach((place, i) => {
			const next = places[i + 1];
			const isKept = next === undefined || reach[i]! + GAP <= left[next]!;
			if (reach[i]! > right[place]! && isKept) roomy[place] = 1;
		});
	return roomy;
}
