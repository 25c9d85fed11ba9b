import { compareEvents, type ChartEvent } from '../../model/event.ts';
import type { PlacedGroup } from './placed-group.ts';
import { areClose, CLUSTER, clusterExtent, GAP, type Extent } from '../marks/spacing.ts';

/** A cluster in one lane of a window; its events are listed on demand. */
export interface WindowCluster {
	/** px, of the middle */
	x: number;
	row: number;
	count: number;
	first: ChartEvent;
	/** in time order */
	events: () => ChartEvent[];
}

/**
 * Places clusters whose middle lies outside the window although some of their events lie inside: merges them into one
 * cluster per end, at the free position nearest to it. Labels in its way are removed; it covers marks only where no row
 * has room for it, nor a cluster that it can join.
 * @param outside clusters before the window (`x` below 0) and after it
 * @param rows number of rows of the lane
 * @param width of the plot, px
 */
export function placeEdgeClusters(
	outside: WindowCluster[],
	lane: { groups: PlacedGroup[]; clusters: WindowCluster[] },
	rows: number,
	width: number
): { groups: PlacedGroup[]; clusters: WindowCluster[] } {
	let { groups, clusters } = lane;
	for (const isBefore of [true, false]) {
		const merged = outside.filter(({ x }) => x < 0 === isBefore);
		if (!merged.length) continue;
		const place = findRoom(groups, clusters, rows, isBefore, width);
		const box = clusterExtent(place);
		// without room, it joins the cluster that it would cover
		const joined = clusters.filter(
			(other) => other.row === place.row && areClose(clusterExtent(other), box)
		);
		const parts = [...merged, ...joined];
		clusters = [
			...clusters.filter((other) => !joined.includes(other)),
			{
				...(joined[0] ?? place),
				count: parts.reduce((sum, { count }) => sum + count, 0),
				first: parts.map(({ first }) => first).sort(compareEvents)[0]!,
				events: () => parts.flatMap(({ events }) => events()).sort(compareEvents)
			}
		];
		groups = groups.map((group) => {
			const labels = group.labels.filter(
				(label) => group.row !== place.row || !areClose(label, box)
			);
			return labels.length < group.labels.length ? { ...group, labels, lostPart: true } : group;
		});
	}
	return { groups, clusters };
}

/** @returns the free position nearest to that end of the window; if there is none, the end of the last row */
function findRoom(
	groups: PlacedGroup[],
	clusters: { x: number; row: number }[],
	rows: number,
	isBefore: boolean,
	width: number
): { x: number; row: number } {
	const [min, max] = [CLUSTER / 2, width - CLUSTER / 2];
	const edge = isBefore ? min : max;
	const step = CLUSTER / 2 + GAP;
	let best: { x: number; row: number } | null = null;
	for (let row = rows - 1; row >= 0; row--) {
		const taken: Extent[] = [
			...groups.filter((group) => group.row === row),
			...clusters.filter((cluster) => cluster.row === row).map(clusterExtent)
		];
		const nearest = [
			edge,
			...taken.map(({ left, right }) => (isBefore ? right + step : left - step))
		]
			.filter(
				(x) => x >= min && x <= max && taken.every((box) => !areClose(box, clusterExtent({ x })))
			)
			.toSorted((a, b) => Math.abs(a - edge) - Math.abs(b - edge))[0];
		if (nearest === undefined) continue;
		if (!best || Math.abs(nearest - edge) < Math.abs(best.x - edge)) best = { x: nearest, row };
	}
	return best ?? { x: edge, row: rows - 1 };
}
