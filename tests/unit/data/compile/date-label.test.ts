import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDate } from '../../../../src/lib/model/edtf/edtf.ts';
import { describeDate } from '../../../../src/lib/data/compile/date-label.ts';
import { interfaceLanguage } from '../../../../src/lib/language/languages.ts';
import { edtfStrings } from '../../model/edtf-dates.ts';

const LANGUAGES = ['en', 'it', 'zh'] as const;

type Row = [edtf: string, en: string, it: string, zh: string];

const LABELS: Row[] = [
	['2010-04-06', '6 April 2010', '6 aprile 2010', '2010年4月6日'],
	['2010-04', 'April 2010', 'aprile 2010', '2010年4月'],
	['2018', '2018', '2018', '2018年'],
	['0044', '44', '44', '44年'],
	['-0043', '44 BC', '44 a.C.', '公元前44年'],
	['-0043-03-15', '15 March 44 BC', '15 marzo 44 a.C.', '公元前44年3月15日'],
	['201X', '2010s', 'anni 2010', '2010年代'],
	['20XX', 'between 2000 and 2099', 'tra il 2000 e il 2099', '2000年至2099年之间'],
	['2010-10~', 'about October 2010', 'ottobre 2010 circa', '2010年10月前后'],
	[
		'2017-09-11?',
		'11 September 2017 (uncertain)',
		'11 settembre 2017 (data incerta)',
		'2017年9月11日（存疑）'
	],
	[
		'2011-10%',
		'about October 2011 (uncertain)',
		'ottobre 2011 circa (data incerta)',
		'2011年10月前后（存疑）'
	],
	['2021-21', 'spring 2021', 'primavera 2021', '2021年春季'],
	['2021-22', 'summer 2021', 'estate 2021', '2021年夏季'],
	['2021-23', 'autumn 2021', 'autunno 2021', '2021年秋季'],
	['2021-24', 'winter 2021', 'inverno 2021', '2021年冬季'],
	['2021-25', 'spring 2021', 'primavera 2021', '2021年春季'],
	['2021-32', 'winter 2021', 'inverno 2021', '2021年冬季'],
	['2021-33', 'first quarter of 2021', 'primo trimestre del 2021', '2021年第一季度'],
	['2021-36', 'fourth quarter of 2021', 'quarto trimestre del 2021', '2021年第四季度'],
	['2021-37', 'first third of 2021', 'primo quadrimestre del 2021', '2021年前四个月'],
	['2021-38', 'second third of 2021', 'secondo quadrimestre del 2021', '2021年中间四个月'],
	['2021-39', 'last third of 2021', 'ultimo quadrimestre del 2021', '2021年最后四个月'],
	['2021-40', 'first half of 2021', 'prima metà del 2021', '2021年上半年'],
	['2021-41', 'second half of 2021', 'seconda metà del 2021', '2021年下半年'],
	['2021-41~', 'about the second half of 2021', 'seconda metà del 2021 circa', '2021年下半年前后'],
	['2021-22~', 'about summer 2021', 'estate 2021 circa', '2021年夏季前后'],
	['2010~', 'about 2010', '2010 circa', '2010年前后'],
	['[2021-02-07,2021-02-08]', '7 or 8 February 2021', '7 o 8 febbraio 2021', '2021年2月7日或8日'],
	[
		'[2021-02-07,2021-02-08,2021-02-09]',
		'7, 8 or 9 February 2021',
		'7, 8 o 9 febbraio 2021',
		'2021年2月7日、8日或9日'
	],
	[
		'[2021-02-28,2021-03-01]',
		'28 February or 1 March 2021',
		'28 febbraio o 1 marzo 2021',
		'2021年2月28日或3月1日'
	],
	[
		'[2020-12-31,2021-01-01]',
		'31 December 2020 or 1 January 2021',
		'31 dicembre 2020 o 1 gennaio 2021',
		'2020年12月31日或2021年1月1日'
	],
	['[2018-03,2018-04]', 'March or April 2018', 'marzo o aprile 2018', '2018年3月或4月'],
	[
		'[2017-12,2018-01]',
		'December 2017 or January 2018',
		'dicembre 2017 o gennaio 2018',
		'2017年12月或2018年1月'
	],
	['[2017,2018]', '2017 or 2018', '2017 o 2018', '2017年或2018年'],
	[
		'[2017-10,2017-12?]',
		'October 2017 or December 2017 (uncertain)',
		'ottobre 2017 o dicembre 2017 (data incerta)',
		'2017年10月或2017年12月（存疑）'
	],
	[
		'[2017-10..2017-12]',
		'between October and December 2017',
		'tra ottobre e dicembre 2017',
		'2017年10月至12月之间'
	],
	[
		'[2017-09..2018-03]',
		'between September 2017 and March 2018',
		'tra settembre 2017 e marzo 2018',
		'2017年9月至2018年3月之间'
	],
	[
		'[2021-02-08..2021-12-31]',
		'between 8 February and 31 December 2021',
		'tra l’8 febbraio e il 31 dicembre 2021',
		'2021年2月8日至12月31日之间'
	],
	[
		'[2021-02-08..2021-02-11]',
		'between 8 and 11 February 2021',
		'tra l’8 e l’11 febbraio 2021',
		'2021年2月8日至11日之间'
	],
	[
		'[2011-12-26..2012-01-09]',
		'between 26 December 2011 and 9 January 2012',
		'tra il 26 dicembre 2011 e il 9 gennaio 2012',
		'2011年12月26日至2012年1月9日之间'
	],
	['[2012..2014]', 'between 2012 and 2014', 'tra il 2012 e il 2014', '2012年至2014年之间'],
	['2012/2014', '2012 to 2014', 'dal 2012 al 2014', '2012年至2014年'],
	['2012-02/2012-05', 'February to May 2012', 'da febbraio a maggio 2012', '2012年2月至5月'],
	[
		'2012-02-03/2012-02-05',
		'3 to 5 February 2012',
		'dal 3 al 5 febbraio 2012',
		'2012年2月3日至5日'
	],
	[
		'2012-02-08/2012-02-11',
		'8 to 11 February 2012',
		'dall’8 all’11 febbraio 2012',
		'2012年2月8日至11日'
	],
	[
		'2012~/2014?',
		'about 2012 to 2014 (uncertain)',
		'dal 2012 circa al 2014 (data incerta)',
		'2012年前后至2014年（存疑）'
	],
	['201X/202X', 'the 2010s to the 2020s', 'dagli anni 2010 agli anni 2020', '2010年代至2020年代'],
	[
		'20XX/21XX',
		'between 2000 and 2099 to between 2100 and 2199',
		'da un momento tra il 2000 e il 2099 a un momento tra il 2100 e il 2199',
		'2000年至2099年之间至2100年至2199年之间'
	],
	['2010/..', 'since 2010', 'dal 2010', '自2010年起'],
	['2010-10~/..', 'since about October 2010', 'da ottobre 2010 circa', '自2010年10月前后起'],
	['2010-08-11/..', 'since 11 August 2010', 'dall’11 agosto 2010', '自2010年8月11日起'],
	['2010-10/..', 'since October 2010', 'da ottobre 2010', '自2010年10月起']
];

// An ongoing period since 2010, last confirmed by a source of this date.
const ONGOING_LABELS: Row[] = [
	[
		'2018-03',
		'since 2010, still ongoing in March 2018',
		'dal 2010, ancora in corso nel marzo 2018',
		'自2010年起，2018年3月仍在持续'
	],
	[
		'2018-04',
		'since 2010, still ongoing in April 2018',
		'dal 2010, ancora in corso nell’aprile 2018',
		'自2010年起，2018年4月仍在持续'
	],
	[
		'2018-10',
		'since 2010, still ongoing in October 2018',
		'dal 2010, ancora in corso nell’ottobre 2018',
		'自2010年起，2018年10月仍在持续'
	],
	[
		'2011-12-26',
		'since 2010, still ongoing on 26 December 2011',
		'dal 2010, ancora in corso il 26 dicembre 2011',
		'自2010年起，2011年12月26日仍在持续'
	],
	[
		'2011-12-08',
		'since 2010, still ongoing on 8 December 2011',
		'dal 2010, ancora in corso l’8 dicembre 2011',
		'自2010年起，2011年12月8日仍在持续'
	],
	[
		'2018',
		'since 2010, still ongoing in 2018',
		'dal 2010, ancora in corso nel 2018',
		'自2010年起，2018年仍在持续'
	],
	[
		'2021-21',
		'since 2010, still ongoing in spring 2021',
		'dal 2010, ancora in corso nella primavera 2021',
		'自2010年起，2021年春季仍在持续'
	],
	[
		'2021-22',
		'since 2010, still ongoing in summer 2021',
		'dal 2010, ancora in corso nell’estate 2021',
		'自2010年起，2021年夏季仍在持续'
	],
	[
		'2021-36',
		'since 2010, still ongoing in the fourth quarter of 2021',
		'dal 2010, ancora in corso nel quarto trimestre del 2021',
		'自2010年起，2021年第四季度仍在持续'
	],
	[
		'2021-38',
		'since 2010, still ongoing in the second third of 2021',
		'dal 2010, ancora in corso nel secondo quadrimestre del 2021',
		'自2010年起，2021年中间四个月仍在持续'
	],
	[
		'2021-41',
		'since 2010, still ongoing in the second half of 2021',
		'dal 2010, ancora in corso nella seconda metà del 2021',
		'自2010年起，2021年下半年仍在持续'
	],
	[
		'2018-03~',
		'since 2010, still ongoing about March 2018',
		'dal 2010, ancora in corso nel marzo 2018 circa',
		'自2010年起，2018年3月前后仍在持续'
	],
	[
		'2018-03?',
		'since 2010, still ongoing in March 2018 (uncertain)',
		'dal 2010, ancora in corso nel marzo 2018 (data incerta)',
		'自2010年起，2018年3月（存疑）仍在持续'
	],
	[
		'201X',
		'since 2010, still ongoing in the 2010s',
		'dal 2010, ancora in corso negli anni 2010',
		'自2010年起，2010年代仍在持续'
	],
	[
		'20XX',
		'since 2010, still ongoing between 2000 and 2099',
		'dal 2010, ancora in corso tra il 2000 e il 2099',
		'自2010年起，2000年至2099年之间仍在持续'
	],
	[
		'[2021-02-07,2021-02-08]',
		'since 2010, still ongoing on 7 or 8 February 2021',
		'dal 2010, ancora in corso il 7 o 8 febbraio 2021',
		'自2010年起，2021年2月7日或8日仍在持续'
	],
	[
		'[2018-03..2018-04]',
		'since 2010, still ongoing between March and April 2018',
		'dal 2010, ancora in corso tra marzo e aprile 2018',
		'自2010年起，2018年3月至4月之间仍在持续'
	]
];

describe('the label of a date', () => {
	test.each(LABELS)('%s is “%s”, “%s”, “%s”', (edtf, ...labels) => {
		expect(LANGUAGES.map((language) => describeDate(parseDate(edtf), language))).toEqual(labels);
	});

	test.each(ONGOING_LABELS)(
		'of an ongoing period, last confirmed in %s, is “%s”, “%s”, “%s”',
		(edtf, ...labels) => {
			const [since, asOf] = [parseDate('2010/..'), parseDate(edtf)];
			expect(LANGUAGES.map((language) => describeDate(since, language, asOf))).toEqual(labels);
		}
	);

	test('is in English by default', () => {
		expect(describeDate(parseDate('2010-10~'))).toBe('about October 2010');
	});

	test('has the language and script of the data, or English if the interface lacks them', () => {
		expect(['it', 'it-CH', 'zh-Hans', 'zh-CN', 'en-GB'].map(interfaceLanguage)).toEqual([
			'it',
			'it',
			'zh',
			'zh',
			'en'
		]);
		expect(['de', 'zh-Hant', 'tlh'].map(interfaceLanguage)).toEqual(['en', 'en', 'en']);
	});

	test('elides an Italian article before a vowel', () => {
		const between = (from: string, to: string) => describeDate(parseDate(`[${from}..${to}]`), 'it');
		expect(between('2021-02-01', '2021-02-08')).toBe('tra il 1 e l’8 febbraio 2021');
		expect(between('2021-02-11', '2021-02-18')).toBe('tra l’11 e il 18 febbraio 2021');
	});

	test('contains the first and the last year, and no other', () => {
		fc.assert(
			fc.property(edtfStrings(), (edtf) => {
				const { start, end } = parseDate(edtf);
				const years = new Set([start, end ?? start].map((day) => day.slice(0, 4)));
				for (const language of LANGUAGES) {
					const label = describeDate(parseDate(edtf), language);
					expect(new Set(label.match(/\d{4}/g))).toEqual(years);
				}
			})
		);
	});
});
