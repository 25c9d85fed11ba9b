import { CLUSTER, GAP } from '../marks/spacing.ts';
import type { EventColumns } from './event-columns.ts';
import { addTo, emptyRow, removeLast, type Boxes, type PackedRow } from './packed-row.ts';

export interface PackedCluster {
	/** px, of the middle */
	x: number;
	/** indices of its events, in time order */
	places: number[];
	/** first day, and the day after the last; days since 1970-01-01 */
	start: number;
	end: number;
}

/** Width of a grid cell, px: one cluster each. The grid starts at the level's left edge, so panning moves no cluster. */
const CELL = CLUSTER + 10;
/** Tolerance for marks that begin just before their cell, px. */
const EDGE = 6;

/**
 * Places events without a row in the last one: as single marks where there is room, else in clusters with their
 * neighbours.
 * @param unplaced indices of the events without a row, in time order
 * @param width of the zoom level, px
 * @returns the single marks, and the clusters from left to right
 */
export function gatherClusters(
	{ start, end }: EventColumns,
	unplaced: number[],
	boxes: Boxes,
	width: number
): { loose: PackedRow; clusters: PackedCluster[] } {
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
				addTo(loose, place, boxes, false);
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
	for (const cluster of clusters) {
		cluster.places.sort((a, b) => a - b);
		for (const place of cluster.places) {
			cluster.start = Math.min(cluster.start, start[place]!);
			cluster.end = Math.max(cluster.end, end[place]!);
		}
	}
	return { loose, clusters };
}
