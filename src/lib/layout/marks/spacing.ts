/** Least gap between neighbours in a row, px. */
export const GAP = 9;
/** Greatest width of a cluster's mark, px. */
export const CLUSTER = 30;

/** px */
export interface Extent {
	left: number;
	right: number;
}

/** The extent reserved for a cluster. @param x px, of its middle */
export function clusterExtent({ x }: { x: number }): Extent {
	return { left: x - CLUSTER / 2, right: x + CLUSTER / 2 };
}

/** Whether the gap between two extents is below the least. */
export function areClose(a: Extent, b: Extent): boolean {
	return a.left < b.right + GAP && b.left < a.right + GAP;
}
