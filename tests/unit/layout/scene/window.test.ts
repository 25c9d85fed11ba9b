/** Scenes of a zoomed timeline, for arbitrary windows. */
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { DAY, overlaps, spanOf } from '../../../../src/lib/model/date.ts';
import { findPledges, importanceOf, type ChartEvent } from '../../../../src/lib/model/event.ts';
import { layoutWindow } from '../../../../src/lib/layout/scene/window.ts';
import { sizeMark, markKindOf, positionOf } from '../../../../src/lib/layout/marks/sized-mark.ts';
import { CLUSTER, GAP } from '../../../../src/lib/layout/marks/spacing.ts';
import { chooseGeometry, servesUntil } from '../../../../src/lib/layout/geometry.ts';
import { createScale } from '../../../../src/lib/layout/scale/scale.ts';
import { layoutScene } from '../../../../src/lib/layout/scene/scene.ts';
import type { Scene } from '../../../../src/lib/layout/scene/types.ts';
import { toColumns } from '../../../../src/lib/layout/place/event-columns.ts';
import { measureText } from '../../../../src/lib/layout/scale/text-width.ts';
import { factorOf, layoutLevel, levelOf } from '../../../../src/lib/layout/scene/zoom-level.ts';
import { ZoomLevels } from '../../../../src/lib/layout/scene/zoom-levels.ts';
import { reorder, zoomings, type Zooming } from '../datasets.ts';
import { boxesOf, findLabelFaults, findMarkFaults } from '../oracle.ts';
import { runs } from '../../../property.ts';

// generous for slow machines: speed is not under test
vi.setConfig({ testTimeout: 120_000 });
const RUNS = runs(150);
/** The widest container that a drawing must serve, px. */
const WIDEST = 4000;

const zoomLevelsOf = ({ timeline, events, lines }: Zooming) =>
	new ZoomLevels(timeline, toColumns(events), lines);
const draw = (zooming: Zooming, window = zooming.window, first: string[] = []) =>
	zoomLevelsOf(zooming).draw(zooming.geometry, zooming.extent, window, first);

/** Draws during a zoom from the window `before` to `window`. */
const drawMoving = (zooming: Zooming) => {
	const { geometry, extent, window, before } = zooming;
	const zoomLevels = zoomLevelsOf(zooming);
	const first = zoomLevels.draw(geometry, extent, before);
	return { first, moving: zoomLevels.draw(geometry, extent, window, [], true), zoomLevels };
};

/** Asserts a property of every window. */
function always(holds: (scene: Scene, zooming: Zooming) => void) {
	fc.assert(
		fc.property(zoomings, (zooming) => {
			holds(draw(zooming), zooming);
		}),
		RUNS
	);
}

/** Stretch factors of the plot: as laid out, at the middle of the widths that the geometry serves, and at the widest. */
function factorsOf({ purpose, geometry }: Zooming): number[] {
	const gutters = geometry.left + geometry.right;
	const widest = servesUntil(purpose, geometry) ?? WIDEST;
	return [0, 0.5, 1].map(
		(part) =>
			(geometry.from + part * (widest - geometry.from) - gutters) / (geometry.from - gutters)
	);
}
function arePairIn({ timeline }: Zooming): (a: string, b: string) => boolean {
	const pledges = findPledges(timeline.events);
	return (a, b) =>
		pledges.some(({ from, to }) => (from === a && to === b) || (from === b && to === a));
}

const markIds = ({ marks }: Scene) => marks.map(({ event }) => event.id);
const clusteredIds = ({ clusters }: Scene) =>
	clusters.flatMap(({ events }) => events.map(({ id }) => id));

/** Whether a row of the lane has space for a cluster between its marks. */
function hasRoom(scene: Scene, line: string): boolean {
	const { marks } = boxesOf(scene, 1);
	const rows = new Set(scene.marks.filter((mark) => mark.line === line).map(({ y }) => y));
	return [...rows].some((y) => {
		// the layout reserves half a pixel more than a badge takes
		const inRow = marks
			.filter((_, i) => scene.marks[i]!.line === line && scene.marks[i]!.y === y)
			.map(({ left, right }) => ({ left, right: right + 0.5 }));
		const ends = inRow.map(({ right }) => right + GAP);
		return [0, ...ends].some(
			(left) =>
				left + CLUSTER <= scene.width &&
				inRow.every((mark) => mark.right + GAP <= left || left + CLUSTER + GAP <= mark.left)
		);
	});
}

/** Ids of the clustered events in the whole extent, at the zoom level of the window. */
function allClusteredIds({ timeline, events, lines, geometry, extent, window }: Zooming): string[] {
	const shown = toColumns(events);
	const lay = (level: number, base: ReturnType<typeof layoutLevel> | null) =>
		layoutLevel(timeline, shown, { geometry, domain: extent, lines, level, base });
	const base = lay(0, null);
	const level = levelOf(extent, window);
	return clusteredIds(layoutWindow(level ? lay(level, base) : base, extent));
}

/** @returns a function from a time, ms, to its position in the scene, px */
function placeIn({ width, domain }: Scene): (time: number) => number {
	return (time) => (width * (time - domain.start)) / (domain.end - domain.start);
}

describe('in every window', () => {
	test('labels overlap no label, and no mark or cluster of their row, and stay within the frame', () => {
		always((scene) => {
			expect(findLabelFaults(scene, 1)).toEqual([]);
		});
	});

	test('labels do not overlap at any width that the drawing serves', () => {
		always((scene, zooming) => {
			for (const factor of factorsOf(zooming)) expect(findLabelFaults(scene, factor)).toEqual([]);
		});
	});

	test('marks of a row do not overlap at any width, except a promise and its date', () => {
		always((scene, zooming) => {
			for (const factor of factorsOf(zooming)) {
				const faults = findMarkFaults(scene, factor, arePairIn(zooming));
				// if no row of a lane has space for it, a cluster at the edge of the window covers a mark
				const full = scene.lanes.filter((lane) => !hasRoom(scene, lane.id));
				const isExcused = (fault: string) =>
					full.some(({ id }) => fault.includes('cluster') && fault.includes(` in ${id}`));
				expect(faults.filter((fault) => !isExcused(fault))).toEqual([]);
			}
		});
	});

	test('marks are within the plot', () => {
		always(({ marks, width }) => {
			const outside = marks.filter((mark) => mark.x0 < -1e-6 || mark.x1 > width + 1e-6);
			expect(outside).toEqual([]);
		});
	});

	test('each label belongs to a drawn mark, and none is drawn twice', () => {
		always((scene) => {
			const ids = markIds(scene);
			expect(scene.labels.filter(({ id }) => !ids.includes(id))).toEqual([]);
			const texts = scene.labels.map(({ id, text, aside }) => [id, text, aside].join('\n'));
			expect(new Set(texts).size).toBe(texts.length);
		});
	});

	test('marks are exactly at their time, and never narrower than their interval', () => {
		always((scene) => {
			const place = placeIn(scene);
			const { domain, marks } = scene;
			const isAt = (x: number, time: number) => Math.abs(x - place(time)) < 1e-4;
			const moved = marks.filter(({ event, kind, x0, x1 }) => {
				const { start, end } = spanOf(event.date);
				if (kind === 'point') return !isAt(x0, (start + end) / 2) || x1 !== x0;
				return !isAt(x0, Math.max(start, domain.start)) || !isAt(x1, Math.min(end, domain.end));
			});
			expect(moved).toEqual([]);

			const narrower = marks.filter(({ width, x0, x1 }) => width !== null && width < x1 - x0);
			expect(narrower).toEqual([]);
		});
	});

	test('marks record at which ends the window clips them', () => {
		always(({ marks, domain }) => {
			for (const mark of marks) {
				const { start, end } = spanOf(mark.event.date);
				const isWide = mark.kind !== 'point';
				expect([mark.clippedStart, mark.clippedEnd]).toEqual([
					isWide && start < domain.start,
					isWide && end > domain.end
				]);
			}
		});
	});

	test('a clipped mark ends where the unclipped mark does', () => {
		always(({ marks, width, domain, geometry }) => {
			const perTime = width / (domain.end - domain.start);
			for (const mark of marks) {
				const { start, end } = spanOf(mark.event.date);
				const all = { start: Math.min(start, domain.start), end: Math.max(end, domain.end) };
				const scale = createScale(all, (all.end - all.start) * perTime);
				const whole = sizeMark(mark.event, scale, geometry.radius)!;
				const by = (domain.start - all.start) * perTime;
				// at least 3 px remain of a mark that is almost entirely clipped
				if (!mark.clippedEnd)
					expect(positionOf(mark.right)).toBeLessThan(positionOf(whole.right) - by + 1.5001);
				if (!mark.clippedStart)
					expect(positionOf(mark.left)).toBeGreaterThan(positionOf(whole.left) - by - 1.5001);
				expect(positionOf(mark.right) - positionOf(mark.left)).toBeGreaterThanOrEqual(3);
			}
		});
	});

	test('the label of a promise does not overlap its badge if its date is clipped', () => {
		const lines = [{ id: 'kites', label: 'Kites' }];
		const events: ChartEvent[] = [
			{
				...{ id: 'promise', title: 'Kites next week', status: 'planned', lines: ['kites'] },
				date: { start: '2010-01-01', end: '2010-01-03', kind: 'moment' },
				evidence: [{ source: 'letter', stance: 'disputes' }],
				relations: [{ type: 'announces', event: 'date' }]
			},
			{
				...{ id: 'date', title: 'Kites', status: 'happened', lines: ['kites'] },
				date: { start: '2010-01-01', end: '2010-01-04', kind: 'moment' }
			}
		];
		const extent = { start: Date.UTC(2010, 0), end: Date.UTC(2010, 6) };
		for (let hours = 1; hours < 24; hours++) {
			const window = { start: extent.start, end: Date.UTC(2010, 0, 4, hours) };
			const zoomLevels = new ZoomLevels({ lines, events }, toColumns(events), undefined);
			const scene = zoomLevels.draw(chooseGeometry('rest', 560), extent, window);
			expect(scene.marks.map((mark) => mark.clippedEnd)).toContain(true);
			expect(scene.labels.map(({ id }) => id)).toContain('promise');
			expect(findLabelFaults(scene, 1)).toEqual([]);
		}
	});

	test('a mark that fills the window shows its short title where the whole one is too long', () => {
		const lines = [{ id: 'kites', label: 'Kites' }];
		const title = 'The year of the first flight over the harbour is disputed to this day';
		const short = 'The first flight over the harbour';
		const events: ChartEvent[] = [
			{
				...{ id: 'flight', title, short, status: 'happened', lines: ['kites'] },
				date: { start: '2010-01-01', end: '2011-01-01', kind: 'moment' }
			}
		];
		const extent = { start: Date.UTC(2010, 0), end: Date.UTC(2012, 0) };
		const window = { start: Date.UTC(2010, 0, 1), end: Date.UTC(2010, 0, 2) };
		const zoomLevels = new ZoomLevels({ lines, events }, toColumns(events), undefined);
		const textIn = (width: number) =>
			zoomLevels.draw(chooseGeometry('rest', width), extent, window).labels.map(({ text }) => text);
		expect(textIn(560)).toEqual([short]);
		expect(textIn(1120)).toEqual([title]);
	});

	test('each event in the window is drawn once, as a mark or in a cluster', () => {
		always((scene, zooming) => {
			const { events, window } = zooming;
			const drawn = [...markIds(scene), ...clusteredIds(scene)];
			expect(new Set(drawn).size).toBe(drawn.length);

			// a point is drawn at noon of its day
			const isInWindow = (event: ChartEvent) => {
				const { start, end } = spanOf(event.date);
				const noon = (start + end) / 2;
				return markKindOf(event) === 'point'
					? noon >= window.start && noon <= window.end
					: overlaps({ start, end }, window);
			};
			const inWindow = events.filter(isInWindow).map(({ id }) => id);
			expect(inWindow.filter((id) => !drawn.includes(id))).toEqual([]);
			const clustered = new Set(allClusteredIds(zooming));
			const single = inWindow.filter((id) => !clustered.has(id));
			expect(markIds(scene).toSorted()).toEqual(single.toSorted());
			// a cluster without an event in the window is not drawn
			for (const cluster of scene.clusters)
				expect(cluster.events.some((event) => overlaps(spanOf(event.date), window))).toBe(true);
		});
	});

	test('clusters are within the plot, count their events and name the first', () => {
		always(({ clusters, width }) => {
			for (const { x, count, first, events } of clusters) {
				expect(x).toBeGreaterThanOrEqual(0);
				expect(x).toBeLessThanOrEqual(width);
				expect(count).toBeGreaterThan(1);
				expect(events).toHaveLength(count);
				expect(events[0]).toBe(first);
			}
		});
	});

	test('lanes have the same height and event counts as at rest', () => {
		always((scene, zooming) => {
			const whole = draw(zooming, zooming.extent);
			expect([scene.height, scene.lanes]).toEqual([whole.height, whole.lanes]);
		});
	});

	test('arcs join marks of one line, or run to the edge if one of the two is outside the window', () => {
		always(({ arcs, marks, width, domain }, { timeline }) => {
			const laid = new Map(marks.map((mark) => [mark.event.id, mark]));
			const spans = new Map(timeline.events.map(({ id, date }) => [id, spanOf(date)]));
			const pledges = findPledges(timeline.events);
			for (const { from, to, line, kept, shape, x0, x1, y0, y1 } of arcs) {
				expect(pledges).toContainEqual({ from, to, kept });
				if (shape === 'in') {
					expect([laid.has(from), x0]).toEqual([false, 0]);
					expect(spans.get(from)!.start).toBeLessThan(domain.start);
				} else expect(laid.get(from)).toMatchObject({ line, y: y0 });
				if (shape === 'out') {
					expect([laid.has(to), x1]).toEqual([false, width]);
					expect(spans.get(to)!.end).toBeGreaterThan(domain.end);
				} else expect(laid.get(to)).toMatchObject({ line, y: y1 });
				if (shape !== 'out') expect(x1).toBeGreaterThan(x0);
			}
		});
	});

	test('the scene is deterministic, and depends on input order only if all else is equal', () => {
		always((scene, zooming) => {
			expect(draw(zooming)).toEqual(scene);
			const backwards = zooming.events.map((_, i) => -i).values();
			expect(draw({ ...zooming, events: reorder(zooming.events, backwards) })).toEqual(scene);
		});
	});

	test('earlier draws do not affect a scene', () => {
		always((scene, zooming) => {
			const zoomLevels = zoomLevelsOf(zooming);
			const { geometry, extent, window, panned } = zooming;
			for (const before of [panned, extent, { ...window, end: window.start + DAY }])
				zoomLevels.draw(geometry, extent, before);
			expect(zoomLevels.draw(geometry, extent, window)).toEqual(scene);
		});
	});
});

describe('from window to window', () => {
	test('panning changes neither rows nor clusters', () => {
		always((scene, zooming) => {
			expectSameRows(scene, draw(zooming, zooming.panned));
		});
	});

	test('zooming within a level changes neither rows nor clusters', () => {
		always((scene, zooming) => {
			const { extent, window } = zooming;
			const level = levelOf(extent, window);
			const most = (extent.end - extent.start) / factorOf(level);
			const start = Math.min(window.start, extent.end - most);
			const wider = { start, end: start + most };
			if (levelOf(extent, wider) === level) expectSameRows(scene, draw(zooming, wider));
		});
	});

	test('zooming in keeps rows and clusters until it ends', () => {
		always((_, zooming) => {
			const { extent, before, window } = zooming;
			const levels = levelOf(extent, window) - levelOf(extent, before);
			const { first, moving } = drawMoving(zooming);
			if (levels >= 0 && levels <= 8) expectSameRows(first, moving);
		});
	});

	test('zooming out step by step lays the rows out anew only once in four levels', () => {
		always((_, { extent, ...zooming }) => {
			const zoomLevels = zoomLevelsOf({ extent, ...zooming });
			const width = extent.end - extent.start;
			const at = (level: number) => ({
				start: extent.start,
				end: extent.start + width / factorOf(level)
			});
			const moving = (level: number) =>
				zoomLevels.draw(zooming.geometry, extent, at(level), [], level < 12);
			const [, out, ...further] = [12, 11, 10, 9, 8].map(moving);
			for (const scene of further) expectSameRows(out!, scene);
		});
	});

	test('the scene after a zoom is the same as without it', () => {
		always((scene, zooming) => {
			const { zoomLevels } = drawMoving(zooming);
			expect(zoomLevels.draw(zooming.geometry, zooming.extent, zooming.window)).toEqual(scene);
		});
	});

	test('during a zoom, points are at their time and each event is drawn once', () => {
		always((_, zooming) => {
			const { moving } = drawMoving(zooming);
			const place = placeIn(moving);
			const moved = moving.marks.filter(({ event, kind, x0 }) => {
				const { start, end } = spanOf(event.date);
				return kind === 'point' && Math.abs(x0 - place((start + end) / 2)) > 1e-4;
			});
			expect(moved).toEqual([]);
			const drawn = [...markIds(moving), ...clusteredIds(moving)];
			expect(new Set(drawn).size).toBe(drawn.length);
		});
	});
	test('panning moves all points by the same distance', () => {
		always((scene, zooming) => {
			const other = draw(zooming, zooming.panned);
			const by = placeIn(scene)(zooming.panned.start);
			const before = new Map(scene.marks.map((mark) => [mark.event.id, mark]));
			const moved = other.marks.filter(({ event, kind, x0 }) => {
				const mark = before.get(event.id);
				return mark && kind === 'point' && Math.abs(mark.x0 - x0 - by) > 1e-4;
			});
			expect(moved).toEqual([]);
		});
	});

	function expectSameRows(a: Scene, b: Scene) {
		const places = new Map(a.marks.map(({ event, y }) => [event.id, y]));
		const moved = b.marks.filter(({ event, y }) => (places.get(event.id) ?? y) !== y);
		expect(moved).toEqual([]);
		const [inA, inB] = [clusteredIds(a), clusteredIds(b)];
		expect(markIds(b).filter((id) => inA.includes(id))).toEqual([]);
		expect(markIds(a).filter((id) => inB.includes(id))).toEqual([]);
	}
});

describe('the whole extent', () => {
	test('is the scene that layoutScene returns', () => {
		always((_, zooming) => {
			const { timeline, events, lines, geometry, extent } = zooming;
			const options = { geometry, domain: extent, lines };
			expect(draw(zooming, extent)).toEqual(layoutScene(timeline, events, options));
		});
	});

	test('has every event', () => {
		always((_, zooming) => {
			const whole = draw(zooming, zooming.extent);
			const drawn = [...markIds(whole), ...clusteredIds(whole)];
			expect(drawn.toSorted()).toEqual(zooming.events.map(({ id }) => id).toSorted());
		});
	});

	test('has the events of its first and last day', () => {
		const last = { start: '2020-12-31', end: '2020-12-31' };
		const first = { start: '2010-01-01', end: '2010-01-02', approximate: true } as const;
		const events = Array.from({ length: 200 }, (_, i): ChartEvent => ({
			...{ id: `event-${i}`, title: 'Kites', status: 'happened', lines: ['kites'] },
			date: { ...(i % 2 ? first : last), kind: 'moment' }
		}));
		fc.assert(
			fc.property(zoomings, ({ geometry }) => {
				const scene = layoutScene({ lines: [{ id: 'kites', label: 'Kites' }], events }, events, {
					geometry,
					domain: { start: Date.UTC(2010, 0), end: Date.UTC(2021, 0) }
				});
				expect(markIds(scene).length + clusteredIds(scene).length).toBe(200);
				for (const { left, right } of boxesOf(scene, 1).clusters) {
					expect(left).toBeGreaterThanOrEqual(0);
					expect(right).toBeLessThanOrEqual(scene.width);
				}
			}),
			runs(20)
		);
	});
});

describe('the priority event', () => {
	/** A window with one of its marks. */
	const chosen = fc.tuple(zoomings, fc.nat()).map(([zooming, n]) => {
		const scene = draw(zooming);
		const mark = scene.marks[n % (scene.marks.length || 1)];
		return { zooming, scene, mark };
	});
	type Chosen = typeof chosen extends fc.Arbitrary<infer T> ? T : never;
	function alwaysFirst(holds: (scene: Scene, named: string, before: Chosen) => void) {
		fc.assert(
			fc.property(chosen, (before) => {
				const id = before.mark?.event.id;
				if (id) holds(draw(before.zooming, undefined, [id]), id, before);
			}),
			RUNS
		);
	}

	test('has its label if its row is otherwise empty and there is space to the right', () => {
		alwaysFirst((scene, id, { mark }) => {
			const { geometry, width, marks, clusters } = scene;
			if (geometry.labelsAbove || geometry.labelled > 3) return;
			const isAlone =
				marks.filter(({ y }) => y === mark!.y).length === 1 &&
				clusters.every(({ y }) => y !== mark!.y);
			const { event } = mark!;
			const title = (geometry.from < 420 && event.short) || event.title;
			const size = measureText(title, geometry.font.label, importanceOf(event) === 3);
			const { right } = boxesOf(scene, 1).marks[marks.findIndex((other) => other.event === event)]!;
			// the gap between mark and label is 6 px, and half a pixel of a badge
			const hasSpace = right + 7 + size <= width + geometry.right;
			if (isAlone && hasSpace) expect(scene.labels.map((label) => label.id)).toContain(id);
		});
	});

	test('displaces only labels of its own row', () => {
		alwaysFirst((scene, id, { scene: before, mark }) => {
			expect({ ...scene, labels: [] }).toEqual({ ...before, labels: [] });
			const elsewhere = ({ labels }: Scene) => labels.filter(({ y }) => y !== mark!.y);
			expect(elsewhere(scene)).toEqual(elsewhere(before));
			const others = scene.labels.filter((label) => label.id !== id);
			for (const label of others) expect(before.labels).toContainEqual(label);
		});
	});
});
