/** The rows as they are now, with what is missing, to correct in a spreadsheet and to open again. */
import * as m from '../../language/messages.ts';
import { describeRemark } from '../../import/words.ts';
import type { Reading } from '../../import/types.ts';

/** Byte order mark: makes spreadsheets read the file as UTF-8. */
const BOM = '\ufeff';

/**
 * @returns CSV (RFC 4180) with the columns of the table, one more that says what each row lacks, and the cells for which
 * there is no column; without the rows that were left out
 */
export function formatRows({ columns, rows }: Pick<Reading, 'columns' | 'rows'>): string {
	const kept = columns.filter(({ role }) => role !== 'problem');
	const heading = m.open_problem();
	const left = rows.filter(({ remarks }) => !remarks.some(({ kind }) => kind === 'left-out'));
	const lines = left.map(({ cells, remarks }) => {
		const problems = remarks.filter(({ isNote }) => !isNote).map(describeRemark);
		const named = kept.map(({ index }) => cells[index] ?? '');
		return [...named, problems.join(' '), ...cells.slice(columns.length)];
	});
	const table = [[...kept.map(({ name }) => name), heading], ...lines];
	return BOM + table.map((cells) => `${cells.map(quoteCell).join(',')}\r\n`).join('');
}

/** A cell that a spreadsheet would take for a formula begins with an apostrophe: `=1+1`, but not `-43` or `-0043-03`. */
function quoteCell(cell: string): string {
	const safe = /^[=+@\t\r＝＋＠]|^[-－](?!\d)/.test(cell) ? `'${cell}` : cell;
	return /[",\r\n;\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
