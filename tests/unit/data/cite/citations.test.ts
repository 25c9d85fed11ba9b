import { readFileSync } from 'node:fs';
import { Cite } from '@citation-js/core';
import { describe, expect, test } from 'vitest';
import { makeCitations } from '../../../../src/lib/data/cite/citations.ts';

import type { Source } from '../../../../src/lib/model/types.ts';
import { eventOf, sourceOf, timelineOf } from '../../model/records.ts';

const read = (name: string) => readFileSync(`src/lib/data/cite/styles/${name}.csl`, 'utf8');
const styles = { mla: read('modern-language-association'), chicago: read('chicago-author-date') };
const make = (timeline = timelineOf([eventOf('kite', { title: 'A kite flies' })])) =>
	makeCitations(timeline, styles);

describe('the citations of an article', () => {
	const paper = sourceOf('daily', {
		title: 'Kites over Acme & town',
		publisher: 'the daily.example',
		author: 'Jo Doe',
		published: '2015-04',
		url: 'https://daily.example/2015/04/kites_over-acme'
	});
	const daily = make(timelineOf([], { sources: [paper] })).sources.daily!;

	test('give author, date, title, site and address in each style', () => {
		expect(daily).toMatchObject({
			apa: 'Jo Doe. (2015, April). <i>Kites over Acme & town</i>. the daily.example. https://daily.example/2015/04/kites_over-acme',
			mla: 'Jo Doe. “Kites over Acme & Town.” <i>the daily.example</i>, Apr. 2015, https://daily.example/2015/04/kites_over-acme.',
			chicago:
				'Jo Doe. 2015. “Kites over Acme & Town.” the daily.example. April 2015. https://daily.example/2015/04/kites_over-acme.'
		});
	});

	test('keep a title verbatim in APA', () => {
		const title = 'Kites first, always : a mantra';
		const cited = make(timelineOf([], { sources: [sourceOf('daily', { title })] })).sources.daily!;
		expect(cited.apa).toContain(title);
	});

	test('begin with the title if there is no author, and keep the case of a foreign title', () => {
		const gazzetta = sourceOf('gazzetta', {
			title: 'Un aquilone vola alto',
			language: 'it',
			published: '2021-02-08'
		});
		const cited = make(timelineOf([], { sources: [gazzetta] })).sources.gazzetta!;
		expect(cited.apa).toMatch(/^<i>Un aquilone vola alto<\/i>\. \(2021, February 8\)\. gazzetta\./);
		expect(cited.mla).toMatch(/^“Un aquilone vola alto\.”/);
	});

	test.each([
		['it-IT', '(2015, 6 aprile)', '(2015, aprile)', '«Kites over Acme & Town»', '6 aprile 2015'],
		['zh-CN', '(2015, 4月6日)', '(2015, 4月)', '《Kites over Acme & Town》', '2015年4月6日']
	])('use the language of the locale: %s', (name, apaDay, apaMonth, quoted, date) => {
		const text = readFileSync(`src/lib/data/cite/styles/locales-${name}.xml`, 'utf8');
		const exact = { ...paper, id: 'exact', published: '2015-04-06' };
		const known = timelineOf([], { sources: [paper, exact] });
		const { sources } = makeCitations(known, styles, { name, text });
		expect(sources.daily!.apa).toContain(apaMonth);
		expect(sources.exact!.apa).toContain(apaDay);
		for (const cited of [sources.exact!.mla, sources.exact!.chicago]) {
			expect(cited).toContain(quoted);
			expect(cited).toContain(date);
		}
	});

	test('give the month that all possible days share, where the day is not known', () => {
		const either = sourceOf('either', {
			publisher: 'the daily.example',
			published: '[2021-02-07,2021-02-08]',
			publication: { start: '2021-02-07', end: '2021-02-08', label: '7 or 8 February 2021' }
		});
		const { bibtex, ris, apa } = make(timelineOf([], { sources: [either] })).sources.either!;
		expect(bibtex).toContain('\tyear = {2021},');
		expect(bibtex).toContain('\tmonth = feb,');
		expect(bibtex).toContain('7 or 8 February 2021. the daily.example');
		expect(ris).toMatch(/^(?:PY|DA|Y1) {2}- 2021/m);
		expect(apa).toContain('(7 or 8 February 2021)');
	});

	test('have no character that TeX would take for a command', () => {
		const { bibtex } = make(timelineOf([eventOf('kite', { title: 'A & B: 100 % of #1' })])).events
			.kite!;
		expect(bibtex).toContain('\\&');
		expect(bibtex).toContain('\\%');
		expect(bibtex).toContain('\\#');
		expect(bibtex.replace(/^\turl.*$/m, '')).not.toMatch(/(?<!\\)[&%#$]/);
	});

	test('round-trip through BibTeX, RIS and CSL-JSON', () => {
		const { bibtex, ris, csl } = daily;
		for (const text of [bibtex, ris, JSON.stringify([csl])]) {
			const [item] = new Cite(text).data;
			expect(item).toMatchObject({
				title: paper.title,
				URL: paper.url,
				issued: { 'date-parts': [[2015, 4]] }
			});
			expect(JSON.stringify(item)).toContain(paper.archive);
			expect(JSON.stringify(item)).toContain(paper.publisher);
			expect(JSON.stringify(item)).toContain('Doe');
		}
		expect(bibtex).toMatch(/^@misc\{daily,/);
		for (const line of ris.split('\n')) expect(line).toMatch(/^[A-Z][A-Z0-9] {2}- /);
	});
});

describe('each kind of source', () => {
	const citeAs = (kind: Source['kind'], rest: Partial<Source> = {}) => {
		const source = sourceOf('kites', {
			kind,
			title: 'Kites over town',
			publisher: 'Acme House',
			author: 'Jo Doe',
			published: '2015-04-06',
			url: 'https://house.example/kites',
			...rest
		});
		return make(timelineOf([], { sources: [source] })).sources.kites!;
	};

	test.each([
		['news', 'webpage', '@misc', 'ELEC'],
		['blog', 'post-weblog', '@misc', 'BLOG'],
		['fan-site', 'webpage', '@misc', 'ELEC'],
		['press-release', 'webpage', '@misc', 'ELEC'],
		['report', 'report', '@techreport', 'RPRT'],
		['book', 'book', '@book', 'BOOK'],
		['encyclopedia', 'entry-encyclopedia', '@incollection', 'ENCYC'],
		['interview', 'interview', '@misc', 'GEN'],
		['video', 'motion_picture', '@misc', 'VIDEO'],
		['post', 'post', '@misc', 'ICOMM']
	] as const)(
		'%s has its types in CSL, BibTeX and RIS, and an author',
		(kind, csl, bibtex, ris) => {
			const cited = citeAs(kind);
			expect(cited.csl).toMatchObject({ type: csl });
			expect(cited.bibtex).toMatch(new RegExp(`^${bibtex}\\{kites,`));
			expect(cited.ris).toMatch(new RegExp(`^TY  - ${ris}\n`));
			for (const text of [cited.bibtex, cited.ris]) {
				expect(text).toContain('Jo Doe');
				expect(text).toContain('Acme House');
			}
		}
	);

	test.each([
		['book', '<i>Kites over town</i>. Acme House.'],
		['report', '<i>Kites over town</i>. Acme House.'],
		['encyclopedia', 'Kites over town. In <i>Acme House</i>.'],
		['press-release', '<i>Kites over town</i> [Press release]. Acme House.'],
		['interview', 'Kites over town [Interview]. <i>Acme House</i>.'],
		['video', '<i>Kites over town</i> [Video]. Acme House.'],
		['post', '<i>Kites over town</i> [Social media post]. Acme House.']
	] as const)('%s is cited in APA as %s', (kind, expected) => {
		expect(citeAs(kind).apa).toContain(expected);
	});

	test('has the institution or the title of the collection in BibTeX', () => {
		expect(citeAs('report').bibtex).toContain('institution = {Acme House}');
		expect(citeAs('book').bibtex).toContain('publisher = {Acme House}');
		expect(citeAs('encyclopedia').bibtex).toContain('booktitle = {Acme {House}}');
	});

	test('has month and day in fields of their own in BibTeX, and its address once', () => {
		for (const kind of ['news', 'blog', 'post', 'report'] as const) {
			const { bibtex } = citeAs(kind, { archive: null });
			expect(bibtex).toContain('\tmonth = apr,');
			expect(bibtex).toContain('\tday = {6},');
			expect(bibtex.split('https://house.example/kites')).toHaveLength(2);
		}
		expect(citeAs('news', { published: '2015-04' }).bibtex).toContain('\tmonth = apr,');
	});

	test('has no archived copy in its note where there is none', () => {
		const { bibtex, csl } = citeAs('news', { archive: null });
		expect(csl).toMatchObject({ note: 'Acme House' });
		expect(bibtex).not.toMatch(/archive|null|undefined/i);
	});
});

describe('the citations of the timeline', () => {
	const { events, timeline, view } = make();

	test('include the version, with placeholders for address and access date', () => {
		expect(events.kite).toMatchObject({
			apa: '<i>A kite flies</i>. (2026, January 2). Acme, 2010–2013 (version 1.0.0). {address}',
			mla: '“A Kite Flies.” <i>Acme, 2010–2013 (version 1.0.0)</i>, 2 Jan. 2026, {address}.',
			chicago: '“A Kite Flies.” 2026. Acme, 2010–2013 (version 1.0.0). January 2, 2026. {address}.'
		});
		expect(events.kite!.bibtex).toContain('url = {{address}}');
		expect(events.kite!.bibtex).toMatch(/^\thowpublished = \{.*\(version .*\)\},$/m);
		expect(events.kite!.bibtex).toContain('accessed {accessed}');
		expect(timeline.apa).toMatch(/^<i>Acme, 2010–2013 \(version 1\.0\.0\)<\/i>\. \(2026/i);
	});

	test('have a placeholder for the title of a view', () => {
		for (const text of Object.values(view)) {
			expect(text.match(/\{title\}/g)).toHaveLength(1);
			expect(text).toContain('{address}');
		}
	});

	test('contain no leftover internal placeholder', () => {
		expect(JSON.stringify(make())).not.toMatch(/viewtitle|invalid|2099|nocase/i);
	});
});
