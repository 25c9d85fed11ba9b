/** Between neighbours in a row, px. */
export const GAP = 9;
/** The widest that a cluster's mark gets, px. */
export const CLUSTER = 30;

/** From left to right, px. */
export interface Extent {
	left: number;
	right: number;
}

/** What is kept free for a cluster. @param x px, of its middle */
export function clusterExtent({ x }: { x: number }): Extent {
	return { left: x - CLUSTER / 2, right: x + CLUSTER / 2 };
}

/** Whether two of one row are nearer to each other than neighbours may be. */
export function areClose(a: Extent, b: Extent): boolean {
	return a.left < b.right + GAP && b.left < a.right + GAP;
}
