/** What is drawn of a timeline that is zoomed: any window, near or far, anywhere. */
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
import { zoomings, type Zooming } from '../datasets.ts';
import { boxesOf, findLabelFaults, findMarkFaults } from '../oracle.ts';

// enough for the slowest computer: what is tested is not how fast it goes
vi.setConfig({ testTimeout: 120_000 });
const RUNS = { numRuns: 150 };
/** The widest container that a drawing must serve, px. */
const WIDEST = 4000;

const worldsOf = ({ timeline, events, lines }: Zooming) =>
	new ZoomLevels(timeline, toColumns(events), lines);
const draw = (zooming: Zooming, window = zooming.window, first: string[] = []) =>
	worldsOf(zooming).draw(zooming.geometry, zooming.extent, window, first);

/** On the way from one window to another. */
const drawMoving = (zooming: Zooming) => {
	const { geometry, extent, window, before } = zooming;
	const worlds = worldsOf(zooming);
	const first = worlds.draw(geometry, extent, before);
	return { first, moving: worlds.draw(geometry, extent, window, [], true), worlds };
};

/** Asserts that something holds of every window. */
function always(holds: (scene: Scene, zooming: Zooming) => void) {
	fc.assert(
		fc.property(zoomings, (zooming) => {
			holds(draw(zooming), zooming);
		}),
		RUNS
	);
}

/** How many times as wide the plot gets: as it was laid out, half the way to the next drawing, and at its end. */
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

const marked = ({ marks }: Scene) => marks.map(({ event }) => event.id);
const gathered = ({ clusters }: Scene) =>
	clusters.flatMap(({ events }) => events.map(({ id }) => id));

/** Whether a row of the lane has room for a cluster between its marks, and nothing would touch it. */
function hasRoom(scene: Scene, line: string): boolean {
	const { marks } = boxesOf(scene, 1);
	const rows = new Set(scene.marks.filter((mark) => mark.line === line).map(({ y }) => y));
	return [...rows].some((y) => {
		// for a badge, half a pixel more is kept than it takes
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

/** All clusters at the window's level of zoom, wherever they are. */
function allGathered({ timeline, events, lines, geometry, extent, window }: Zooming): string[] {
	const shown = toColumns(events);
	const lay = (level: number, base: ReturnType<typeof layoutLevel> | null) =>
		layoutLevel(timeline, shown, { geometry, domain: extent, lines, level, base });
	const base = lay(0, null);
	const level = levelOf(extent, window);
	return gathered(layoutWindow(level ? lay(level, base) : base, extent));
}

/** Where a time is in the drawing, px. */
function placeIn({ width, domain }: Scene): (time: number) => number {
	return (time) => (width * (time - domain.start)) / (domain.end - domain.start);
}

describe('in every window', () => {
	test('labels lie on no other label, no mark and no cluster of their row, and within the frame', () => {
		always((scene) => {
			expect(findLabelFaults(scene, 1)).toEqual([]);
		});
	});

	test('nor do they when it is stretched, as far as the drawing serves', () => {
		always((scene, zooming) => {
			for (const factor of factorsOf(zooming)) expect(findLabelFaults(scene, factor)).toEqual([]);
		});
	});

	test('marks of one row lie apart, but for a promise on its date', () => {
		always((scene, zooming) => {
			for (const factor of factorsOf(zooming)) {
				const faults = findMarkFaults(scene, factor, arePairIn(zooming));
				// where marks leave no row of a lane any room, what is gathered at the window's end covers one
				const full = scene.lanes.filter((lane) => !hasRoom(scene, lane.id));
				const isExcused = (fault: string) =>
					full.some(({ id }) => fault.includes('cluster') && fault.includes(` in ${id}`));
				expect(faults.filter((fault) => !isExcused(fault))).toEqual([]);
			}
		});
	});

	test('marks lie within the plot', () => {
		always(({ marks, width }) => {
			const outside = marks.filter((mark) => mark.x0 < -1e-6 || mark.x1 > width + 1e-6);
			expect(outside).toEqual([]);
		});
	});

	test('a label stands at a mark that is drawn, and none stands twice', () => {
		always((scene) => {
			const ids = marked(scene);
			expect(scene.labels.filter(({ id }) => !ids.includes(id))).toEqual([]);
			const said = scene.labels.map(({ id, text, aside }) => [id, text, aside].join('\n'));
			expect(new Set(said).size).toBe(said.length);
		});
	});

	test('a mark is at its true time, and never narrower than its interval', () => {
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

	test('a mark says at which ends the window cuts it off', () => {
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

	test('a mark that it cuts off ends where the whole mark ends', () => {
		always(({ marks, width, domain, geometry }) => {
			const perTime = width / (domain.end - domain.start);
			for (const mark of marks) {
				const { start, end } = spanOf(mark.event.date);
				const all = { start: Math.min(start, domain.start), end: Math.max(end, domain.end) };
				const scale = createScale(all, (all.end - all.start) * perTime);
				const whole = sizeMark(mark.event, scale, geometry.radius)!;
				const by = (domain.start - all.start) * perTime;
				// a sliver of 3 px is left of what is cut off nearly whole
				if (!mark.clippedEnd)
					expect(positionOf(mark.right)).toBeLessThan(positionOf(whole.right) - by + 1.5001);
				if (!mark.clippedStart)
					expect(positionOf(mark.left)).toBeGreaterThan(positionOf(whole.left) - by - 1.5001);
				expect(positionOf(mark.right) - positionOf(mark.left)).toBeGreaterThanOrEqual(3);
			}
		});
	});

	test('the title of a promise keeps off its badge where its date is cut off', () => {
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
			const worlds = new ZoomLevels({ lines, events }, toColumns(events), undefined);
			const scene = worlds.draw(chooseGeometry('rest', 560), extent, window);
			expect(scene.marks.map((mark) => mark.clippedEnd)).toContain(true);
			expect(scene.labels.map(({ id }) => id)).toContain('promise');
			expect(findLabelFaults(scene, 1)).toEqual([]);
		}
	});

	test('each event of its days is drawn once, as a mark or in a cluster', () => {
		always((scene, zooming) => {
			const { events, window } = zooming;
			const drawn = [...marked(scene), ...gathered(scene)];
			expect(new Set(drawn).size).toBe(drawn.length);

			// what is dated to the day is drawn at its noon
			const isMet = (event: ChartEvent) => {
				const { start, end } = spanOf(event.date);
				const noon = (start + end) / 2;
				return markKindOf(event) === 'point'
					? noon >= window.start && noon <= window.end
					: overlaps({ start, end }, window);
			};
			const met = events.filter(isMet).map(({ id }) => id);
			expect(met.filter((id) => !drawn.includes(id))).toEqual([]);
			const clustered = new Set(allGathered(zooming));
			const single = met.filter((id) => !clustered.has(id));
			expect(marked(scene).toSorted()).toEqual(single.toSorted());
			// a cluster of which nothing is in the window stays away
			for (const cluster of scene.clusters)
				expect(cluster.events.some((event) => overlaps(spanOf(event.date), window))).toBe(true);
		});
	});

	test('clusters stand within the plot, for as many events as they say, in time order', () => {
		always(({ clusters, width }) => {
			for (const { x, count, events } of clusters) {
				expect(x).toBeGreaterThanOrEqual(0);
				expect(x).toBeLessThanOrEqual(width);
				expect(count).toBeGreaterThan(1);
				expect(events).toHaveLength(count);
			}
		});
	});

	test('all lanes are as high as at rest, with as many events', () => {
		always((scene, zooming) => {
			const whole = draw(zooming, zooming.extent);
			expect([scene.height, scene.lanes]).toEqual([whole.height, whole.lanes]);
		});
	});

	test('arcs join marks of one line, or come in and go out where the window leaves one of them out', () => {
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

	test('everything is the same each time, in whatever order the events come', () => {
		always((scene, zooming) => {
			expect(draw(zooming)).toEqual(scene);
			expect(draw({ ...zooming, events: zooming.events.toReversed() })).toEqual(scene);
		});
	});

	test('what the same worlds drew before makes no difference', () => {
		always((scene, zooming) => {
			const worlds = worldsOf(zooming);
			const { geometry, extent, window, panned } = zooming;
			for (const before of [panned, extent, { ...window, end: window.start + DAY }])
				worlds.draw(geometry, extent, before);
			expect(worlds.draw(geometry, extent, window)).toEqual(scene);
		});
	});
});

describe('from window to window', () => {
	test('marks keep their row, and what is in a cluster is no mark, while panning', () => {
		always((scene, zooming) => {
			expectSameRows(scene, draw(zooming, zooming.panned));
		});
	});

	test('marks keep their row, too, while zooming within a level', () => {
		always((scene, zooming) => {
			const { extent, window } = zooming;
			const level = levelOf(extent, window);
			const most = (extent.end - extent.start) / factorOf(level);
			const start = Math.min(window.start, extent.end - most);
			const wider = { start, end: start + most };
			if (levelOf(extent, wider) === level) expectSameRows(scene, draw(zooming, wider));
		});
	});

	test('marks keep the row that they had, as long as zooming in does not rest', () => {
		always((_, zooming) => {
			const { extent, before, window } = zooming;
			const levels = levelOf(extent, window) - levelOf(extent, before);
			const { first, moving } = drawMoving(zooming);
			if (levels >= 0 && levels <= 8) expectSameRows(first, moving);
		});
	});

	test('everything is the same as ever, once a move has come to rest', () => {
		always((scene, zooming) => {
			const { worlds } = drawMoving(zooming);
			expect(worlds.draw(zooming.geometry, zooming.extent, zooming.window)).toEqual(scene);
		});
	});

	test('marks are at their true time while it moves, each event once', () => {
		always((_, zooming) => {
			const { moving } = drawMoving(zooming);
			const place = placeIn(moving);
			const moved = moving.marks.filter(({ event, kind, x0 }) => {
				const { start, end } = spanOf(event.date);
				return kind === 'point' && Math.abs(x0 - place((start + end) / 2)) > 1e-4;
			});
			expect(moved).toEqual([]);
			const drawn = [...marked(moving), ...gathered(moving)];
			expect(new Set(drawn).size).toBe(drawn.length);
		});
	});
	test('marks stand as far apart in time as in the drawing', () => {
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
		const [inA, inB] = [gathered(a), gathered(b)];
		expect(marked(b).filter((id) => inA.includes(id))).toEqual([]);
		expect(marked(a).filter((id) => inB.includes(id))).toEqual([]);
	}
});

describe('the whole', () => {
	test('is what is laid out where nothing can be zoomed', () => {
		always((_, zooming) => {
			const { timeline, events, lines, geometry, extent } = zooming;
			const options = { geometry, domain: extent, lines };
			expect(draw(zooming, extent)).toEqual(layoutScene(timeline, events, options));
		});
	});

	test('leaves no event out', () => {
		always((_, zooming) => {
			const whole = draw(zooming, zooming.extent);
			const drawn = [...marked(whole), ...gathered(whole)];
			expect(drawn.toSorted()).toEqual(zooming.events.map(({ id }) => id).toSorted());
		});
	});

	test('shows what happens on its first day and on its last', () => {
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
				expect(marked(scene).length + gathered(scene).length).toBe(200);
				for (const { left, right } of boxesOf(scene, 1).clusters) {
					expect(left).toBeGreaterThanOrEqual(0);
					expect(right).toBeLessThanOrEqual(scene.width);
				}
			}),
			{ numRuns: 20 }
		);
	});
});

describe('the event that matters now', () => {
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

	test('has its label where its row is otherwise empty and there is room to the right', () => {
		alwaysFirst((scene, id, { mark }) => {
			const { geometry, width, marks, clusters } = scene;
			if (geometry.labelsAbove || geometry.labelled > 3) return;
			const isAlone =
				marks.filter(({ y }) => y === mark!.y).length === 1 &&
				clusters.every(({ y }) => y !== mark!.y);
			const { event } = mark!;
			const title = (geometry.from < 420 && event.short) || event.title;
			const size = measureText(title, geometry.font.label, importanceOf(event) === 3);
			const { right } = boxesOf(scene, 1).marks[marks.findIndex(({ event }) => event === event)]!;
			// between the mark and its label are 6 px, and half a pixel of a badge
			const isRoom = right + 7 + size <= width + geometry.right;
			if (isAlone && isRoom) expect(scene.labels.map((label) => label.id)).toContain(id);
		});
	});

	test('takes nothing away but labels of its own row', () => {
		alwaysFirst((scene, id, { scene: before, mark }) => {
			expect({ ...scene, labels: [] }).toEqual({ ...before, labels: [] });
			const elsewhere = ({ labels }: Scene) => labels.filter(({ y }) => y !== mark!.y);
			expect(elsewhere(scene)).toEqual(elsewhere(before));
			const others = scene.labels.filter((label) => label.id !== id);
			for (const label of others) expect(before.labels).toContainEqual(label);
		});
	});
});
