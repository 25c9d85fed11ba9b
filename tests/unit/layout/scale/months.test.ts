/** Months and days of a span, beside those of d3. */
import { utcDay, utcMonth } from 'd3';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	ceilMonth,
	daysIn,
	floorMonth,
	monthsIn
} from '../../../../src/lib/layout/scale/months.ts';
import { DAY, YEARS } from '../../../../src/lib/model/date.ts';
import { runs } from '../../../property.ts';

const dayOf = (date: Date | number) => new Date(date).toISOString().slice(0, 10);
const span = (start: string, end: string) => ({ start: Date.parse(start), end: Date.parse(end) });

/** Times of some 5,000 years around 1970, and lengths of up to half a year, ms. */
const times = fc.integer({ min: -8e13, max: 8e13 });
const lengths = fc.integer({ min: 0, max: 180 * DAY });

describe('the months of a span', () => {
	test('include both its ends', () => {
		const months = monthsIn(span('2010-01-01', '2010-04-01'), 1);
		expect(months.map(dayOf)).toEqual(['2010-01-01', '2010-02-01', '2010-03-01', '2010-04-01']);
		expect(monthsIn(span('2010-01-02', '2010-01-31'), 1)).toEqual([]);
	});

	test('are counted from January', () => {
		const { start, end } = span('2010-02-15', '2011-02-15');
		expect(monthsIn({ start, end }, 3).map(dayOf)).toEqual([
			...['2010-04-01', '2010-07-01', '2010-10-01', '2011-01-01']
		]);
		expect([floorMonth(start, 6), ceilMonth(start, 6)].map(dayOf)).toEqual([
			...['2010-01-01', '2010-07-01']
		]);
	});

	test('are those of d3', () => {
		fc.assert(
			fc.property(times, lengths, fc.constantFrom(1, 3, 6, 12), (start, length, count) => {
				const end = start + 12 * length;
				const interval = utcMonth.every(count)!;
				const range = interval.range(new Date(start), new Date(end + 1));
				expect(monthsIn({ start, end }, count)).toEqual(range);
				expect(floorMonth(start, count)).toBe(+interval.floor(new Date(start)));
				expect(ceilMonth(start, count)).toBe(+interval.ceil(new Date(start)));
			}),
			runs(300)
		);
	});

	test('end with the years that a date can have', () => {
		for (const year of [YEARS.first, YEARS.last]) {
			const start = new Date(0).setUTCFullYear(year, 0);
			const months = monthsIn({ start, end: start + 364 * DAY }, 1);
			expect(months.map((month) => month.getUTCMonth())).toEqual(
				Array.from({ length: 12 }, (_, i) => i)
			);
		}
	});
});

test('days begin with each month, and keep their distance to the next', () => {
	const days = daysIn(span('2010-01-28', '2010-03-08'), 7).map(dayOf);
	expect(days).toEqual([
		...['2010-02-01', '2010-02-08', '2010-02-15', '2010-02-22', '2010-03-01', '2010-03-08']
	]);
	fc.assert(
		fc.property(times, lengths, fc.constantFrom(1, 2, 3, 5, 7, 14), (start, length, count) => {
			const end = start + length;
			const far = (date: Date) =>
				(date.getUTCDate() - 1) % count === 0 &&
				utcDay.offset(date, count) <= utcMonth.offset(utcMonth.floor(date), 1);
			const range = utcDay.filter(far).range(new Date(start), new Date(end + 1));
			expect(daysIn({ start, end }, count)).toEqual(range);
		}),
		runs(300)
	);
});
