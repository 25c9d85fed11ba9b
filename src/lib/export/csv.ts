import { csvFormatRows } from 'd3-dsv';
import type { Source, Timeline, TimelineEvent } from '../model/types.ts';

type Cell = string | number | null;

/** Headings of the columns, and the values of their cells. */
const COLUMNS: [string, (event: TimelineEvent, sources: Source[]) => Cell][] = [
	['id', ({ id }) => id],
	['title', ({ title }) => title],
	['date', ({ date }) => date.edtf],
	['start', ({ date }) => date.start],
	['end', ({ date }) => date.end],
	['date in words', ({ date }) => date.label],
	['basis of the date', ({ date }) => date.basis],
	['status', ({ status }) => status],
	['lines', ({ lines }) => lines.join(' ')],
	['importance', ({ importance }) => importance],
	['chapter', ({ chapter }) => chapter],
	['by', ({ by }) => by],
	['summary', ({ summary }) => summary],
	['quotations', ({ evidence }) => evidence.map(({ exact }) => `“${exact}”`).join(' | ')],
	[
		'translations',
		({ evidence }) => evidence.map(({ translation }) => translation ?? '').join(' | ')
	],
	// each supports or disputes its event
	['stances', ({ evidence }) => evidence.map(({ stance }) => stance).join(' | ')],
	['sources', (_, sources) => sources.map(({ id }) => id).join(' | ')],
	['addresses', (_, sources) => sources.map(({ url }) => url).join(' | ')],
	['note on the date', ({ date }) => date.note],
	['note', ({ note }) => note]
];

/** Byte order mark: makes spreadsheets read the file as UTF-8. */
const BOM = '\ufeff';

/**
 * CSV (RFC 4180) in UTF-8 with a byte order mark, one row per event. Several quotations of one event share a cell, in
 * the order of their sources; a cell that a spreadsheet would take for a formula begins with an apostrophe.
 */
export function formatCsv({ events, sources }: Timeline): string {
	const byId = new Map(sources.map((source) => [source.id, source]));
	const rows = events.map((event) => {
		const quoted = event.evidence.map(({ source }) => byId.get(source)!);
		return COLUMNS.map(([, cell]) => escapeFormula(String(cell(event, quoted) ?? '')));
	});
	const table = csvFormatRows([COLUMNS.map(([heading]) => heading), ...rows]);
	return `${BOM}${table.replaceAll('\n', '\r\n')}\r\n`;
}

/** Prevents CSV injection: https://owasp.org/www-community/attacks/CSV_Injection */
function escapeFormula(cell: string): string {
	return /^[=+\-@\t\r\n＝＋－＠]/.test(cell) ? `'${cell}` : cell;
}
