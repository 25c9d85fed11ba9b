import { expect } from '@playwright/test';
import { csvParse } from 'd3-dsv';
import { z } from 'zod';
import { test } from '../support/html.ts';
import { timeline } from '../support/support.ts';

type JsonSchema = Parameters<typeof z.fromJSONSchema>[0];

test('timeline.json conforms to its published schema', async ({ request }) => {
	const schema = (await (await request.get('/data/timeline.schema.json')).json()) as JsonSchema;
	expect(schema).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema' });
	const validator = z.fromJSONSchema(schema);
	const data = (await (await request.get('/data/timeline.json')).json()) as typeof timeline;
	expect(validator.safeParse(data)).toMatchObject({ success: true });

	const [first, ...others] = data.events;
	for (const broken of [
		{ ...data, events: [{ ...first, title: '' }, ...others] },
		{ ...data, events: [{ ...first, evidence: [] }, ...others] },
		{ ...data, events: [{ ...first, status: 'certain' }, ...others] },
		{ ...data, events: [{ ...first, surprise: true }, ...others] },
		{ ...data, lines: undefined }
	])
		expect(validator.safeParse(JSON.parse(JSON.stringify(broken)))).toMatchObject({
			success: false
		});
});

test('timeline.json has the documented keys', async ({ request }) => {
	const data = (await (await request.get('/data/timeline.json')).json()) as typeof timeline;
	for (const key of ['title', 'company', 'version', 'updated', 'license'])
		expect(data).toHaveProperty(key);
	const has = (record: object, keys: string) =>
		expect(Object.keys(record)).toEqual(expect.arrayContaining(keys.split(' ')));
	for (const line of data.lines) has(line, 'id label');
	for (const chapter of data.chapters) has(chapter, 'id title summary from to');
	for (const source of data.sources)
		has(
			source,
			'id title publisher url archive published publishedBasis language characters sha256'
		);
	for (const event of data.events) {
		has(
			event,
			'id title short summary status lines importance chapter by date evidence relations note'
		);
		has(event.date, 'edtf start end kind approximate uncertain ongoing asOf basis label note');
		for (const evidence of event.evidence)
			has(evidence, 'source voice stance exact prefix suffix start end highlight translation date');
	}
});

test('events.csv has a row for every event and starts with a UTF-8 byte order mark', async ({
	request
}) => {
	const bytes = await (await request.get('/data/events.csv')).body();
	expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
	const rows = csvParse(bytes.subarray(3).toString('utf8'));
	expect(rows.map(({ id }) => id)).toEqual(timeline.events.map(({ id }) => id));
	expect(rows.map(({ title }) => title)).toEqual(timeline.events.map(({ title }) => title));
	rows.forEach((row, index) => {
		const { date, evidence } = timeline.events[index]!;
		expect(row.date).toBe(date.edtf);
		for (const { exact } of evidence) expect(row.quotations).toContain(exact);
	});
});

test('the files are served with their media types, for pages of any origin', async ({
	request
}) => {
	for (const [file, type] of [
		['timeline.json', 'application/json'],
		['timeline.schema.json', 'application/json'],
		['events.csv', 'text/csv; charset=utf-8'],
		['events.ics', 'text/calendar; charset=utf-8'],
		['timelinejs.json', 'application/json'],
		['citations.json', 'application/json'],
		['sources.bib', 'application/x-bibtex; charset=utf-8'],
		['sources.ris', 'application/x-research-info-systems; charset=utf-8'],
		['sources.csl.json', 'application/json']
	] as const) {
		const response = await request.get(`/data/${file}`);
		expect(response.status(), file).toBe(200);
		expect(response.headers()['content-type'], file).toContain(type);
		expect(response.headers()['access-control-allow-origin'], file).toBe('*');
	}
});

test('the page links to its data', async ({ readPage }) => {
	const links = await readPage('/', (document) =>
		[...document.querySelectorAll('a[href^="/data/"]')].map((link) => [
			link.textContent.trim(),
			link.getAttribute('href')
		])
	);
	for (const [name, file] of [
		['JSON', 'timeline.json'],
		['CSV', 'events.csv'],
		['schema', 'timeline.schema.json']
	])
		expect(links).toContainEqual([name, `/data/${file}`]);
});
