import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeFix, describeRemark } from '../../../src/lib/import/words.ts';
import { readTable } from '../../../src/lib/import/read.ts';
import { ROLES } from '../../../src/lib/import/table/roles.ts';
import { timelineFaults } from '../../../src/lib/model/rules/timeline.ts';
import { runs } from '../../property.ts';

const HEADINGS = [
	'Date',
	'Title',
	'Year',
	'Month',
	'End',
	'Line',
	'Quote',
	'Url',
	'Type',
	'Gadget'
];
const ODD = [
	...['', ' ', '1901', 'May 1865', 'c. 1871', '03/04/2010', '44 BC', 'before 1902', '1914–1918'],
	...['"', '""', '"a', 'a"b', 'a""', '\n', 'a\nb', ',', ';', '\t', '|', "'=1", '=1+1', '__proto__'],
	...['constructor', '<b>x</b>', '&#x110000;', '\u0000', '\ud800', '🙂', '99999', '0000', '-44'],
	...['title', 'era', 'https://a.example/x', 'https://', 'a | b', '“a” | “b”', '9'.repeat(400)]
];
const cell = fc.oneof(
	{ arbitrary: fc.constantFrom(...ODD), weight: 3 },
	{ arbitrary: fc.string({ maxLength: 12, unit: 'binary' }), weight: 1 }
);
const tables = fc.record({
	separator: fc.constantFrom(',', ';', '\t', '|'),
	end: fc.constantFrom('\n', '\r\n', '\r'),
	mark: fc.constantFrom('', '\ufeff'),
	header: fc.subarray(HEADINGS, { minLength: 2 }),
	rows: fc.array(fc.array(cell, { minLength: 1, maxLength: 7 }), { maxLength: 8 })
});

const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;

describe('any table', () => {
	test('has every row in the report once, and becomes a timeline without a fault', () => {
		fc.assert(
			fc.property(tables, ({ separator, end, mark, header, rows }) => {
				const whole = [header, ...rows].map((cells) => cells.map(quote).join(separator));
				const reading = readTable(mark + whole.join(end));
				if (reading.fault) return;
				const filled = rows.flatMap((cells, index) =>
					cells.some((text) => /\S/.test(text)) ? index + 2 : []
				);
				expect(reading.rows.map(({ number }) => number)).toEqual(filled);
				expect(reading.emptyRows).toBe(rows.length - filled.length);
				const events = reading.rows.flatMap(({ event }) => event ?? []);
				expect(events).toEqual(reading.timeline!.events.map((_, index) => index));
				expect([...timelineFaults(reading.timeline)]).toEqual([]);
				for (const { verdict, event, remarks } of reading.rows) {
					if (verdict === 'unclear') expect(event).toBeNull();
					if (verdict !== 'ready') expect(remarks.length).toBeGreaterThan(0);
					for (const remark of remarks) {
						expect(describeRemark(remark)).not.toMatch(/undefined|\[object/);
						remark.fixes.forEach(describeFix);
					}
				}
			}),
			runs(10_000)
		);
	});

	test('of any text, even malformed, is read without a crash', () => {
		fc.assert(
			fc.property(
				fc.array(fc.oneof(cell, fc.constantFrom(...HEADINGS)), { maxLength: 30 }),
				fc.constantFrom('dmy' as const, 'mdy' as const, undefined),
				fc.dictionary(fc.constantFrom(...HEADINGS), fc.constantFrom(...ROLES, null)),
				(parts, dates, columns) => {
					const reading = readTable(parts.join(','), { dates, columns });
					const numbers = reading.rows.map(({ number }) => number);
					expect(new Set(numbers).size).toBe(numbers.length);
				}
			),
			runs(3000)
		);
	});

	test('of any bytes or JSON is read without a crash', () => {
		fc.assert(
			fc.property(fc.oneof(fc.uint8Array(), fc.json()), (input) => {
				const reading = readTable(input);
				expect(Boolean(reading.fault) || reading.rows.length >= 0).toBe(true);
			}),
			runs(1000)
		);
		const list = fc.array(fc.jsonValue(), { maxLength: 5 });
		fc.assert(
			fc.property(list, fc.jsonValue(), (events, title) => {
				const reading = readTable(JSON.stringify({ events, title }));
				expect(reading.rows.length).toBeGreaterThanOrEqual(events.length);
			}),
			runs(1000)
		);
	});
});

test('a cell of a megabyte is one cell, and every cell of 20,000 rows is read', () => {
	const long = 'x'.repeat(1_000_000);
	const [row] = readTable(`date,title,summary\n1901,A,${long}`).rows;
	expect(row!.cells[2]).toHaveLength(1_000_000);
	const many = Array.from({ length: 20_000 }, (_, index) => `1901,"Row ${index}" more,`);
	const reports: number[] = [];
	const parts: { rows: unknown[]; events: unknown[] } = { rows: [], events: [] };
	const reading = readTable(`date,title,line\n${many.join('\n')}`, {
		onprogress: (done) => reports.push(done),
		onpart: (rows, events) => {
			parts.rows.push(...structuredClone(rows));
			parts.events.push(...structuredClone(events));
		}
	});
	expect(parts).toEqual({ rows: reading.rows, events: reading.timeline!.events });
	expect(reading.timeline!.events).toHaveLength(20_000);
	expect(reports.length).toBeGreaterThan(5);
	expect(reports).toEqual(reports.toSorted((a, b) => a - b));
	expect(reports.at(-1)).toBe(20_000);
});
