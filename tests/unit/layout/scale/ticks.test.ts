import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { DAY, parseDay, YEARS } from '../../../../src/lib/model/date.ts';
import {
	GEOMETRIES,
	plotWidth,
	servesUntil,
	type Geometry,
	type Purpose
} from '../../../../src/lib/layout/geometry.ts';
import { createScale, type Scale } from '../../../../src/lib/layout/scale/scale.ts';
import { measureText } from '../../../../src/lib/layout/scale/text-width.ts';
import { layoutAxis, type Axis } from '../../../../src/lib/layout/scale/ticks.ts';
import { monthInFull, monthYear, yearOnly } from '../../../../src/lib/layout/scale/date-format.ts';
import { geometries } from '../datasets.ts';
import { runs } from '../../../property.ts';

// generous for slow machines: speed is not under test
vi.setConfig({ testTimeout: 120_000 });

const SIZE = 12;
/** Gutters, px, with space for labels at the ends of the plot and for the month beside days. */
const WIDE: [number, number] = [100, 100];
const NARROW: [number, number] = [2, 8];

function axisOf(from: string, until: string, width: number, frame = WIDE): Axis {
	const domain = { start: parseDay(from), end: parseDay(until) };
	return layoutAxis(createScale(domain, width), frame, SIZE);
}
const labelsOf = ({ ticks }: Axis) => ticks.map(({ label }) => label).filter(Boolean);

describe('ticks', () => {
	test('are years if months do not fit', () => {
		expect(labelsOf(axisOf('2010-01-01', '2022-01-01', 850))).toEqual(
			Array.from({ length: 13 }, (_, i) => String(2010 + i))
		);
	});

	test('are every second year on a phone, except one that would overflow the frame', () => {
		expect(labelsOf(axisOf('2010-01-01', '2022-01-01', 340, NARROW))).toEqual([
			...['2012', '2014', '2016', '2018', '2020']
		]);
	});

	test('are quarters or months for a few years, with the year in place of January', () => {
		expect(labelsOf(axisOf('2017-07-01', '2019-04-01', 600))).toEqual([
			'Jul',
			'Oct',
			'2018',
			'Apr',
			'Jul',
			'Oct',
			'2019',
			'Apr'
		]);
	});

	test('are days for a few weeks', () => {
		expect(labelsOf(axisOf('2021-02-01', '2021-02-07', 600))).toEqual([
			'1 Feb',
			'2 Feb',
			'3 Feb',
			'4 Feb',
			'5 Feb',
			'6 Feb'
		]);
	});

	test('of days have their month in the gutter if it does not fit in labels', () => {
		const { ticks, context } = axisOf('2021-02-02', '2021-02-13', 350);
		expect(ticks.map(({ label }) => label).filter(Boolean)).toEqual([
			...['2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12']
		]);
		expect(context).toBe('Feb 2021');
	});

	test('are major where a larger unit begins', () => {
		const majors = (axis: Axis) =>
			axis.ticks.filter(({ major }) => major).map(({ label }) => label);
		expect(majors(axisOf('2017-07-01', '2019-04-01', 600))).toEqual(['2018', '2019']);
		expect(majors(axisOf('2021-01-28', '2021-02-04', 600))).toEqual(['1 Feb']);
		expect(majors(axisOf('2010-01-01', '2022-01-01', 850))).toEqual([]);
	});

	test('of days are at midnight UTC, with their label in the middle of the day', () => {
		const { ticks } = axisOf('2021-02-01', '2021-02-07', 600);
		expect(ticks.map(({ x }) => x)).toEqual([0, 100, 200, 300, 400, 500, 600]);
		expect(ticks.map(({ labelX }) => labelX)).toEqual([50, 150, 250, 350, 450, 550, 650]);
	});

	test('of months and years have their label at the start of the unit', () => {
		for (const { x, labelX } of axisOf('2017-07-01', '2019-04-01', 600).ticks)
			expect(labelX).toBe(x);
	});

	test('have no label for the day after the last', () => {
		expect(axisOf('2021-02-01', '2021-02-07', 600).ticks.at(-1)).toMatchObject({ label: '' });
	});

	test('of one day have that day as their label', () => {
		expect(labelsOf(axisOf('2021-02-07', '2021-02-08', 230))).toEqual(['7 Feb']);
	});

	test.each([
		[350, ['21', '23', '25', '27', '29', '1', '3', '5', '7', '9', '11', '13']],
		[250, ['22', '25', '28', '1', '4', '7', '10', '13']]
	])('restart each month and keep clear of its first day (%d px)', (width, labels) => {
		expect(labelsOf(axisOf('2021-01-20', '2021-02-14', width))).toEqual(labels);
	});

	test('of days include the month if it does not fit in the gutter', () => {
		const axis = axisOf('2021-02-01', '2021-02-21', 348, NARROW);
		expect(axis.context).toBe('');
		expect(labelsOf(axis)).toEqual(['6 Feb', '11 Feb', '16 Feb']);
	});

	test('have several labels for forty days on a phone', () => {
		expect(labelsOf(axisOf('2021-02-02', '2021-03-14', 240, NARROW)).length).toBeGreaterThan(1);
	});

	test('have several labels for a year and a month on a phone', () => {
		expect(labelsOf(axisOf('2010-02-01', '2011-03-01', 240, NARROW)).length).toBeGreaterThan(1);
	});
});

describe('on every axis', () => {
	const FIRST = parseDay('1600-01-01') / DAY;
	const axes = fc
		.record({
			place: geometries,
			first: fc.integer({ min: 0, max: 200_000 }),
			days: fc.oneof(
				fc.integer({ min: 1, max: 40 }),
				fc.integer({ min: 41, max: 800 }),
				fc.integer({ min: 801, max: 365 * 500 })
			),
			width: fc.option(fc.integer({ min: 230, max: 4000 }))
		})
		.map(({ place: { geometry }, first, days, width }) => {
			const domain = { start: (FIRST + first) * DAY, end: (FIRST + first + days) * DAY };
			const scale = createScale(domain, width ?? Math.max(230, plotWidth(geometry)));
			const { left, right, font } = geometry;
			return { scale, days, left, right, size: font.tick };
		});
	type Case = typeof axes extends fc.Arbitrary<infer T> ? T : never;

	function always(holds: (axis: Axis, drawn: Case) => void) {
		fc.assert(
			fc.property(axes, (drawn) => {
				const { scale, left, right, size } = drawn;
				holds(layoutAxis(scale, [left, right], size), drawn);
			}),
			runs(1000)
		);
	}

	test('labels touch neither each other nor the text in the gutter, and stay within the frame', () => {
		always(({ ticks, context }, { scale, left, right, size }) => {
			const boxes = ticks
				.filter(({ label }) => label)
				.map(({ labelX, label }) => ({
					label,
					left: labelX - measureText(label, size) / 2,
					right: labelX + measureText(label, size) / 2
				}));
			if (context)
				boxes.unshift({
					label: context,
					left: -left,
					right: -left + measureText(context, size)
				});
			boxes.forEach((box, i) => {
				const before = boxes[i - 1];
				expect(box.left).toBeGreaterThanOrEqual(before ? before.right + 2 : -left - 1e-6);
				expect(box.right).toBeLessThanOrEqual(scale.width + right + 1e-6);
			});
		});
	});

	test('at least two ticks have a label, unless there is only one day', () => {
		always((axis, { days }) => {
			expect(labelsOf(axis).length).toBeGreaterThanOrEqual(Math.min(2, days));
		});
	});

	test('each tick is the start of a day in UTC', () => {
		always(({ ticks }, { scale: { domain, width } }) => {
			for (const { x } of ticks) {
				const time = domain.start + (x / width) * (domain.end - domain.start);
				expect(Math.abs(time / DAY - Math.round(time / DAY))).toBeLessThan(1e-4);
			}
		});
	});

	test('ticks are in order and within the plot', () => {
		always(({ ticks }, { scale: { width } }) => {
			ticks.forEach(({ x }, i) => {
				expect(x).toBeGreaterThan(ticks[i - 1]?.x ?? -1e-6);
				expect(x).toBeLessThanOrEqual(width + 1e-6);
			});
		});
	});
});

test('ticks keep their distance even over ten thousand years', () => {
	const { ticks } = axisOf('0000-01-01', '9999-12-31', 230, NARROW);
	const gaps = ticks.slice(1).map(({ x }, i) => x - ticks[i]!.x);
	expect(ticks.length).toBeGreaterThan(1);
	expect(Math.min(...gaps)).toBeGreaterThan(measureText('2000', SIZE));
});

describe('years far from ours', () => {
	test.each([
		['-260000-01-01', '2000-01-01', ['250000 BCE', '200000 BCE', '150000 BCE']],
		['-200000-01-01', '2000-01-01', ['200000 BCE', '150000 BCE', '100000 BCE']],
		['-271820-01-01', '+275759-12-31', ['200000 BCE', '100000 BCE', '1 BCE', '100000', '200000']],
		['+200000-01-01', '+275759-12-31', ['200000', '210000', '220000']],
		['-0500-01-01', '0500-01-01', ['500 BCE', '400 BCE', '300 BCE']],
		['-0004-01-01', '0005-12-31', ['5 BCE', '4 BCE', '3 BCE', '2 BCE', '1 BCE', '1', '2']]
	])('have round numbers as ticks: %s to %s', (from, until, labels) => {
		const drawn = labelsOf(axisOf(from, until, 800));
		expect(drawn).toEqual(expect.arrayContaining(labels));
		expect(drawn.length).toBeLessThan(20);
		for (const label of drawn) expect(label).toMatch(/^\d+( BCE)?$/);
	});

	test('have ticks at their own place, and labels that do not touch', () => {
		const { first, last } = YEARS;
		const spans = fc.record({
			year: fc.oneof(
				fc.integer({ min: first, max: last - 4 }),
				fc.integer({ min: -3000, max: 3000 })
			),
			years: fc.oneof(
				fc.integer({ min: 4, max: 40 }),
				fc.integer({ min: 41, max: 5000 }),
				fc.integer({ min: 5001, max: last - first })
			),
			width: fc.integer({ min: 300, max: 4000 })
		});
		const startOf = (year: number) => new Date(0).setUTCFullYear(year);
		fc.assert(
			fc.property(spans, ({ year, years, width }) => {
				const domain = { start: startOf(year), end: startOf(Math.min(year + years, last + 1)) };
				const axis = layoutAxis(createScale(domain, width), WIDE, SIZE);
				const labelled = axis.ticks.filter(({ label }) => label);
				expect(labelled.length).toBeGreaterThanOrEqual(2);
				labelled.forEach(({ labelX, label }, i) => {
					const before = labelled[i - 1];
					const half = (text: string) => measureText(text, SIZE) / 2;
					if (before)
						expect(labelX - half(label)).toBeGreaterThanOrEqual(
							before.labelX + half(before.label) + 2
						);
					const [, digits, era] = /^(\d+)( BCE)?$/.exec(label) ?? [];
					if (!digits) return; // a month
					const named = era ? 1 - Number(digits) : Number(digits);
					const place = (width * (startOf(named) - domain.start)) / (domain.end - domain.start);
					expect(labelX).toBeCloseTo(place, 3);
				});
			}),
			runs(1000)
		);
	});
});

describe('a second level of ticks', () => {
	const twoLevelsOf = (from: string, until: string, width: number) =>
		layoutAxis(createScale({ start: parseDay(from), end: parseDay(until) }, width), WIDE, SIZE, 2);
	const oversOf = ({ over }: Axis) => over.map(({ label }) => label);

	test('names the years over months', () => {
		const axis = twoLevelsOf('2017-07-01', '2019-04-01', 600);
		expect(labelsOf(axis).slice(0, 4)).toEqual(['Jul', 'Oct', 'Jan', 'Apr']);
		expect(axis.over).toEqual([
			{ x: 0, label: '2017' },
			{ x: expect.closeTo((600 * 184) / 639, 6), label: '2018' },
			{ x: expect.closeTo((600 * 549) / 639, 6), label: '2019' }
		]);
	});

	test('names the months, with their year, over days', () => {
		const axis = twoLevelsOf('2021-01-20', '2021-02-14', 600);
		expect(labelsOf(axis).slice(0, 3)).toEqual(['20', '21', '22']);
		expect(oversOf(axis)).toEqual(['January 2021', 'February 2021']);
	});

	test('abbreviates a month that does not fit', () => {
		expect(oversOf(twoLevelsOf('2021-01-29', '2021-02-14', 350))).toEqual([
			'Jan 2021',
			'February 2021'
		]);
	});

	test('is empty over years', () => {
		expect(twoLevelsOf('2010-01-01', '2022-01-01', 850).over).toEqual([]);
	});

	test('has no year 0', () => {
		expect(oversOf(twoLevelsOf('-0001-07-01', '0002-01-01', 600))).toEqual(['2 BCE', '1 BCE', '1']);
	});
});

describe('on every two-level axis', () => {
	const places = (Object.keys(GEOMETRIES) as Purpose[])
		.flatMap((purpose) => GEOMETRIES[purpose].map((geometry) => ({ purpose, geometry })))
		.filter(({ geometry }) => geometry.levels === 2);
	/** Windows that start at any hour from about 10,000 BCE (from year 0 below 320 px) to 22,000, at any drawn width. */
	const windows = fc
		.record({
			day: fc.integer({ min: -4_300_000, max: 7_300_000 }),
			hours: fc.integer({ min: 0, max: 23 }),
			days: fc.oneof(
				fc.integer({ min: 1, max: 70 }),
				fc.integer({ min: 71, max: 3000 }),
				fc.integer({ min: 3001, max: 365 * 20_000 })
			),
			place: fc.constantFrom(...places),
			share: fc.double({ min: 0, max: 1, noNaN: true })
		})
		.map(({ day, hours, days, place: { purpose, geometry }, share }) => {
			const until = servesUntil(purpose, geometry) ?? 4000;
			const width = plotWidth(geometry) + share * (until - geometry.from);
			const from = (width < 320 ? Math.max(day, -719_528) : day) * DAY + hours * (DAY / 24);
			return { scale: createScale({ start: from, end: from + days * DAY }, width), geometry };
		});

	function always(holds: (axis: Axis, scale: Scale, geometry: Geometry) => void) {
		fc.assert(
			fc.property(windows, ({ scale, geometry }) => {
				const { left, right, font } = geometry;
				holds(layoutAxis(scale, [left, right], font.tick, 2), scale, geometry);
			}),
			runs(500)
		);
	}

	test('labels of each level do not touch and stay within the frame', () => {
		always(({ ticks, over }, { width }, { left, right, font }) => {
			const widthOf = (label: string) => measureText(label, font.tick);
			const fine = ticks
				.filter(({ label }) => label)
				.map(({ labelX, label }) => [labelX - widthOf(label) / 2, labelX + widthOf(label) / 2]);
			const coarse = over.map(({ x, label }) => [x, x + widthOf(label)]);
			for (const boxes of [fine, coarse])
				boxes.forEach(([from, to], i) => {
					expect(from).toBeGreaterThanOrEqual(i ? boxes[i - 1]![1]! + 2 : -left - 1e-6);
					expect(to).toBeLessThanOrEqual(width + right + 1e-6);
				});
		});
	});

	test('at least two labels are shown, or one of each level', () => {
		always((axis, { domain }) => {
			const isOneDay = domain.end - domain.start === DAY;
			if (labelsOf(axis).length < 2) expect(axis.over.length).toBeGreaterThan(0);
			if (!isOneDay) expect(labelsOf(axis).length).toBeGreaterThan(0);
		});
	});

	test('each tick and each larger unit begins at midnight UTC', () => {
		always(({ ticks, over }, { domain, width }) => {
			const isMidnight = (x: number) => {
				const time = domain.start + (x / width) * (domain.end - domain.start);
				return Math.abs(time - Math.round(time / DAY) * DAY) < 1e-6 * (domain.end - domain.start);
			};
			for (const { x } of ticks) expect(isMidnight(x)).toBe(true);
			over.forEach(({ x }, i) => expect(isMidnight(x) || (i === 0 && x === 0)).toBe(true));
		});
	});

	test('each larger unit has the label of its start, the first one that of the start of the plot', () => {
		always(({ over }, { domain, width }) => {
			for (const { x, label } of over) {
				const date = new Date(Math.round(domain.start + (x / width) * (domain.end - domain.start)));
				expect([monthYear, monthInFull, yearOnly].map((name) => name(date))).toContain(label);
			}
		});
	});
});
