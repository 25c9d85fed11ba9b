/** The chart of any valid data, at any width and zoom: nothing is tuned to one dataset. */
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { DAY } from '../../../../src/lib/model/date.ts';
import { findPledges, type ChartEvent } from '../../../../src/lib/model/event.ts';
import {
	chooseGeometry,
	fitGeometry,
	servesUntil,
	type Geometry,
	type Purpose
} from '../../../../src/lib/layout/geometry.ts';
import { positionOf } from '../../../../src/lib/layout/marks/sized-mark.ts';
import { toColumns } from '../../../../src/lib/layout/place/event-columns.ts';
import { wholeDomain } from '../../../../src/lib/layout/scale/scale.ts';
import { measureText } from '../../../../src/lib/layout/scale/text-width.ts';
import { ZoomLevels } from '../../../../src/lib/layout/scene/zoom-levels.ts';
import type { PlacedMark, Scene } from '../../../../src/lib/layout/scene/types.ts';
import { runs } from '../../../property.ts';
import { anyTimelines } from '../any-data.ts';
import {
	boxesOf,
	findLabelFaults,
	findMarkFaults,
	findNameFaults,
	findOverflows
} from '../oracle.ts';

// generous for slow machines: speed is not under test
vi.setConfig({ testTimeout: 180_000 });

interface Shown {
	scene: Scene;
	events: ChartEvent[];
	/** drawn widths of the plot relative to the laid-out width */
	factors: number[];
	isWhole: boolean;
}

const drawings: fc.Arbitrary<Shown> = fc
	.oneof(anyTimelines(9), anyTimelines(40), anyTimelines(160))
	.chain((timeline) =>
		fc
			.record({
				purpose: fc.constantFrom<Purpose[]>('rest', 'embed', 'embed-line', 'bar'),
				width: fc.integer({ min: 248, max: 1500 }),
				isFitted: fc.boolean(),
				depth: fc.constantFrom(0, 0, 0.1, 0.3, 0.6, 1),
				at: fc.integer({ min: 0, max: 100 }),
				line: fc.nat({ max: timeline.lines.length - 1 })
			})
			.map(({ purpose, width, isFitted, depth, at, line }): Shown => {
				const lines = purpose === 'embed-line' ? [timeline.lines[line]!.id] : undefined;
				const events = timeline.events.filter((event) => !lines || event.lines[0] === lines[0]);
				const extent = wholeDomain(timeline.events, 6);
				const all = extent.end - extent.start;
				const length = Math.max(DAY, all ** (1 - depth) * DAY ** depth);
				const start = extent.start + (at / 100) * (all - length);
				const window = depth ? { start, end: start + length } : extent;
				const geometry: Geometry = (isFitted ? fitGeometry : chooseGeometry)(purpose, width);
				const scene = new ZoomLevels(timeline, toColumns(events), lines).draw(
					geometry,
					extent,
					window
				);
				const gutters = scene.geometry.left + scene.geometry.right;
				const widest = isFitted ? geometry.from + 19 : (servesUntil(purpose, geometry) ?? 4000);
				const factors = [geometry.from, widest].map(
					(drawn) => (drawn - gutters) / (geometry.from - gutters)
				);
				return { scene, events, factors, isWhole: depth === 0 };
			})
	);

function always(holds: (shown: Shown) => void, count = 240) {
	fc.assert(
		fc.property(drawings, (shown) => {
			holds(shown);
		}),
		{ ...runs(count), endOnFailure: true }
	);
}

/** Distances of a label from its mark and from what is next to it, px. */
const LABEL_GAP = 6;
const GAP = 9;

/** The space that a mark and a title on either side of it would take, px. */
function reachOf(
	mark: PlacedMark,
	{ geometry, isWhole }: Pick<Scene, 'geometry'> & { isWhole: boolean }
) {
	const { event } = mark;
	const titles = [event.title, ...(event.short ? [event.short] : [])];
	const widths = titles.map((title) =>
		measureText(title, geometry.font.label, event.importance === 3)
	);
	// a window stretches its zoom level up to √2 times
	const by = (Math.max(...widths) + LABEL_GAP + GAP + 1) * (isWhole ? 1 : Math.SQRT2);
	return { left: positionOf(mark.left) - by, right: positionOf(mark.right) + by };
}

describe('whatever the data', () => {
	test('no label overlaps a label, a lane name, or a foreign mark or cluster', () => {
		always(({ scene, factors }) => {
			for (const factor of factors) expect(findLabelFaults(scene, factor)).toEqual([]);
		});
	});

	test('no mark overlaps another of its row, at rest', () => {
		always(({ scene, events, factors, isWhole }) => {
			if (!isWhole) return;
			const pledges = findPledges(events);
			const arePair = (a: string, b: string) =>
				pledges.some(({ from, to }) => [from, to].includes(a) && [from, to].includes(b));
			for (const factor of factors) expect(findMarkFaults(scene, factor, arePair)).toEqual([]);
		});
	});

	test('no lane name meets another, or a mark', () => {
		always(({ scene, factors }) => {
			for (const factor of factors) expect(findNameFaults(scene, factor)).toEqual([]);
		});
	});

	test('nothing leaves the container', () => {
		always(({ scene, factors, isWhole }) => {
			for (const factor of factors) expect(findOverflows(scene, factor, isWhole)).toEqual([]);
		});
	});

	test('each event is a mark or in exactly one cluster, whose events are in time order', () => {
		always(({ scene, events, isWhole }) => {
			const drawn = [
				...scene.marks.map(({ event }) => event.id),
				...scene.clusters.flatMap((cluster) => cluster.events.map(({ id }) => id))
			];
			expect(new Set(drawn).size).toBe(drawn.length);
			if (isWhole) expect(drawn.toSorted()).toEqual(events.map(({ id }) => id).toSorted());
			for (const cluster of scene.clusters) {
				const starts = cluster.events.map(({ date }) => date.start);
				expect(starts).toEqual(starts.toSorted());
			}
		});
	});

	test('a label is beside, in or above its own mark', () => {
		always(({ scene, events }) => {
			const related = new Set(findPledges(events).flatMap(({ from, to }) => [from, to]));
			for (const { id, left, right } of scene.labels.filter((label) => !related.has(label.id))) {
				const mark = scene.marks.find(({ event }) => event.id === id)!;
				const [from, to] = [positionOf(mark.left), positionOf(mark.right)];
				expect(right).toBeGreaterThanOrEqual(from - LABEL_GAP - 0.01);
				// in the gutter, for a mark that the plot clips
				expect(left).toBeLessThanOrEqual(Math.max(to, scene.width) + LABEL_GAP + 0.01);
			}
		});
	});

	test('an event without any other within the length of its title is named, if all have one importance', () => {
		let count = 0;
		always(({ scene, events, isWhole }) => {
			if (scene.geometry.labelled > 3) return;
			if (new Set(events.map(({ importance }) => importance)).size > 1) return;
			const related = new Set(findPledges(events).flatMap(({ from, to }) => [from, to]));
			const { marks, clusters } = boxesOf(scene, 1);
			scene.marks.forEach((mark, i) => {
				const { left, right } = reachOf(mark, { geometry: scene.geometry, isWhole });
				if (left < 0 || right > scene.width || mark.clippedStart || mark.clippedEnd) return;
				if (related.has(mark.event.id)) return;
				const others = [
					...marks.filter((_, j) => j !== i && scene.marks[j]!.line === mark.line),
					...clusters.filter((_, j) => scene.clusters[j]!.line === mark.line)
				];
				if (others.some((other) => other.left < right && other.right > left)) return;
				count++;
				expect(scene.labels.map(({ id }) => id)).toContain(mark.event.id);
			});
		}, 600);
		expect(count).toBeGreaterThan(20);
	});
});
