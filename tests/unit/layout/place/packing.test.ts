/** Rows of a lane with too many events for pairwise comparison. */
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { formatDay, spanOf } from '../../../../src/lib/model/date.ts';
import { importanceOf, isDisputed, type ChartEvent } from '../../../../src/lib/model/event.ts';
import { markKindOf } from '../../../../src/lib/layout/marks/sized-mark.ts';
import { GEOMETRIES, plotWidth, type Geometry } from '../../../../src/lib/layout/geometry.ts';
import { packRows, type PackedRows } from '../../../../src/lib/layout/place/packing.ts';
import { createScale, wholeDomain, type Scale } from '../../../../src/lib/layout/scale/scale.ts';
import { toColumns, type EventColumns } from '../../../../src/lib/layout/place/event-columns.ts';
import { factorOf } from '../../../../src/lib/layout/scene/zoom-level.ts';
import { crowdOf, reorder } from '../datasets.ts';
import { runs } from '../../../property.ts';

// generous for slow machines: speed is not under test
vi.setConfig({ testTimeout: 120_000 });
/** Minimum gap between neighbours in a row, less a rounding tolerance, px. */
const APART = 9 - 1e-6;
/** Half the space that a cluster takes in its row, px. */
const HALF = 15;

interface Packing {
	events: ChartEvent[];
	lane: EventColumns;
	scale: Scale;
	geometry: Geometry;
	maxRows: number;
	packed: PackedRows;
}

const packings: fc.Arbitrary<Packing> = fc
	.record({
		seed: fc.nat(),
		count: fc.integer({ min: 65, max: 600 }),
		years: fc.constantFrom(1, 3, 12, 200),
		geometry: fc.constantFrom(...GEOMETRIES.rest, ...GEOMETRIES['embed-line']),
		level: fc.integer({ min: 0, max: 12 }),
		maxRows: fc.oneof(fc.constant(6), fc.integer({ min: 1, max: 18 })),
		minImportance: fc.constantFrom(1, 2, 3)
	})
	.map(({ seed, count, years, geometry, level, maxRows, minImportance }) => {
		const { events } = crowdOf(seed, count, 1, years);
		const lane = toColumns(events);
		const scale = createScale(wholeDomain(events, 6), plotWidth(geometry) * factorOf(level));
		const packed = packRows(lane, scale, geometry, minImportance, maxRows);
		return { events, lane, scale, geometry, maxRows, packed };
	});

/** Space that an event takes in its row, px; each point counts as the widest point shape. */
function boxOf(event: ChartEvent, { scale, geometry }: Packing): { left: number; right: number } {
	const { start, end } = spanOf(event.date);
	const [x0, x1] = [scale.position(start), scale.position(end)];
	const { radius } = geometry;
	const narrowest = {
		point: 2 * radius + 4,
		capsule: 3 * radius,
		fade: 5.4 * radius,
		bar: 1.5 * radius
	};
	const kind = markKindOf(event);
	const width = kind === 'point' ? narrowest.point : Math.max(x1 - x0, narrowest[kind]);
	const middle = (x0 + x1) / 2;
	const { uncertain } = event.date;
	const badges = isDisputed(event) ? (uncertain ? 20 : 12) : uncertain ? 8 : 0;
	return { left: middle - width / 2, right: middle + width / 2 + badges };
}

const eventsOf = (places: Iterable<number>, { lane }: Packing) =>
	[...places].map((place) => lane.events[place]!);

/** Asserts a property of every lane. */
function always(holds: (packing: Packing) => void, numRuns = 150) {
	fc.assert(
		fc.property(packings, (packing) => {
			holds(packing);
		}),
		runs(numRuns)
	);
}

describe('in every crowded lane', () => {
	test('each event is in exactly one row or cluster', () => {
		always(({ events, packed: { rows, clusters } }) => {
			const places = [
				...rows.flatMap((row) => [...row]),
				...clusters.flatMap((cluster) => cluster.places)
			];
			expect(places.toSorted((a, b) => a - b)).toEqual(events.map((_, place) => place));
		});
	});

	test('the maximum number of rows is respected, and clusters are in the last row', () => {
		always(({ maxRows, packed: { rows, clusters, count } }) => {
			expect(rows.length).toBeLessThanOrEqual(count);
			expect(count).toBeLessThanOrEqual(maxRows);
			if (clusters.length) expect(count).toBe(maxRows);
			else expect(rows.length).toBe(count);
		});
	});

	test('marks of a row keep their gap and are in time order', () => {
		always((packing) => {
			for (const row of packing.packed.rows) {
				const boxes = eventsOf(row, packing).map((event) => boxOf(event, packing));
				const near = boxes.filter(({ left }, i) => i && left - boxes[i - 1]!.right < APART);
				expect(near).toEqual([]);
				expect([...row]).toEqual([...row].toSorted((a, b) => a - b));
			}
		});
	});

	test('clusters are within the plot and keep their gap to each other and to marks of the last row', () => {
		always((packing) => {
			const { rows, clusters, count } = packing.packed;
			const inLast = eventsOf(rows[count - 1] ?? [], packing).map((event) => boxOf(event, packing));
			const boxes = clusters.map(({ x }) => ({ left: x - HALF, right: x + HALF }));
			for (const { left, right } of boxes) {
				expect(left).toBeGreaterThanOrEqual(0);
				expect(right).toBeLessThanOrEqual(packing.scale.width);
			}
			const all = [...boxes, ...(clusters.length ? inLast : [])].toSorted(
				(a, b) => a.left - b.left
			);
			const near = all.filter(({ left }, i) => i && left - all[i - 1]!.right < APART);
			expect(near).toEqual([]);
		});
	});

	test('a cluster has at least two events', () => {
		always(({ packed: { clusters } }) => {
			for (const { places } of clusters) {
				expect(places.length).toBeGreaterThan(1);
			}
		});
	});
	test('an event is clustered only if events of at least its importance block every other row', () => {
		always((packing) => {
			const { rows, clusters, count } = packing.packed;
			const boxed = packing.lane.events.map((event) => ({
				...boxOf(event, packing),
				importance: importanceOf(event)
			}));
			const crowdedOut = clusters
				.flatMap(({ places }) => places)
				.filter((place) => {
					const { left, right, importance } = boxed[place]!;
					const isTaken = (row: Uint32Array = new Uint32Array()) =>
						row.some((other) => {
							const box = boxed[other]!;
							const isInWay = box.left < right + APART && left < box.right + APART;
							return isInWay && box.importance >= importance;
						});
					return !Array.from({ length: count - 1 }, (_, row) => rows[row]).every(isTaken);
				});
			expect(crowdedOut).toEqual([]);
		});
	});

	test('the result depends on input order only if all else is equal', () => {
		fc.assert(
			fc.property(packings, fc.infiniteStream(fc.nat()), (packing, keys) => {
				const { events, scale, geometry, maxRows } = packing;
				const pack = (list: ChartEvent[]) => packRows(toColumns(list), scale, geometry, 1, maxRows);
				expect(pack(reorder(events, keys))).toEqual(pack(events));
			}),
			runs(60)
		);
	});
});

describe('a crowded lane', () => {
	const pack = (events: ChartEvent[], maxRows = 6) => {
		const geometry = GEOMETRIES.rest.at(-1)!;
		const domain = { start: Date.UTC(2010, 0), end: Date.UTC(2020, 0) };
		const scale = createScale(domain, plotWidth(geometry));
		return packRows(toColumns(events), scale, geometry, 1, maxRows);
	};
	const on = (id: string, day: string, importance: 1 | 2 | 3 = 1): ChartEvent => ({
		...{ id, title: id, status: 'happened', lines: ['kites'], importance },
		date: { start: day, end: day }
	});
	const countOf = ({ rows, clusters }: PackedRows) => [
		rows.map(({ length }) => length),
		clusters.map(({ places }) => places.length)
	];

	test('without overlaps takes one row', () => {
		const events = Array.from({ length: 10 }, (_, year) => on(`e${year}`, `201${year}-06-01`));
		expect(pack(events)).toMatchObject({ count: 1, clusters: [] });
	});

	test('of a single day fills all rows but the last, which holds the cluster', () => {
		const events = Array.from({ length: 100 }, (_, i) => on(`e${i}`, '2015-06-01'));
		expect(countOf(pack(events))).toEqual([[1, 1, 1, 1, 1], [95]]);
		expect(countOf(pack(events, 1))).toEqual([[], [100]]);
	});

	test('has no cluster if all events fit, also in the last row', () => {
		const events = Array.from({ length: 6 }, (_, i) => on(`e${i}`, '2015-06-01'));
		expect(countOf(pack(events))).toEqual([[1, 1, 1, 1, 1, 1], []]);
	});

	test('keeps the most important events out of the cluster', () => {
		const events = Array.from({ length: 100 }, (_, i) =>
			on(`e${i}`, '2015-06-01', i % 25 === 24 ? 3 : 1)
		);
		const { rows } = pack(events);
		const inRows = rows.flatMap((row) => [...row].map((i) => toColumns(events).importance[i]));
		expect(inRows.filter((importance) => importance === 3)).toHaveLength(4);
	});

	test('without events has one row', () => {
		expect(pack([])).toMatchObject({ rows: [], clusters: [], count: 1 });
	});

	test('of hundreds of consecutive days has its clusters from left to right', () => {
		const days = Array.from({ length: 600 }, (_, i) =>
			formatDay(Date.UTC(2012, 0) + i * 86_400_000)
		);
		const { clusters } = pack(days.map((day) => on(day, day)));
		const places = clusters.flatMap((cluster) => cluster.places);
		expect(clusters.map(({ x }) => x)).toEqual(
			clusters.map(({ x }) => x).toSorted((a, b) => a - b)
		);
		expect(places).toEqual(places.toSorted((a, b) => a - b));
	});
});
