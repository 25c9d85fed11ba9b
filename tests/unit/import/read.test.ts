import { describe, expect, test } from 'vitest';
import { applyFix } from '../../../src/lib/import/options.ts';
import { readTable } from '../../../src/lib/import/read.ts';
import type { Reading } from '../../../src/lib/import/types.ts';

const verdicts = ({ rows }: Reading) => rows.map(({ number, verdict }) => `${number} ${verdict}`);
const kinds = ({ rows }: Reading) =>
	rows.map(({ remarks }) => remarks.map(({ kind }) => kind).join(' '));

describe('a table', () => {
	const reading = readTable(
		[
			'When,What happened,Thread,Quote,Link',
			'1865-05-12,The cable breaks,At sea,"It broke, ""at last""",https://a.example/1',
			'May 1865,A ship sails,At sea,,',
			'',
			',A row without a date,Ashore,,',
			'1866,,Ashore,,'
		].join('\r\n')
	);

	test('has each row in the report once, numbered as a spreadsheet shows it', () => {
		expect(verdicts(reading)).toEqual(['2 ready', '3 draft', '5 unclear', '6 unclear']);
		expect(kinds(reading)).toEqual(['', 'no-quotation', 'no-date', 'no-title']);
		expect(reading.emptyRows).toBe(1);
	});

	test('has its columns recognised by their headings', () => {
		expect(reading.columns.map(({ role }) => role)).toEqual([
			'date',
			'title',
			'line',
			'quotation',
			'url'
		]);
	});

	test('becomes events of one line per value of the column', () => {
		expect(reading.timeline!.lines).toEqual([{ id: 'at-sea', label: 'At sea' }]);
		const [event] = reading.timeline!.events;
		expect(event).toMatchObject({
			id: 'the-cable-breaks',
			draft: false,
			status: 'happened',
			date: { edtf: '1865-05-12', start: '1865-05-12', end: '1865-05-12' },
			evidence: [{ source: 'a-example', exact: 'It broke, "at last"' }]
		});
	});
});

test('a date with two readings is asked for once, and the answer holds for the file', () => {
	const text = 'date;title\n03/04/2010;A\n05/06/2011;B\n31/12/2012;C';
	const reading = readTable(text);
	expect(verdicts(reading)).toEqual(['2 unclear', '3 unclear', '4 draft']);
	const [question] = reading.questions;
	expect(question).toMatchObject({ kind: 'order-unknown', values: { count: 2 } });
	const answered = readTable(text, applyFix({}, question!.fixes[0]!));
	expect(answered.timeline!.events.map(({ date }) => date.edtf)).toEqual([
		'2010-04-03',
		'2011-06-05',
		'2012-12-31'
	]);
	expect(answered.questions).toEqual([]);
});
