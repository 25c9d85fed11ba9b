import { describe, expect, test } from 'vitest';
import { parseDay } from '../../../../src/lib/model/date.ts';
import type { ChartEvent } from '../../../../src/lib/model/event.ts';
import { chooseGeometry, type Purpose } from '../../../../src/lib/layout/geometry.ts';
import { layoutScene } from '../../../../src/lib/layout/scene/scene.ts';
import type { SceneOptions as SceneOptions } from '../../../../src/lib/layout/scene/zoom-level.ts';
import type { Scene } from '../../../../src/lib/layout/scene/types.ts';
import { dateOf, eventOf, evidenceOf } from '../../model/records.ts';
import { findLabelFaults } from '../oracle.ts';

/** Draws events of the line `kites`, from the start of 2012 until the end of 2013 where nothing else is said. */
function draw(
	events: ChartEvent[],
	{
		purpose = 'rest',
		width = 1120,
		days = ['2012-01-01', '2014-01-01'],
		...options
	}: { purpose?: Purpose; width?: number; days?: [string, string] } & Partial<SceneOptions> = {}
): Scene {
	return layoutScene({ lines: [{ id: 'kites', label: 'Kites' }], events }, events, {
		geometry: chooseGeometry(purpose, width),
		domain: { start: parseDay(days[0]), end: parseDay(days[1]) },
		...options
	});
}

const labelled = ({ labels }: Scene) => labels.map(({ text, aside }) => text + aside);
const drawn = ({ marks, clusters }: Scene) => [
	...marks.map(({ event }) => event.id),
	...clusters.flatMap(({ events }) => events.map(({ id }) => id))
];
const moment = (start: string, end: string) => ({ date: dateOf(start, end) });
const announcing = (event: string) => [{ type: 'announces' as const, event }];

describe('the mark of a mark', () => {
	const formOf = (date: ReturnType<typeof dateOf>, rest = {}, options = {}) =>
		draw([eventOf('a', { date, ...rest })], options).marks[0]!;

	test('is a point in the middle of its day, for a day', () => {
		const { kind, x0, x1 } = formOf(
			dateOf('2012-01-02'),
			{},
			{ days: ['2012-01-01', '2012-01-04'] }
		);
		expect(kind).toBe('point');
		expect(x0).toBeCloseTo(852 / 2, 6);
		expect(x1).toBe(x0);
	});

	test('is a capsule as wide as its interval', () => {
		const mark = formOf(dateOf('2012-01-01', '2012-12-31'));
		expect(mark).toMatchObject({ kind: 'capsule', x0: 0, width: null });
		expect(mark.x1).toBeCloseTo((852 * 366) / 731, 6);
	});

	test('is a capsule of a least width, about the middle of what is narrower', () => {
		const { width, x0, x1, left, right } = formOf(dateOf('2012-06-01', '2012-06-02'));
		expect(x1 - x0).toBeLessThan(16.5);
		expect(width).toBe(16.5);
		expect([left.x, right.x]).toEqual([(x0 + x1) / 2, (x0 + x1) / 2]);
	});

	test('fades at both ends for what is about then', () => {
		expect(formOf(dateOf('2012-06-01', '2012-06-30', { approximate: true })).kind).toBe('fade');
	});

	test('is a bar for what lasted, and ends where a source last vouches for what goes on', () => {
		const date = dateOf('2012-01-01', null, {
			kind: 'period',
			ongoing: true,
			asOf: '2012-12-31'
		});
		expect(formOf(date)).toMatchObject({ kind: 'bar', ongoing: true, clippedEnd: false });
		expect(formOf(date).x1).toBeCloseTo((852 * 366) / 731, 6);
	});

	test('says where it is cut off', () => {
		const date = dateOf('2011-06-01', '2014-06-30');
		expect(formOf(date)).toMatchObject({ clippedStart: true, clippedEnd: true, x0: 0, x1: 852 });
	});

	test('has room for the signs of doubt and dispute at its right', () => {
		const bare = formOf(dateOf('2012-06-01'));
		const doubtful = formOf(dateOf('2012-06-01', '2012-06-01', { uncertain: true }));
		const both = formOf(dateOf('2012-06-01', '2012-06-01', { uncertain: true }), {
			evidence: [evidenceOf('daily', { stance: 'disputes' })]
		});
		expect(doubtful.right.dx).toBeGreaterThan(bare.right.dx + 6);
		expect(both.right.dx).toBeGreaterThan(doubtful.right.dx + 10);
		expect(both.left).toEqual(bare.left);
	});

	test('is none outside the days that are drawn', () => {
		const before = eventOf('before', { date: dateOf('2011-12-31') });
		const after = eventOf('after', { date: dateOf('2014-01-01') });
		expect(drawn(draw([before, after]))).toEqual([]);
	});
});

describe('a label', () => {
	test('stands at the right of its mark', () => {
		const { labels, marks } = draw([eventOf('a', { title: 'A kite' })]);
		expect(labels).toMatchObject([{ text: 'A kite', anchor: 'start', at: { x: marks[0]!.x0 } }]);
	});

	test('stands at its left near the end of the plot', () => {
		const late = eventOf('a', { title: 'A kite', date: dateOf('2013-12-01') });
		expect(draw([late]).labels).toMatchObject([{ anchor: 'end' }]);
	});

	test('stands inside a capsule that leaves no room beside it', () => {
		const year = eventOf('a', { title: 'A kite', ...moment('2012-01-01', '2013-12-31') });
		const { labels } = draw([year], { width: 358, purpose: 'embed-line' });
		expect(labels).toMatchObject([{ text: 'A kite' }]);
		const wide = draw([{ ...year, importance: 3 as const }], { width: 358 });
		expect(wide.labels).toMatchObject([{ text: 'A kite', inside: true, anchor: 'start' }]);
	});

	test('stands on a bar that leaves no room beside it', () => {
		const date = dateOf('2012-01-01', '2013-09-30', { kind: 'period' });
		const bar = eventOf('a', { title: 'Kites are mended each week', importance: 3, date });
		expect(draw([bar], { width: 358 }).labels).toMatchObject([{ inside: true }]);
		expect(draw([bar]).labels).toMatchObject([{ inside: false, anchor: 'start' }]);
	});

	test('is left out when it would leave the frame', () => {
		const title = 'A kite of which there is much more to be said than fits here';
		const event = eventOf('a', { title, importance: 3, date: dateOf('2013-01-01') });
		expect(draw([event], { width: 358 }).labels).toEqual([]);
	});

	test('is the short title on a phone, and where the long one has no room', () => {
		const title = 'A kite of which there is much more to be said than fits here';
		const event = eventOf('a', {
			title,
			short: 'A kite',
			importance: 3,
			date: dateOf('2013-01-01')
		});
		expect(labelled(draw([event], { width: 358 }))).toEqual(['A kite']);
		expect(labelled(draw([event]))).toEqual([title]);
		expect(labelled(draw([event], { width: 600 }))).toEqual(['A kite']);
	});

	test('is only for what is important enough, or chosen, on a phone', () => {
		const events = [1, 2, 3].map((importance) =>
			eventOf(`no ${importance}`, {
				importance: importance as 1 | 2 | 3,
				date: dateOf(`2012-0${importance}-01`)
			})
		);
		expect(labelled(draw(events, { width: 358 }))).toEqual(['no 3']);
		expect(labelled(draw(events, { width: 358, selected: 'no 1' }))).toEqual(
			expect.arrayContaining(['no 1', 'no 3'])
		);
	});

	test('says in the gutter until when what is cut off lasts', () => {
		const event = eventOf('a', {
			title: 'A kite',
			date: dateOf('2013-06-01', '2014-12-31', { kind: 'period' })
		});
		expect(labelled(draw([event]))).toEqual(['A kite', 'to 31 Dec 2014 →']);
	});

	test('in the gutter keeps clear of the signs of the mark that is cut off', () => {
		const event = eventOf('a', {
			title: 'A kite',
			date: dateOf('2013-06-01', '2014-12-31', { uncertain: true }),
			evidence: [evidenceOf('daily', { stance: 'disputes' })]
		});
		const scene = draw([event]);
		expect(labelled(scene)).toContain('to 31 Dec 2014 →');
		expect(findLabelFaults(scene)).toEqual([]);
	});

	test('in the gutter keeps clear of a promise on the last day', () => {
		const events = [
			eventOf('promise', {
				date: dateOf('2013-12-31', '2013-12-31', { uncertain: true }),
				evidence: [evidenceOf('daily', { stance: 'disputes' })],
				relations: announcing('due')
			}),
			eventOf('due', { date: dateOf('2014-06-01', '2014-06-01', { label: 'June' }) })
		];
		const scene = draw(events);
		expect(labelled(scene)).toEqual(['promise', 'due · due June →']);
		expect(findLabelFaults(scene)).toEqual([]);
	});

	test('stands above its mark in the embed of one line on a phone', () => {
		const { labels } = draw([eventOf('a')], { width: 358, purpose: 'embed-line' });
		expect(labels[0]!.dy).toBeLessThan(-10);
	});
});

describe('a promise and its date', () => {
	const promise = eventOf('promise', { date: dateOf('2012-03-01'), relations: announcing('due') });
	const due = eventOf('due', { status: 'planned', ...moment('2012-09-01', '2012-12-31') });

	test('share a row, joined by an arc, the promise named at the left and the date at the right', () => {
		const { marks, arcs, labels } = draw([promise, due]);
		expect(new Set(marks.map(({ y }) => y)).size).toBe(1);
		expect(arcs).toMatchObject([{ from: 'promise', to: 'due', shape: 'row', kept: false }]);
		expect(labels).toMatchObject([
			{ text: 'promise', anchor: 'end' },
			{ text: 'due', anchor: 'start' }
		]);
	});

	test('need no arc when the promised time begins at once: the promise lies over it', () => {
		const now = { ...due, ...moment('2012-03-01', '2012-12-31') };
		const { marks, arcs } = draw([promise, now]);
		expect(arcs).toEqual([]);
		const [below, above] = marks;
		expect([below!.event.id, above!.event.id]).toEqual(['due', 'promise']);
		expect([below!.onCapsule, above!.onCapsule]).toEqual([false, true]);
		expect(below!.y).toBe(above!.y);
	});

	test('are drawn once each when the promised time began a little earlier', () => {
		const month = { ...due, ...moment('2012-03-01', '2012-12-31') };
		const later = { ...promise, date: dateOf('2012-03-03') };
		const scene = draw([later, month]);
		expect(drawn(scene).toSorted()).toEqual(['due', 'promise']);
		expect(new Set(scene.marks.map(({ y }) => y)).size).toBe(1);
	});

	test('are drawn once each in a chain of promises', () => {
		const middle = {
			...eventOf('middle', moment('2012-03-01', '2012-06-30')),
			relations: announcing('due')
		};
		const first = eventOf('first', { date: dateOf('2012-03-03'), relations: announcing('middle') });
		expect(drawn(draw([first, middle, due])).toSorted()).toEqual(['due', 'first', 'middle']);
	});

	test('take two rows when too little of the date would be seen', () => {
		const soon = { ...due, ...moment('2012-03-01', '2012-03-04') };
		const { marks } = draw([promise, soon]);
		expect(new Set(marks.map(({ y }) => y)).size).toBe(2);
	});

	test('are joined beyond the plot when the date lies outside', () => {
		const date = dateOf('2015-01-01', '2015-12-31', { label: 'in 2015' });
		const scene = draw([promise, { ...due, date }]);
		const { arcs } = scene;
		expect(arcs).toMatchObject([{ shape: 'out', x1: 852, kept: false }]);
		expect(labelled(scene)).toEqual(['promise', 'due · due in 2015 →']);
	});

	test('keep the promise’s label clear of the date when the drawing is stretched', () => {
		const month = { ...promise, ...moment('2012-03-01', '2012-03-31') };
		const scene = draw([month, { ...due, ...moment('2012-03-01', '2012-12-31') }], {
			days: ['2010-01-01', '2022-01-01']
		});
		expect(new Set(scene.marks.map(({ y }) => y)).size).toBe(1);
		expect(scene.labels[0]).toMatchObject({ text: 'promise', anchor: 'end' });
		for (const factor of [1, 2, 4]) expect(findLabelFaults(scene, factor)).toEqual([]);
	});

	test('are joined by a solid arc once they are kept', () => {
		const launch = eventOf('launch', {
			date: dateOf('2013-06-01'),
			relations: [{ type: 'fulfils', event: 'due' }]
		});
		expect(draw([promise, due, launch]).arcs).toContainEqual(
			expect.objectContaining({ from: 'promise', to: 'due', kept: true })
		);
	});
});

describe('rows', () => {
	test('are filled from the top', () => {
		const events = ['a', 'b', 'c'].map((id) => eventOf(id, { date: dateOf('2012-06-01') }));
		const { marks, lanes, geometry } = draw(events);
		const [lane] = lanes;
		expect(marks.map(({ row }) => row)).toEqual([0, 1, 2]);
		expect(marks[0]!.y).toBe(lane!.top + geometry.padding.top);
		expect(lane!.bottom - lane!.top).toBe(
			geometry.padding.top + 2 * geometry.row + geometry.padding.bottom
		);
	});

	test('hold what lies apart', () => {
		const events = ['2012-01-15', '2012-09-01', '2013-05-01'].map((day) =>
			eventOf(day, { date: dateOf(day) })
		);
		expect(draw(events).marks.map(({ row }) => row)).toEqual([0, 0, 0]);
	});

	test('that are too few leave the least important to a cluster, and keep the important ones named', () => {
		const events = Array.from({ length: 9 }, (_, i) =>
			eventOf(`event ${i}`, { importance: i < 4 ? 3 : 1, date: dateOf('2012-06-01') })
		);
		const scene = draw(events);
		expect(drawn(scene).toSorted()).toEqual(events.map(({ id }) => id).toSorted());
		const [cluster] = scene.clusters;
		expect(scene.clusters).toHaveLength(1);
		expect(cluster!.events.every(({ importance }) => importance === 1)).toBe(true);
		expect(labelled(scene)).toEqual(
			expect.arrayContaining(['event 0', 'event 1', 'event 2', 'event 3'])
		);
		expect(findLabelFaults(scene)).toEqual([]);
	});

	test('full of long titles make no cluster of one', () => {
		const events = [
			...Array.from({ length: 6 }, (_, i) =>
				eventOf(`long-${i}`, {
					title: 'A kite of which there is so much to be said, and more',
					importance: 3,
					date: dateOf(`2012-06-0${i + 1}`)
				})
			),
			eventOf('lonely', { importance: 1, date: dateOf('2012-12-01') })
		];
		const { clusters } = draw(events);
		for (const cluster of clusters) expect(cluster.events.length).toBeGreaterThan(1);
		expect(clusters.flatMap((cluster) => cluster.events.map(({ id }) => id))).toContain('lonely');
	});
});

describe('lanes', () => {
	const events = [eventOf('a', { lines: ['kites'] }), eventOf('b', { lines: ['trains', 'kites'] })];
	const lanesOf = (options: Partial<SceneOptions>) =>
		layoutScene(
			{
				lines: ['company', 'kites', 'trains'].map((id) => ({ id, label: id })),
				events
			},
			events,
			{
				geometry: chooseGeometry('rest', 1120),
				domain: { start: parseDay('2012-01-01'), end: parseDay('2014-01-01') },
				...options
			}
		).lanes.map(({ id, count }) => [id, count]);

	test('are all of the timeline’s lines, empty ones too', () => {
		expect(lanesOf({})).toEqual([
			['company', 0],
			['kites', 1],
			['trains', 1]
		]);
	});

	test('are only those with events where that is asked for', () => {
		expect(lanesOf({ onlyFilled: true })).toEqual([
			['kites', 1],
			['trains', 1]
		]);
	});

	test('are only those that the filter lets through, with all that is on them', () => {
		expect(lanesOf({ lines: ['kites'] })).toEqual([['kites', 2]]);
	});
});
