import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	approximateEnds,
	DAY,
	formatDay,
	unionSpan,
	isDay,
	isPeriod,
	overlaps,
	parseDay,
	parsePartialDay,
	spanOf,
	YEARS
} from '../../../src/lib/model/date.ts';
import { runs } from '../../property.ts';

const FIRST = parseDay('0001-01-01') / DAY;
const LAST = parseDay('9999-12-31') / DAY;
const days = () => fc.integer({ min: FIRST, max: LAST });

describe('a day', () => {
	test('begins at midnight UTC in any time zone', () => {
		expect(parseDay('2011-12-30')).toBe(Date.UTC(2011, 11, 30));
		expect(new Date(2011, 11, 30).getTime()).not.toBe(Date.UTC(2011, 11, 30));
	});

	test('round-trips through its text', () => {
		fc.assert(
			fc.property(days(), (day) => {
				expect(parseDay(formatDay(day * DAY))).toBe(day * DAY);
			})
		);
	});

	test('is parsed with the same result as by Date.parse, if it is in the calendar', () => {
		// V8 lets days that a month lacks roll over into the next month
		const reference = (day: string) => {
			const time = Date.parse(`${day}T00:00:00Z`);
			return Number.isNaN(time) || formatDay(time) !== day ? NaN : time;
		};
		const numbers = (digits: number) =>
			fc.nat({ max: 10 ** digits - 1 }).map((n) => String(n).padStart(digits, '0'));
		const texts = fc.oneof(
			fc.tuple(numbers(4), numbers(2), numbers(2)).map((parts) => parts.join('-')),
			fc
				.tuple(
					fc.integer({ min: 0, max: 9999 }),
					fc.integer({ min: 1, max: 12 }),
					fc.integer({ min: 1, max: 31 })
				)
				.map(([y, m, d]) =>
					[String(y).padStart(4, '0'), ...[m, d].map((n) => String(n).padStart(2, '0'))].join('-')
				),
			fc.string({ unit: fc.constantFrom(...'0123456789- :x'), minLength: 10, maxLength: 10 })
		);
		fc.assert(
			fc.property(texts, (text) => {
				expect(parseDay(text)).toBe(reference(text));
			}),
			runs(2000)
		);
	});

	test('may be before our era or after the year 9999, with a sign', () => {
		expect(parseDay('-0043-03-15')).toBe(Date.UTC(-43, 2, 15));
		expect(parseDay('-000043-03-15')).toBe(Date.UTC(-43, 2, 15));
		expect(parseDay('+12345-06-07')).toBe(Date.UTC(12_345, 5, 7));
		expect(parseDay('+2012-05-01')).toBe(Date.UTC(2012, 4, 1));
		const distantDays = fc.integer({ min: -99_000_000, max: 99_000_000 });
		fc.assert(
			fc.property(distantDays, (day) => {
				expect(parseDay(formatDay(day * DAY))).toBe(day * DAY);
			})
		);
	});

	test.each([
		'2021-02-29',
		'2021-02-30',
		'2100-02-29',
		'2021-04-31',
		'0044-06-31',
		'-0043-02-29',
		'+12345-09-31',
		'2021-01-00'
	])('that its month lacks does not roll over: %s', (day) => {
		expect(parseDay(day)).toBeNaN();
		expect(parsePartialDay(day)).toBeNull();
	});

	test('exists in leap years, before our era too', () => {
		for (const day of ['2000-02-29', '0000-02-29', '-0400-02-29', '-0004-02-29', '+123456-02-29'])
			expect(formatDay(parseDay(day)).slice(-5)).toBe('02-29');
	});

	test('is parsed up to the first and last year that dates cover', () => {
		expect(formatDay(parseDay(`${YEARS.first}-01-01`))).toBe('-271820-01-01');
		expect(formatDay(parseDay(`+${YEARS.last}-12-31`))).toBe('+275759-12-31');
		for (const day of ['-271821-12-31', '+275760-01-01', '-999999-01-01', '+1234567-01-01'])
			expect(parseDay(day)).toBeNaN();
	});

	test('is the same to both parsers, however its year is written', () => {
		const parts = fc.tuple(
			fc.oneof(fc.integer({ min: -300_000, max: 300_000 }), fc.integer({ min: -120, max: 120 })),
			fc.integer({ min: 0, max: 13 }),
			fc.integer({ min: 0, max: 32 }),
			fc.integer({ min: 3, max: 7 }),
			fc.constantFrom('', '+', '-')
		);
		fc.assert(
			fc.property(parts, ([year, month, date, width, sign]) => {
				const [y, m, d] = [year, month, date].map((n, i) =>
					String(Math.abs(n)).padStart(i ? 2 : width, '0')
				);
				const text = `${sign}${y}-${m}-${d}`;
				const time = parseDay(text);
				expect(parsePartialDay(text)).toEqual(
					Number.isNaN(time) ? null : { start: time, end: time + DAY }
				);
				if (Number.isNaN(time)) return;
				expect(new Date(time).getUTCFullYear()).toBe(Number(`${sign}${y}`));
				expect(parseDay(formatDay(time))).toBe(time);
			}),
			runs(1000)
		);
	});

	test('without a sign needs a year of four digits', () => {
		expect(parseDay('12345-06-07')).toBeNaN();
		expect(parseDay('-43-03-15')).toBeNaN();
	});

	test('is the same for each instant in it', () => {
		fc.assert(
			fc.property(days(), fc.integer({ min: 0, max: DAY - 1 }), (day, after) => {
				expect(formatDay(day * DAY + after)).toBe(formatDay(day * DAY));
			})
		);
	});

	test('that is invalid is NaN', () => {
		expect(parseDay('soon')).toBeNaN();
		expect(parseDay('2017-13-01')).toBeNaN();
		expect(parseDay('')).toBeNaN();
	});
});

describe('the span of a date', () => {
	test('of one day lasts until the end of that day', () => {
		expect(spanOf({ start: '2010-04-06', end: '2010-04-06' })).toEqual({
			start: Date.UTC(2010, 3, 6),
			end: Date.UTC(2010, 3, 7)
		});
	});

	test('includes its last day', () => {
		const { start, end } = spanOf({ start: '2012-02-01', end: '2012-02-29' });
		expect((end - start) / DAY).toBe(29);
	});

	test('of an ongoing period ends on the last confirmed day', () => {
		const date = { start: '2010-01-01', end: null, asOf: '2018-03-31', ongoing: true };
		expect(formatDay(spanOf(date).end)).toBe('2018-04-01');
	});

	test('of an ongoing period without a confirmed day is its first day', () => {
		const { start, end } = spanOf({ start: '2010-01-01', end: null, ongoing: true });
		expect(end - start).toBe(DAY);
	});
});

describe('a date', () => {
	test('has its explicit kind', () => {
		expect(isPeriod({ start: '2010-01-01', end: '2010-12-31', kind: 'period' })).toBe(true);
		expect(isPeriod({ start: '2010-01-01', end: '2010-12-31', kind: 'moment' })).toBe(false);
	});

	test('without a kind is a moment if it starts and ends on one day, else a period', () => {
		expect(isPeriod({ start: '2010-01-01', end: '2010-01-01' })).toBe(false);
		expect(isPeriod({ start: '2010-01-01', end: '2010-01-02' })).toBe(true);
		expect(isPeriod({ start: '2010-01-01', end: null })).toBe(true);
	});

	test('is exact to the day if it starts and ends on one day', () => {
		expect(isDay({ start: '2010-01-01', end: '2010-01-01' })).toBe(true);
		expect(isDay({ start: '2010-01-01', end: '2010-01-31' })).toBe(false);
		expect(isDay({ start: '2010-01-01', end: null })).toBe(false);
	});
});

describe('spans', () => {
	test('that only touch do not overlap', () => {
		expect(overlaps({ start: 0, end: 2 }, { start: 2, end: 3 })).toBe(false);
		expect(overlaps({ start: 0, end: 2 }, { start: 1, end: 3 })).toBe(true);
		expect(overlaps({ start: 0, end: 9 }, { start: 4, end: 5 })).toBe(true);
	});

	test('lie within their unionSpan', () => {
		expect(
			unionSpan([
				{ start: 3, end: 4 },
				{ start: 1, end: 2 },
				{ start: 2, end: 9 }
			])
		).toEqual({ start: 1, end: 9 });
	});

	test('have no unionSpan if the list is empty', () => {
		expect(unionSpan([])).toBeNull();
	});
});

describe('a year, month or day', () => {
	test.each([
		['2017', '2017-01-01', '2018-01-01'],
		['2017-09', '2017-09-01', '2017-10-01'],
		['2017-12', '2017-12-01', '2018-01-01'],
		['2017-09-11', '2017-09-11', '2017-09-12'],
		['2017-12-31', '2017-12-31', '2018-01-01'],
		['2016-02', '2016-02-01', '2016-03-01'],
		['2016-02-29', '2016-02-29', '2016-03-01'],
		['2000-02-29', '2000-02-29', '2000-03-01'],
		['0044', '0044-01-01', '0045-01-01'],
		['0044-12', '0044-12-01', '0045-01-01'],
		['0000', '0000-01-01', '0001-01-01'],
		['-000043', '-000043-01-01', '-000042-01-01'],
		['-0043', '-000043-01-01', '-000042-01-01'],
		['-0043-03', '-000043-03-01', '-000043-04-01'],
		['-0001', '-000001-01-01', '0000-01-01'],
		['+2017', '2017-01-01', '2018-01-01'],
		['-20000', '-020000-01-01', '-019999-01-01'],
		['-271820', '-271820-01-01', '-271819-01-01'],
		['+275759-12', '+275759-12-01', '+275760-01-01'],
		['-000043-03-15', '-000043-03-15', '-000043-03-16'],
		['+012345-12', '+012345-12-01', '+012346-01-01'],
		['9999-12-31', '9999-12-31', '+010000-01-01']
	])('%s lasts from %s until %s', (text, start, end) => {
		const span = parsePartialDay(text)!;
		expect([formatDay(span.start), formatDay(span.end)]).toEqual([start, end]);
	});

	test.each([
		'2017-02-29',
		'1900-02-29',
		'2100-02-29',
		'2017-02-30',
		'2017-04-31',
		'2017-09-00',
		'2017-09-32',
		'2017-00',
		'2017-13',
		'2017-9',
		'2017-09-1',
		'17',
		'20170911',
		'12017',
		'-217',
		'-0000',
		'-000000-01-01',
		'-271821',
		'+275760',
		'+1234567',
		'2017-',
		' 2017',
		'2017\n',
		'2017-09-11T00:00:00Z',
		'2017~',
		'２０１７',
		'constructor',
		''
	])('cannot be parsed from “%s”', (text) => {
		expect(parsePartialDay(text)).toBeNull();
	});

	test('begins where the previous one ends', () => {
		fc.assert(
			fc.property(days(), fc.constantFrom(4, 7, 10), (day, length) => {
				const text = formatDay(day * DAY).slice(0, length);
				const span = parsePartialDay(text)!;
				expect(formatDay(span.start).slice(0, length)).toBe(text);
				expect(formatDay(span.end - 1).slice(0, length)).toBe(text);
				expect(formatDay(span.start - 1).slice(0, length)).not.toBe(text);
				expect(formatDay(span.end).slice(0, length)).not.toBe(text);
			})
		);
	});
});

describe('the approximate ends of a period', () => {
	const period = {
		start: '2010-01-01',
		end: '2012-12-31',
		kind: 'period',
		approximate: true
	} as const;

	test.each([
		['2010~/2012', true, false],
		['2010/2012~', false, true],
		['2010~/2012%', true, true]
	])('are those that %s marks', (edtf, start, end) => {
		expect(approximateEnds({ ...period, edtf })).toEqual({ start, end });
	});

	test('are both without EDTF, but never that of an ongoing one', () => {
		expect(approximateEnds(period)).toEqual({ start: true, end: true });
		expect(approximateEnds({ ...period, end: null })).toEqual({ start: true, end: false });
	});

	test('are none of an exact period, nor of a moment', () => {
		const none = { start: false, end: false };
		expect(approximateEnds({ ...period, approximate: false })).toEqual(none);
		expect(approximateEnds({ ...period, kind: 'moment' })).toEqual(none);
	});
});
