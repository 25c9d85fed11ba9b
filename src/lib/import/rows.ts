/** From the rows of a table to a timeline and a report on each row. */
import * as m from '../language/messages.ts';
import { spanOf, formatDay, DAY } from '../model/date.ts';
import { LineList, SourceList } from './lists.ts';
import { readRow, type Cells } from './row.ts';
import { UniqueIds } from './ids.ts';
import { fault } from './remarks.ts';
import type { Table } from './table.ts';
import type {
	Column,
	ImportedEvent,
	ImportedTimeline,
	Reading,
	ReadOptions,
	Remark,
	Role,
	Row
} from './types.ts';

/** Rows between two reports of progress. */
const CHUNK = 2000;

export function readRows(
	table: Table,
	columns: Column[],
	{ dates, title, onprogress }: ReadOptions
): Pick<Reading, 'rows' | 'timeline' | 'sources' | 'questions'> {
	const lists = {
		ids: new UniqueIds(),
		lines: new LineList(),
		sources: new SourceList(),
		hasLines: columns.some(({ role }) => role === 'line')
	};
	const open = new Set(table.openQuotes);
	const events: ImportedEvent[] = [];
	const indices = indexColumns(columns);
	let head: string | null = null;
	const rows = table.rows.map((row, index): Row => {
		if (index % CHUNK === 0) onprogress?.(index, table.rows.length);
		const cells: Cells = { number: row.number, get: (role) => readCell(row.cells, indices, role) };
		const result = readRow(cells, lists, dates);
		const remarks = open.has(row.number)
			? [...result.remarks, fault('misplaced-quote')]
			: result.remarks;
		if (result.title) head = result.title;
		if (result.event) events.push(result.event);
		const event = result.event ? events.length - 1 : null;
		return { number: row.number, cells: row.cells, verdict: result.verdict, remarks, event };
	});
	onprogress?.(rows.length, rows.length);
	const timeline = assemble(events, lists, head ?? title ?? m.import_untitled());
	const questions: Remark[] = [];
	if (!columns.some(({ role }) => role !== null)) questions.push(fault('no-columns'));
	const asked = rows.filter(({ remarks }) => remarks.some(({ kind }) => kind === 'order-unknown'));
	if (asked.length > 0) questions.push(askOrder(asked));
	return { rows, timeline, sources: lists.sources.list(), questions };
}

/** @returns the cell, or the cells of several columns with one role, joined as our own tables do */
function readCell(cells: string[], indices: Map<Role, number[]>, role: Role): string {
	const places = indices.get(role);
	if (!places) return '';
	if (places.length === 1) return cells[places[0]!]?.trim() ?? '';
	return places.flatMap((index) => cells[index]?.trim() || []).join(' | ');
}

function indexColumns(columns: Column[]): Map<Role, number[]> {
	const indices = new Map<Role, number[]>();
	for (const { role, index } of columns)
		if (role !== null) indices.set(role, [...(indices.get(role) ?? []), index]);
	return indices;
}

function askOrder(rows: Row[]): Remark {
	const remark = rows[0]!.remarks.find(({ kind }) => kind === 'order-unknown')!;
	return fault('order-unknown', {
		values: { ...remark.values, count: rows.length },
		fixes: [
			{ kind: 'dates', dates: 'dmy' },
			{ kind: 'dates', dates: 'mdy' }
		]
	});
}

function assemble(
	events: ImportedEvent[],
	{ lines, sources }: { lines: LineList; sources: SourceList },
	title: string
): ImportedTimeline {
	let [from, to] = [Infinity, -Infinity];
	for (const { date } of events) {
		const { start, end } = spanOf(date as never);
		from = Math.min(from, start);
		to = Math.max(to, end - DAY);
	}
	const chapter = { id: 'all', title: title.slice(0, 60), summary: m.import_chapter() };
	return {
		title,
		lines: lines.list(),
		chapters: events.length ? [{ ...chapter, from: formatDay(from), to: formatDay(to) }] : [],
		sources: sources
			.list()
			.flatMap(({ publication, ...rest }) => (publication ? { ...rest, publication } : [])),
		events
	};
}
