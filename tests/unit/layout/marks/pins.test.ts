import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { parseDay } from '../../../../src/lib/model/date.ts';
import { layoutPins } from '../../../../src/lib/layout/marks/pins.ts';
import { createScale } from '../../../../src/lib/layout/scale/scale.ts';
import { layoutScene } from '../../../../src/lib/layout/scene/scene.ts';
import { measureText } from '../../../../src/lib/layout/scale/text-width.ts';
import { dateOf, eventOf, evidenceOf, sourceOf } from '../../model/records.ts';
import { drawings } from '../datasets.ts';
import { runs } from '../../../property.ts';

// generous for slow machines: speed is not under test
vi.setConfig({ testTimeout: 120_000 });

/** 100 px per year, from the start of 2010 to the end of 2021. */
const scale = createScale({ start: parseDay('2010-01-01'), end: parseDay('2022-01-01') }, 1200);
const FRAME: [number, number] = [100, 168];
/** above the ticks, px */
const HEIGHT = 60;

const articleOf = (publisher: string, start: string, end = start) =>
	sourceOf(publisher, { publisher, publication: { start, end, label: start } });
/** Events that all articles tell, on a day or, as `2018-03-01/2018-03-31`, at some moment of a span. */
const toldBy = (articles: { id: string }[], dates: string[]) =>
	dates.map((date) => {
		const [start, end] = date.split('/') as [string, string?];
		const evidence = articles.map(({ id }) => evidenceOf(id));
		return eventOf(date, { date: dateOf(start, end), evidence });
	});
const pinsOf = (articles: ReturnType<typeof articleOf>[], dates: string[] = []) =>
	layoutPins(articles, toldBy(articles, dates), scale, FRAME, 12, HEIGHT);

describe('a pin', () => {
	test('without an event nearby takes no room for a count', () => {
		const { pins } = layoutPins(
			[articleOf('A paper with a name that is too long', '2013-01-01')],
			[],
			scale,
			[0, 0],
			40,
			HEIGHT
		);
		expect(pins[0]).toMatchObject({ count: 0, named: false });
	});

	test('is at the publication date of its article', () => {
		const { pins } = pinsOf([articleOf('Daily', '2013-01-01')]);
		expect(pins[0]!.x).toBeCloseTo(300, 0);
	});

	test('of an article dated to a longer period is in the middle of it', () => {
		const { pins } = pinsOf([articleOf('Daily', '2013-01-01', '2013-12-31')]);
		expect(pins[0]!.x).toBeCloseTo(350, 0);
	});

	test('counts the events at most a week away from a known day', () => {
		const { pins } = pinsOf(
			[articleOf('Daily', '2011-12-26')],
			['2011-12-18', '2011-12-24', '2011-12-26', '2012-01-02', '2012-01-03']
		);
		expect(pins[0]).toMatchObject({ count: 3, remark: 'three events in ten days' });
	});

	test('of an article dated to a month counts the events of that month', () => {
		const { pins } = pinsOf(
			[articleOf('Daily', '2018-03-01', '2018-03-31')],
			['2018-02-28', '2018-03-01', '2018-03-02', '2018-04-01']
		);
		expect(pins[0]).toMatchObject({ count: 2, remark: 'two events in two days' });
	});

	test('counts no event that rests on another article', () => {
		const [daily, weekly] = [articleOf('Daily', '2011-12-26'), articleOf('Weekly', '2018-05-01')];
		const events = toldBy([daily], ['2011-12-26']).concat(toldBy([weekly], ['2011-12-28']));
		const { pins } = layoutPins([daily, weekly], events, scale, FRAME, 12, HEIGHT);
		expect(pins.map(({ names, count }) => [names, count])).toEqual([
			['Daily', 1],
			['Weekly', 0]
		]);
	});

	test.each([
		[['2011-12-26'], 'one event in one day'],
		[['2011-12-24', '2011-12-30'], 'two events in one week'],
		[['2011-12-24', '2011-12-28/2011-12-29'], 'two events in six days'],
		[['2011-12-24', '2011-12-30/2012-01-09'], 'one event in one day'],
		[[], '']
	])('near events on %j has the remark “%s”', (dates, remark) => {
		expect(pinsOf([articleOf('Daily', '2011-12-26')], dates).pins[0]!.remark).toBe(remark);
	});

	test.each([
		['2018-03-01/2018-03-31', ['2018-03-01/2018-03-31', '2018-03-09'], 'two events in one month'],
		['2018-03-01/2018-03-31', ['2018-03-01/2018-12-31'], ''],
		['2018-01-01/2018-12-31', ['2018-02-01', '2018-04-30/2018-05-11'], 'two events in 100 days'],
		['2021-02-07/2021-02-08', ['2021-02-04', '2021-02-07/2021-02-08'], 'two events in five days']
	])('of an article of %s near events on %j has the remark “%s”', (published, dates, remark) => {
		const [start, end] = published.split('/') as [string, string];
		expect(pinsOf([articleOf('Daily', start, end)], dates).pins[0]!.remark).toBe(remark);
	});

	test('of more than twelve events counts them in figures', () => {
		const days = Array.from({ length: 13 }, (_, i) => `2011-12-${19 + i}`);
		expect(pinsOf([articleOf('Daily', '2011-12-26')], days).pins[0]!.remark).toBe(
			'13 events in 13 days'
		);
	});

	test('is shared by articles published close together, and counts each event once', () => {
		const { pins } = pinsOf(
			[articleOf('Gazzetta', '2021-02-08'), articleOf('Daily', '2021-02-01', '2021-02-28')],
			['2021-02-08', '2021-02-26']
		);
		expect(pins).toHaveLength(1);
		expect(pins[0]).toMatchObject({ names: 'Gazzetta, Daily', count: 2 });
	});

	test('is left out for an article published outside the domain', () => {
		expect(pinsOf([articleOf('Daily', '2009-12-31'), articleOf('Weekly', '2022-01-01')])).toEqual({
			pins: [],
			heading: []
		});
	});
});

/** Whether each pin has a name. */
const named = ({ pins }: ReturnType<typeof layoutPins>) => pins.map((pin) => pin.named);

describe('pins', () => {
	test('have names if they fit', () => {
		const articles = [articleOf('Daily', '2012-05-01'), articleOf('Weekly', '2018-05-01')];
		expect(named(pinsOf(articles))).toEqual([true, true]);
	});

	test('have a heading in two lines if some have names and the first is clear of it, else a note', () => {
		const [daily, weekly] = [articleOf('Daily', '2012-05-01'), articleOf('Weekly', '2018-05-01')];
		expect(pinsOf([daily, weekly]).heading).toHaveLength(2);
		expect(layoutPins([daily], [], scale, FRAME, 12, 44).heading).toHaveLength(1);
		const atStart = articleOf('Monthly', '2010-01-01');
		const narrow = layoutPins([atStart, weekly], [], scale, [0, FRAME[1]], 12, HEIGHT);
		expect(named(narrow)).toEqual([false, true]);
		expect(narrow.heading).toEqual([]);
	});

	test('have counts instead of names if two names would touch', () => {
		const close = [articleOf('Daily Chronicle', '2012-05-01'), articleOf('Weekly', '2012-11-01')];
		expect(named(pinsOf(close))).toContain(false);
	});

	test('are shortened one by one: only those without room show counts', () => {
		const laid = pinsOf([
			articleOf('Daily Chronicle', '2012-05-01'),
			articleOf('Weekly', '2012-11-01'),
			articleOf('Monthly', '2018-05-01')
		]);
		expect(named(laid)).toEqual([false, true, true]);
	});

	test('have counts instead of names if a name would overflow the frame', () => {
		const articles = [articleOf('The Daily Chronicle and Advertiser', '2021-12-01')];
		expect(named(pinsOf(articles))).toEqual([true]);
		expect(named(layoutPins(articles, [], scale, [2, 8], 12, HEIGHT))).toEqual([false]);
	});

	test('is not named where the space above the ticks is too low for two lines', () => {
		const articles = [articleOf('Daily', '2012-05-01')];
		expect(named(layoutPins(articles, [], scale, FRAME, 12, HEIGHT))).toEqual([true]);
		expect(named(layoutPins(articles, [], scale, FRAME, 12, 44))).toEqual([false]);
	});

	test('have texts that touch neither each other nor the heading', () => {
		fc.assert(
			fc.property(drawings, ({ timeline, events, options }) => {
				const { pins, heading, geometry, width } = layoutScene(timeline, events, options);
				const size = geometry.font.tick;
				const title = heading[1] ? heading : [];
				const reach = Math.max(0, ...title.map((line) => measureText(line, size, true)));
				let before = -geometry.left + reach;
				pins.forEach(({ x, names, remark, count, named }, i) => {
					expect(x).toBeGreaterThanOrEqual(0);
					expect(x).toBeLessThanOrEqual(width);
					const texts = named
						? [measureText(names, size, true), measureText(remark, size)]
						: [measureText(String(count), size, true)];
					const half = Math.max(...texts) / 2;
					if (named || reach || i > 0) expect(x - half).toBeGreaterThan(before);
					if (named) expect(x + half).toBeLessThanOrEqual(width + geometry.right);
					before = x + half;
				});
			}),
			runs(300)
		);
	});
});
