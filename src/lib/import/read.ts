/** Reads a table or a timeline in JSON: the one reader of the commands and of `/open/`. */
import { readColumns, letterOf } from './columns.ts';
import { fault } from './remarks.ts';
import { findRole } from './roles.ts';
import { parseTable, type Table } from './table.ts';
import { decode } from './text.ts';
import { readRows } from './rows.ts';
import type { Reading, ReadOptions, Remark } from './types.ts';

/**
 * @param input text, or the bytes of a file
 * @returns what was read; a file that cannot be read has a `fault` and no rows
 */
export function readTable(input: string | Uint8Array, options: ReadOptions = {}): Reading {
	const { text, encoding, fault: unreadable, isDamaged } = decode(input, options.encoding);
	const frame = { encoding, questions: isDamaged ? [askEncoding(encoding)] : [] };
	if (unreadable) return failed(fault(unreadable, { values: { encoding } }), frame);
	if (!/\S/.test(text)) return failed(fault('empty-file'), frame);
	return readText(text, frame, options);
}

type Frame = Pick<Reading, 'encoding' | 'questions'>;

function readText(text: string, frame: Frame, options: ReadOptions): Reading {
	const table = splitHeader(parseTable(text));
	const columns = readColumns(table.header!, table.rows, options.columns);
	const { separator, emptyRows } = table;
	const parts = readRows(table, columns, options);
	return {
		format: 'table',
		separator,
		encoding: frame.encoding,
		columns,
		emptyRows,
		fault: null,
		...parts,
		questions: [...frame.questions, ...parts.questions]
	};
}

/** A first row without a known heading, but with a figure that a heading would not have, is a row like the others. */
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

function failed(reason: Remark, frame: Frame): Reading {
	return {
		format: 'table',
		separator: null,
		columns: [],
		rows: [],
		emptyRows: 0,
		timeline: null,
		sources: [],
		fault: reason,
		...frame
	};
}
