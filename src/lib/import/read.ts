/** Reads a table or a timeline in JSON: the one reader of the commands and of `/open/`. */
import { letterOf, readColumns } from './table/columns.ts';
import { correct } from './corrections.ts';
import { fault } from './remarks.ts';
import { findRole } from './table/roles.ts';
import { readRows } from './rows/rows.ts';
import { parseTable, type Table } from './table/table.ts';
import { decode } from './table/text.ts';
import { readTimeline } from './timeline.ts';
import { tableOfTimelineJs } from './table/timelinejs.ts';
import type { Format, Reading, ReadOptions, Remark } from './types.ts';

/**
 * @param input text, or the bytes of a file
 * @returns what was read; a file that cannot be read has a `fault` and no rows
 */
export function readTable(input: string | Uint8Array, options: ReadOptions = {}): Reading {
	const { text, encoding, fault: unreadable, isDamaged } = decode(input, options.encoding);
	const frame = { encoding, questions: isDamaged ? [askEncoding(encoding)] : [] };
	if (unreadable)
		return failed(fault(unreadable, { values: { encoding } }), { ...frame, questions: [] });
	if (!/\S/.test(text)) return failed(fault('empty-file'), frame);
	if (/^\s*[{[]/.test(text)) return readJson(text, frame, options);
	const table = parseTable(text);
	if (!table.rows.length) return failed(fault('empty-file'), frame);
	return readCells(splitHeader(table), 'table', frame, options);
}

type Frame = Pick<Reading, 'encoding' | 'questions'>;

function readJson(text: string, frame: Frame, options: ReadOptions): Reading {
	let json: unknown;
	try {
		json = JSON.parse(text);
	} catch (error) {
		return failed(fault('not-json', { values: { words: (error as Error).message } }), frame);
	}
	const parts = readTimeline(json, options.title);
	if (parts) {
		const questions = [...frame.questions, ...parts.questions];
		return { ...EMPTY, ...frame, format: 'timeline', ...parts, questions };
	}
	const table = tableOfTimelineJs(json);
	if (!table) return failed(fault('unknown-json'), frame);
	return readCells(table, 'timelinejs', frame, options);
}

function readCells(whole: Table, format: Format, frame: Frame, options: ReadOptions): Reading {
	const { table, omitted, added } = correct(whole, options);
	const roles = { ...options.columns, ...added };
	const columns = readColumns(table.header!, table.rows, roles);
	const parts = readRows(table, columns, omitted, options);
	const { separator, emptyRows } = table;
	const questions = [...frame.questions, ...parts.questions];
	return { ...EMPTY, ...frame, format, separator, columns, emptyRows, ...parts, questions };
}

/** A first row without a known heading, but with a year that a heading would not have, is a row like the others. */
function splitHeader(table: Omit<Table, 'header'>): Table {
	const [first, ...rows] = table.rows;
	const cells = first!.cells;
	const isHeader =
		cells.some((cell) => findRole(cell) !== null) || !cells.some((cell) => /\d{4}/.test(cell));
	if (isHeader) return { ...table, header: cells, rows };
	return { ...table, header: cells.map((_, index) => letterOf(index)) };
}

function askEncoding(encoding: string): Remark {
	const fixes = [{ kind: 'encoding' as const, encoding: 'windows-1252' }];
	return fault('not-utf8', { values: { encoding }, fixes });
}

const EMPTY = {
	format: 'table',
	separator: null,
	columns: [],
	rows: [],
	emptyRows: 0,
	timeline: null,
	sources: [],
	fault: null
} satisfies Partial<Reading>;

function failed(reason: Remark, frame: Frame): Reading {
	return { ...EMPTY, ...frame, fault: reason };
}
