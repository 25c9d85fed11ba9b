import type { Span } from '../../model/date.ts';
import type { ChartEvent } from '../../model/event.ts';
import type { Geometry } from '../geometry.ts';
import type { SizedMark } from '../marks/sized-mark.ts';
import type { Label } from '../marks/labels.ts';
import type { Pin } from '../marks/pins.ts';
import type { Arc } from '../place/arcs.ts';
import type { Axis } from '../scale/ticks.ts';

export interface Lane {
	id: string;
	label: string;
	/** px, of the line above it and of the next one */
	top: number;
	bottom: number;
	/** events in it */
	count: number;
}

export interface PlacedMark extends SizedMark {
	line: string;
	/** px, the row's middle */
	y: number;
	row: number;
	/** whether it lies on the capsule that it promises, and takes a rim of paper */
	onCapsule: boolean;
}

export interface PlacedLabel extends Label {
	y: number;
}

export interface PlacedCluster {
	line: string;
	x: number;
	y: number;
	count: number;
	/** in time order; put together when asked for */
	readonly events: ChartEvent[];
}

/** What is drawn: everything has its place, nothing its colour. Lengths in px, x from the plot's left edge. */
export interface Scene {
	geometry: Geometry;
	width: number;
	height: number;
	domain: Span;
	lanes: Lane[];
	axis: Axis;
	pins: Pin[];
	/** whether pins have names; else they have counts */
	named: boolean;
	/** in the order of drawing: a promise lies over the capsule that it promised */
	marks: PlacedMark[];
	labels: PlacedLabel[];
	arcs: Arc[];
	clusters: PlacedCluster[];
}
