import { csvParse } from 'd3-dsv';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileTimeline } from '../../../src/lib/data/compile/compile.ts';
import type { Timeline, TimelineEvent } from '../../../src/lib/model/types.ts';
import { formatCsv } from '../../../src/lib/export/csv.ts';
import { dateOf, eventOf, evidenceOf, sourceOf, timelineOf } from '../model/records.ts';

const read = (timeline: Timeline) => csvParse(formatCsv(timeline).replace(/^\ufeff/, ''));
const rowOf = (event: Partial<TimelineEvent>) => read(timelineOf([eventOf('a', event)]))[0]!;

/** What a spreadsheet takes for the beginning of a formula. */
const DANGEROUS = /^[=+\-@\t\r\n＝＋－＠]/;
/** A line break is written as CR LF, whatever it was. */
const unbroken = (text: string | undefined) => text?.replaceAll('\r\n', '\n');

describe('the table of events', () => {
	test('begins with a byte order mark, so that a spreadsheet knows its characters', () => {
		expect(formatCsv(timelineOf([])).startsWith('\ufeffid,title,')).toBe(true);
		expect(formatCsv(timelineOf([])).lastIndexOf('\ufeff')).toBe(0);
	});

	test('ends each line with CR LF, the last one too', () => {
		const text = formatCsv(timelineOf([eventOf('a'), eventOf('b')]));
		expect(text.split('\r\n')).toHaveLength(4);
		expect(text.endsWith('\r\n')).toBe(true);
		expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
	});

	test('has one row an event, in their order, and one column a heading', () => {
		const table = read(timelineOf([eventOf('b'), eventOf('a'), eventOf('c')]));
		expect(table.map(({ id }) => id)).toEqual(['b', 'a', 'c']);
		expect(new Set(table.columns).size).toBe(table.columns.length);
		for (const row of table) expect(Object.keys(row)).toEqual(table.columns);
	});

	test('has headings even without events', () => {
		expect(read(timelineOf([])).columns).toContain('quotations');
	});

	test('says what is known of an event', () => {
		const row = rowOf({
			title: 'A kite',
			summary: 'It flies.',
			date: dateOf('2012-05-01', '2012-05-31', {
				edtf: '2012-05',
				label: 'May 2012',
				basis: 'inferred',
				note: 'From the article’s own date.'
			}),
			status: 'announced',
			lines: ['kites', 'company'],
			importance: 3,
			by: 'Acme',
			note: 'A remark.'
		});
		expect(row).toMatchObject({
			id: 'a',
			title: 'A kite',
			date: '2012-05',
			start: '2012-05-01',
			end: '2012-05-31',
			'date in words': 'May 2012',
			'basis of the date': 'inferred',
			status: 'announced',
			lines: 'kites company',
			importance: '3',
			chapter: 'beginnings',
			by: 'Acme',
			summary: 'It flies.',
			'note on the date': 'From the article’s own date.',
			note: 'A remark.'
		});
	});

	test('leaves empty what is not known, and the end of what still goes on', () => {
		const row = rowOf({ by: null, note: null, date: dateOf('2012-05-01', null) });
		expect([row.by, row.note, row.end]).toEqual(['', '', '']);
	});

	test('has the quotations, their translations and their articles in one order', () => {
		const row = rowOf({
			evidence: [
				evidenceOf('gazzetta', { exact: 'vola', translation: 'it flies' }),
				evidenceOf('daily', { exact: 'It flies, he said.' })
			]
		});
		expect(row.quotations).toBe('“vola” | “It flies, he said.”');
		expect(row.translations).toBe('it flies | ');
		expect(row.sources).toBe('gazzetta | daily');
		expect(row.addresses).toBe('https://gazzetta.example/kites | https://daily.example/kites');
	});

	test('keeps quotation marks, commas and line breaks', () => {
		const summary = 'He said: "Kites, not balloons."\nThen he left; "so, so".';
		expect(unbroken(rowOf({ summary }).summary)).toBe(summary);
	});

	test.each(['=1+1', '+49', '-5 kites', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1+1'])(
		'has an apostrophe before what a spreadsheet would reckon out: %j',
		(title) => {
			const cell = rowOf({ title }).title!;
			expect(cell.startsWith("'")).toBe(true);
			expect(cell).not.toMatch(DANGEROUS);
		}
	);

	test('leaves alone what only holds such a sign', () => {
		expect(rowOf({ title: 'Mi MIX 4 = due' }).title).toBe('Mi MIX 4 = due');
		expect(rowOf({ title: 'MI-2' }).title).toBe('MI-2');
	});

	test('reads back as it was, whatever is in it, and never begins a formula', () => {
		const piece = fc.oneof(
			fc.constantFrom('"', ',', '\n', '=', '@', '-', '+', '“', ' | ', '小米', '\ufeff', ' '),
			fc.string({ unit: 'grapheme', maxLength: 8 })
		);
		// words of the dataset have no carriage returns, and begin with no line break
		const text = fc
			.array(piece, { maxLength: 6 })
			.map((pieces) => pieces.join('').replaceAll('\r', '').replace(/^\n+/, ''));
		const events = fc.array(
			fc.record({ title: text, summary: text, by: fc.option(text), note: fc.option(text) }),
			{ maxLength: 5 }
		);
		fc.assert(
			fc.property(events, (records) => {
				const table = read(timelineOf(records.map((rest, i) => eventOf(`event-${i}`, rest))));
				expect(table).toHaveLength(records.length);
				table.forEach((row, i) => {
					for (const key of ['title', 'summary', 'by', 'note'] as const) {
						const written = records[i]![key] ?? '';
						const cell = unbroken(row[key]);
						expect(cell).toBe(DANGEROUS.test(written) ? `'${written}` : written);
					}
					for (const cell of Object.values(row)) expect(cell).not.toMatch(DANGEROUS);
				});
			}),
			{ numRuns: 300 }
		);
	});

	test('of the dataset has a row for every event, with all its quotations word for word', () => {
		const timeline = compileTimeline({ folder: 'data' }).timeline!;
		const table = read(timeline);
		expect(table.map(({ id }) => id)).toEqual(timeline.events.map(({ id }) => id));
		table.forEach((row, i) => {
			for (const { exact } of timeline.events[i]!.evidence) expect(row.quotations).toContain(exact);
		});
	});

	test('names the article of each quotation, also where one article is quoted twice', () => {
		const twice = eventOf('a', { evidence: [evidenceOf('daily'), evidenceOf('daily')] });
		const table = read(timelineOf([twice], { sources: [sourceOf('daily')] }));
		expect(table[0]!.sources).toBe('daily | daily');
	});
});
