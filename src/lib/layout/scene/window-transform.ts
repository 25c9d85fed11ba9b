import type { WindowCluster } from '../place/edge-clusters.ts';
import type { PlacedGroup } from '../place/placed-group.ts';
import type { Scale } from '../scale/scale.ts';
import type { ZoomLevel } from './zoom-level.ts';

/** Transform from the coordinates of a zoom level to those of a window: `(x - offset) * stretch`. */
export interface WindowTransform {
	level: ZoomLevel;
	/** of the window */
	scale: Scale;
	/** px of the zoom level */
	offset: number;
	stretch: number;
	/** bounds that labels must stay within, px: `[left, right]` */
	frame: [number, number];
	/** whether the window shows less than the whole domain */
	isPart: boolean;
}

/** The part of a lane that lies in the window. */
export interface WindowLane {
	groups: PlacedGroup[];
	clusters: WindowCluster[];
}
