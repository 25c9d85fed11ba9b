import { DAY } from '../../model/date.ts';
import { BADGE_WIDTHS, MARK_KINDS, MIN_WIDTHS, RUMOURED_REACH } from '../marks/sized-mark.ts';
import type { Geometry } from '../geometry.ts';
import type { Scale } from '../scale/scale.ts';
import { GAP } from '../marks/spacing.ts';
import type { EventColumns } from './event-columns.ts';
import { gatherClusters, type PackedCluster } from './packed-clusters.ts';
import { addTo, emptyRow, merge, type Boxes, type PackedRow } from './packed-row.ts';

/**
 * Result of greedy interval packing of events into rows, most important first: one pass over the events per degree of
 * importance, O(n · rows), without comparing events with each other.
 */
export interface PackedRows {
	/** indices into the lane's columns of each row's events, from left to right */
	rows: Uint32Array[];
	/** events that fit into no row, from left to right; drawn in the last row */
	clusters: PackedCluster[];
	/** number of rows, at least 1 */
	count: number;
}

/** Gap before a label, px, and the mean advance of a character, em; rounded up. */
const LABEL = { gap: 6, advance: 0.62 };
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
	const { loose, clusters } = gatherClusters(lane, fitting.unplaced, boxes, scale.width);
	const filled = [...fitting.rows, loose];
	const last = filled.findLastIndex(({ places }) => places.length);
	return {
		rows: filled.slice(0, last + 1).map(({ places }) => Uint32Array.from(places)),
		clusters,
		count: fitting.unplaced.length ? maxRows : Math.max(1, last + 1)
	};
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
 * with room for its mark that covers no label, else the first with room for its mark.
 */
function fill(
	{ events, importance }: EventColumns,
	boxes: Boxes,
	maxRows: number
): { rows: PackedRow[]; unplaced: number[] } {
	let rows: PackedRow[] = Array.from({ length: maxRows }, emptyRow);
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
			let [chosen, covering] = [-1, -1];
			let hasSpace = false;
			let least = Infinity;
			for (let r = 0; r < maxRows; r++) {
				while (nexts[r]! < from + GAP) pass(rows[r]!, r);
				if (ends[r]! < least) least = ends[r]!;
				if (ends[r]! > from || nexts[r]! < right) continue;
				const isClear = reaches[r]! <= from;
				if (isClear && nexts[r]! >= reach) {
					[chosen, hasSpace] = [r, true];
					break;
				}
				if (isClear && chosen < 0) chosen = r;
				else if (covering < 0) covering = r;
			}
			if (chosen < 0) chosen = covering;
			if (chosen < 0) {
				isUnplaced[i] = 1;
				soonest = least;
				continue;
			}
			addTo(added[chosen]!, i, boxes, hasSpace);
			ends[chosen] = boxes.right[i]!;
			reaches[chosen] = hasSpace ? boxes.reach[i]! : boxes.right[i]!;
		}
		rows = rows.map((row, r) => merge(row, added[r]!));
	}
	const unplaced: number[] = [];
	for (let i = 0; i < isUnplaced.length; i++) if (isUnplaced[i]) unplaced.push(i);
	return { rows, unplaced };

	/** Moves a row's cursor past its next mark. */
	function pass(row: PackedRow, r: number): void {
		const at = cursors[r]!;
		ends[r] = Math.max(ends[r]!, row.right[at]!);
		reaches[r] = Math.max(reaches[r]!, row.reach[at]!);
		cursors[r] = at + 1;
		nexts[r] = row.left[at + 1] ?? Infinity;
	}
}
