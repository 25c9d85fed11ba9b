/** Checks of the published dataset in data/. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'edtf';
import { describe, expect, test } from 'vitest';
import { compileTimeline } from '../../src/lib/data/compile/compile.ts';
import { describeProblem } from '../../src/lib/data/read/problem.ts';

const FOLDER = resolve(import.meta.dirname, '../../data');
const ARTICLES = resolve(FOLDER, '../../shared/sources');

type Row = [id: string, edtf: string, start: string, end: string | null, label: string];

// Expected days and label of each date, in timeline order.
const DATES: Row[] = [
	['founding-idea', '2010~', '2010-01-01', '2010-12-31', 'about 2010'],
	['miui-weekly-updates', '2010/..', '2010-01-01', null, 'since 2010, still ongoing in March 2018'],
	['miui-on-other-phones', '[2010..2018]', '2010-01-01', '2018-12-31', 'between 2010 and 2018'],
	[
		'fan-base-abroad',
		'[2010-04..2018-03]',
		'2010-04-01',
		'2018-03-31',
		'between April 2010 and March 2018'
	],
	['founding', '2010-04-06', '2010-04-06', '2010-04-06', '6 April 2010'],
	['first-own-team', '2010-10%', '2010-10-01', '2010-10-31', 'about October 2010 (uncertain)'],
	['first-in-china', '[2011..2015]', '2011-01-01', '2015-12-31', 'between 2011 and 2015'],
	['phone-king', '[2011..2015]', '2011-01-01', '2015-12-31', 'between 2011 and 2015'],
	['fortune-feature', '[2011..2015]', '2011-01-01', '2015-12-31', 'between 2011 and 2015'],
	['first-smartphone', '2011-10%', '2011-10-01', '2011-10-31', 'about October 2011 (uncertain)'],
	[
		'direct-sale',
		'[2011-10..2011-12]',
		'2011-10-01',
		'2011-12-31',
		'between October and December 2011'
	],
	['iphone-in-china', '2011-12~', '2011-12-01', '2011-12-31', 'about December 2011'],
	[
		'bloggers-m1',
		'[2011-12..2012-01]',
		'2011-12-01',
		'2012-01-31',
		'between December 2011 and January 2012'
	],
	['foxconn-production', '2011-12-26', '2011-12-26', '2011-12-26', '26 December 2011'],
	['china-daily-speech', '2011-12-26', '2011-12-26', '2011-12-26', '26 December 2011'],
	['m2-rumour', '2011-12-26', '2011-12-26', '2011-12-26', '26 December 2011'],
	['ces-competition', '2011-12-28', '2011-12-28', '2011-12-28', '28 December 2011'],
	['china-unicom-deal', '2011-12-29', '2011-12-29', '2011-12-29', '29 December 2011'],
	['ces-verdict', '2011-12-29', '2011-12-29', '2011-12-29', '29 December 2011'],
	['birthday-letter', '2015-04-06?', '2015-04-06', '2015-04-06', '6 April 2015 (uncertain)'],
	['fans-day', '2015-04-08', '2015-04-08', '2015-04-08', '8 April 2015'],
	[
		'mix-price',
		'[2016-01..2018-03]',
		'2016-01-01',
		'2018-03-31',
		'between January 2016 and March 2018'
	],
	[
		'first-mix',
		'[2017-09-11,2017-11-02]',
		'2017-09-11',
		'2017-11-02',
		'11 September or 2 November 2017'
	],
	[
		'miui-300-million',
		'[2017-10..2017-12]',
		'2017-10-01',
		'2017-12-31',
		'between October and December 2017'
	],
	['att-and-huawei', '[2018-01,2018-02]', '2018-01-01', '2018-02-28', 'January or February 2018'],
	['mi-pad-4', '2018', '2018-01-01', '2018-12-31', '2018'],
	['us-plan', '2018-03', '2018-03-01', '2018-03-31', 'March 2018'],
	['us-netizens', '2018-03', '2018-03-01', '2018-03-31', 'March 2018'],
	['us-target', '2018-03', '2018-03-01', '2018-03-31', 'March 2018'],
	['us-entry', '[2018-03..2018-12]', '2018-03-01', '2018-12-31', 'between March and December 2018'],
	['mi-mix-3', '2018-10-25', '2018-10-25', '2018-10-25', '25 October 2018'],
	['mi-mix-3-5g', '2019-05', '2019-05-01', '2019-05-31', 'May 2019'],
	[
		'mi-11-response',
		'[2020-12..2021-02]',
		'2020-12-01',
		'2021-02-28',
		'between December 2020 and February 2021'
	],
	[
		'mix-4-due',
		'[2021-02..2021-12]',
		'2021-02-01',
		'2021-12-31',
		'between February and December 2021'
	],
	[
		'smart-display-reach',
		'[2021-02..2021-12]',
		'2021-02-01',
		'2021-12-31',
		'between February and December 2021'
	],
	[
		'tablets-due',
		'[2021-02..2021-12]',
		'2021-02-01',
		'2021-12-31',
		'between February and December 2021'
	],
	[
		'ceramic-due',
		'[2021-02..2021-12]',
		'2021-02-01',
		'2021-12-31',
		'between February and December 2021'
	],
	[
		'pen-tablet-reply',
		'[2021-02-04..2021-02-08]',
		'2021-02-04',
		'2021-02-08',
		'between 4 and 8 February 2021'
	],
	['mix-answer-expected', '2021-02-07', '2021-02-07', '2021-02-07', '7 February 2021'],
	[
		'fans-conversation',
		'[2021-02-07,2021-02-08]',
		'2021-02-07',
		'2021-02-08',
		'7 or 8 February 2021'
	],
	[
		'mix-4-confirmed',
		'[2021-02-07,2021-02-08]',
		'2021-02-07',
		'2021-02-08',
		'7 or 8 February 2021'
	],
	[
		'smart-home-core',
		'[2021-02-07,2021-02-08]',
		'2021-02-07',
		'2021-02-08',
		'7 or 8 February 2021'
	],
	[
		'tablets-restart',
		'[2021-02-07,2021-02-08]',
		'2021-02-07',
		'2021-02-08',
		'7 or 8 February 2021'
	],
	[
		'appliance-distribution',
		'[2021-02-07,2021-02-08]',
		'2021-02-07',
		'2021-02-08',
		'7 or 8 February 2021'
	],
	['better-service', '[2021-02-07,2021-02-08]', '2021-02-07', '2021-02-08', '7 or 8 February 2021'],
	[
		'ceramic-promised',
		'[2021-02-07,2021-02-08]',
		'2021-02-07',
		'2021-02-08',
		'7 or 8 February 2021'
	],
	['home-partners', '[2021-02-07,2021-02-08]', '2021-02-07', '2021-02-08', '7 or 8 February 2021'],
	['lighter-phones', '[2021-02-07,2021-02-08]', '2021-02-07', '2021-02-08', '7 or 8 February 2021'],
	[
		'no-purely-female-line',
		'[2021-02-07,2021-02-08]',
		'2021-02-07',
		'2021-02-08',
		'7 or 8 February 2021'
	],
	['mi-11-launch', '2021-02-08', '2021-02-08', '2021-02-08', '8 February 2021']
];

const { timeline, problems, questions } = compileTimeline({ folder: FOLDER, articles: null });

describe('the dataset', () => {
	test('compiles without problems from its recorded anchors', () => {
		expect(problems.map(describeProblem)).toEqual([]);
	});

	test('leaves no question of the checker open', () => {
		expect(questions.map(describeProblem)).toEqual([]);
	});

	test('has the events of the table, in order', () => {
		expect(timeline?.events.map(({ id }) => id)).toEqual(DATES.map(([id]) => id));
	});

	test.each(DATES)('dates %s %s, from %s to %s, as “%s”', (id, edtf, start, end, label) => {
		const date = timeline?.events.find((event) => event.id === id)?.date;
		expect(date).toMatchObject({ edtf, start, end, label });
		expect(() => parse(edtf, { seasonUncertainty: true })).not.toThrow();
	});

	test('ends ongoing events on the last day confirmed by a source', () => {
		const ongoing = timeline?.events.filter(({ date }) => date.ongoing);
		expect(ongoing?.map(({ id, date }) => [id, date.asOf])).toEqual([
			['miui-weekly-updates', '2018-03-01']
		]);
	});

	test('quotes its articles verbatim', ({ skip }) => {
		const reason = `there are no articles in ${ARTICLES}: what is recorded of them was checked`;
		if (!existsSync(ARTICLES)) console.warn(reason);
		skip(!existsSync(ARTICLES), reason);
		const checked = compileTimeline({ folder: FOLDER, articles: ARTICLES });
		expect(checked.problems.map(describeProblem)).toEqual([]);
		expect(checked.timeline).toEqual(timeline);
	});
});

describe.each([
	['it', 'it'],
	['zh', 'zh-Hans']
] as const)('the dataset in %s', (language, tag) => {
	const edition = compileTimeline({ folder: FOLDER, articles: null, language });

	test('is complete and up to date with the English', () => {
		expect(edition.problems.map(describeProblem)).toEqual([]);
		expect(edition.timeline?.language).toBe(tag);
	});

	test('translates quotations in other languages, identical ones identically', () => {
		const languages = new Map(timeline!.sources.map((source) => [source.id, source.language]));
		const evidence = edition.timeline!.events.flatMap((event) => event.evidence);
		const translations = new Map(
			evidence.map(({ source, start, end, translation }) => [
				`${source} ${start} ${end}`,
				translation
			])
		);
		for (const { source, start, end, translation } of evidence) {
			expect(translation === null).toBe(languages.get(source) === tag);
			expect(translation).toBe(translations.get(`${source} ${start} ${end}`));
		}
	});

	test('has the same four-digit numbers as the English', () => {
		const figures = (text: string) => new Set(text.match(/\d{4}/g));
		for (const [index, event] of edition.timeline!.events.entries()) {
			const english = timeline!.events[index]!;
			expect(event.id).toBe(english.id);
			const texts = [event.date.label, event.date.note ?? '', event.note ?? ''];
			const wanted = [english.date.label, english.date.note ?? '', english.note ?? ''];
			expect([event.id, texts.map(figures)]).toEqual([event.id, wanted.map(figures)]);
		}
	});

	test('has no stray spaces in Chinese text, and no straight quotation marks or apostrophes', () => {
		const texts = collectTexts([edition.timeline, edition.changes], ['exact', 'prefix', 'suffix']);
		const proseTexts = texts.filter((text) => /\p{Script=Han}|[’“]/u.test(text));
		expect(proseTexts.length).toBeGreaterThan(60);
		for (const text of proseTexts) {
			expect(text).not.toMatch(/\p{Script=Han} | \p{Script=Han}|[，。：；、] | [，。：；、]/u);
			expect(text).not.toMatch(/['"]/);
		}
	});
});

/** @returns all strings in a value, at any depth, except under the given keys */
function collectTexts(value: unknown, except: string[]): string[] {
	if (typeof value === 'string') return [value];
	if (typeof value !== 'object' || value === null) return [];
	const inner = Object.entries(value).filter(([key]) => !except.includes(key));
	return inner.flatMap(([, entry]) => collectTexts(entry, except));
}
