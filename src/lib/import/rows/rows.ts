/** From the rows of a table to a timeline and a report on each row. */
import * as m from '../../language/messages.ts';
import { DAY, formatDay, spanOf } from '../../model/date.ts';
import { LIMITS } from '../../model/vocabulary.ts';
import { Cells } from '../table/cells.ts';
import { UniqueIds } from './ids.ts';
import { LineList, SourceList } from './lists.ts';
import { fault, note } from '../remarks.ts';
import { readRow, type Lists, type RowResult } from './row.ts';
import type { Table } from '../table/table.ts';
import type {
	Column,
	ImportedEvent,
	ImportedTimeline,
	Reading,
	ReadOptions,
	Remark,
	Role,
	Row
} from '../types.ts';

/** Rows in a part, of which progress is reported. */
const CHUNK = 2000;

export function readRows(
	table: Table,
	columns: Column[],
	omitted: Set<number>,
	{ dates, title, onprogress, onpart }: ReadOptions
): Pick<Reading, 'rows' | 'timeline' | 'sources' | 'questions'> {
	const lists: Lists = {
		ids: new UniqueIds(),
		lines: new LineList(),
		sources: new SourceList(),
		hasLines: columns.some(({ role }) => role === 'line'),
		hasLineIds: isOurs(columns)
	};
	const misplaced = new Set(table.openQuotes);
	const current = new Cells(columns);
	const events: ImportedEvent[] = [];
	const heads: NonNullable<RowResult['head']>[] = [];
	const read = (row: Table['rows'][number]): Row => {
		const { number, cells } = row;
		if (omitted.has(number)) {
			return { number, cells, verdict: 'unclear', remarks: [note('left-out')], event: null };
		}
		const result = readRow(current.move(row), lists, dates);
		const { verdict, remarks, event } = result;
		if (misplaced.has(number)) remarks.push(fault('misplaced-quote'));
		if (cells.length > columns.length) remarks.push(...tellExtra(cells.slice(columns.length)));
		if (result.head) heads.push(result.head);
		if (event) events.push(event);
		return { number, cells, verdict, remarks, event: event ? events.length - 1 : null };
	};
	const rows: Row[] = [];
	for (let at = 0; at < table.rows.length; at += CHUNK) {
		onprogress?.(at, table.rows.length);
		const before = events.length;
		const part = table.rows.slice(at, at + CHUNK).map(read);
		for (const row of part) rows.push(row);
		onpart?.(part, events.slice(before));
	}
	onprogress?.(rows.length, rows.length);
	const [head] = heads;
	const name = head?.title || title || m.import_untitled();
	const timeline = assemble(events, lists, name, head?.introduction || null);
	const questions = [...askColumns(columns), ...askOrder(rows)];
	return { rows, timeline, sources: lists.sources.list(), questions };
}

/** Whether the columns are those of `events.csv`. */
function isOurs(columns: Column[]): boolean {
	const has = (name: string) => columns.some((column) => column.name === name);
	return has('lines') && has('basis of the date') && has('date in words');
}

function tellExtra(cells: string[]): Remark[] {
	const text = cells.filter((cell) => /\S/.test(cell)).join(' ');
	return text ? [fault('extra-cells', { values: { text } })] : [];
}

function askColumns(columns: Column[]): Remark[] {
	const has = (...roles: Role[]) => columns.some(({ role }) => role && roles.includes(role));
	const offer = (role: Role) =>
		columns
			.filter((column) => column.role === null)
			.toSorted((a, b) => Number(b.suggestion === role) - Number(a.suggestion === role))
			.slice(0, 5)
			.map(({ name }) => ({ kind: 'column' as const, heading: name, role }));
	if (!columns.some(({ role }) => role !== null)) return [fault('no-columns')];
	return [
		...(has('title') ? [] : [fault('no-title-column', { role: 'title', fixes: offer('title') })]),
		...(has('date', 'start', 'year')
			? []
			: [fault('no-date-column', { role: 'date', fixes: offer('date') })])
	];
}

/** @returns one question for all dates of which day and month may be swapped */
function askOrder(rows: Row[]): Remark[] {
	const asked = rows.flatMap(({ remarks }) =>
		remarks.filter(({ kind }) => kind === 'order-unknown').slice(0, 1)
	);
	if (!asked.length) return [];
	const values = { text: asked[0]!.values.text!, count: asked.length };
	const fixes = (['dmy', 'mdy'] as const).map((dates) => ({ kind: 'dates' as const, dates }));
	return [fault('order-unknown', { values, fixes })];
}

function assemble(
	events: ImportedEvent[],
	lists: Lists,
	title: string,
	introduction: string | null
): ImportedTimeline {
	return {
		title,
		introduction,
		lines: lists.lines.list(),
		chapters: chapterOf(events, title),
		sources: lists.sources
			.list()
			.flatMap(({ publication, ...rest }) => (publication ? [{ ...rest, publication }] : [])),
		events
	};
}

/** @param title of the timeline @returns one chapter for all events; none where there are no events */
export function chapterOf(
	events: Pick<ImportedEvent, 'date'>[],
	title: string
): ImportedTimeline['chapters'] {
	if (!events.length) return [];
	let [from, to] = [Infinity, -Infinity];
	for (const { date } of events) {
		const { start, end } = spanOf({ start: date.start, end: date.end });
		from = Math.min(from, start);
		to = Math.max(to, end - DAY);
	}
	const name = title.length > LIMITS.title ? `${title.slice(0, LIMITS.title - 1)}…` : title;
	const days = { from: dayOf(from), to: dayOf(to) };
	return [{ id: 'all', title: name, summary: m.import_chapter(), ...days }];
}

/** Years before 0 with a sign and four digits, as EDTF has them. */
function dayOf(time: number): string {
	return Number.isFinite(time) ? formatDay(time).replace(/^-00/, '-') : '';
}
