import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { DAY, parseDay } from '../../../../src/lib/model/date.ts';
import { drawnLine, findPledges, type ChartEvent } from '../../../../src/lib/model/event.ts';
import { servesUntil } from '../../../../src/lib/layout/geometry.ts';
import { layoutScene } from '../../../../src/lib/layout/scene/scene.ts';
import type { Scene } from '../../../../src/lib/layout/scene/types.ts';
import { drawings, reorder, type Drawing } from '../datasets.ts';
import { findLabelFaults, findMarkFaults } from '../oracle.ts';
import { runs } from '../../../property.ts';

const RUNS = runs(300);
/** Generous for slow machines: speed is not under test. */
vi.setConfig({ testTimeout: 120_000 });
/** The widest container that a drawing must serve, px. */
const WIDEST = 4000;

const layoutOf = ({ timeline, events, options }: Drawing) => layoutScene(timeline, events, options);

/** Asserts a property of every drawing. */
function always(holds: (scene: Scene, drawing: Drawing, share: number) => void) {
	fc.assert(
		fc.property(drawings, fc.double({ min: 0, max: 1, noNaN: true }), (drawing, share) =>
			holds(layoutOf(drawing), drawing, share)
		),
		RUNS
	);
}

/** Stretch factors of the plot: at a share of the widths that the geometry serves, and at the widest. */
function factorsOf({ purpose, options: { geometry } }: Drawing, share: number): number[] {
	const gutters = geometry.left + geometry.right;
	const widest = servesUntil(purpose, geometry) ?? WIDEST;
	return [share, 1].map(
		(part) =>
			(geometry.from + part * (widest - geometry.from) - gutters) / (geometry.from - gutters)
	);
}

/** Time span of an event, ms, computed independently of src/lib/model: `[start of first day, end of last day)`. */
function daysOf({ date: { start, end, asOf } }: ChartEvent): [number, number] {
	return [parseDay(start), parseDay(end ?? asOf ?? start) + DAY];
}

describe('in every drawing', () => {
	test('labels overlap no label, and no mark or cluster of their row, and stay within the frame', () => {
		always((scene, { options }) => {
			expect(findLabelFaults(scene, 1, options.selected)).toEqual([]);
		});
	});

	test('labels do not overlap at any width that the drawing serves', () => {
		always((scene, drawing, share) => {
			for (const factor of factorsOf(drawing, share))
				expect(findLabelFaults(scene, factor, drawing.options.selected)).toEqual([]);
		});
	});

	test('marks of a row do not overlap at any width, except a promise and its date', () => {
		always((scene, drawing, share) => {
			const pledges = findPledges(drawing.timeline.events);
			const arePair = (a: string, b: string) =>
				pledges.some(({ from, to }) => (from === a && to === b) || (from === b && to === a));
			for (const factor of [1, ...factorsOf(drawing, share)])
				expect(findMarkFaults(scene, factor, arePair)).toEqual([]);
		});
	});

	test('exactly the events in the domain are drawn, each once, as a mark or in a cluster', () => {
		always((scene, { events, options: { domain } }) => {
			const drawn = [
				...scene.marks.map(({ event }) => event.id),
				...scene.clusters.flatMap((cluster) => cluster.events.map(({ id }) => id))
			];
			const inDomain = events.filter((event) => {
				const [start, end] = daysOf(event);
				return start < domain.end && end > domain.start;
			});
			expect(drawn.toSorted()).toEqual(inDomain.map(({ id }) => id).toSorted());
		});
	});

	test('a cluster has at least two events', () => {
		always(({ clusters }) => {
			for (const { events } of clusters) expect(events.length).toBeGreaterThan(1);
		});
	});

	test('each event is on the first of its lines that passes the filter', () => {
		always((scene, { options: { lines } }) => {
			for (const { event, line, y } of scene.marks) {
				expect(line).toBe(drawnLine(event, lines));
				const lane = scene.lanes.find(({ id }) => id === line)!;
				expect(lane.top).toBeLessThan(y);
				expect(lane.bottom).toBeGreaterThan(y);
			}
		});
	});

	test('marks are exactly at their time', () => {
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

	test('lanes do not overlap and respect the maximum number of rows', () => {
		always(({ lanes, marks, clusters, geometry, height }, { timeline, options }) => {
			// a single lane may have three times as many rows
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

	test('lanes count their events and are in timeline order', () => {
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

	test('the scene is deterministic, and depends on input order only if all else is equal', () => {
		fc.assert(
			fc.property(drawings, fc.infiniteStream(fc.nat()), (drawing, keys) => {
				const shuffled = reorder(drawing.events, keys);
				const scene = layoutOf(drawing);
				expect(layoutOf(drawing)).toEqual(scene);
				expect(layoutOf({ ...drawing, events: shuffled })).toEqual(scene);
			}),
			runs(100)
		);
	});
});
