/** From text to the cells of a table: CSV (RFC 4180), TSV, any separator. */

export interface Table {
	separator: string | null;
	/** null for a table without headings */
	header: string[] | null;
	/** rows that are not empty, numbered from 1 as in a spreadsheet */
	rows: { number: number; cells: string[] }[];
	emptyRows: number;
	/** numbers of rows with a misplaced quotation mark, which is read as a character */
	openQuotes: number[];
}

const SEPARATORS = [',', ';', '\t', '|'];

/** Records that are looked at for the separator. */
const PROBE = 50;

export function parseTable(raw: string): Omit<Table, 'header'> {
	const text = raw.replace(/\r\n?/g, '\n');
	const separator = findSeparator(text);
	const { records, openQuotes } = parseRecords(text, separator);
	const rows = records.map((cells, index) => ({ number: index + 1, cells }));
	const filled = rows.filter(({ cells }) => !isEmpty(cells));
	return { separator, rows: filled, emptyRows: rows.length - filled.length, openQuotes };
}

function isEmpty(cells: string[]): boolean {
	for (const cell of cells) if (/\S/.test(cell)) return false;
	return true;
}

/**
 * A quotation mark that opens a cell and is never closed, or is followed by more of the cell, is a character like any
 * other. That is why no library parses here: papaparse joins the rows up to the next mark, d3-dsv loses a character.
 * @param text with `\n` alone as line break
 * @param limit number of records to parse
 */
function parseRecords(
	text: string,
	separator: string,
	limit = Infinity
): { records: string[][]; openQuotes: number[] } {
	const records: string[][] = [];
	const openQuotes: number[] = [];
	let cells: string[] = [];
	let at = 0;
	// a last line break ends a record, and begins none
	while (at < text.length && records.length < limit) {
		const quoted = text[at] === '"' ? findClosing(text, at, separator) : -1;
		let end: number;
		if (quoted >= 0) {
			cells.push(text.slice(at + 1, quoted).replaceAll('""', '"'));
			end = quoted + 1;
		} else {
			if (text[at] === '"' && openQuotes.at(-1) !== records.length + 1)
				openQuotes.push(records.length + 1);
			end = findEnd(text, at, separator);
			cells.push(text.slice(at, end));
		}
		at = end + 1;
		const isLast = end >= text.length || text[end] === '\n';
		if (!isLast && at === text.length) cells.push('');
		if (!isLast && at < text.length) continue;
		records.push(cells);
		cells = [];
	}
	return { records, openQuotes };
}

/** @returns the offset of the quotation mark that closes the cell; -1 if none does */
function findClosing(text: string, opening: number, separator: string): number {
	for (let at = text.indexOf('"', opening + 1); at >= 0; at = text.indexOf('"', at + 2)) {
		const next = text[at + 1];
		if (next === '"') continue;
		return next === undefined || next === separator || next === '\n' ? at : -1;
	}
	return -1;
}

/** @returns the offset of the next separator or line break, or the length of the text */
function findEnd(text: string, from: number, separator: string): number {
	const code = separator.charCodeAt(0);
	let at = from;
	for (; at < text.length; at++) {
		const next = text.charCodeAt(at);
		if (next === code || next === LINE_BREAK) break;
	}
	return at;
}

const LINE_BREAK = 10;

/** @returns the separator with the most cells per record, weighted by the share of records as long as the header */
function findSeparator(text: string): string {
	let best = ',';
	let most = 0;
	for (const separator of SEPARATORS) {
		const { records } = parseRecords(text, separator, PROBE);
		const widths = records.filter((cells) => !isEmpty(cells)).map((cells) => cells.length);
		const [header = 0] = widths;
		const even = widths.filter((width) => width === header).length / widths.length;
		const score = (header - 1) * even;
		if (score > most) [best, most] = [separator, score];
	}
	return best;
}
