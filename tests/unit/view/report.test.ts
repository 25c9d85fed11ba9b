import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { sortRows } from '../../../src/lib/view/open/report.ts';
import { formatRows } from '../../../src/lib/view/open/rows-csv.ts';
import { zipFolder } from '../../../src/lib/view/open/zip.ts';
import { readTable } from '../../../src/lib/import/read.ts';

const TABLE = `date,title,quotation,url
1901,Plain,"words of it",https://example.org/
1902,No quotation,,
,No date,,
soon,Not a date,,
`;

test('rows with faults come first; drafts and rows without remarks are listed separately', () => {
	const { rows } = readTable(TABLE);
	const { remarked, drafts, plain } = sortRows(rows, null);
	const numbers = [remarked, drafts, plain].map((list) => list.map(({ number }) => number));
	expect(numbers).toEqual([[4, 5], [3], [2]]);
});

test('every row is in one list, once, whatever the verdict', () => {
	const { rows } = readTable(TABLE);
	for (const verdict of [null, 'ready', 'draft', 'unclear'] as const) {
		const listed = Object.values(sortRows(rows, verdict)).flat();
		expect(new Set(listed).size).toBe(listed.length);
		expect(listed.length).toBe(rows.filter((row) => !verdict || row.verdict === verdict).length);
	}
});

test('the table to correct has the rows as they are, and one more column', () => {
	const reading = readTable('date,title\n1901,"Commas, and ""marks"""\n,=1+1\n1902,-5 degrees\n');
	expect(formatRows(reading)).toBe(
		'\ufeffdate,title,problem\r\n1901,"Commas, and ""marks""",There is no quotation yet.\r\n' +
			",'=1+1,There is no date.\r\n1902,-5 degrees,There is no quotation yet.\r\n"
	);
});

test('what is opened again reads the same, and its problems are written anew', () => {
	const reading = readTable(TABLE);
	const again = readTable(formatRows(reading));
	expect(again.rows.map(({ verdict }) => verdict)).toEqual(
		reading.rows.map(({ verdict }) => verdict)
	);
	expect(formatRows(again)).toBe(formatRows(reading));
});

test('check:data accepts the data folder in the zip', () => {
	const folder = mkdtempSync(join(tmpdir(), 'zip-'));
	try {
		const files = unzipSync(zipFolder(readTable(TABLE, { title: 'Kites' }), 'kites'));
		for (const [path, bytes] of Object.entries(files)) {
			mkdirSync(dirname(join(folder, path)), { recursive: true });
			writeFileSync(join(folder, path), strFromU8(bytes));
		}
		const output = execFileSync(process.execPath, ['scripts/check-data.js'], {
			env: { ...process.env, DATA: join(folder, 'kites') },
			encoding: 'utf8'
		});
		expect(output).toContain('2 events');
	} finally {
		rmSync(folder, { recursive: true });
	}
});
