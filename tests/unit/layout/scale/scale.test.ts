import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY, formatDay, parseDay, spanOf } from '../../../../src/lib/model/date.ts';
import { createScale, wholeDomain } from '../../../../src/lib/layout/scale/scale.ts';
import { dateOf, eventOf } from '../../model/records.ts';

const on = (start: string, end: string | null = start, asOf: string | null = null) =>
	eventOf(start, { date: dateOf(start, end, { asOf }) });
const daysOf = ({ start, end }: { start: number; end: number }) => [
	formatDay(start),
	formatDay(end)
];

describe('a scale', () => {
	test('gives each day the same width in any season', () => {
		const scale = createScale({ start: parseDay('2021-01-01'), end: parseDay('2022-01-01') }, 365);
		for (let day = 0; day <= 365; day++)
			expect(scale.position(parseDay('2021-01-01') + day * DAY)).toBeCloseTo(day, 9);
	});

	test('converts a position to a time', () => {
		const scale = createScale({ start: parseDay('2021-01-01'), end: parseDay('2022-01-01') }, 365);
		expect(formatDay(scale.time(31))).toBe('2021-02-01');
	});
});

describe('the whole domain of events', () => {
	test('consists of whole years', () => {
		expect(daysOf(wholeDomain([on('2010-04-06'), on('2021-02-08')]))).toEqual([
			'2010-01-01',
			'2022-01-01'
		]);
	});

	test('consists of whole half-years if requested', () => {
		expect(daysOf(wholeDomain([on('2010-07-01'), on('2021-06-30')], 6))).toEqual([
			'2010-07-01',
			'2021-07-01'
		]);
	});

	test('ends with the last day of December, not with the next year', () => {
		expect(daysOf(wholeDomain([on('2010-01-01', '2011-12-31')]))).toEqual([
			'2010-01-01',
			'2012-01-01'
		]);
	});

	test('includes the last confirmed day of an ongoing period', () => {
		expect(daysOf(wholeDomain([on('2010-01-01', null, '2018-03-31')]))).toEqual([
			'2010-01-01',
			'2019-01-01'
		]);
	});

	test('may be in the first century', () => {
		expect(daysOf(wholeDomain([on('0044-03-15')]))).toEqual(['0044-01-01', '0045-01-01']);
		expect(daysOf(wholeDomain([on('0044-03-15')], 6))).toEqual(['0044-01-01', '0044-07-01']);
	});

	test('is not empty without events', () => {
		const { start, end } = wholeDomain([]);
		expect(end).toBeGreaterThan(start);
	});

	test('contains every event, is tight, and starts and ends with a year or half-year', () => {
		const day = fc.integer({ min: 0, max: 9000 }).map((n) => formatDay((n + 14_000) * DAY));
		const dates = fc.array(
			fc.tuple(day, day).map((days) => days.toSorted()),
			{ minLength: 1, maxLength: 8 }
		);
		fc.assert(
			fc.property(dates, fc.constantFrom(6 as const, 12 as const), (pairs, months) => {
				const events = pairs.map(([start, end]) => on(start!, end));
				const domain = wholeDomain(events, months);
				for (const { date } of events) {
					expect(spanOf(date).start).toBeGreaterThanOrEqual(domain.start);
					expect(spanOf(date).end).toBeLessThanOrEqual(domain.end);
				}
				const starts = months === 6 ? /-0[17]-01$/ : /-01-01$/;
				for (const end of daysOf(domain)) expect(end).toMatch(starts);
				const earliest = Math.min(...events.map(({ date }) => spanOf(date).start));
				expect(earliest - domain.start).toBeLessThan((months === 6 ? 184 : 366) * DAY);
			})
		);
	});
});
