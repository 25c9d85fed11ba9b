import { DAY } from '../../model/date.ts';
import { BADGE_WIDTHS, MARK_KINDS, MIN_WIDTHS, RUMOURED_REACH } from '../marks/sized-mark.ts';
import type { Geometry } from '../geometry.ts';
import type { Scale } from '../scale/scale.ts';
import { CLUSTER, GAP } from '../marks/spacing.ts';
import type { EventColumns } from './event-columns.ts';

/**
 * Result of greedy interval packing of events into rows, most important first: one pass over the events per degree of
 * importance, O(n · rows), without comparing events with each other.
 */
export interface PackedRows {
	/** indices into the lane's columns of each row's events, from left to right */
	rows: Uint32Array[];
	/** by index: 1 for marks whose reserved label space stayed free */
	hasLabelSpace: Uint8Array;
	/** events that fit into no row, from left to right; drawn in the last row */
	clusters: PackedCluster[];
	/** number of rows, at least 1 */
	count: number;
}

export interface PackedCluster {
	/** px, of the middle */
	x: number;
	/** indices of its events */
	places: number[];
	/** first day, and the day after the last; days since 1970-01-01 */
	start: number;
	end: number;
}

/** Gap before a label, px, and the mean advance of a character, em; rounded up. */
const LABEL = { gap: 6, advance: 0.62 };
/** Width of a grid cell, px: one cluster each. The grid starts at the level's left edge, so panning moves no cluster. */
const CELL = 40;
/** Tolerance for marks that begin just before their cell, px. */
const EDGE = 6;

interface Row {
	places: number[];
	left: number[];
	/** end of the mark */
	right: number[];
	/** end of the space reserved for its label */
	reach: number[];
}

/**
 * Packs one lane.
 * @param scale of the zoom level
 * @param minImportance events of less importance get no label
 */
export function packRows(
	lane: EventColumns,
	scale: Scale,
	geometry: Geometry,
	minImportance: number,
	maxRows: number
): PackedRows {
	const boxes = measureBoxes(lane, scale, geometry, minImportance);
	const isFull = sumWidths(boxes) > maxRows * (scale.width + geometry.right);
	const all = isFull ? null : fill(lane, boxes, maxRows);
	// the last row is reserved for clusters
	const fitting = all && !all.unplaced.length ? all : fill(lane, boxes, maxRows - 1);
	return gatherClusters(lane, fitting, boxes, maxRows, scale.width);
}

interface Boxes {
	left: Float64Array;
	right: Float64Array;
	reach: Float64Array;
}

function measureBoxes(
	lane: EventColumns,
	scale: Scale,
	geometry: Geometry,
	minImportance: number
): Boxes {
	const { events, start, end, kind, importance, badges, length } = lane;
	const first = scale.domain.start / DAY;
	const perDay = scale.width / (scale.domain.end / DAY - first);
	const { radius } = geometry;
	const narrowest = MARK_KINDS.map((name) => MIN_WIDTHS[name] * radius);
	narrowest[0] = 2 * (radius + RUMOURED_REACH);
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
		const right = middle + width / 2 + BADGE_WIDTHS[badges[i] as 0]!;
		boxes.right[i] = right;
		boxes.reach[i] =
			importance[i]! < minImportance ? right : right + LABEL.gap + length[i]! * advance;
	}
	return boxes;
}

function sumWidths({ left, right }: Boxes): number {
	let sum = 0;
	for (let i = 0; i < left.length; i++) sum += right[i]! - left[i]! + GAP;
	return sum;
}

/**
 * First fit, by degree of importance: each event takes the first row with room for its mark and label, else the first
 * with room for its mark alone.
 */
function fill(
	{ events, importance }: EventColumns,
	boxes: Boxes,
	maxRows: number
): { rows: Row[]; unplaced: number[] } {
	let rows: Row[] = Array.from({ length: maxRows }, emptyRow);
	const isUnplaced = new Uint8Array(events.length);
	// per row: end of the last mark, end of its label space, start of the next mark from an earlier pass
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
		/** no row is free before this, px */
		let soonest = -Infinity;
		for (let i = 0; i < events.length; i++) {
			if (importance[i] !== degree) continue;
			const from = boxes.left[i]! - GAP;
			if (from < soonest) {
				isUnplaced[i] = 1;
				continue;
			}
			const right = boxes.right[i]! + GAP;
			const reach = boxes.reach[i]! + GAP;
			let chosen = -1;
			let hasSpace = false;
			let least = Infinity;
			for (let r = 0; r < maxRows; r++) {
				while (nexts[r]! < from + GAP) pass(rows[r]!, r);
				if (ends[r]! < least) least = ends[r]!;
				if (ends[r]! > from || nexts[r]! < right) continue;
				if (reaches[r]! <= from && nexts[r]! >= reach) {
					[chosen, hasSpace] = [r, true];
					break;
				}
				if (chosen < 0) chosen = r;
			}
			if (chosen < 0) {
				isUnplaced[i] = 1;
				soonest = least;
				continue;
			}
			add(added[chosen]!, i, boxes, hasSpace);
			ends[chosen] = boxes.right[i]!;
			reaches[chosen] = hasSpace ? boxes.reach[i]! : boxes.right[i]!;
		}
		rows = rows.map((row, r) => merge(row, added[r]!));
	}
	const unplaced: number[] = [];
	for (let i = 0; i < isUnplaced.length; i++) if (isUnplaced[i]) unplaced.push(i);
	return { rows, unplaced };

	/** Moves a row's cursor past its next mark. */
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

function add(row: Row, place: number, { left, right, reach }: Boxes, hasSpace: boolean): void {
	row.places.push(place);
	row.left.push(left[place]!);
	row.right.push(right[place]!);
	row.reach.push(hasSpace ? reach[place]! : right[place]!);
}

function removeLast(row: Row): number {
	for (const column of [row.left, row.right, row.reach]) column.pop();
	return row.places.pop()!;
}

/** Merges two rows that are each sorted from left to right. */
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

/**
 * Places events without a row in the last one: as single marks where there is room, else in clusters with their
 * neighbours.
 */
function gatherClusters(
	{ start, end }: EventColumns,
	{ rows, unplaced }: { rows: Row[]; unplaced: number[] },
	boxes: Boxes,
	maxRows: number,
	width: number
): PackedRows {
	const lastCell = Math.max(0, Math.floor((width - CLUSTER / 2) / CELL - 0.5));
	const cells = new Map<number, number[]>();
	let [latest, current] = [-1, [] as number[]];
	for (const place of unplaced) {
		const begins = Math.floor((boxes.left[place]! + EDGE) / CELL);
		const cell = Math.min(Math.max(begins, 0), lastCell);
		if (cell !== latest) {
			current = cells.get(cell) ?? [];
			cells.set(cell, current);
			latest = cell;
		}
		current.push(place);
	}
	const order = [...cells.keys()].sort((a, b) => a - b);
	const clusters: PackedCluster[] = [];
	const loose = emptyRow();
	// end of the last item in the row, and whether it is a single mark
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
				clusters.at(-1)!.places.push(place);
				return;
			}
			// overlaps the previous single mark: both form a cluster
			places.unshift(removeLast(loose));
		}
		const x = (cell + 0.5) * CELL;
		clusters.push({ x, places, start: Infinity, end: -Infinity });
		taken = x + CLUSTER / 2;
		isAlone = false;
	});
	for (const cluster of clusters)
		for (const place of cluster.places) {
			cluster.start = Math.min(cluster.start, start[place]!);
			cluster.end = Math.max(cluster.end, end[place]!);
		}
	const filled = [...rows, ...(unplaced.length ? [loose] : [])];
	const last = filled.findLastIndex(({ places }) => places.length);
	return {
		rows: filled.slice(0, last + 1).map(({ places }) => Uint32Array.from(places)),
		clusters,
		count: unplaced.length ? maxRows : Math.max(1, last + 1),
		hasLabelSpace: findLabelSpace(filled, boxes)
	};
}

/** Marks whose reserved label space stayed free. */
function findLabelSpace(rows: Row[], { left, right }: Boxes): Uint8Array {
	const hasLabelSpace = new Uint8Array(left.length);
	for (const { places, reach } of rows)
		places.forEach((place, i) => {
			const next = places[i + 1];
			const isFree = next === undefined || reach[i]! + GAP <= left[next]!;
			if (reach[i]! > right[place]! && isFree) hasLabelSpace[place] = 1;
		});
	return hasLabelSpace;
}
