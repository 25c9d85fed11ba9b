import type { Span } from '../../model/date.ts';
import { compareEvents, type ChartEvent, type ChartTimeline } from '../../model/event.ts';
import { plotWidth, type Geometry } from '../geometry.ts';
import { GAP as LABEL_GAP, type Label } from '../marks/labels.ts';
import { layoutPins, type Pin, type Pins } from '../marks/pins.ts';
import { extentOf, positionOf, sizeMark, type SizedMark } from '../marks/sized-mark.ts';
import { layoutArcs, type GroupOnLine } from '../place/arcs.ts';
import type { EventColumns } from '../place/event-columns.ts';
import { placeEdgeClusters, type WindowCluster } from '../place/edge-clusters.ts';
import { relabel } from '../place/relabel.ts';
import type { PlacedGroup } from '../place/placed-group.ts';
import type { Overflow, Rows } from '../place/rows.ts';
import { summarise } from '../place/summaries.ts';
import { createScale, type Scale } from '../scale/scale.ts';
import { layoutAxis } from '../scale/ticks.ts';
import { addPriorityLabels } from './priority-labels.ts';
import { fitGutters, nameBoxes } from './lane-names.ts';
import { measureText } from '../scale/text-width.ts';
import { windowOfPackedRows } from './packed-window.ts';
import type { PlacedCluster, PlacedMark, Scene } from './types.ts';
import type { WindowLane, WindowTransform } from './window-transform.ts';
import { factorOf, type LevelLane, type ZoomLevel } from './zoom-level.ts';

/** Tolerance for rounding errors, px. */
const ROUNDING = 1e-6;
/** Scale factor from which summaries follow titles where there is room. */
const SUMMARIES_FROM = 8;

/**
 * Lays out the part of a zoom level that lies in a window.
 * @param window part of the level's domain, no longer than fits into the plot at the level's scale
 * @param priority ids of events that are labelled before all others
 */
export function layoutWindow(level: ZoomLevel, window: Span, priority: string[] = []): Scene {
	const { geometry, pledges } = level;
	const width = plotWidth(geometry);
	const scale = createScale(window, width);
	const { domain } = level.scale;
	const transform: WindowTransform = {
		level,
		scale,
		offset: level.scale.position(window.start),
		stretch: (domain.end - domain.start) / (window.end - window.start) / factorOf(level.level),
		frame: [geometry.laneNames === 'beside' ? 0 : -geometry.left, width + geometry.right],
		isPart: window.start > domain.start || window.end < domain.end
	};
	const gutters: [number, number] = [geometry.left, geometry.right];
	const scene: Omit<Scene, 'arcs'> = {
		geometry,
		width,
		height: level.height,
		domain: window,
		lanes: level.lanes.map(({ rows, ...lane }) => lane),
		axis: layoutAxis(scale, gutters, geometry.font.tick, geometry.levels),
		...pinsOf(level, scale),
		marks: [],
		labels: [],
		clusters: []
	};
	const placed: GroupOnLine[] = [];
	for (const lane of level.lanes) {
		const { groups, clusters } = layoutLane(lane, transform);
		const yOf = (row: number) => lane.first + row * geometry.row;
		for (const group of groups) {
			const y = yOf(group.row);
			placed.push({ group, line: lane.id, y });
			scene.marks.push(...placeMarks(group, lane.id, y));
			for (const label of group.labels) scene.labels.push({ ...label, y });
		}
		for (const { row, events, ...cluster } of clusters)
			scene.clusters.push(clusterOf({ ...cluster, line: lane.id, y: yOf(row) }, events));
	}
	addPriorityLabels(scene, priority, { ...level.style, frame: transform.frame, width });
	return {
		...scene,
		arcs: pledges.length
			? layoutArcs(placed, nameBoxes(scene.lanes, level.style), pledges, geometry, width)
			: []
	};
}

/**
 * Lays out the pins of a window alone, at a fraction of the cost of its whole layout.
 * @param usual of the drawing, without the gutters that its data needs
 * @param shown events of `timeline` that pass the filter
 * @param domain all of the time that can be shown
 */
export function layoutOnlyPins(
	usual: Geometry,
	timeline: ChartTimeline,
	shown: EventColumns,
	domain: Span,
	window: Span
): Pin[] {
	const geometry = fitGutters(usual, timeline, shown, domain, measureText);
	return pinsOf({ geometry, timeline, shown }, createScale(window, plotWidth(geometry))).pins;
}

/** @param scale of the window */
function pinsOf(
	{ geometry, timeline, shown }: Pick<ZoomLevel, 'geometry' | 'timeline' | 'shown'>,
	scale: Scale
): Pins {
	if (!geometry.pins) return { pins: [], heading: [] };
	const { font, ticks } = geometry;
	const gutters: [number, number] = [geometry.left, geometry.right];
	return layoutPins(timeline.sources ?? [], shown.events, scale, gutters, font.tick, ticks);
}

/** Draws a promise after the promised event, so on top of it. */
function placeMarks({ marks, row }: PlacedGroup, line: string, y: number): PlacedMark[] {
	const [first, due] = marks as [SizedMark, SizedMark?];
	const promise = { ...first, line, y, row, onCapsule: due !== undefined };
	return due ? [{ ...due, line, y, row, onCapsule: false }, promise] : [promise];
}

function layoutLane({ rows }: LevelLane, transform: WindowTransform): WindowLane {
	const lane = rows.placed
		? windowOfRows(rows.placed, transform)
		: windowOfPackedRows(rows.events, rows.packed, transform);
	if (!transform.isPart) return lane;
	const { level, frame, scale } = transform;
	const style = { ...level.style, frame, width: scale.width };
	const groups = relabel(lane.groups, lane.clusters, style);
	const isNear = factorOf(level.level) >= SUMMARIES_FROM;
	return { ...lane, groups: isNear ? summarise(groups, lane.clusters, style) : groups };
}

function windowOfRows({ groups, overflow, count }: Rows, transform: WindowTransform): WindowLane {
	const { scale, level, offset, stretch } = transform;
	const { radius } = level.geometry;
	if (!transform.isPart && stretch === 1) {
		return {
			groups,
			clusters: overflow.map((item) => ({ ...clusterOfOverflow(item), x: item.x }))
		};
	}
	const lane: WindowLane = {
		groups: groups.flatMap((group) => {
			const marks = group.marks.map(({ event }) => sizeMark(event, scale, radius));
			const visible = marks.filter((mark) => mark !== null);
			if (!visible.length) return [];
			const labels = group.labels
				.filter(({ id }) => visible.some(({ event }) => event.id === id))
				.map((label) => moveLabel(label, group.marks, marks, transform))
				.filter((label) => isWithin(label, transform.frame))
				.filter(({ at }) => positionOf(at) <= endOf(visible, scale) + LABEL_GAP + ROUNDING);
			const [promise, due] = group.marks as [SizedMark, SizedMark?];
			const beyond = {
				// the promised event may begin before its promise, which then lies after the window
				before: marks[0] || promise.x0 > offset ? null : promise.event,
				after: due && !marks[1] ? due.event : null
			};
			const lostPart =
				labels.length < group.labels.length || Boolean(beyond.before ?? beyond.after);
			return [{ ...group, ...extentOf(...visible), marks: visible, labels, beyond, lostPart }];
		}),
		clusters: []
	};
	const outside: WindowLane['clusters'] = [];
	for (const item of overflow) {
		const cluster = { ...clusterOfOverflow(item), x: (item.x - offset) * stretch };
		const inside = cluster.events().filter((event) => sizeMark(event, scale, radius));
		if (!inside.length) continue;
		if (cluster.x >= 0 && cluster.x <= scale.width) lane.clusters.push(cluster);
		else outside.push(inside.length < 2 ? cluster : { ...cluster, ...listOf(inside) });
	}
	return placeEdgeClusters(outside, lane, count, scale.width);
}

function clusterOfOverflow({ groups, row }: Overflow): Omit<WindowCluster, 'x'> {
	const events = groups.flatMap(({ marks }) => marks.map(({ event }) => event));
	return { row, ...listOf(events.sort(compareEvents)) };
}

function listOf(events: ChartEvent[]): Pick<WindowCluster, 'count' | 'first' | 'events'> {
	return { count: events.length, first: events[0]!, events: () => events };
}

/** Builds the list of events on first access, since most clusters are drawn without it. */
function clusterOf(place: Omit<PlacedCluster, 'events'>, list: () => ChartEvent[]): PlacedCluster {
	let events: ChartEvent[] | undefined;
	return {
		...place,
		get events() {
			return (events ??= list());
		}
	};
}

/** Keeps a label's distance from the end of its mark, which may have grown from its minimum width. */
function moveLabel(
	label: Label,
	before: SizedMark[],
	after: (SizedMark | null)[],
	{ scale, offset, stretch }: WindowTransform
): Label {
	let at = { ...label.at, x: (label.at.x - offset) * stretch };
	before.forEach((mark, i) => {
		const moved = after[i];
		if (!moved) return;
		const isAt = (side: 'left' | 'right', gap: number) =>
			isNear(label.at.x, mark[side].x) && isNear(label.at.dx, mark[side].dx + gap);
		const { left, right } = moved;
		if (isAt('right', LABEL_GAP) && !moved.clippedEnd)
			at = { x: right.x, dx: right.dx + LABEL_GAP };
		if (isAt('left', -LABEL_GAP) && !moved.clippedStart)
			at = { x: left.x, dx: left.dx - LABEL_GAP };
	});
	// beyond the plot's ends only `dx` keeps the label in place: `x` scales with the container
	const x = Math.min(Math.max(at.x, 0), scale.width);
	at = { x, dx: at.dx + at.x - x };
	const by = positionOf(at) - positionOf(label.at);
	return { ...label, at, left: label.left + by, right: label.right + by };
}

/** Right end of the plot and of what extends beyond it: a label that begins later has lost the end of its mark. */
function endOf(marks: SizedMark[], { width }: Scale): number {
	return Math.max(width, ...marks.map(({ right }) => positionOf(right)));
}

/** Equality of px, within rounding errors. */
function isNear(a: number, b: number): boolean {
	return Math.abs(a - b) < ROUNDING;
}

function isWithin({ left, right }: Label, frame: [number, number]): boolean {
	return left >= frame[0] && right <= frame[1];
}
