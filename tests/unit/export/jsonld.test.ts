import { describe, expect, test } from 'vitest';
import {
	describeEvent,
	describeSource,
	describeTimeline,
	formatLd
} from '../../../src/lib/export/jsonld.ts';
import { dateOf, eventOf, evidenceOf, sourceOf, timelineOf } from '../model/records.ts';
import { expand, SCHEMA, type Expanded } from './linked-data.ts';

const addressOf = (path: string) => `https://site.example${path}`;
const FILES = [{ path: '/data/timeline.json', type: 'application/json' }];

const get = (node: Expanded, term: string) => (node[SCHEMA + term] ?? []) as unknown as Expanded[];
const text = (node: Expanded, term: string) =>
	get(node, term).map((value) => value['@value'] ?? value['@id']);
const typeOf = (node: Expanded) => node['@type']?.map((type) => type.slice(SCHEMA.length));

const kite = eventOf('kite', {
	title: 'A kite',
	summary: 'It flies.',
	date: dateOf('2012-05-01', '2012-05-01', { label: '1 May 2012' }),
	evidence: [evidenceOf('gazzetta', { exact: 'vola', translation: 'it flies' })]
});
const timeline = timelineOf([kite, eventOf('b', { evidence: [evidenceOf('daily')] })], {
	sources: [
		sourceOf('daily', { author: 'Ann', published: '2012-05' }),
		sourceOf('gazzetta', { kind: 'blog', published: '2012-05-01~', language: 'it' })
	]
});

describe('the timeline', () => {
	const read = async () => {
		const nodes = await expand(describeTimeline(timeline, FILES, addressOf));
		const find = (type: string) => nodes.find((node) => typeOf(node)?.includes(type))!;
		return { dataset: find('Dataset'), list: find('ItemList') };
	};

	test('is a Dataset with version, date, licence and files', async () => {
		const { dataset } = await read();
		expect(dataset['@id']).toBe('https://site.example/');
		expect(text(dataset, 'name')).toEqual([timeline.title]);
		expect(text(dataset, 'description')).toEqual([timeline.introduction]);
		expect(text(dataset, 'version')).toEqual(['1.0.0']);
		expect(text(dataset, 'dateModified')).toEqual(['2026-01-02']);
		expect(text(dataset, 'license')).toEqual(['https://creativecommons.org/licenses/by/4.0/']);
		const [file] = get(dataset, 'distribution') as [Expanded];
		expect(typeOf(file)).toEqual(['DataDownload']);
		expect(text(file, 'contentUrl')).toEqual(['https://site.example/data/timeline.json']);
		expect(text(file, 'encodingFormat')).toEqual(['application/json']);
	});

	test('cites its articles', async () => {
		const { dataset } = await read();
		const [daily, gazzetta] = get(dataset, 'citation') as [Expanded, Expanded];
		expect([typeOf(daily), typeOf(gazzetta)]).toEqual([['NewsArticle'], ['BlogPosting']]);
		expect(daily['@id']).toBe('https://daily.example/kites');
		expect(text(daily, 'headline')).toEqual(['All about daily']);
		expect(text(daily, 'datePublished')).toEqual(['2012-05']);
		expect(text(get(daily, 'author')[0]!, 'name')).toEqual(['Ann']);
		expect(text(get(daily, 'publisher')[0]!, 'name')).toEqual(['daily']);
	});

	test('links the archived copy of an article only where there is one', async () => {
		const bare = sourceOf('bare', { archive: null });
		const sources = [...timeline.sources, bare];
		const [node] = await expand(describeTimeline({ ...timeline, sources }, [], addressOf));
		const cited = get(node!, 'citation').map((article) => text(article, 'archivedAt'));
		expect(cited).toEqual([
			['https://archive.example/daily'],
			['https://archive.example/gazzetta'],
			[]
		]);
	});

	test('omits an approximate publication date', async () => {
		const { dataset } = await read();
		expect(text(get(dataset, 'citation')[1]!, 'datePublished')).toEqual([]);
	});

	test('has an ItemList of its events, each with the address of its page', async () => {
		const { list } = await read();
		expect(text(list, 'numberOfItems')).toEqual([2]);
		const items = get(list, 'itemListElement');
		expect(items.map((item) => text(item, 'position'))).toEqual([[1], [2]]);
		expect(text(items[0]!, 'url')).toEqual(['https://site.example/event/kite/']);
		expect(text(items[0]!, 'name')).toEqual([kite.title]);
	});

	test('links any other licence by its SPDX identifier', async () => {
		const other = { ...timeline, license: 'ODbL-1.0' };
		const [node] = await expand(describeTimeline(other, [], addressOf));
		expect(text(node!, 'license')).toEqual(['https://spdx.org/licenses/ODbL-1.0.html']);
	});
});

describe('an event', () => {
	const read = async (rest: Partial<typeof kite> = {}) => {
		const [node] = await expand(describeEvent({ ...kite, ...rest }, timeline, addressOf));
		return { page: node!, matter: get(node!, 'mainEntity')[0]! };
	};

	test('that happened is an Event with its date, and its page cites article and quotation', async () => {
		const { page, matter } = await read();
		expect(page['@id']).toBe('https://site.example/event/kite/');
		expect(text(page, 'description')).toEqual(['1 May 2012: It flies.']);
		expect(typeOf(matter)).toEqual(['Event']);
		expect(text(matter, 'startDate')).toEqual(['2012-05-01']);
		const [article, words] = get(page, 'citation') as [Expanded, Expanded];
		expect(article['@id']).toBe('https://gazzetta.example/kites');
		expect(typeOf(words)).toEqual(['Quotation']);
		expect(text(words, 'text')).toEqual(['vola']);
		expect(text(words, 'inLanguage')).toEqual(['it']);
		expect(get(words, 'isPartOf')[0]!['@id']).toBe('https://gazzetta.example/kites');
	});

	test.each(['announced', 'planned', 'rumoured'] as const)(
		'that is %s is a Claim without a date',
		async (status) => {
			const { matter } = await read({ status });
			expect(typeOf(matter)).toEqual(['Claim']);
			expect(text(matter, 'startDate')).toEqual([]);
		}
	);

	test.each([
		['2012-05', '2012-05-01', '2012-05-31', '2012-05', ['2012-05']],
		['2012-05~', '2012-05-01', '2012-05-31', '2012-05-01/2012-05-31', []],
		['2012-21', '2012-01-01', '2012-03-31', '2012-01-01/2012-03-31', []],
		['[2012-05-01,2012-05-02]', '2012-05-01', '2012-05-02', '2012-05-01/2012-05-02', []],
		['2012/..', '2012-01-01', null, '2012-01-01/..', ['2012']],
		['2012/2013', '2012-01-01', '2013-12-31', '2012-01-01/2013-12-31', ['2012']]
	] as const)('dated %s keeps that precision', async (edtf, start, end, coverage, startDate) => {
		const { page, matter } = await read({ date: dateOf(start, end, { edtf }) });
		expect(text(page, 'temporalCoverage')).toEqual([coverage]);
		expect(text(matter, 'startDate')).toEqual(startDate);
	});
});

test('an article lists each of its quotations once', async () => {
	const twice = timelineOf([kite, { ...kite, id: 'again' }], { sources: timeline.sources });
	const [page] = await expand(describeSource(timeline.sources[1]!, twice, addressOf));
	expect(page!['@id']).toBe('https://site.example/source/gazzetta/');
	const [article] = get(page!, 'mainEntity') as [Expanded];
	expect(article['@id']).toBe('https://gazzetta.example/kites');
	expect(get(article, 'hasPart').map((words) => text(words, 'text'))).toEqual([['vola']]);
});

test('markup cannot close the surrounding script element', () => {
	const title = 'A </script><script>alert(1)</script> <!-- kite';
	const formatted = formatLd(describeEvent({ ...kite, title }, timeline, addressOf));
	expect(formatted).not.toContain('<');
	expect(JSON.parse(formatted)).toMatchObject({ name: title });
});
