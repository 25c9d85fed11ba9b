import type { PlacedUnit } from './rows.ts';
import { areClose, CLUSTER, clusterExtent, GAP, type Extent } from '../marks/spacing.ts';

/** A cluster as a window of a lane shows it; its events are asked for later, if at all. */
export interface Gathered<Event> {
	/** px, of the middle */
	x: number;
	row: number;
	count: number;
	events: () => Event[];
}

/**
 * Clusters whose middle lies beyond the window though some of their events don't: one at each of its ends, in the last
 * row that has room there. Labels give way to it, marks don't, unless the marks leave no row any room.
 * @param strays before the window (`x` below 0) and after it
 * @param rows of the lane
 * @param width of the plot, px
 */
export function placeStrays<Event>(
	strays: Gathered<Event>[],
	lane: { units: PlacedUnit[]; clusters: Gathered<Event>[] },
	rows: number,
	width: number
): { units: PlacedUnit[]; clusters: Gathered<Event>[] } {
	let { units, clusters } = lane;
	for (const isBefore of [true, false]) {
		const some = strays.filter(({ x }) => x < 0 === isBefore);
		if (!some.length) continue;
		const place = findRoom(units, clusters, rows, isBefore, width);
		const box = clusterExtent(place);
		clusters = [
			...clusters,
			{
				...place,
				count: some.reduce((sum, { count }) => sum + count, 0),
				events: () => some.flatMap(({ events }) => events())
			}
		];
		units = units.map((unit) => {
			const labels = unit.labels.filter((label) => unit.row !== place.row || !areClose(label, box));
			return labels.length < unit.labels.length ? { ...unit, labels, lost: true } : unit;
		});
	}
	return { units, clusters };
}

/** The place nearest to the window's end; the end of the last row where there is none. */
function findRoom(
	units: PlacedUnit[],
	clusters: { x: number; row: number }[],
	rows: number,
	isBefore: boolean,
	width: number
): { x: number; row: number } {
	const [least, most] = [CLUSTER / 2, width - CLUSTER / 2];
	const edge = isBefore ? least : most;
	const step = CLUSTER / 2 + GAP;
	let best: { x: number; row: number } | null = null;
	for (let row = rows - 1; row >= 0; row--) {
		const taken: Extent[] = [
			...units.filter((unit) => unit.row === row),
			...clusters.filter((cluster) => cluster.row === row).map(clusterExtent)
		];
		const nearest = [
			edge,
			...taken.map(({ left, right }) => (isBefore ? right + step : left - step))
		]
			.filter(
				(x) => x >= least && x <= most && taken.every((box) => !areClose(box, clusterExtent({ x })))
			)
			.toSorted((a, b) => Math.abs(a - edge) - Math.abs(b - edge))[0];
		if (nearest === undefined) continue;
		if (!best || Math.abs(nearest - edge) < Math.abs(best.x - edge)) best = { x: nearest, row };
	}
	return best ?? { x: edge, row: rows - 1 };
}
