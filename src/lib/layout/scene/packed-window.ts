import { DAY } from '../../model/date.ts';
import { importanceOf } from '../../model/event.ts';
import { GAP as LABEL_GAP, labelLeft, labelRight, labelWithin } from '../marks/labels.ts';
import { extentOf, sizeMark, type SizedMark } from '../marks/sized-mark.ts';
import { GAP } from '../marks/spacing.ts';
import { firstWhere } from '../place/bisect.ts';
import { placeEdgeClusters, type WindowCluster } from '../place/edge-clusters.ts';
import type { EventColumns } from '../place/event-columns.ts';
import type { PackedRows } from '../place/packing.ts';
import type { PlacedGroup } from '../place/placed-group.ts';
import type { WindowLane, WindowTransform } from './window-transform.ts';

/** Bisects each row: of the marks that begin before the window, only the last can reach into it. */
export function windowOfPackedRows(
	lane: EventColumns,
	{ rows, clusters, count }: PackedRows,
	transform: WindowTransform
): WindowLane {
	const { scale, level, offset, stretch } = transform;
	const [start, end] = [scale.domain.start / DAY, scale.domain.end / DAY];
	const groups: PlacedGroup[] = [];
	rows.forEach((places, row) => {
		const begin = firstWhere(places.length, (i) => lane.start[places[i]!]! >= start);
		const until = firstWhere(places.length, (i) => lane.start[places[i]!]! >= end);
		const drawn: PlacedGroup[] = [];
		for (const place of places.subarray(Math.max(0, begin - 1), until)) {
			const mark = sizeMark(lane.events[place]!, scale, level.geometry.radius);
			if (mark) drawn.push(groupOf(mark, row));
		}
		const next = places[until];
		// single marks in the row of the clusters get no label
		const isLoose = clusters.length > 0 && row === count - 1;
		if (!isLoose)
			labelRow(
				drawn,
				next === undefined ? Infinity : scale.position(lane.start[next]! * DAY),
				transform
			);
		groups.push(...drawn);
	});
	const xOf = (x: number) => (x - offset) * stretch;
	const gather = (x: number, places: number[]): WindowCluster => ({
		x: xOf(x),
		row: count - 1,
		count: places.length,
		first: lane.events[places[0]!]!,
		events: () => places.map((place) => lane.events[place]!)
	});
	const isInside = (place: number) => lane.start[place]! < end && lane.end[place]! > start;
	const from = firstWhere(clusters.length, (i) => xOf(clusters[i]!.x) >= 0);
	const until = firstWhere(clusters.length, (i) => xOf(clusters[i]!.x) > scale.width);
	const reachingIn = [
		...clusters.slice(0, from).filter((cluster) => cluster.end > start),
		...clusters.slice(until).filter((cluster) => cluster.start < end)
	];
	const outside = reachingIn.flatMap(({ x, places }) => {
		const inside = places.filter(isInside);
		return inside.length ? [gather(x, inside.length < 2 ? places : inside)] : [];
	});
	const shown = clusters
		.slice(from, until)
		.filter(({ places }) => places.some(isInside))
		.map(({ x, places }) => gather(x, places));
	return placeEdgeClusters(outside, { groups, clusters: shown }, count, scale.width);
}

function groupOf(mark: SizedMark, row: number): PlacedGroup {
	const importance = importanceOf(mark.event);
	const extent = extentOf(mark);
	return {
		marks: [mark],
		labels: [],
		named: true,
		row,
		later: null,
		kept: false,
		importance,
		...extent
	};
}

/**
 * Labels the marks of a row where they leave room: to the right, else to the left, else inside. From right to left, since
 * a mark near the frame's right end has room only to its left.
 * @param end of the row's free space, px
 */
function labelRow(row: PlacedGroup[], end: number, { level, frame, scale }: WindowTransform): void {
	const style = { ...level.style, width: scale.width };
	let taken = end;
	for (const [i, group] of [...row.entries()].reverse()) {
		const [mark] = group.marks as [SizedMark];
		const left = Math.max((row[i - 1]?.right ?? -Infinity) + GAP, frame[0]);
		const right = Math.min(taken - GAP, frame[1]);
		if (group.importance >= style.minImportance) {
			// measuring takes most of the time: only labels that have any room are made
			const makers = [
				group.right + LABEL_GAP < right && labelRight,
				group.left - LABEL_GAP > left && labelLeft,
				mark.kind !== 'point' && labelWithin
			];
			for (const make of makers) {
				const label = make && make(mark, style);
				if (!label || label.left < left || label.right > right) continue;
				group.labels = [label];
				break;
			}
		}
		taken = Math.min(group.left, group.labels[0]?.left ?? group.left);
	}
}
