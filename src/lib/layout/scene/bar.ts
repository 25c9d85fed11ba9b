import type { Span } from '../../model/date.ts';
import { drawnLine, type ChartEvent, type ChartTimeline } from '../../model/event.ts';
import { chooseGeometry, isPhone, type Geometry } from '../geometry.ts';
import { layoutScene } from './scene.ts';
import type { Scene } from './types.ts';

/** The chart while the list is read: a bar that shows one chapter's days, under a strip of all years. */
export interface BarScene {
	scene: Scene;
	/** px, of the strip of all years; 0 where it was left out */
	strip: number;
	/** px, with its title row and, on a phone, its caption */
	height: number;
}

export interface BarOptions {
	domain: Span;
	/** px, of the container */
	width: number;
	/** px, of the window */
	viewportHeight: number;
	lines?: string[];
	/** the event being read */
	current: string | null;
}

/** Part of the window's height that the bar may take. */
const SHARE = { phone: 0.34, desktop: 0.42 };
const STRIP = { phone: 32, desktop: 46 };
const AROUND = { phone: 46 + 30, desktop: 48 };
const PADDING = 6;

/** Lays out the bar; while it is too high it gives up the strip, air, small labels, and then lanes, in that order. */
export function layoutBar(
	timeline: ChartTimeline,
	events: ChartEvent[],
	{ domain, width, viewportHeight, lines, current }: BarOptions
): BarScene {
	const full = chooseGeometry('bar', width);
	const size = isPhone(full) ? 'phone' : 'desktop';
	const most = viewportHeight * SHARE[size];

	const tight: Geometry = {
		...full,
		padding: { top: Math.min(full.padding.top, PADDING + 2), bottom: PADDING }
	};
	const terse: Geometry = { ...tight, labelled: full.labelled < 2 ? 2 : full.labelled };

	const lay = (geometry: Geometry, strip: number, some: ChartEvent[] = events): BarScene => {
		const scene = layoutScene(timeline, some, { geometry, domain, lines, onlyFilled: true });
		return { scene, strip, height: Math.ceil(scene.height + strip + AROUND[size]) };
	};

	const attempts: [Geometry, number][] = [
		[full, STRIP[size]],
		[full, 0],
		[tight, 0],
		[terse, 0]
	];
	let bar!: BarScene;
	for (const [geometry, strip] of attempts) {
		bar = lay(geometry, strip);
		if (bar.height <= most) return bar;
	}
	const line = laneOf(current, bar.scene) ?? fullestLane(bar.scene);
	return lay(
		terse,
		0,
		events.filter((event) => drawnLine(event, lines) === line)
	);
}

function laneOf(id: string | null, { marks, clusters }: Scene): string | undefined {
	return (
		marks.find(({ event }) => event.id === id)?.line ??
		clusters.find(({ events }) => events.some((event) => event.id === id))?.line
	);
}

function fullestLane({ lanes }: Scene): string | undefined {
	return lanes.toSorted((a, b) => b.count - a.count)[0]?.id;
}
