import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDate } from '../../../src/lib/data/edtf.ts';
import { describeDate } from '../../../src/lib/data/words.ts';
import { edtfStrings } from './dates.ts';

const LABELS: [edtf: string, label: string][] = [
	['2010-04-06', '6 April 2010'],
	['2010-04', 'April 2010'],
	['2018', '2018'],
	['0044', '44'],
	['201X', '2010s'],
	['20XX', 'between 2000 and 2099'],
	['2010-10~', 'about October 2010'],
	['2017-09-11?', '11 September 2017, doubtful'],
	['2011-10%', 'about October 2011, doubtful'],
	['2021-21', 'spring 2021'],
	['2021-22', 'summer 2021'],
	['2021-23', 'autumn 2021'],
	['2021-24', 'winter 2021'],
	['2021-25', 'spring 2021'],
	['2021-32', 'winter 2021'],
	['2021-33', 'first quarter of 2021'],
	['2021-36', 'fourth quarter of 2021'],
	['2021-37', 'first third of 2021'],
	['2021-39', 'last third of 2021'],
	['2021-40', 'first half of 2021'],
	['2021-41', 'second half of 2021'],
	['2021-41~', 'about the second half of 2021'],
	['2021-22~', 'about summer 2021'],
	['[2021-02-07,2021-02-08]', '7 or 8 February 2021'],
	['[2021-02-07,2021-02-08,2021-02-09]', '7, 8 or 9 February 2021'],
	['[2021-02-28,2021-03-01]', '28 February or 1 March 2021'],
	['[2020-12-31,2021-01-01]', '31 December 2020 or 1 January 2021'],
	['[2018-03,2018-04]', 'March or April 2018'],
	['[2017-12,2018-01]', 'December 2017 or January 2018'],
	['[2017,2018]', '2017 or 2018'],
	['[2017-10,2017-12?]', 'October 2017 or December 2017 (doubtful)'],
	['[2017-10..2017-12]', 'between October and December 2017'],
	['[2017-09..2018-03]', 'between September 2017 and March 2018'],
	['[2021-02-08..2021-12-31]', 'between 8 February and 31 December 2021'],
	['[2011-12-26..2012-01-09]', 'between 26 December 2011 and 9 January 2012'],
	['[2012..2014]', 'between 2012 and 2014'],
	['2012/2014', '2012 to 2014'],
	['2012-02/2012-05', 'February to May 2012'],
	['2012-02-03/2012-02-05', '3 to 5 February 2012'],
	['2012~/2014?', 'about 2012 to 2014 (doubtful)'],
	['201X/202X', 'the 2010s to the 2020s'],
	['2010/..', 'since 2010'],
	['2010-10~/..', 'since about October 2010']
];

const VOUCHERS: [published: string, label: string][] = [
	['2018-03', 'since 2010, still so in March 2018'],
	['2011-12-26', 'since 2010, still so on 26 December 2011'],
	['2018', 'since 2010, still so in 2018'],
	['2021-41', 'since 2010, still so in the second half of 2021'],
	['2018-03~', 'since 2010, still so about March 2018'],
	['2018-03?', 'since 2010, still so in March 2018 (doubtful)'],
	['201X', 'since 2010, still so in the 2010s'],
	['[2021-02-07,2021-02-08]', 'since 2010, still so on 7 or 8 February 2021'],
	['[2018-03..2018-04]', 'since 2010, still so between March and April 2018']
];

describe('a date in words', () => {
	test.each(LABELS)('%s is “%s”', (edtf, label) => {
		expect(parseDate(edtf).label).toBe(label);
	});

	test.each(VOUCHERS)('of what goes on, by a source of %s, is “%s”', (published, label) => {
		expect(describeDate(parseDate('2010/..'), parseDate(published))).toBe(label);
	});

	test('names every year that it touches, and no other', () => {
		fc.assert(
			fc.property(edtfStrings(), (edtf) => {
				const { label, start, end } = parseDate(edtf);
				const years = new Set([start, end ?? start].map((day) => day.slice(0, 4)));
				expect(new Set(label.match(/\d{4}/g))).toEqual(years);
			})
		);
	});
});
