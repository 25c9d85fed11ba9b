/** Minimum gap between neighbours in a row, px. */
export const GAP = 9;
/** Width reserved for a cluster's mark, px: that of a count of four characters, such as `3.4k`, is 35 px. */
export const CLUSTER = 36;

/** A horizontal extent, px. */
export interface Extent {
	left: number;
	right: number;
}

/** @param x middle of the cluster, px @returns the extent reserved for it */
export function clusterExtent({ x }: { x: number }): Extent {
	return { left: x - CLUSTER / 2, right: x + CLUSTER / 2 };
}

/** @returns whether the gap between two extents is below the minimum */
export function areClose(a: Extent, b: Extent): boolean {
	return a.left < b.right + GAP && b.left < a.right + GAP;
}
