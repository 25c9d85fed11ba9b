import { DAY, type Span } from '../../model/date.ts';
import type { ChartEvent } from '../../model/event.ts';
import { layoutArcs, type PlacedOnLine } from '../place/arcs.ts';
import { firstWhere } from '../place/bisect.ts';
import { nameAgain } from '../place/relabel.ts';
import { extentOf, formOf, placeOf, type Form } from '../marks/sized-mark.ts';
import { plotWidth } from '../geometry.ts';
import { labelRight, GAP as LABEL_GAP, type Label } from '../marks/labels.ts';
import type { Packed } from '../place/packing.ts';
import { layoutPins } from '../marks/pins.ts';
import type { Overflow, PlacedUnit, Rows } from '../place/rows.ts';
import { createScale, type Scale } from '../scale/scale.ts';
import type { Cluster, Mark, Scene } from './types.ts';
import type { Sorted } from '../place/event-columns.ts';
import { nameFirst } from './priority-labels.ts';
import { GAP } from '../marks/spacing.ts';
import { placeStrays, type Gathered } from '../place/edge-clusters.ts';
import { summarise } from '../place/summaries.ts';
import { layoutAxis } from '../scale/ticks.ts';
import { factorOf, type World, type WorldLane } from './zoom-level.ts';

/** Where a window lies in its world, and how it is stretched. */
interface Cut {
	world: World;
	scale: Scale;
	/** from the world's px to the window's: `(x - offset) * stretch` */
	offset: number;
	stretch: number;
	/** px between which labels must stay */
	frame: [number, number];
	/** whether it is less than the world */
	isPart: boolean;
}

/** What is drawn of a lane. */
interface LaneCut {
	units: PlacedUnit[];
	clusters: Gathered<ChartEvent>[];
}

/** From this scale on (times that of the whole) summaries follow their titles where there is room. */
const SUMMARIES = 8;

/**
 * @param window part of the world's time; no wider than the world's level is for
 * @param first events that get their label before all others
 */
export function cutWindow(world: World, window: Span, first: string[] = []): Scene {
	const { geometry, timeline, shown, pledges } = world;
	const width = plotWidth(geometry);
	const scale = createScale(window, width);
	const { domain } = world.scale;
	const cut: Cut = {
		world,
		scale,
		offset: world.scale.position(window.start),
		stretch: (domain.end - domain.start) / (window.end - window.start) / factorOf(world.level),
		frame: [geometry.laneNames === 'beside' ? 0 : -geometry.left, width + geometry.right],
		isPart: window.start > domain.start || window.end < domain.end
	};
	const gutters: [number, number] = [geometry.left, geometry.right];
	const scene: Omit<Scene, 'arcs'> = {
		...{ geometry, width, height: world.height, domain: window },
		lanes: world.lanes.map(({ rows, ...lane }) => lane),
		axis: layoutAxis(scale, gutters, geometry.font.tick, geometry.levels),
		...(geometry.pins
			? layoutPins(timeline.sources ?? [], shown.events, scale, gutters, geometry.font.tick)
			: { pins: [], named: false }),
		marks: [],
		labels: [],
		clusters: []
	};
	const placed: PlacedOnLine[] = [];
	for (const lane of world.lanes) {
		const { units, clusters } = cutLane(lane, cut);
		const yOf = (row: number) => lane.top + geometry.padding.top + row * geometry.row;
		for (const unit of units) {
			const y = yOf(unit.row);
			placed.push({ unit, line: lane.id, y });
			addMarks(scene.marks, unit, lane.id, y);
			for (const label of unit.labels) scene.labels.push({ ...label, y });
		}
		for (const { x, row, count, events } of clusters)
			scene.clusters.push(clusterOf({ line: lane.id, x, y: yOf(row), count }, events));
	}
	nameFirst(scene, first, { ...world.style, frame: cut.frame, width });
	return { ...scene, arcs: pledges.length ? layoutArcs(placed, pledges, width) : [] };
}

/** A promise over its capsule. */
function addMarks(marks: Mark[], { forms, row }: PlacedUnit, line: string, y: number): void {
	const [first, due] = forms as [Form, Form?];
	if (due) marks.push({ form: due, line, y, row, onCapsule: false });
	marks.push({ form: first, line, y, row, onCapsule: due !== undefined });
}

function cutLane({ rows }: WorldLane, cut: Cut): LaneCut {
	const lane = rows.units ? cutCareful(rows.units, cut) : cutPacked(rows.events, rows.packed, cut);
	if (!cut.isPart) return lane;
	const style = { ...cut.world.style, frame: cut.frame, width: cut.scale.width };
	const units = nameAgain(lane.units, lane.clusters, style);
	const isNear = factorOf(cut.world.level) >= SUMMARIES;
	return {
		...lane,
		units: isNear ? summarise(units, lane.clusters, style) : units
	};
}

function cutCareful({ units, overflow, count }: Rows, cut: Cut): LaneCut {
	const { scale, world, offset, stretch } = cut;
	if (!cut.isPart && stretch === 1) {
		return {
			units,
			clusters: overflow.map((some) => ({ ...crowdOf(some), x: some.x }))
		};
	}
	const lane: LaneCut = {
		units: units.flatMap((unit) => {
			const forms = unit.forms.map(({ event }) => formOf(event, scale, world.geometry.radius));
			const visible = forms.filter((form) => form !== null);
			if (!visible.length) return [];
			const labels = unit.labels
				.filter(({ id }) => visible.some(({ event }) => event.id === id))
				.map((label) => moveLabel(label, unit.forms, forms, cut))
				.filter((label) => isWithin(label, cut.frame));
			const [promise, due] = unit.forms as [Form, Form?];
			const beyond = {
				// a date may begin before its promise: then that lies beyond the other end
				before: forms[0] || promise.x0 > offset ? null : promise.event,
				after: due && !forms[1] ? due.event : null
			};
			const lost = labels.length < unit.labels.length || Boolean(beyond.before ?? beyond.after);
			return [{ ...unit, ...extentOf(...visible), forms: visible, labels, beyond, lost }];
		}),
		clusters: []
	};
	const strays: LaneCut['clusters'] = [];
	for (const some of overflow) {
		const cluster = { ...crowdOf(some), x: (some.x - offset) * stretch };
		const met = cluster.events().filter((event) => formOf(event, scale, world.geometry.radius));
		if (!met.length) continue;
		if (cluster.x >= 0 && cluster.x <= scale.width) lane.clusters.push(cluster);
		else strays.push(met.length < 2 ? cluster : { ...cluster, ...listOf(met) });
	}
	return placeStrays(strays, lane, count, scale.width);
}

function crowdOf({ units, row }: Overflow): Omit<Gathered<ChartEvent>, 'x'> {
	return { row, ...listOf(units.flatMap(({ forms }) => forms.map(({ event }) => event))) };
}

function listOf(events: ChartEvent[]): Pick<Gathered<ChartEvent>, 'count' | 'events'> {
	return { count: events.length, events: () => events };
}

/** A cluster of a hundred thousand is drawn many times before anybody asks what is in it. */
function clusterOf(place: Omit<Cluster, 'events'>, list: () => ChartEvent[]): Cluster {
	let events: ChartEvent[] | undefined;
	return {
		...place,
		get events() {
			return (events ??= list());
		}
	};
}

/** In each row only the last mark that began before the window may reach into it. */
function cutPacked(lane: Sorted, { rows, roomy, crowds, count }: Packed, cut: Cut): LaneCut {
	const { scale, world, offset, stretch, frame } = cut;
	const [start, end] = [scale.domain.start / DAY, scale.domain.end / DAY];
	const units: PlacedUnit[] = [];
	rows.forEach((places, row) => {
		const first = Math.max(
			0,
			firstWhere(places.length, (i) => lane.start[places[i]!]! >= start) - 1
		);
		let last: { unit: PlacedUnit; wants: boolean } | null = null;
		const settle = (until: number) => {
			if (!last?.wants) return;
			const label = labelRight(last.unit.forms[0]!, world.style);
			if (label.right + GAP <= until && isWithin(label, frame)) last.unit.labels = [label];
		};
		for (let i = first; i < places.length; i++) {
			const place = places[i]!;
			if (lane.start[place]! >= end) break;
			const form = formOf(lane.events[place]!, scale, world.geometry.radius);
			if (!form) continue;
			settle(placeOf(form.left));
			const unit: PlacedUnit = {
				forms: [form],
				labels: [],
				named: true,
				row,
				later: null,
				kept: false,
				importance: lane.importance[place] as 1 | 2 | 3,
				...extentOf(form)
			};
			units.push(unit);
			last = { unit, wants: roomy[place] === 1 };
		}
		const next = places[firstWhere(places.length, (i) => lane.start[places[i]!]! >= end)];
		settle(next === undefined ? Infinity : scale.position(lane.start[next]! * DAY));
	});
	const gather = (x: number, places: number[]): Gathered<ChartEvent> => ({
		...{ x: (x - offset) * stretch, row: count - 1, count: places.length },
		events: () => places.map((place) => lane.events[place]!)
	});
	const isMet = (place: number) => lane.start[place]! < end && lane.end[place]! > start;
	const from = firstWhere(crowds.length, (i) => (crowds[i]!.x - offset) * stretch >= 0);
	const until = firstWhere(crowds.length, (i) => (crowds[i]!.x - offset) * stretch > scale.width);
	const beyond = [
		...crowds.slice(0, from).filter((crowd) => crowd.end > start),
		...crowds.slice(until).filter((crowd) => crowd.start < end)
	];
	const strays = beyond.flatMap(({ x, places }) => {
		const met = places.filter(isMet);
		return met.length ? [gather(x, met.length < 2 ? places : met)] : [];
	});
	const clusters = crowds
		.slice(from, until)
		.filter(({ places }) => places.some(isMet))
		.map(({ x, places }) => gather(x, places));
	return placeStrays(strays, { units, clusters }, count, scale.width);
}

/** A label goes along with the end of the mark at which it stands: a narrow mark may have become a wide one. */
function moveLabel(
	label: Label,
	before: Form[],
	now: (Form | null)[],
	{ scale, offset, stretch }: Cut
): Label {
	let at = { ...label.at, x: (label.at.x - offset) * stretch };
	before.forEach((form, i) => {
		const moved = now[i];
		if (!moved) return;
		const isAt = (side: 'left' | 'right', gap: number) =>
			isNear(label.at.x, form[side].x) && isNear(label.at.dx, form[side].dx + gap);
		const { left, right } = moved;
		if (isAt('right', LABEL_GAP) && !moved.clippedEnd)
			at = { x: right.x, dx: right.dx + LABEL_GAP };
		if (isAt('left', -LABEL_GAP) && !moved.clippedStart)
			at = { x: left.x, dx: left.dx - LABEL_GAP };
	});
	// a container that stretches the drawing must not carry it along with a place beyond the plot's ends
	const x = Math.min(Math.max(at.x, 0), scale.width);
	at = { x, dx: at.dx + at.x - x };
	const by = placeOf(at) - placeOf(label.at);
	return { ...label, at, left: label.left + by, right: label.right + by };
}

/** px that rounding may take */
function isNear(a: number, b: number): boolean {
	return Math.abs(a - b) < 1e-6;
}

function isWithin({ left, right }: Label, frame: [number, number]): boolean {
	return left >= frame[0] && right <= frame[1];
}
