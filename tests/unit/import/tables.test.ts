/** Real shapes of files with invented contents, in `tables/`; the report on each is in `reports/`. */
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readTable } from '../../../src/lib/import/read.ts';
import type { Reading, Remark } from '../../../src/lib/import/types.ts';
import { describeFix, describeRemark } from '../../../src/lib/import/words.ts';
import { timelineFaults } from '../../../src/lib/model/rules/timeline.ts';

const FOLDER = new URL('tables/', import.meta.url);
const FILES = readdirSync(FOLDER);

const tell = (remark: Remark) =>
	`${remark.isNote ? '·' : '!'} ${describeRemark(remark)}${remark.fixes.map((fix) => ` [${describeFix(fix)}]`).join('')}`;

function describeReading({ format, separator, encoding, columns, ...reading }: Reading): string {
	const { rows, timeline, sources, questions, fault, emptyRows } = reading;
	const event = (index: number | null) => {
		if (index === null) return '';
		const { id, title, date, status, importance, lines, evidence } = timeline!.events[index]!;
		const { edtf, start, end, label } = date;
		const quoted = evidence.map(({ source, exact }) => ` “${exact}” (${source})`);
		const words = label ? ` (${label})` : '';
		return ` ${edtf}${words} = ${start}..${end} ${id} “${title}” ${status} ${importance} in ${String(lines)}${quoted.join('')}`;
	};
	return [
		`${format}, ${JSON.stringify(separator)}, ${encoding}, ${emptyRows} empty`,
		...columns.map(
			({ name, role, suggestion, filled }) =>
				`column ${name}: ${role ?? `? ${suggestion ?? ''}`} (${filled})`
		),
		...(fault ? [tell(fault)] : []),
		...questions.map(tell),
		...rows.flatMap((row) => [
			`${row.number} ${row.verdict}${event(row.event)}`,
			...row.remarks.map((remark) => `  ${tell(remark)}`)
		]),
		...sources.map(({ id, publisher, url, published }) =>
			['source', id, publisher, url, published].filter(Boolean).join(' ')
		),
		...(timeline ? [`title: ${timeline.title}`] : []),
		''
	].join('\n');
}

describe('the report on a file', () => {
	test.each(FILES)('%s is as expected', async (file) => {
		const reading = readTable(readFileSync(new URL(file, FOLDER)));
		await expect(describeReading(reading)).toMatchFileSnapshot(`reports/${file}.txt`);
		if (reading.timeline) expect([...timelineFaults(reading.timeline)]).toEqual([]);
	});
});

test('there are at least twenty sample files', () => {
	expect(FILES.length).toBeGreaterThanOrEqual(20);
});
