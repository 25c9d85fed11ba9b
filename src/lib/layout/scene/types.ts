import type { Span } from '../../model/date.ts';
import type { ChartEvent } from '../../model/event.ts';
import type { Geometry } from '../geometry.ts';
import type { SizedMark } from '../marks/sized-mark.ts';
import type { Label } from '../marks/labels.ts';
import type { Pin } from '../marks/pins.ts';
import type { Arc } from '../place/arcs.ts';
import type { Axis } from '../scale/ticks.ts';
import type { LaneName } from './lane-names.ts';

export interface Lane {
	id: string;
	label: string;
	name: LaneName;
	/** y of its top rule and of the next one, px */
	top: number;
	bottom: number;
	/** y of the middle of its first row, px */
	first: number;
	/** number of events */
	count: number;
}

export interface PlacedMark extends SizedMark {
	/** id of its line */
	line: string;
	/** middle of the row, px */
	y: number;
	/** from 0, the top row of the lane */
	row: number;
	/** whether it overlaps the promised event's mark, and gets a rim in the background colour */
	onCapsule: boolean;
}

export interface PlacedLabel extends Label {
	/** middle of the row, px */
	y: number;
}

export interface PlacedCluster {
	/** id of its line */
	line: string;
	/** centre, px */
	x: number;
	y: number;
	count: number;
	first: ChartEvent;
	/** in time order; built on first access */
	readonly events: ChartEvent[];
}

/** A laid-out drawing: positions without colours. Lengths in px, x from the plot's left edge. */
export interface Scene {
	geometry: Geometry;
	width: number;
	height: number;
	domain: Span;
	lanes: Lane[];
	axis: Axis;
	pins: Pin[];
	/** of the pins, in the gutter: a line each; two above named pins */
	heading: string[];
	/** in drawing order: a promise is drawn over the promised event */
	marks: PlacedMark[];
	labels: PlacedLabel[];
	arcs: Arc[];
	clusters: PlacedCluster[];
}
