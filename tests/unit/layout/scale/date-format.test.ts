import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY, parseDay } from '../../../../src/lib/model/date.ts';
import {
	dateInWords,
	dayMonth,
	formatRange,
	formatShortDay,
	monthInFull,
	monthYear,
	yearOnly
} from '../../../../src/lib/layout/scale/date-format.ts';
import { dateOf } from '../../model/records.ts';

const on = (day: string) => new Date(parseDay(day));
/** Formats the range from the start of the first day to the end of the last. */
const rangeOf = (first: string, last: string) =>
	formatRange({ start: parseDay(first), end: parseDay(last) + DAY });

/** Day numbers over almost the whole range of `Date`. */
const days = fc.integer({ min: -99_000_000, max: 99_000_000 });

describe('a year in words', () => {
	test.each([
		['2021-12-31', '2021'],
		['0999-01-01', '999'],
		['0001-01-01', '1'],
		['0000-12-31', '1 BCE'],
		['-0043-03-15', '44 BCE'],
		['-9999-06-01', '10000 BCE'],
		['+12345-01-01', '12345']
	])('of %s is %s', (day, words) => {
		expect(yearOnly(on(day))).toBe(words);
	});

	test('increases by one from year to year and is never 0', () => {
		const count = (time: number) => {
			const [number, era] = yearOnly(new Date(time)).split(' ');
			return era ? -Number(number) : Number(number);
		};
		fc.assert(
			fc.property(days, (day) => {
				const before = count(day * DAY);
				const after = new Date(day * DAY);
				after.setUTCFullYear(after.getUTCFullYear() + 1, 0, 1);
				expect(before).not.toBe(0);
				expect(count(+after)).toBe(before === -1 ? 1 : before + 1);
			})
		);
	});
});

describe('a month in words', () => {
	test('has its year, in any era', () => {
		expect(monthYear(on('2021-09-30'))).toBe('Sept 2021');
		expect(monthInFull(on('2021-09-30'))).toBe('September 2021');
		expect(monthYear(on('-0043-03-15'))).toBe('Mar 44 BCE');
		expect(monthInFull(on('+12345-02-28'))).toBe('February 12345');
	});

	test('begins at midnight UTC in any time zone', () => {
		const start = parseDay('2021-03-01');
		expect([start - 1, start].map((time) => monthYear(new Date(time)))).toEqual([
			'Feb 2021',
			'Mar 2021'
		]);
	});
});

describe('a short day', () => {
	test('has its abbreviated month and its year', () => {
		expect(formatShortDay(parseDay('2021-12-31'))).toBe('31 Dec 2021');
		expect(formatShortDay(parseDay('2022-01-01') - 1)).toBe('31 Dec 2021');
		expect(formatShortDay(parseDay('2022-01-01'))).toBe('1 Jan 2022');
	});

	test('may be before our era or in the far future, in the proleptic Gregorian calendar', () => {
		expect(formatShortDay(parseDay('-0043-03-15'))).toBe('15 Mar 44 BCE');
		expect(formatShortDay(parseDay('0000-02-29'))).toBe('29 Feb 1 BCE');
		expect(formatShortDay(parseDay('1500-03-01'))).toBe('1 Mar 1500');
		expect(formatShortDay(parseDay('+20000-07-04'))).toBe('4 Jul 20000');
	});

	test('is the day and month in UTC', () => {
		fc.assert(
			fc.property(days, fc.integer({ min: 0, max: DAY - 1 }), (day, after) => {
				const date = new Date(day * DAY + after);
				expect(dayMonth(date)).toMatch(new RegExp(`^${date.getUTCDate()} [A-Z][a-z]{2,3}$`));
				expect(formatShortDay(+date)).toBe(`${dayMonth(date)} ${yearOnly(date)}`);
			})
		);
	});
});

describe('a range in words', () => {
	test.each([
		['2010-01-01', '2021-12-31', '2010–2021'],
		['2012-01-01', '2012-12-31', '2012'],
		['2012-01-01', '2013-12-31', '2012–2013'],
		['2008-05-12', '2012-03-04', '2008–2012'],
		['2010-04-06', '2011-12-31', 'Apr 2010 – Dec 2011'],
		['2012-01-01', '2012-06-30', 'Jan 2012 – Jun 2012'],
		['2011-12-25', '2012-01-02', '25 Dec 2011 – 2 Jan 2012'],
		['2021-02-07', '2021-02-07', '7 Feb 2021'],
		['-0099-01-01', '-0043-12-31', '100 BCE–44 BCE'],
		['-0043-01-01', '0014-12-31', '44 BCE–14'],
		['-0043-03-15', '-0043-03-16', '15 Mar 44 BCE – 16 Mar 44 BCE'],
		['+12000-01-01', '+14999-12-31', '12000–14999']
	])('from %s to %s is “%s”', (first, last, words) => {
		expect(rangeOf(first, last)).toBe(words);
	});

	test('names its first and its last moment, not its exclusive end', () => {
		fc.assert(
			fc.property(days, fc.integer({ min: 1, max: 5000 }), (first, length) => {
				const span = { start: first * DAY, end: (first + length) * DAY };
				const words = formatRange(span);
				const years = [span.start, span.end - 1].map((time) => yearOnly(new Date(time)));
				expect(words.endsWith(years[1]!)).toBe(true);
				expect(words).toContain(years[0]);
			})
		);
	});
});

describe('a date in words', () => {
	test('is the label of the dataset if there is one', () => {
		expect(dateInWords(dateOf('2021-02-07', '2021-02-08', { label: 'one of two days' }))).toBe(
			'one of two days'
		);
	});

	test('is otherwise its day, or its first and last day', () => {
		expect(dateInWords({ start: '2021-02-07', end: '2021-02-07' })).toBe('7 Feb 2021');
		expect(dateInWords({ start: '2021-02-07', end: '2021-03-01' })).toBe('7 Feb 2021 – 1 Mar 2021');
		expect(dateInWords({ start: '-0043-03-15', end: null })).toBe('15 Mar 44 BCE');
		expect(dateInWords({ start: '2010-01-01', end: null, asOf: '2018-03-31' })).toBe(
			'1 Jan 2010 – 31 Mar 2018'
		);
	});

	test('has an arrow while it is ongoing, and the last day on which it was known to be', () => {
		const date = { start: '2010-01-01', end: null, ongoing: true };
		expect(dateInWords({ ...date, until: '2026-12-31' })).toBe('1 Jan 2010 →');
		expect(dateInWords({ ...date, asOf: '2018-03-31' })).toBe('1 Jan 2010 – 31 Mar 2018 →');
	});
});
