import { csvParse } from 'd3-dsv';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Timeline, TimelineEvent } from '../../../src/lib/model/types.ts';
import { formatCsv } from '../../../src/lib/export/csv.ts';
import { dateOf, eventOf, evidenceOf, sourceOf, timelineOf } from '../model/records.ts';
import { runs } from '../../property.ts';

const read = (timeline: Timeline) => csvParse(formatCsv(timeline).replace(/^\ufeff/, ''));
const rowOf = (event: Partial<TimelineEvent>) => read(timelineOf([eventOf('a', event)]))[0]!;

/** Leading characters that make a spreadsheet evaluate a cell as a formula. */
const DANGEROUS = /^[=+\-@\t\r\n＝＋－＠]/;
/** Undoes the CRLF line breaks of a cell. */
const withLineFeeds = (text: string | undefined) => text?.replaceAll('\r\n', '\n');

describe('the CSV table of events', () => {
	test('begins with a byte order mark, so that spreadsheets detect UTF-8', () => {
		expect(formatCsv(timelineOf([])).startsWith('\ufeffid,title,')).toBe(true);
		expect(formatCsv(timelineOf([])).lastIndexOf('\ufeff')).toBe(0);
	});

	test('ends every line with CRLF', () => {
		const text = formatCsv(timelineOf([eventOf('a'), eventOf('b')]));
		expect(text.split('\r\n')).toHaveLength(4);
		expect(text.endsWith('\r\n')).toBe(true);
		expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
	});

	test('has one row per event, in order, and one cell per column', () => {
		const table = read(timelineOf([eventOf('b'), eventOf('a'), eventOf('c')]));
		expect(table.map(({ id }) => id)).toEqual(['b', 'a', 'c']);
		expect(new Set(table.columns).size).toBe(table.columns.length);
		for (const row of table) expect(Object.keys(row)).toEqual(table.columns);
	});

	test('has headings without events', () => {
		expect(read(timelineOf([])).columns).toContain('quotations');
	});

	test('has a column for each field of an event', () => {
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

	test('leaves unknown fields and the end of an ongoing period empty', () => {
		const row = rowOf({ by: null, note: null, date: dateOf('2012-05-01', null) });
		expect([row.by, row.note, row.end]).toEqual(['', '', '']);
	});

	test('has quotations, translations, stances and articles in the same order', () => {
		const row = rowOf({
			evidence: [
				evidenceOf('gazzetta', { exact: 'vola', translation: 'it flies' }),
				evidenceOf('daily', { exact: 'It flies, he said.', stance: 'disputes' })
			]
		});
		expect(row.stances).toBe('supports | disputes');
		expect(row.quotations).toBe('“vola” | “It flies, he said.”');
		expect(row.translations).toBe('it flies | ');
		expect(row.sources).toBe('gazzetta | daily');
		expect(row.addresses).toBe('https://gazzetta.example/kites | https://daily.example/kites');
	});

	test('keeps quotation marks, commas and line breaks', () => {
		const summary = 'He said: "Kites, not balloons."\nThen he left; "so, so".';
		expect(withLineFeeds(rowOf({ summary }).summary)).toBe(summary);
	});

	test.each(['=1+1', '+49', '-5 kites', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1+1'])(
		'prefixes text that looks like a formula with an apostrophe: %j',
		(title) => {
			const cell = rowOf({ title }).title!;
			expect(cell.startsWith("'")).toBe(true);
			expect(cell).not.toMatch(DANGEROUS);
		}
	);

	test('keeps text with such a character elsewhere', () => {
		expect(rowOf({ title: 'Kite = due' }).title).toBe('Kite = due');
		expect(rowOf({ title: 'KITE-2' }).title).toBe('KITE-2');
	});

	test('round-trips any text, and no cell begins a formula', () => {
		const piece = fc.oneof(
			fc.constantFrom('"', ',', '\n', '=', '@', '-', '+', '“', ' | ', '风筝', '\ufeff', ' '),
			fc.string({ unit: 'grapheme', maxLength: 8 })
		);
		// text of the dataset has no carriage returns and no leading line break
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
						const cell = withLineFeeds(row[key]);
						expect(cell).toBe(DANGEROUS.test(written) ? `'${written}` : written);
					}
					for (const cell of Object.values(row)) expect(cell).not.toMatch(DANGEROUS);
				});
			}),
			runs(300)
		);
	});

	test('names the article of each quotation, also if it is quoted twice', () => {
		const twice = eventOf('a', { evidence: [evidenceOf('daily'), evidenceOf('daily')] });
		const table = read(timelineOf([twice], { sources: [sourceOf('daily')] }));
		expect(table[0]!.sources).toBe('daily | daily');
	});
});
