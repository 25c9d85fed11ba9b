import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isAmbiguous, readDate } from '../../../src/lib/model/search/date-words.ts';
import { parsePartialDay } from '../../../src/lib/model/date.ts';
import { runs } from '../../property.ts';

describe('a date in words', () => {
	test.each(['Sept. 1865', 'Sep 1865', 'September 1865'])('%s is a month in German', (text) => {
		expect(readDate(text, ['de'])).toBe('1865-09');
	});

	test.each([
		['March 2018', '2018-03'],
		['mar 2018', '2018-03'],
		['  MARCH  2018 ', '2018-03'],
		['2018', '2018'],
		['2018-03', '2018-03'],
		['3 March 2018', '2018-03-03'],
		['March 3, 2018', '2018-03-03']
	])('%s is read as %s', (text, date) => {
		expect(readDate(text, ['en'])).toBe(date);
	});

	test.each([
		['marzo 2018', 'it', '2018-03'],
		['mar 2018', 'it', '2018-03'],
		['2018年3月', 'zh-Hans', '2018-03'],
		['2018年', 'zh-Hans', '2018'],
		['März 2018', 'de', '2018-03']
	])('%s is read in its language, %s', (text, language, date) => {
		expect(readDate(text, [language])).toBe(date);
		expect(readDate('March 2018', [language, 'en'])).toBe('2018-03');
	});

	test.each([
		'03/04/2018',
		'March',
		'early 2018',
		'2018 or 2019',
		'32 March 2018',
		'soon',
		'2018-13'
	])('%s is not guessed', (text) => {
		expect(readDate(text, ['en'])).toBeNull();
	});

	test('of any month and language is the one that Intl writes', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1000, max: 9999 }),
				fc.integer({ min: 0, max: 11 }),
				fc.constantFrom('en', 'it', 'zh-Hans', 'fr', 'es', 'de', 'pt'),
				fc.constantFrom('long' as const, 'short' as const),
				(year, month, language, form) => {
					const format = new Intl.DateTimeFormat(language, {
						...{ year: 'numeric', month: form, timeZone: 'UTC' }
					});
					const date = new Date(Date.UTC(year, month));
					const read = readDate(format.format(date), [language]);
					expect(read).toBe(`${year}-${String(month + 1).padStart(2, '0')}`);
					expect(parsePartialDay(read!)!.start).toBe(+date);
				}
			),
			runs(200)
		);
	});
});

test('day and month may be either way round only where both are at most 12', () => {
	for (const text of ['03/04/2018', '3.4.2018', '12-11-2018']) expect(isAmbiguous(text)).toBe(true);
	for (const text of ['25/12/2018', '4/4/2018', '2018-03-04', 'March 2018', '03/2018'])
		expect(isAmbiguous(text)).toBe(false);
});
