import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { parseDay } from '../../../../src/lib/model/date.ts';
import { layoutPins } from '../../../../src/lib/layout/marks/pins.ts';
import { createScale } from '../../../../src/lib/layout/scale/scale.ts';
import { layoutScene } from '../../../../src/lib/layout/scene/scene.ts';
import { measureText } from '../../../../src/lib/layout/scale/text-width.ts';
import { dateOf, eventOf, sourceOf } from '../../model/records.ts';
import { drawings } from '../datasets.ts';

// enough for the slowest computer: what is tested is not how fast it goes
vi.setConfig({ testTimeout: 120_000 });

/** A hundred px a year, from 2010 to 2022. */
const scale = createScale({ start: parseDay('2010-01-01'), end: parseDay('2022-01-01') }, 1200);
const FRAME: [number, number] = [100, 168];

const articleOf = (publisher: string, start: string, end = start) =>
	sourceOf(publisher, { publisher, publication: { start, end, label: start } });
const on = (...days: string[]) => days.map((day) => eventOf(day, { date: dateOf(day) }));
const pinsOf = (articles: ReturnType<typeof articleOf>[], days: string[] = []) =>
	layoutPins(articles, on(...days), scale, FRAME, 12);

describe('a pin', () => {
	test('stands where its article was written', () => {
		const { pins } = pinsOf([articleOf('Daily', '2013-01-01')]);
		expect(pins[0]!.x).toBeCloseTo(300, 0);
	});

	test('of an article known by its month stands in the month’s middle', () => {
		const { pins } = pinsOf([articleOf('Daily', '2013-01-01', '2013-12-31')]);
		expect(pins[0]!.x).toBeCloseTo(350, 0);
	});

	test('counts the events at most a week away', () => {
		const { pins } = pinsOf(
			[articleOf('Daily', '2011-12-26')],
			['2011-12-18', '2011-12-24', '2011-12-26', '2012-01-02', '2012-01-03']
		);
		expect(pins[0]).toMatchObject({ count: 3, remark: 'three events in ten days' });
	});

	test('of an article known by its month counts the events of that month', () => {
		const { pins } = pinsOf(
			[articleOf('Daily', '2018-03-01', '2018-03-31')],
			['2018-02-28', '2018-03-01', '2018-03-02', '2018-04-01']
		);
		expect(pins[0]).toMatchObject({ count: 2, remark: 'two events in one month' });
	});

	test.each([
		[['2011-12-26'], 'one event in one day'],
		[['2011-12-26', '2011-12-26'], 'one event in one day'],
		[['2011-12-24', '2011-12-30'], 'two events in one week'],
		[[], '']
	])('near events on %j says “%s”', (days, remark) => {
		expect(pinsOf([articleOf('Daily', '2011-12-26')], [...new Set(days)]).pins[0]!.remark).toBe(
			remark
		);
	});

	test('of more than twelve events says so in figures', () => {
		const days = Array.from({ length: 13 }, (_, i) => `2011-12-${19 + (i % 13)}`);
		expect(pinsOf([articleOf('Daily', '2011-12-26')], days).pins[0]!.remark).toBe(
			'13 events in 13 days'
		);
	});

	test('is one for two articles written at almost the same time, and counts no event twice', () => {
		const { pins } = pinsOf(
			[articleOf('Gazzetta', '2021-02-08'), articleOf('Daily', '2021-02-01', '2021-02-28')],
			['2021-02-08', '2021-02-26']
		);
		expect(pins).toHaveLength(1);
		expect(pins[0]).toMatchObject({ names: 'Gazzetta, Daily', count: 2 });
	});

	test('is none for an article written at another time than is shown', () => {
		expect(pinsOf([articleOf('Daily', '2009-12-31'), articleOf('Weekly', '2022-01-01')])).toEqual({
			pins: [],
			named: expect.any(Boolean)
		});
	});
});

describe('pins', () => {
	test('have names where there is room', () => {
		expect(
			pinsOf([articleOf('Daily', '2012-05-01'), articleOf('Weekly', '2018-05-01')]).named
		).toBe(true);
	});

	test('have none, but counts, when two names would touch', () => {
		expect(
			pinsOf([articleOf('Daily Chronicle', '2012-05-01'), articleOf('Weekly', '2012-11-01')]).named
		).toBe(false);
	});

	test('have none, but counts, when a name would leave the frame', () => {
		expect(pinsOf([articleOf('The Daily Chronicle and Advertiser', '2021-12-01')]).named).toBe(
			true
		);
		const narrow = layoutPins(
			[articleOf('The Daily Chronicle and Advertiser', '2021-12-01')],
			[],
			scale,
			[2, 8],
			12
		);
		expect(narrow.named).toBe(false);
	});

	test('have names that touch neither one another nor what stands before them, whatever they are', () => {
		fc.assert(
			fc.property(drawings, ({ timeline, events, options }) => {
				const { pins, named, geometry, width } = layoutScene(timeline, events, options);
				const size = geometry.font.tick;
				let before = -geometry.left + (named ? measureText('written here', size, true) : 0);
				pins.forEach(({ x, names, remark, count }, i) => {
					expect(x).toBeGreaterThanOrEqual(0);
					expect(x).toBeLessThanOrEqual(width);
					const texts = named
						? [measureText(names, size, true), measureText(remark, size)]
						: [measureText(String(count), size, true)];
					const half = Math.max(...texts) / 2;
					if (named || i > 0) expect(x - half).toBeGreaterThan(before);
					if (named) expect(x + half).toBeLessThanOrEqual(width + geometry.right);
					before = x + half;
				});
			}),
			{ numRuns: 300 }
		);
	});
});
