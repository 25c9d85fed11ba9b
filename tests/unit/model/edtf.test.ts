import { parse } from 'edtf';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDate } from '../../../src/lib/model/edtf/edtf.ts';
import { edtfStrings } from './edtf-dates.ts';
import { runs } from '../../property.ts';

type Row = [edtf: string, start: string, end: string | null, traits?: string];

// traits: ~ approximate, ? uncertain
const MOMENTS: Row[] = [
	['2010-04-06', '2010-04-06', '2010-04-06'],
	['2012-02-29', '2012-02-29', '2012-02-29'],
	['2010-04', '2010-04-01', '2010-04-30'],
	['2016-02', '2016-02-01', '2016-02-29'],
	['2018', '2018-01-01', '2018-12-31'],
	['0044', '0044-01-01', '0044-12-31'],
	['9999', '9999-01-01', '9999-12-31'],
	['201X', '2010-01-01', '2019-12-31'],
	['20XX', '2000-01-01', '2099-12-31'],
	['2010-10~', '2010-10-01', '2010-10-31', '~'],
	['~2010-10', '2010-10-01', '2010-10-31', '~'],
	['2010-~10', '2010-10-01', '2010-10-31', '~'],
	['2017-09-11?', '2017-09-11', '2017-09-11', '?'],
	['2017-09-11%', '2017-09-11', '2017-09-11', '~?'],
	['2021-21', '2021-01-01', '2021-03-31'],
	['2021-24', '2021-10-01', '2021-12-31'],
	['2021-26', '2021-04-01', '2021-06-30'],
	['2021-29', '2021-10-01', '2021-12-31'],
	['2021-30', '2021-01-01', '2021-03-31'],
	['2021-33', '2021-01-01', '2021-03-31'],
	['2021-36', '2021-10-01', '2021-12-31'],
	['2021-37', '2021-01-01', '2021-04-30'],
	['2021-38', '2021-05-01', '2021-08-31'],
	['2021-39', '2021-09-01', '2021-12-31'],
	['2021-40', '2021-01-01', '2021-06-30'],
	['2021-41', '2021-07-01', '2021-12-31'],
	['2021-41~', '2021-07-01', '2021-12-31', '~'],
	['[2021-02-07,2021-02-08]', '2021-02-07', '2021-02-08'],
	['[2018-01,2018-02]', '2018-01-01', '2018-02-28'],
	['[2017-10,2017-12?]', '2017-10-01', '2017-12-31', '?'],
	['[2017-10..2017-12]', '2017-10-01', '2017-12-31'],
	['[2018-03..2018-12]', '2018-03-01', '2018-12-31'],
	['[2021-02-08..2021-12-31]', '2021-02-08', '2021-12-31']
];

const PERIODS: Row[] = [
	['2012/2014', '2012-01-01', '2014-12-31'],
	['2012-02/2014-02-03', '2012-02-01', '2014-02-03'],
	['2012~/2014', '2012-01-01', '2014-12-31', '~'],
	['2012/2014?', '2012-01-01', '2014-12-31', '?'],
	['2010/..', '2010-01-01', null],
	['2010-04-06~/..', '2010-04-06', null, '~']
];

const SUCH_AS = 'write EDTF such as "2010-04-06", "2010-04" or "2010-10~"';

const MISTAKES: [edtf: string, clause: string][] = [
	['', `"" is empty: ${SUCH_AS}`],
	['soon', `"soon" is not a date: ${SUCH_AS}`],
	['2010-13', `"2010-13" is not a date: ${SUCH_AS}`],
	['2021-42', `"2021-42" is not a date: ${SUCH_AS}`],
	['2010 / 2012', '"2010 / 2012" has a space in it: write "2010/2012"'],
	['last week', `"last week" has a space in it: ${SUCH_AS}`],
	['2010-02-30', '"2010-02-30" is not a date: that month has 28 days'],
	['2010-02-29', '"2010-02-29" is not a date: that month has 28 days'],
	['2010-04-31', '"2010-04-31" is not a date: that month has 30 days'],
	['20100406', '"20100406" has no hyphens: write "2010-04-06"'],
	['201004', '"201004" has no hyphens: write "2010-04"'],
	['2010-04-06T12:00', '"2010-04-06T12:00" has a time of day: write the day alone'],
	['Y17e8', '"Y17e8" has more than four digits: years run from -9999 to 9999'],
	['Y-17000', '"Y-17000" has more than four digits: years run from -9999 to 9999'],
	['-0000', '"-0000" is not a date: write EDTF such as "2010-04-06", "2010-04" or "2010-10~"'],
	[
		'-004X',
		'"-004X" has a decade or century before the year 0: write its years, such as "[-0099..0000]"'
	],
	['201', '"201" is not a date: write a year in four digits, or a decade such as "201X"'],
	['20', '"20" is not a date: write a year in four digits, or a decade such as "201X"'],
	['2010?~', '"2010?~" has two marks: write "%" for both uncertain and approximate'],
	[
		'2010-XX',
		'"2010-XX" has an X where only a decade or century may have one: write "201X" or "20XX", or leave out the unknown part'
	],
	[
		'{2018,2019}',
		'"{2018,2019}" means all of its dates: write "[…]" for one of them, or one event per date'
	],
	['[2018]', '"[2018]" has one date in brackets: leave out the brackets, or add the other dates'],
	[
		'[..2018]',
		'"[..2018]" has no first date: write "[YYYY..2018]", where YYYY is the earliest date that the sources allow'
	],
	[
		'[2018-03..]',
		'"[2018-03..]" has no last date: write "[2018-03..YYYY-MM]", where YYYY-MM is the latest date that the sources allow'
	],
	['[..]', '"[..]" needs a first and a last date: write both, such as "[2018-03..2018-12]"'],
	[
		'196X~',
		'"196X~" has a mark on a decade or century, which EDTF does not allow: write "196X" without a mark, or a wider range such as "[1955..1974]"'
	],
	[
		'19XX?',
		'"19XX?" has a mark on a decade or century, which EDTF does not allow: write "19XX" without a mark, or a wider range such as "[1880..2019]"'
	],
	[
		'[2018-03..2018-12-31]',
		'"[2018-03..2018-12-31]" mixes precisions: write all of its dates as days, all as months or all as years'
	],
	[
		'[2018,2019-01]',
		'"[2018,2019-01]" mixes precisions: write all of its dates as days, all as months or all as years'
	],
	[
		'[2018,2020..2021]',
		'"[2018,2020..2021]" mixes a list and a range: write "[a,b,c]" or "[a..b]"'
	],
	[
		'[2017-10~..2017-12]',
		'"[2017-10~..2017-12]" has a mark on the end of a range, which EDTF does not allow: write a wider range'
	],
	[
		'[2021-40,2021-41]',
		'"[2021-40,2021-41]" has a season or part of a year in a set: write months'
	],
	['[2019..2018]', '"[2019..2018]" ends before it starts'],
	['[2019,2018]', '"[2019,2018]" is out of order: write the earliest date first, and each once'],
	['[2021-02-30,2021-03-01]', '"2021-02-30" is not a date: that month has 28 days'],
	['2014/2012', '"2014/2012" ends before it starts'],
	['2014/2014', '"2014/2014" starts and ends with the same date: write "2014"'],
	['2010/', '"2010/" has no end: write "2010/.." for what is still going on'],
	['/2010', '"/2010" has no start: write the first date that the source gives'],
	['../2010', '"../2010" has no start: write the first date that the source gives'],
	['../..', '"../.." has no start: write the first date that the source gives'],
	['2010/2011/2012', '"2010/2011/2012" has more than one "/": write a start and an end'],
	['2021-40/..', '"2021-40/.." has a season or part of a year in a period: write months']
];

describe('a date', () => {
	test.each(MOMENTS)('%s is a moment from %s to %s', (edtf, start, end, traits = '') => {
		expect(parseDate(edtf)).toMatchObject({
			edtf,
			start,
			end,
			kind: 'moment',
			ongoing: false,
			approximate: traits.includes('~'),
			uncertain: traits.includes('?')
		});
	});

	test.each(PERIODS)('%s is a period from %s to %s', (edtf, start, end, traits = '') => {
		expect(parseDate(edtf)).toMatchObject({
			start,
			end,
			kind: 'period',
			ongoing: end === null,
			approximate: traits.includes('~'),
			uncertain: traits.includes('?')
		});
	});

	test.each([...MOMENTS, ...PERIODS])('%s is valid for the edtf package', (edtf) => {
		expect(() => parse(edtf, { seasonUncertainty: true })).not.toThrow();
	});

	test.each(MISTAKES)('%j is rejected with a clause', (edtf, clause) => {
		expect(() => parseDate(edtf)).toThrow(new Error(clause));
	});

	test('of any form starts no later than it ends', () => {
		fc.assert(
			fc.property(edtfStrings(), (edtf) => {
				const { start, end, ongoing } = parseDate(edtf);
				expect(ongoing ? start : start <= end!).toBeTruthy();
			})
		);
	});

	test('from any text is parsed, or rejected with a clause that quotes it', () => {
		fc.assert(
			fc.property(fc.stringMatching(/^[\dX~?%.,/[\]{}T-]{0,24}$/), (edtf) => {
				try {
					const { start, end } = parseDate(edtf);
					expect(end === null || start <= end).toBe(true);
				} catch (error) {
					expect((error as Error).message).toMatch(/^"[^"]*" [^\n]+$/);
				}
			}),
			runs(500)
		);
	});
});
