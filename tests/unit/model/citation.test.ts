import { describe, expect, test } from 'vitest';
import {
	cite,
	fill,
	sourcesOf,
	splitItalics,
	toHtml,
	toPlainText,
	type Citations
} from '../../../src/lib/model/citation.ts';
import { eventOf, evidenceOf } from './records.ts';

const work = (name: string) => ({
	apa: `<i>${name}</i>. {title} {address}`,
	mla: `${name} {address}`,
	chicago: `${name} {address}`,
	bibtex: `@misc{${name}, note = {{accessed}}, url = {{address}}}`
});
const source = (name: string) => ({ ...work(name), ris: '', csl: {} });
const citations: Citations = {
	sources: { daily: source('daily'), gazzetta: source('gazzetta') },
	events: { kite: work('kite') },
	timeline: work('timeline'),
	view: work('view')
};
const address = 'https://example.org/?q=$&{title}';

describe('cite', () => {
	test('returns the articles of an event, each once, then its page', () => {
		const event = eventOf('kite', {
			evidence: [evidenceOf('gazzetta'), evidenceOf('daily'), evidenceOf('gazzetta')]
		});
		const works = cite({ kind: 'event', event, address }, citations, '2026-01-02');
		expect(works.map(({ mla }) => mla.split(' ')[0])).toEqual(['gazzetta', 'daily', 'kite']);
		expect(works[2]!.bibtex).toBe(`@misc{kite, note = {2026-01-02}, url = {${address}}}`);
	});

	test('returns only the article for an article', () => {
		const works = cite({ kind: 'source', id: 'daily' }, citations, '2026-01-02');
		expect(works).toEqual([citations.sources.daily]);
	});

	test('uses the title of a view, or the citation of the timeline without one', () => {
		const view = (title: string | null) =>
			cite({ kind: 'view', title, address }, citations, '2026-01-02')[0]!.apa;
		expect(view('Balloons')).toBe(`<i>view</i>. Balloons ${address}`);
		expect(view(null)).toMatch(/^<i>timeline<\/i>/);
	});
});

test('filled-in values are not expanded again', () => {
	expect(fill(work('a'), { title: '$& {address}<i>', address, accessed: '' }).apa).toContain(
		`$& {address} ${address}`
	);
});

test('the sources of several events are listed once', () => {
	const evidence = [evidenceOf('b'), evidenceOf('a')];
	expect(sourcesOf([{ evidence }, { evidence: [evidenceOf('a')] }])).toEqual(['b', 'a']);
});

test('italics are split, removed or converted to HTML', () => {
	const text = 'A & B. <i>All < kites</i>. 2012';
	expect(splitItalics(text)).toEqual(['A & B. ', 'All < kites', '. 2012']);
	expect(toPlainText(text)).toBe('A & B. All < kites. 2012');
	expect(toHtml(text)).toBe('A &amp; B. <i>All &lt; kites</i>. 2012');
});
