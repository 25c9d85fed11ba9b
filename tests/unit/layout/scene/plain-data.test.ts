/** Small datasets that only give what is required, or lie at an extreme. */
import { describe, expect, test } from 'vitest';
import { formatDay, DAY } from '../../../../src/lib/model/date.ts';
import type { ChartEvent, ChartTimeline } from '../../../../src/lib/model/event.ts';
import {
	chooseGeometry,
	fitGeometry,
	GEOMETRIES,
	type Purpose
} from '../../../../src/lib/layout/geometry.ts';
import { toColumns } from '../../../../src/lib/layout/place/event-columns.ts';
import { wholeDomain } from '../../../../src/lib/layout/scale/scale.ts';
import { measureText } from '../../../../src/lib/layout/scale/text-width.ts';
import { layoutScene } from '../../../../src/lib/layout/scene/scene.ts';
import type { Scene } from '../../../../src/lib/layout/scene/types.ts';
import { ZoomLevels } from '../../../../src/lib/layout/scene/zoom-levels.ts';
import { findLabelFaults, findNameFaults, findOverflows, readTitles } from '../oracle.ts';

const LINES = [{ id: 'a', label: 'A line' }];

function eventOn(title: string, start: string, rest: Partial<ChartEvent> = {}): ChartEvent {
	const date = { start, end: start };
	return { id: title, title, date, lines: ['a'], status: 'happened', ...rest };
}
const lasting = (title: string, start: string, end: string) =>
	eventOn(title, start, { date: { start, end } });
const range = (length: number) => Array.from({ length }, (_, i) => i);

function draw(
	events: ChartEvent[],
	width: number,
	{ purpose = 'embed', lines = LINES }: { purpose?: Purpose; lines?: ChartTimeline['lines'] } = {}
): Scene {
	return layoutScene({ lines, events }, events, {
		geometry: fitGeometry(purpose, width),
		domain: wholeDomain(events)
	});
}
const titlesOf = (scene: Scene) =>
	readTitles(
		scene,
		scene.marks.map(({ event }) => event)
	).map(({ title }) => title);
const faultsOf = (scene: Scene) => [
	...findLabelFaults(scene),
	...findNameFaults(scene, 1),
	...findOverflows(scene, 1)
];

const steps = (name: string, years: number[]) =>
	years.map((year, i) => eventOn(`${name} step ${i + 1}`, `${year}-05-01`));
const sparse = [
	...steps('Early', [1990, 1993, 1996, 1999, 2002, 2005]),
	...steps('Later', [2014, 2017, 2020, 2023, 2026])
];
const busy = (count: number) =>
	range(count).map((i) => eventOn(`Busy month ${i + 1}`, `2010-0${i + 1}-10`));

describe('a crowded place', () => {
	test.each([5, 6, 7, 8])('of %i events costs only its own events their titles', (count) => {
		const scene = draw([...sparse, ...busy(count)], 1100);
		expect(titlesOf(scene)).toEqual(expect.arrayContaining(sparse.map(({ title }) => title)));
		expect(faultsOf(scene)).toEqual([]);
	});

	test('of equals still names as many of them as there are rows', () => {
		const named = titlesOf(draw([...sparse, ...busy(6)], 1100));
		expect(named.length).toBeGreaterThanOrEqual(16);
	});

	test.each([undefined, 1, 2, 3] as const)(
		'costs no lone event its title if all have the importance %s',
		(importance) => {
			const events = [...sparse, ...busy(8)].map((event) => ({ ...event, importance }));
			expect(titlesOf(draw(events, 1100))).toEqual(
				expect.arrayContaining(sparse.map(({ title }) => title))
			);
		}
	);

	test('with long titles on one side leaves a lone event the space beside it', () => {
		const long = range(6).map((i) =>
			eventOn(`A title of the crowd that is as long as titles get, number ${i}`, '2005-05-01')
		);
		const alone = eventOn('Alone', '2012-05-01');
		const ends = [eventOn('First', '1990-02-01'), eventOn('Last', '2026-05-01')];
		expect(titlesOf(draw([...long, alone, ...ends], 1100))).toContain('Alone');
	});

	test.each([60, 200])(
		'of %i events in a lane of many leaves lone events their titles',
		(count) => {
			const crowd = range(count).map((i) => eventOn(`Crowd ${i}`, `2012-05-${10 + (i % 9)}`));
			const alone = ['2000-05-05', '2006-05-05', '2020-01-05'].map((day) =>
				eventOn(`On ${day}`, day)
			);
			for (const width of [420, 700, 1100])
				expect(titlesOf(draw([...crowd, ...alone], width))).toEqual(
					expect.arrayContaining(alone.map(({ title }) => title))
				);
		}
	);
});

describe('an event without an importance', () => {
	const two = [eventOn('Bridge works', '2005-03-03'), eventOn('Tower opens', '2012-06-01')];

	test.each([248, 280, 320, 360, 380, 559, 560, 1100])('has its title at %i px', (width) => {
		for (const purpose of ['embed', 'rest', 'embed-line'] as const)
			expect(titlesOf(draw(two, width, { purpose })).toSorted()).toEqual(
				two.map(({ title }) => title)
			);
	});

	test('has its title on a phone beside one of importance 3', () => {
		const events = [{ ...two[0]!, importance: 3 as const }, two[1]!];
		expect(titlesOf(draw(events, 358))).toHaveLength(2);
	});

	test('has its title on a phone at every zoom', () => {
		const extent = wholeDomain(two);
		const levels = new ZoomLevels({ lines: LINES, events: two }, toColumns(two));
		for (const years of [7, 4, 2, 1]) {
			const window = { start: extent.start, end: extent.start + years * 365 * DAY };
			const scene = levels.draw(fitGeometry('embed', 358), extent, window);
			expect(titlesOf(scene)).toEqual(scene.marks.map(({ event }) => event.title));
		}
	});
});

test('a phone names only the most important events if enough of them are', () => {
	const graded = sparse.map((event, i) => ({ ...event, importance: ([1, 2, 3] as const)[i % 3] }));
	const named = titlesOf(draw(graded, 358));
	const wanted = graded.filter(({ importance }) => importance === 3).map(({ title }) => title);
	expect(named.toSorted()).toEqual(wanted.toSorted());
});

describe('a lane name', () => {
	const LONG = 'A department with an exceedingly long name that nobody shortens';
	const COMPOUND = 'Donaudampfschifffahrtsgesellschaftskapitänspatent';
	const sceneOf = (labels: string[], width: number, purpose: Purpose = 'embed') => {
		const lines = labels.map((label, i) => ({ id: `${i}`, label }));
		const events = lines.flatMap(({ id }) => [
			eventOn(`One ${id}`, '2005-01-01', { lines: [id] }),
			{ ...lasting(`Lasting ${id}`, '2012-01-01', '2013-12-31'), lines: [id] }
		]);
		return draw(events, width, { purpose, lines });
	};

	test.each([560, 600, 700, 900, 1100, 1500])('of 15 to 20 letters fits at %i px', (width) => {
		const labels = ['Radio telephones', 'Public libraries', 'Electric streetcars'];
		const { lanes } = sceneOf(labels, width);
		expect(lanes.map(({ name }) => name.lines.join(' '))).toEqual(labels);
	});

	test('widens the gutter up to a quarter of the width', () => {
		const base = chooseGeometry('embed', 1120).left;
		expect(sceneOf(['Short'], 1120).geometry.left).toBe(base);
		const wider = sceneOf(['Public radio telephones'], 1120).geometry.left;
		expect(wider).toBeGreaterThan(base);
		expect(wider).toBeLessThan(280);
		expect(sceneOf([LONG], 1120).geometry.left).toBe(280);
	});

	test('takes two lines, then an ellipsis', () => {
		const linesAt = (width: number, label = LONG) => sceneOf([label], width).lanes[0]!.name.lines;
		expect(linesAt(1120).join(' ')).toBe(LONG);
		expect(linesAt(1120)).toHaveLength(2);
		expect(linesAt(560)[1]).toMatch(/…$/);
		expect(linesAt(1120, COMPOUND).join('')).toBe(COMPOUND);
		expect(linesAt(358).join(' ')).toBe(LONG);
	});

	test.each([248, 288, 328, 360, 559, 560, 700, 1120])(
		'never meets the plot or leaves the container at %i px',
		(width) => {
			const labels = [LONG, COMPOUND, '一个名字非常非常长而且没有人缩短它的部门名称', 'Short'];
			for (const purpose of ['embed', 'rest', 'bar'] as const) {
				const scene = sceneOf(labels, width, purpose);
				expect(faultsOf(scene)).toEqual([]);
				const { left, font, laneNames } = scene.geometry;
				for (const line of scene.lanes.flatMap(({ name }) => name.lines))
					expect(measureText(line, font.lane, true)).toBeLessThanOrEqual(
						laneNames === 'beside' ? left : width
					);
			}
		}
	);
});

test('the labels of both levels of ticks are inside every drawing', () => {
	for (const purpose of Object.keys(GEOMETRIES) as Purpose[])
		for (const { ticks, levels, font } of GEOMETRIES[purpose])
			expect(ticks - 14 * (levels - 1)).toBeGreaterThanOrEqual(font.tick);
});

describe('extreme data', () => {
	const year = (day: number) => formatDay(Date.UTC(2012, 0, 1) + day * DAY);
	const cases: [string, ChartEvent[], ChartTimeline['lines']?][] = [
		['one event', [eventOn('Only', '2012-05-05')]],
		[
			'events of the first and the last day',
			[eventOn('First', year(0)), eventOn('Last', year(365))]
		],
		[
			'rumours with doubts and disputes at the ends',
			[year(0), year(365)].map((day) =>
				eventOn(`Of ${day}`, day, {
					status: 'rumoured',
					date: { start: day, end: day, uncertain: true },
					evidence: [{ source: 's', stance: 'disputes' }]
				})
			)
		],
		['all events of one day', range(20).map((i) => eventOn(`Number ${i}`, '2012-05-05'))],
		['200 events of one day', range(200).map((i) => eventOn(`Number ${i}`, '2012-05-05'))],
		['periods that span everything', range(9).map((i) => lasting(`No ${i}`, year(0), year(365)))],
		[
			'thirty lanes',
			range(60).map((i) => eventOn(`Number ${i}`, year(6 * i), { lines: [`${i % 30}`] })),
			range(30).map((i) => ({ id: `${i}`, label: `Lane ${i}` }))
		]
	];

	test.each(cases)('%s: drawn whole, inside the box, with a title', (_, events, lines) => {
		for (const width of [248, 320, 390, 700, 1100])
			for (const purpose of ['embed', 'rest'] as const) {
				const scene = draw(events, width, { purpose, lines });
				expect(faultsOf(scene)).toEqual([]);
				const count = scene.clusters.reduce((sum, cluster) => sum + cluster.count, 0);
				expect(scene.marks.length + count).toBe(events.length);
				expect(scene.labels.length).toBeGreaterThan(0);
			}
	});
});
