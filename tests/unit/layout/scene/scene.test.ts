import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { DAY, parseDay } from '../../../../src/lib/model/date.ts';
import { drawnLine, findPledges, type ChartEvent } from '../../../../src/lib/model/event.ts';
import { servesUntil } from '../../../../src/lib/layout/geometry.ts';
import { layoutScene } from '../../../../src/lib/layout/scene/scene.ts';
import type { Scene } from '../../../../src/lib/layout/scene/types.ts';
import { drawings, type Drawing } from '../datasets.ts';
import { findLabelFaults, findMarkFaults } from '../oracle.ts';

const RUNS = { numRuns: 300 };
/** Enough for the slowest computer: what is tested is not how fast it goes. */
vi.setConfig({ testTimeout: 120_000 });
/** The widest container that a drawing must serve, px. */
const WIDEST = 4000;

const lay = ({ timeline, events, options }: Drawing) => layoutScene(timeline, events, options);

/** Asserts that something holds of every drawing. */
function always(holds: (scene: Scene, drawing: Drawing, share: number) => void) {
	fc.assert(
		fc.property(drawings, fc.double({ min: 0, max: 1, noNaN: true }), (drawing, share) =>
			holds(lay(drawing), drawing, share)
		),
		RUNS
	);
}

/** How many times as wide the plot gets: at the given share of the way to the next drawing, and at its end. */
function factorsOf({ purpose, options: { geometry } }: Drawing, share: number): number[] {
	const gutters = geometry.left + geometry.right;
	const widest = servesUntil(purpose, geometry) ?? WIDEST;
	return [share, 1].map(
		(part) =>
			(geometry.from + part * (widest - geometry.from) - gutters) / (geometry.from - gutters)
	);
}

/** The days of an event by its own words: `[first day's start, last day's end)`. */
function daysOf({ date: { start, end, asOf } }: ChartEvent): [number, number] {
	return [parseDay(start), parseDay(end ?? asOf ?? start) + DAY];
}

describe('in every drawing', () => {
	test('labels lie on no other label, no mark and no cluster of their row, and within the frame', () => {
		always((scene, { options }) => {
			expect(findLabelFaults(scene, 1, options.selected)).toEqual([]);
		});
	});

	test('labels do not touch either when it is stretched, as far as it serves', () => {
		always((scene, drawing, share) => {
			for (const factor of factorsOf(drawing, share))
				expect(findLabelFaults(scene, factor, drawing.options.selected)).toEqual([]);
		});
	});

	test('marks of one row lie apart, but for a promise on its date, and stay so when stretched', () => {
		always((scene, drawing, share) => {
			const pledges = findPledges(drawing.timeline.events);
			const arePair = (a: string, b: string) =>
				pledges.some(({ from, to }) => (from === a && to === b) || (from === b && to === a));
			for (const factor of [1, ...factorsOf(drawing, share)])
				expect(findMarkFaults(scene, factor, arePair)).toEqual([]);
		});
	});

	test('each event of its days is drawn once, as a mark or in a cluster, and no other', () => {
		always((scene, { events, options: { domain } }) => {
			const drawn = [
				...scene.marks.map(({ event }) => event.id),
				...scene.clusters.flatMap((cluster) => cluster.events.map(({ id }) => id))
			];
			const due = events.filter((event) => {
				const [start, end] = daysOf(event);
				return start < domain.end && end > domain.start;
			});
			expect(drawn.toSorted()).toEqual(due.map(({ id }) => id).toSorted());
		});
	});

	test('a cluster stands for several events', () => {
		always(({ clusters }) => {
			for (const { events } of clusters) expect(events.length).toBeGreaterThan(1);
		});
	});

	test('each event stands in the first of its lines that the filter lets through', () => {
		always((scene, { options: { lines } }) => {
			for (const { event, line, y } of scene.marks) {
				expect(line).toBe(drawnLine(event, lines));
				const lane = scene.lanes.find(({ id }) => id === line)!;
				expect(lane.top).toBeLessThan(y);
				expect(lane.bottom).toBeGreaterThan(y);
			}
		});
	});

	test('marks are at their time, to scale, and nothing is moved', () => {
		always(({ marks, width, domain }) => {
			const place = (time: number) => (width * (time - domain.start)) / (domain.end - domain.start);
			for (const mark of marks) {
				const [start, end] = daysOf(mark.event);
				if (mark.kind === 'point') {
					expect(mark.x0).toBeCloseTo(place((start + end) / 2), 6);
					expect(mark.x1).toBe(mark.x0);
				} else {
					expect(mark.x0).toBeCloseTo(place(Math.max(start, domain.start)), 6);
					expect(mark.x1).toBeCloseTo(place(Math.min(end, domain.end)), 6);
				}
				expect(mark.x0).toBeGreaterThanOrEqual(-1e-6);
				expect(mark.x1).toBeLessThanOrEqual(width + 1e-6);
			}
		});
	});

	test('lanes lie one under the other, none with more rows than it may have', () => {
		always(({ lanes, marks, clusters, geometry, height }, { timeline, options }) => {
			// a lane that has the drawing to itself may be three times as high
			const isAlone = (options.lines ?? timeline.lines).length === 1;
			lanes.forEach((lane, i) => {
				expect(lane.top).toBeGreaterThanOrEqual(lanes[i - 1]?.bottom ?? geometry.lanes);
				expect(lane.bottom).toBeGreaterThan(lane.top);
				const rows = new Set(
					[...marks, ...clusters].filter(({ line }) => line === lane.id).map(({ y }) => y)
				);
				expect(rows.size).toBeLessThanOrEqual(geometry.maxRows * (isAlone ? 3 : 1));
				for (const y of rows) {
					expect(y - geometry.radius).toBeGreaterThanOrEqual(lane.top);
					expect(y + geometry.radius).toBeLessThanOrEqual(lane.bottom);
				}
			});
			expect(height).toBeGreaterThanOrEqual(lanes.at(-1)?.bottom ?? 0);
		});
	});

	test('lanes say how many events they hold, and stand in the order of the timeline', () => {
		always(({ lanes, marks, clusters }, { timeline, options: { lines, onlyFilled } }) => {
			const ids = lanes.map(({ id }) => id);
			const order = timeline.lines.map(({ id }) => id).filter((id) => ids.includes(id));
			expect(ids).toEqual(order);
			for (const { id, count } of lanes) {
				const drawn =
					marks.filter(({ line }) => line === id).length +
					clusters.filter(({ line }) => line === id).flatMap(({ events }) => events).length;
				expect(count).toBe(drawn);
				if (onlyFilled) expect(count).toBeGreaterThan(0);
			}
			if (!onlyFilled) expect(ids).toHaveLength(lines?.length ?? timeline.lines.length);
		});
	});

	test('arcs join marks of one line, from left to right', () => {
		always(({ arcs, marks, width }, { timeline }) => {
			const laid = new Map(marks.map((mark) => [mark.event.id, mark]));
			const pledges = findPledges(timeline.events);
			for (const { from, to, line, kept, shape, x0, x1, y0, y1 } of arcs) {
				expect(laid.get(from)).toMatchObject({ line, y: y0 });
				if (shape === 'out') expect([laid.has(to), x1]).toEqual([false, width]);
				else expect(laid.get(to)).toMatchObject({ line, y: y1 });
				expect(pledges).toContainEqual({ from, to, kept });
				if (shape !== 'out') expect(x1).toBeGreaterThan(x0);
			}
		});
	});

	test('everything is the same each time, in whatever order the events come', () => {
		fc.assert(
			fc.property(drawings, fc.infiniteStream(fc.nat()), (drawing, keys) => {
				const shuffled = drawing.events
					.map((event) => ({ event, key: keys.next().value! }))
					.toSorted((a, b) => a.key - b.key)
					.map(({ event }) => event);
				const scene = lay(drawing);
				expect(lay(drawing)).toEqual(scene);
				expect(lay({ ...drawing, events: shuffled })).toEqual(scene);
			}),
			{ numRuns: 100 }
		);
	});
});
