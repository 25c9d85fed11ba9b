import { positionOf, type Anchor } from '../marks/sized-mark.ts';
import type { PlacedCluster, PlacedMark, Scene } from './types.ts';

/** Snap distance by pointer type, px. */
export const SNAP = { touch: 22, mouse: 12 };
/** Half the height of a cluster's mark, px; its hit area is a square. */
const HALF = 8.5;

export type Hit =
	{ mark: PlacedMark; cluster?: undefined } | { mark?: undefined; cluster: PlacedCluster };

/**
 * Hit test: the mark or cluster nearest to a point, O(n). Of two at the same distance, as where a promise lies on the
 * promised event, the one drawn over the other.
 * @param x px from the plot's left edge, as drawn
 * @param y px from the top
 * @param snap maximum distance, px
 * @param stretch width of the plot as drawn, divided by that of the scene
 * @returns null if nothing is closer than that
 */
export function findNearest(
	{ marks, clusters }: Pick<Scene, 'marks' | 'clusters'>,
	x: number,
	y: number,
	snap: number,
	stretch = 1
): Hit | null {
	let best: Hit | null = null;
	let least = snap;
	const drawn = ({ x: at, dx }: Anchor) => at * stretch + dx;
	for (const mark of marks) {
		const { left, right } = mark;
		const distance = Math.hypot(outside(x, drawn(left), drawn(right)), mark.y - y);
		if (distance < snap && distance <= least) [best, least] = [{ mark }, distance];
	}
	for (const cluster of clusters) {
		const distance = Math.hypot(
			outside(x, cluster.x * stretch - HALF, cluster.x * stretch + HALF),
			outside(y, cluster.y - HALF, cluster.y + HALF)
		);
		if (distance < least) [best, least] = [{ cluster }, distance];
	}
	return best;
}

/** Distance of a point from an interval. */
function outside(x: number, from: number, to: number): number {
	return Math.max(from - x, 0, x - to);
}

/** How far the hit area of a mark reaches beyond its ends, px. */
const REACH = 12;

/**
 * @returns how far the mark's hit area reaches beyond both its ends, px: less where another mark of its row is close,
 * so that it does not cover that mark's shape; never less than its own shape
 */
export function reachOf(mark: PlacedMark, marks: PlacedMark[]): [before: number, after: number] {
	const [left, right] = [positionOf(mark.left), positionOf(mark.right)];
	const isPoint = mark.kind === 'point';
	const own = isPoint ? [-mark.left.dx, -mark.left.dx] : [0, 0];
	const free = [Infinity, Infinity];
	for (const other of marks) {
		if (other === mark || other.y !== mark.y) continue;
		const [from, to] = [positionOf(other.left), positionOf(other.right)];
		if (from < left) free[0] = Math.min(free[0]!, Math.max(0, left - to));
		if (to > right) free[1] = Math.min(free[1]!, Math.max(0, from - right));
	}
	return own.map((half, i) => Math.max(half, Math.min(REACH, half + free[i]!))) as [number, number];
}
