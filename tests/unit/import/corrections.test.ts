import { describe, expect, test } from 'vitest';
import { applyFix } from '../../../src/lib/import/options.ts';
import { readTable } from '../../../src/lib/import/read.ts';
import type { Fix, ReadOptions } from '../../../src/lib/import/types.ts';

const TEXT = 'When,Headlne\nlate 2017,One\n1901,Two';

function read(fixes: Fix[], text = TEXT) {
	const options = fixes.reduce<ReadOptions>((done, fix) => applyFix(done, fix), {});
	const { rows, timeline } = readTable(text, options);
	return rows.map(({ number, verdict, event }) =>
		event === null ? `${number} ${verdict}` : `${number} ${timeline!.events[event]!.date.edtf}`
	);
}

const TITLE: Fix = { kind: 'column', heading: 'Headlne', role: 'title' };

describe('a correction', () => {
	test('assigns a column', () => {
		expect(read([])).toEqual(['2 unclear', '3 unclear']);
		expect(read([TITLE])).toEqual(['2 unclear', '3 1901']);
	});

	test('writes a cell', () => {
		const [unclear] = readTable(TEXT, applyFix({}, TITLE)).rows;
		const [fix] = unclear!.remarks[0]!.fixes;
		expect(fix).toEqual({ kind: 'cell', row: 2, role: 'date', value: '[2017-10..2017-12]' });
		expect(read([TITLE, fix!])).toEqual(['2 [2017-10..2017-12]', '3 1901']);
	});

	test('adds a column for a role that none has', () => {
		const fix: Fix = { kind: 'cell', row: 3, role: 'title', value: 'A title' };
		expect(read([fix])).toEqual(['2 unclear', '3 1901']);
	});

	test('of a role without a column leaves the cells of other rows where they are', () => {
		const text = 'date,title\n2001,A,extra,more\n2002,B';
		const fix: Fix = { kind: 'cell', row: 3, role: 'quotation', value: 'Words' };
		const { rows, columns } = readTable(text, applyFix({}, fix));
		expect(columns.map(({ role }) => role)).toEqual(['date', 'title', 'quotation']);
		expect(rows.map(({ cells }) => cells)).toEqual([
			['2001', 'A', '', 'extra', 'more'],
			['2002', 'B', 'Words']
		]);
		expect(rows[0]!.remarks.map(({ values }) => values.text)).toContain('extra more');
	});

	test('of a role with several columns is for all of them', () => {
		const text = 'date,title,quote,quotation,url\n2001,A,One,Two,https://a.example/';
		const value = '“One” | “Three”';
		const { timeline } = readTable(
			text,
			applyFix({}, { kind: 'cell', row: 2, role: 'quotation', value })
		);
		expect(timeline!.events[0]!.evidence.map(({ exact }) => exact)).toEqual(['One', 'Three']);
	});

	test('leaves a row out, which stays in the report', () => {
		expect(read([TITLE, { kind: 'omit', row: 3 }])).toEqual(['2 unclear', '3 unclear']);
	});

	test('settles the date of a row with its parts in several columns', () => {
		const fix: Fix = { kind: 'cell', row: 2, role: 'date', value: '0079-08-24' };
		const text = 'year,month,day,title\n79,8,24,One';
		expect(read([], text)).toEqual(['2 unclear']);
		expect(read([fix], text)).toEqual(['2 0079-08-24']);
	});

	test('in the encoding of the file reads its letters', () => {
		const bytes = Buffer.from('date,title\n1901,Gr\u00fcndung', 'latin1');
		const [question] = readTable(bytes).questions;
		const { timeline, questions } = readTable(bytes, applyFix({}, question!.fixes[0]!));
		expect(timeline!.events[0]!.title).toBe('Gründung');
		expect(questions).toEqual([]);
	});
});

test('"From" is a start where its cells are dates, and a source where they are not', () => {
	const roles = (text: string) => readTable(text).columns.map(({ role }) => role);
	expect(roles('From,To,Title\n1901,1902,A')).toEqual(['start', 'end', 'title']);
	expect(roles('When,Title,Quote,From\n1901,A,Words,The Bote')).toEqual([
		'date',
		'title',
		'quotation',
		'source'
	]);
});
