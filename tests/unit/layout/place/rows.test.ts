import { describe, expect, test } from 'vitest';
import { parseDay } from '../../../../src/lib/model/date.ts';
import type { ChartEvent } from '../../../../src/lib/model/event.ts';
import { chooseGeometry, type Purpose } from '../../../../src/lib/layout/geometry.ts';
import { layoutScene } from '../../../../src/lib/layout/scene/scene.ts';
import type { SceneOptions } from '../../../../src/lib/layout/scene/zoom-level.ts';
import type { Scene } from '../../../../src/lib/layout/scene/types.ts';
import { dateOf, eventOf, evidenceOf } from '../../model/records.ts';
import { findLabelFaults } from '../oracle.ts';

/** Lays out events on the line `kites`; by default, for the years 2012 and 2013. */
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

describe('a mark', () => {
	const markOf = (date: ReturnType<typeof dateOf>, rest = {}, options = {}) =>
		draw([eventOf('a', { date, ...rest })], options).marks[0]!;

	test('of a day is a point in the middle of the day', () => {
		const { kind, x0, x1 } = markOf(
			dateOf('2012-01-02'),
			{},
			{ days: ['2012-01-01', '2012-01-04'] }
		);
		expect(kind).toBe('point');
		expect(x0).toBeCloseTo(852 / 2, 6);
		expect(x1).toBe(x0);
	});

	test('of an interval is a capsule of the same width', () => {
		const mark = markOf(dateOf('2012-01-01', '2012-12-31'));
		expect(mark).toMatchObject({ kind: 'capsule', x0: 0, width: null });
		expect(mark.x1).toBeCloseTo((852 * 366) / 731, 6);
	});

	test('of a short interval is a capsule of minimum width around its middle', () => {
		const { width, x0, x1, left, right } = markOf(dateOf('2012-06-01', '2012-06-02'));
		expect(x1 - x0).toBeLessThan(16.5);
		expect(width).toBe(16.5);
		expect([left.x, right.x]).toEqual([(x0 + x1) / 2, (x0 + x1) / 2]);
	});

	test('of an approximate date fades at both ends', () => {
		expect(markOf(dateOf('2012-06-01', '2012-06-30', { approximate: true })).kind).toBe('fade');
	});

	test('of a period is a bar, which ends on the last confirmed day if the period is ongoing', () => {
		const date = dateOf('2012-01-01', null, {
			kind: 'period',
			ongoing: true,
			asOf: '2012-12-31'
		});
		expect(markOf(date)).toMatchObject({ kind: 'bar', ongoing: true, clippedEnd: false });
		expect(markOf(date).x1).toBeCloseTo((852 * 366) / 731, 6);
	});

	test('records at which ends it is clipped', () => {
		const date = dateOf('2011-06-01', '2014-06-30');
		expect(markOf(date)).toMatchObject({ clippedStart: true, clippedEnd: true, x0: 0, x1: 852 });
	});

	test('reserves space on the right for its “?” and “≠” badges', () => {
		const bare = markOf(dateOf('2012-06-01'));
		const uncertain = markOf(dateOf('2012-06-01', '2012-06-01', { uncertain: true }));
		const both = markOf(dateOf('2012-06-01', '2012-06-01', { uncertain: true }), {
			evidence: [evidenceOf('daily', { stance: 'disputes' })]
		});
		expect(uncertain.right.dx).toBeGreaterThan(bare.right.dx + 6);
		expect(both.right.dx).toBeGreaterThan(uncertain.right.dx + 10);
		expect(both.left).toEqual(bare.left);
	});

	test('is left out if its date is outside the domain', () => {
		const before = eventOf('before', { date: dateOf('2011-12-31') });
		const after = eventOf('after', { date: dateOf('2014-01-01') });
		expect(drawn(draw([before, after]))).toEqual([]);
	});
});

describe('a label', () => {
	test('is to the right of its mark', () => {
		const { labels, marks } = draw([eventOf('a', { title: 'A kite' })]);
		expect(labels).toMatchObject([{ text: 'A kite', anchor: 'start', at: { x: marks[0]!.x0 } }]);
	});

	test('is to the left of its mark near the end of the plot', () => {
		const late = eventOf('a', { title: 'A kite', date: dateOf('2013-12-01') });
		expect(draw([late]).labels).toMatchObject([{ anchor: 'end' }]);
	});

	test('is inside a capsule that leaves no space beside it', () => {
		const year = eventOf('a', { title: 'A kite', ...moment('2012-01-01', '2013-12-31') });
		const { labels } = draw([year], { width: 358, purpose: 'embed-line' });
		expect(labels).toMatchObject([{ text: 'A kite' }]);
		const wide = draw([{ ...year, importance: 3 as const }], { width: 358 });
		expect(wide.labels).toMatchObject([{ text: 'A kite', inside: true, anchor: 'start' }]);
	});

	test('is inside a bar that leaves no space beside it', () => {
		const date = dateOf('2012-01-01', '2013-09-30', { kind: 'period' });
		const bar = eventOf('a', { title: 'Kites are mended each week', importance: 3, date });
		expect(draw([bar], { width: 358 }).labels).toMatchObject([{ inside: true }]);
		expect(draw([bar]).labels).toMatchObject([{ inside: false, anchor: 'start' }]);
	});

	test('is left out if it would overflow the frame', () => {
		const title = 'A kite of which there is much more to be said than fits here';
		const event = eventOf('a', { title, importance: 3, date: dateOf('2013-01-01') });
		expect(draw([event], { width: 358 }).labels).toEqual([]);
	});

	test('is the short title on a phone, and wherever the full one does not fit', () => {
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

	test('is limited to important or chosen events on a phone', () => {
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

	test('in the gutter gives the end date of a clipped mark', () => {
		const event = eventOf('a', {
			title: 'A kite',
			date: dateOf('2013-06-01', '2014-12-31', { kind: 'period' })
		});
		expect(labelled(draw([event]))).toEqual(['A kite', 'to 31 Dec 2014 →']);
	});

	test('in the gutter keeps clear of the badges of the clipped mark', () => {
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

	test('is above its mark in the embed of one line on a phone', () => {
		const { labels } = draw([eventOf('a')], { width: 358, purpose: 'embed-line' });
		expect(labels[0]!.dy).toBeLessThan(-10);
	});
});

describe('a promise and its date', () => {
	const promise = eventOf('promise', { date: dateOf('2012-03-01'), relations: announcing('due') });
	const due = eventOf('due', { status: 'planned', ...moment('2012-09-01', '2012-12-31') });

	test('share a row, joined by an arc, with their labels on the outer sides', () => {
		const { marks, arcs, labels } = draw([promise, due]);
		expect(new Set(marks.map(({ y }) => y)).size).toBe(1);
		expect(arcs).toMatchObject([{ from: 'promise', to: 'due', shape: 'row', kept: false }]);
		expect(labels).toMatchObject([
			{ text: 'promise', anchor: 'end' },
			{ text: 'due', anchor: 'start' }
		]);
	});

	test('overlap without an arc if the promised time begins at once', () => {
		const now = { ...due, ...moment('2012-03-01', '2012-12-31') };
		const { marks, arcs } = draw([promise, now]);
		expect(arcs).toEqual([]);
		const [below, above] = marks;
		expect([below!.event.id, above!.event.id]).toEqual(['due', 'promise']);
		expect([below!.onCapsule, above!.onCapsule]).toEqual([false, true]);
		expect(below!.y).toBe(above!.y);
	});

	test('are drawn once each if the promised time began a little earlier', () => {
		const month = { ...due, ...moment('2012-03-01', '2012-12-31') };
		const later = { ...promise, date: dateOf('2012-03-03') };
		const scene = draw([later, month]);
		expect(drawn(scene).toSorted()).toEqual(['due', 'promise']);
		expect(new Set(scene.marks.map(({ y }) => y)).size).toBe(1);
	});

	test('share a row at every scale if little of the promised time lies before the promise', () => {
		const year = { ...due, ...moment('2012-02-01', '2012-12-31') };
		const rowsAt = (said: string, days?: [string, string]) =>
			new Set(draw([{ ...promise, date: dateOf(said) }, year], { days }).marks.map(({ y }) => y));
		expect(rowsAt('2012-02-07').size).toBe(1);
		expect(rowsAt('2012-02-07', ['2012-01-01', '2012-12-31']).size).toBe(1);
		expect(rowsAt('2012-07-01').size).toBe(2);
	});

	test('are drawn once each in a chain of promises', () => {
		const middle = {
			...eventOf('middle', moment('2012-03-01', '2012-06-30')),
			relations: announcing('due')
		};
		const first = eventOf('first', { date: dateOf('2012-03-03'), relations: announcing('middle') });
		expect(drawn(draw([first, middle, due])).toSorted()).toEqual(['due', 'first', 'middle']);
	});

	test('take two rows if too little of the date would be visible', () => {
		const soon = { ...due, ...moment('2012-03-01', '2012-03-04') };
		const { marks } = draw([promise, soon]);
		expect(new Set(marks.map(({ y }) => y)).size).toBe(2);
	});

	test('are joined by an arc to the edge if the date is outside the domain', () => {
		const date = dateOf('2015-01-01', '2015-12-31', { label: 'in 2015' });
		const scene = draw([promise, { ...due, date }]);
		const { arcs } = scene;
		expect(arcs).toMatchObject([{ shape: 'out', x1: 852, kept: false }]);
		expect(labelled(scene)).toEqual(['promise', 'due · due in 2015 →']);
	});

	test('keep the label of the promise clear of the date if the drawing is stretched', () => {
		const month = { ...promise, ...moment('2012-03-01', '2012-03-31') };
		const scene = draw([month, { ...due, ...moment('2012-03-01', '2012-12-31') }], {
			days: ['2010-01-01', '2022-01-01']
		});
		expect(new Set(scene.marks.map(({ y }) => y)).size).toBe(1);
		expect(scene.labels[0]).toMatchObject({ text: 'promise', anchor: 'end' });
		for (const factor of [1, 2, 4]) expect(findLabelFaults(scene, factor)).toEqual([]);
	});

	test('are joined by an arc marked as kept once the promise is fulfilled', () => {
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

	test('hold marks that do not overlap', () => {
		const events = ['2012-01-15', '2012-09-01', '2013-05-01'].map((day) =>
			eventOf(day, { date: dateOf(day) })
		);
		expect(draw(events).marks.map(({ row }) => row)).toEqual([0, 0, 0]);
	});

	test('that are full move the least important events to a cluster and keep the labels of important ones', () => {
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

	test('full of long titles create no cluster of one event', () => {
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

	test('are all lines of the timeline, including empty ones', () => {
		expect(lanesOf({})).toEqual([
			['company', 0],
			['kites', 1],
			['trains', 1]
		]);
	});

	test('are only those with events if onlyFilled is set', () => {
		expect(lanesOf({ onlyFilled: true })).toEqual([
			['kites', 1],
			['trains', 1]
		]);
	});

	test('are only those that pass the filter, with all their events', () => {
		expect(lanesOf({ lines: ['kites'] })).toEqual([['kites', 2]]);
	});
});
