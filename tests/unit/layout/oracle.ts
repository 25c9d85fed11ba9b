/** Independent overlap checks: computed from the positions in a scene, using only the text widths of src/lib/layout. */
import type { ChartEvent } from '../../../src/lib/model/event.ts';
import type {
	PlacedCluster,
	PlacedMark,
	PlacedLabel,
	Scene
} from '../../../src/lib/layout/scene/types.ts';
import { measureText } from '../../../src/lib/layout/scale/text-width.ts';

export interface Box {
	name: string;
	/** key of its row: y, or empty for a lane name */
	row: string;
	left: number;
	right: number;
	top: number;
	bottom: number;
}

/** Rounding tolerance, px. */
const ROUNDING = 1e-6;

/**
 * @param factor drawn width of the plot relative to its laid-out width
 * @param selected id of the chosen event, whose label is bold
 */
export function boxesOf(scene: Scene, factor: number, selected: string | null = null) {
	return {
		labels: scene.labels.map((label) => labelBox(label, scene, factor, selected)),
		marks: scene.marks.map((mark) => markBox(mark, scene, factor)),
		clusters: scene.clusters.map((cluster) => clusterBox(cluster, factor))
	};
}

function labelBox(
	label: PlacedLabel,
	{ geometry }: Scene,
	factor: number,
	selected: string | null
): Box {
	const { text, aside, anchor, at, y, dy, importance, id } = label;
	const size = geometry.font.label;
	const isBold = importance === 3 || id === selected;
	const width = measureText(text, size, isBold) + measureText(aside, size);
	const x = at.x * factor + at.dx;
	const left = { start: x, middle: x - width / 2, end: x - width }[anchor];
	return {
		name: `label “${text}${aside}” of ${id}`,
		row: String(y),
		left,
		right: left + width,
		top: y + dy - size / 2,
		bottom: y + dy + size / 2
	};
}

function markBox(mark: PlacedMark, { geometry }: Scene, factor: number): Box {
	const { y } = mark;
	const { radius } = geometry;
	const { status, id } = mark.event;
	const [x0, x1] = [mark.x0 * factor, mark.x1 * factor];
	const isDiamond = mark.kind === 'point' && status === 'rumoured';
	const half = isDiamond ? radius + 2 : radius;
	const middle = (x0 + x1) / 2;
	let [left, right] = [x0, x1];
	if (mark.kind === 'point') [left, right] = [middle - half, middle + half];
	else if (mark.width !== null) [left, right] = [middle - mark.width / 2, middle + mark.width / 2];
	// offsets of Mark.svelte: “?” starts at 1 px; “≠” is centred on 6 px, or on 14 px after a “?”
	const badges = mark.disputed ? (mark.uncertain ? 19.5 : 11.5) : mark.uncertain ? 7.5 : 0;
	return {
		name: `mark of ${id}`,
		row: String(y),
		left,
		right: right + badges,
		top: y - half,
		bottom: y + half
	};
}

/** As in Cluster.svelte: 17 px for one digit and 6 px for each further character, of at most four characters. */
function clusterBox({ line, count, x, y }: PlacedCluster, factor: number): Box {
	const characters =
		count < 1000
			? String(count).length
			: count < 10_000 && count % 1000 >= 100
				? 4
				: `${Math.floor(count / 1000)}k`.length;
	const half = (11 + 6 * characters) / 2;
	return {
		name: `cluster of ${count} in ${line}`,
		row: String(y),
		left: x * factor - half,
		right: x * factor + half,
		top: y - 8.5,
		bottom: y + 8.5
	};
}

function touch(a: Box, b: Box): boolean {
	return (
		a.left < b.right - ROUNDING &&
		b.left < a.right - ROUNDING &&
		a.top < b.bottom - ROUNDING &&
		b.top < a.bottom - ROUNDING
	);
}

/**
 * @returns a sentence for each label that overlaps another label, a lane name, or a mark or cluster of its row,
 * or overflows the frame
 */
export function findLabelFaults(
	scene: Scene,
	factor = 1,
	selected: string | null = null
): string[] {
	const { geometry, width } = scene;
	const { labels, marks, clusters } = boxesOf(scene, factor, selected);
	const frame = { left: -geometry.left, right: width * factor + geometry.right };
	const names = laneNames(scene);
	const faults: string[] = [];
	labels.forEach((label, i) => {
		const { id, inside } = scene.labels[i]!;
		if (label.left < frame.left - ROUNDING || label.right > frame.right + ROUNDING)
			faults.push(`${label.name} leaves the frame`);
		const others = [...labels.slice(i + 1), ...names].filter((other) => touch(label, other));
		const inRow = [
			...marks.filter((_, m) => !(inside && scene.marks[m]!.event.id === id)),
			...clusters
		].filter(
			({ row, left, right }) =>
				row === label.row && left < label.right - ROUNDING && label.left < right - ROUNDING
		);
		// a label above its mark may overlap others of the row horizontally
		const hits = [
			...others,
			...(scene.labels[i]!.dy ? inRow.filter((m) => touch(label, m)) : inRow)
		];
		for (const other of hits) faults.push(`${label.name} lies on ${other.name}`);
	});
	return faults;
}

/** @returns a sentence for each overlapping pair of marks or clusters in a row, except a promise and its date */
export function findMarkFaults(
	scene: Scene,
	factor: number,
	arePair: (a: string, b: string) => boolean
): string[] {
	const { marks, clusters } = boxesOf(scene, factor);
	const ids = [...scene.marks.map(({ event }) => event.id), ...scene.clusters.map(() => '')];
	const all = [...marks, ...clusters];
	return all.flatMap((a, i) =>
		all.slice(i + 1).flatMap((b, j) => {
			const apart = a.row !== b.row || a.right <= b.left + ROUNDING || b.right <= a.left + ROUNDING;
			return apart || arePair(ids[i]!, ids[i + 1 + j]!) ? [] : [`${a.name} lies on ${b.name}`];
		})
	);
}

/** The lines of the lane names as drawn by Axis.svelte. */
export function laneNames({ lanes, geometry }: Scene): Box[] {
	const { left, font, laneNames } = geometry;
	if (laneNames === 'none') return [];
	return lanes.flatMap(({ label, top, name }) =>
		name.lines.map((line, i) => {
			const middle = top + name.y + i * name.leading;
			return {
				name: `lane name ${label}`,
				row: '',
				left: -left,
				right: -left + measureText(line, font.lane, true),
				top: middle - font.lane / 2,
				bottom: middle + font.lane / 2
			};
		})
	);
}

/** @returns a sentence for each lane name that overlaps another, or a mark or cluster */
export function findNameFaults(scene: Scene, factor: number): string[] {
	const { marks, clusters } = boxesOf(scene, factor);
	const names = laneNames(scene);
	return names.flatMap((name, i) =>
		[...names.slice(i + 1), ...marks, ...clusters]
			.filter((other) => touch(name, other))
			.map((other) => `${name.name} lies on ${other.name}`)
	);
}

/**
 * @returns a sentence for each thing that overflows the container; with the rings of chosen marks at rest, where nobody
 * can pan them into view
 */
export function findOverflows(scene: Scene, factor: number, isWhole = true): string[] {
	const { geometry, width, height, axis } = scene;
	const { marks, clusters, labels } = boxesOf(scene, factor);
	// the ring of Mark.svelte: half of its stroke of 2.25 px, and the corners of a diamond
	const ring = (mark: PlacedMark) =>
		(geometry.ring + 1.125) *
		(mark.kind === 'point' && mark.event.status === 'rumoured' ? Math.SQRT2 : 1);
	const rings = scene.marks.map((mark, i) => {
		const badges = mark.disputed ? (mark.uncertain ? 19.5 : 11.5) : mark.uncertain ? 7.5 : 0;
		const { name, row, left, right, top, bottom } = marks[i]!;
		const by = ring(mark);
		return {
			...{ name: `ring of ${name}`, row, left: left - by, right: right - badges + by },
			...{ top, bottom }
		};
	});
	// a baseline leaves its font size above, rounded up for fonts of tall ascent
	const baselines = [
		...axis.ticks.filter(({ label }) => label).map(() => geometry.ticks),
		...axis.over.map(() => geometry.ticks - 14)
	].map((y) => ({
		...{ name: 'tick label', row: '', left: 0, right: 0 },
		...{ top: y - geometry.font.tick, bottom: y }
	}));
	const frame = {
		left: -geometry.left - ROUNDING,
		right: width * factor + geometry.right + ROUNDING
	};
	// the ends of a fade are transparent
	const visible = marks.map((mark, i) =>
		scene.marks[i]!.kind === 'fade' ? { ...mark, left: mark.left + 2 } : mark
	);
	return [
		...visible,
		...(isWhole ? rings : []),
		...clusters,
		...labels,
		...laneNames(scene),
		...baselines
	]
		.filter(
			({ left, right, top, bottom }) =>
				left < frame.left || right > frame.right || top < 0 || bottom > height + 1
		)
		.map(
			({ name, left, right, top, bottom }) =>
				`${name} leaves the container: ${left}–${right} of ${frame.left}–${frame.right}, ${top}–${bottom} of ${height}`
		);
}

/** @returns the events whose full or short title is in a label */
export function readTitles({ labels }: Scene, events: ChartEvent[]): ChartEvent[] {
	const texts = labels.flatMap(({ text, aside }) => [text, aside.replace(/^ · /, '')]);
	return events.filter(({ title, short }) =>
		texts.some((text) => [title, short].some((name) => name && text.startsWith(name)))
	);
}
