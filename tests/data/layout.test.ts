/** Legibility requirements for the layout of the published dataset. */
import { describe, expect, test } from 'vitest';
import { compileTimeline } from '../../src/lib/data/compile/compile.ts';
import type { Chapter, Timeline } from '../../src/lib/model/types.ts';
import { DAY, parseDay, spanOf } from '../../src/lib/model/date.ts';
import { filterEvents, type Filter } from '../../src/lib/model/filter.ts';
import { barParts, drawBar, layoutBar } from '../../src/lib/layout/scene/bar.ts';
import {
	chooseGeometry,
	GEOMETRIES,
	plotWidth,
	servesUntil
} from '../../src/lib/layout/geometry.ts';
import { wholeDomain } from '../../src/lib/layout/scale/scale.ts';
import { layoutScene } from '../../src/lib/layout/scene/scene.ts';
import type { Scene } from '../../src/lib/layout/scene/types.ts';
import { findLabelFaults, readTitles } from '../unit/layout/oracle.ts';

const timeline = compileTimeline({ folder: 'data' }).timeline as Timeline;
const { events, chapters, lines } = timeline;
const important = events.filter(({ importance }) => importance === 3);

type Purpose = 'rest' | 'embed' | 'embed-line';

function draw(purpose: Purpose, width: number, filter: Filter = {}): Scene {
	const visible = filterEvents(events, filter);
	return layoutScene(timeline, visible, {
		geometry: chooseGeometry(purpose, width),
		domain: purpose === 'rest' ? wholeDomain(events) : wholeDomain(visible, 6),
		lines: filter.lines
	});
}
const unnamed = (scene: Scene, wanted = important) => {
	const named = readTitles(scene, events);
	return wanted.filter((event) => !named.includes(event)).map(({ id }) => id);
};
const clustered = ({ clusters }: Scene) => clusters.flatMap((cluster) => cluster.events).length;

describe('at rest at 1280 px', () => {
	const scene = draw('rest', 1180);

	test(`${readTitles(scene, events).length} of ${events.length} titles are shown: at least 60 %`, () => {
		expect(readTitles(scene, events).length).toBeGreaterThanOrEqual(0.6 * events.length);
	});

	test('every title of importance 3 is shown', () => {
		expect(unnamed(scene)).toEqual([]);
	});

	test('no event is in a cluster', () => {
		expect(clustered(scene)).toBe(0);
	});

	test('each article has a pin with its name', () => {
		expect(scene.pins.map(({ named }) => named)).not.toContain(false);
		const names = scene.pins.map((pin) => pin.names).join(', ');
		for (const { publisher } of timeline.sources) expect(names).toContain(publisher);
	});

	test('a pin counts only events that its articles tell of the days around it', () => {
		const remarks = scene.pins.map(({ names, remark }) => [names, remark]);
		expect(Object.fromEntries(remarks)).toEqual({
			itdullard: 'six events in four days',
			'miuios.in': 'two events in three days',
			'APD News': 'three events in one month',
			'XiaomiDNA, TuttoAndroid': '13 events in five days'
		});
	});
});

describe('at rest at 390 px', () => {
	const scene = draw('rest', 358);

	test('every title of importance 3 is shown', () => {
		expect(unnamed(scene)).toEqual([]);
	});

	test(`${clustered(scene)} events are in a cluster: at most two`, () => {
		expect(clustered(scene)).toBeLessThanOrEqual(2);
	});
});

describe('at rest at 600 to 900 px', () => {
	test('every title of importance 3 is shown, and at most two events are in a cluster', () => {
		for (const width of [600, 900]) {
			const scene = draw('rest', width);
			expect(unnamed(scene)).toEqual([]);
			expect(clustered(scene)).toBeLessThanOrEqual(2);
		}
	});
});

describe('in an embed', () => {
	test.each([358, 600, 900, 1180])('of one line at %d px no event is in a cluster', (width) => {
		for (const { id } of lines)
			expect(clustered(draw('embed-line', width, { lines: [id] }))).toBe(0);
	});

	test.each([900, 1180])('of all lines at %d px every title of importance 3 is shown', (width) => {
		expect(unnamed(draw('embed', width))).toEqual([]);
	});

	test.each([600, 900, 1180])(
		'of one line at %d px every title of importance 3 on that line is shown',
		(width) => {
			for (const { id } of lines) {
				const wanted = important.filter((event) => event.lines.includes(id));
				expect(unnamed(draw('embed-line', width, { lines: [id] }), wanted)).toEqual([]);
			}
		}
	);
});

describe('no label overlaps anything or overflows the frame', () => {
	/** Checks the scene at its own width and at the widest that its geometry serves. */
	function faultsOf(purpose: Purpose | 'bar', scene: Scene): string[] {
		const { geometry, width } = scene;
		const widest = servesUntil(purpose, geometry) ?? 4000;
		const factor = (widest - geometry.left - geometry.right) / plotWidth(geometry);
		expect(width).toBe(plotWidth(geometry));
		return [...findLabelFaults(scene), ...findLabelFaults(scene, factor)];
	}
	const filters: Filter[] = [
		{},
		...lines.map(({ id }) => ({ lines: [id] })),
		...timeline.sources.map(({ id }) => ({ sources: [id] })),
		{ lines: lines.slice(0, 2).map(({ id }) => id) },
		{ status: ['planned', 'announced', 'rumoured'] },
		{ from: '2021' }
	];

	test.each(['rest', 'embed', 'embed-line'] as const)('with any filter, in %s', (purpose) => {
		for (const filter of filters)
			for (const { from } of GEOMETRIES[purpose])
				expect(faultsOf(purpose, draw(purpose, from, filter))).toEqual([]);
	});

	test('in the bar of any chapter', () => {
		for (const { id, from, to } of chapters)
			for (const { from: width } of GEOMETRIES.bar) {
				const scene = drawChapter({ id, from, to }, width);
				expect(faultsOf('bar', scene)).toEqual([]);
			}
	});
});

function drawChapter({ id, from, to }: Pick<Chapter, 'id' | 'from' | 'to'>, width: number): Scene {
	const domain = { start: parseDay(from), end: parseDay(to) + DAY };
	return drawBar(layoutBar(timeline, events, { domain, chapter: id, width }), null);
}

test('the bar of each chapter shows all its events dated to a day or month, except planned ones', () => {
	for (const chapter of chapters) {
		const { marks, clusters } = drawChapter(chapter, 1180);
		const drawn = [
			...marks.map(({ event }) => event.id),
			...clusters.flatMap((cluster) => cluster.events.map((event) => event.id))
		];
		const exact = events.filter(({ chapter: id, status, date }) => {
			const { start, end } = spanOf(date);
			return chapter.id === id && status !== 'planned' && end - start <= 31 * DAY;
		});
		expect(exact.length).toBeGreaterThan(0);
		expect(drawn).toEqual(expect.arrayContaining(exact.map((event) => event.id)));
	}
});

test('the bar of each chapter has a lane for each line and fits its one height, on a phone too', () => {
	for (const chapter of chapters) {
		const wanted = new Set(
			events.filter((event) => event.chapter === chapter.id).map((event) => event.lines[0])
		);
		for (const width of [288, 358, 600, 800, 1180, 1500]) {
			const { lanes, height } = drawChapter(chapter, width);
			expect(lanes.map((lane) => lane.id)).toEqual(expect.arrayContaining([...wanted]));
			expect(height).toBeLessThanOrEqual(barParts(width).chart);
		}
	}
});

test('at 1280 px no chapter’s bar has a cluster, and each names all its events of importance 3', () => {
	for (const chapter of chapters) {
		const scene = drawChapter(chapter, 1180);
		expect(clustered(scene)).toBe(0);
		const drawn = new Set(scene.marks.map(({ event }) => event.id));
		expect(
			unnamed(
				scene,
				important.filter(({ id }) => drawn.has(id))
			)
		).toEqual([]);
	}
});
