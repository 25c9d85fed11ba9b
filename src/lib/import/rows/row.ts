/** From one row to an event, a draft, or what would make it one. */
import * as m from '../../language/messages.ts';
import { BASES, LIMITS } from '../../model/vocabulary.ts';
import { isPageId } from '../../model/rules/ids.ts';
import type { ParsedDate } from '../../model/edtf/edtf.ts';
import type { Cells } from '../table/cells.ts';
import { joinDates, readDate, readParts, type DateReading } from './dates.ts';
import { readEvidence } from './evidence.ts';
import { slugOf, type UniqueIds } from './ids.ts';
import type { LineList, SourceList } from './lists.ts';
import { fault, note } from '../remarks.ts';
import { readStatus } from './status.ts';
import type { DateOrder, ImportedEvent, Remark, Role, Verdict } from '../types.ts';

export interface Lists {
	ids: UniqueIds;
	lines: LineList;
	sources: SourceList;
	/** whether the table has a column of lines */
	hasLines: boolean;
	/** whether a cell has ids of lines, separated by spaces, as in `events.csv` */
	hasLineIds: boolean;
}

export interface RowResult {
	verdict: Verdict;
	remarks: Remark[];
	event: ImportedEvent | null;
	/** of the timeline, where the row is its title */
	head: { title: string; introduction: string } | null;
}

export function readRow(cells: Cells, lists: Lists, order: DateOrder | undefined): RowResult {
	const type = cells.get('type').toLowerCase();
	const title = cells.get('title');
	if (type === 'title')
		return {
			...{ verdict: 'ready', remarks: [note('is-title')], event: null },
			head: { title, introduction: cells.get('summary') }
		};
	const { date, remarks } = readRowDate(cells, order);
	const { number: row } = cells;
	if (!title) {
		const ask = { kind: 'ask' as const, row, role: 'title' as const, value: '' };
		const values = { date: date?.edtf ?? '' };
		remarks.unshift(
			fault('no-title', { values, role: 'title', fixes: [ask, { kind: 'omit', row }] })
		);
	}
	if (!title || !date) return { verdict: 'unclear', remarks, event: null, head: null };
	const isEra = type === 'era';
	if (isEra) remarks.push(note('is-era'));
	const event = makeEvent(cells, { date, isEra, order }, lists, remarks);
	return { verdict: event.draft ? 'draft' : 'ready', remarks, event, head: null };
}

function readRowDate(cells: Cells, order: DateOrder | undefined): DateReading {
	const { number: row } = cells;
	const first = readEnd(cells, ['date', 'start'], ['year', 'month', 'day', 'time'], order);
	const last = readEnd(cells, ['end'], ['end-year', 'end-month', 'end-day', 'end-time'], order);
	if (!first) {
		const ask = { kind: 'ask' as const, row, role: 'date' as const, value: '' };
		const kind = last ? 'end-alone' : 'no-date';
		const fixes = [ask, { kind: 'omit' as const, row }];
		return { date: null, remarks: [fault(kind, { role: 'date', fixes })] };
	}
	if (!last && (cells.get('end-month') || cells.get('end-day')))
		first.remarks.push(fault('end-without-year', { role: 'end' }));
	if (!last || !first.date) return first;
	// our own table has a date in EDTF, and its first and last day
	if (last.date && last.date.end === first.date.end && first.date.kind === 'moment') return first;
	if (last.date && last.date.end === first.date.end && cells.get('start') && cells.get('date'))
		return first;
	const remarks = [...first.remarks, ...last.remarks];
	if (!last.date) return { date: null, remarks };
	const joined = joinDates(first.date, last.date, 'end');
	return { date: joined.date, remarks: [...remarks, ...joined.remarks] };
}

/** @returns the date of one end, from one cell or from three; null if they are empty */
function readEnd(
	cells: Cells,
	whole: Role[],
	[yearRole, monthRole, dayRole, timeRole]: [Role, Role, Role, Role],
	order: DateOrder | undefined
): DateReading | null {
	const { number: row } = cells;
	const role = whole.find((one) => cells.get(one));
	const year = cells.get(yearRole);
	if (!role && !year) return null;
	const [month, day, time] = [cells.get(monthRole), cells.get(dayRole), cells.get(timeRole)];
	const reading = role
		? readDate({ row, role, text: cells.get(role) }, order)
		: readParts(row, whole[0]!, [year, month, day], order);
	if (!reading.date || !time) return reading;
	const values = { text: time, date: reading.date.edtf };
	return { ...reading, remarks: [...reading.remarks, note('time-dropped', { values })] };
}

function makeEvent(
	cells: Cells,
	{ date, isEra, order }: { date: ParsedDate; isEra: boolean; order: DateOrder | undefined },
	lists: Lists,
	remarks: Remark[]
): ImportedEvent {
	const headline = cells.get('title');
	const title = shorten(headline, remarks);
	const text = cells.get('summary');
	const { evidence, pending, cited } = readEvidence(cells, lists.sources, order, remarks);
	const basis = BASES.find((word) => word === cells.get('basis')) ?? 'stated';
	const { edtf, start, end, kind, approximate, uncertain, ongoing } = date;
	const label = cells.get('label');
	return {
		id: takeId(cells, headline, lists.ids, remarks),
		title,
		short: readShort(cells.get('short'), remarks),
		summary: title === headline ? text || title : [headline, text].filter(Boolean).join('\n'),
		status: readStatus(cells, remarks),
		lines: readLines(cells, isEra, lists),
		importance: readImportance(cells, remarks),
		chapter: 'all',
		by: cells.get('by') || null,
		note: cells.get('note') || null,
		evidence,
		pending,
		cited,
		relations: [],
		draft: evidence.length === 0,
		date: {
			...{ edtf, start, end, kind, approximate, uncertain, ongoing, basis },
			note: cells.get('date-note') || null,
			...(label && { label })
		}
	};
}

function takeId(cells: Cells, headline: string, ids: UniqueIds, remarks: Remark[]): string {
	const own = cells.get('id');
	const slug = slugOf(own || headline, 'event');
	const wanted = isPageId(slug) ? `event-${slug}` : slug;
	const id = ids.take(wanted);
	if (own && id !== wanted) remarks.push(note('id-repeated', { values: { text: own, id } }));
	return id;
}

function shorten(headline: string, remarks: Remark[]): string {
	const { length } = headline;
	if (length <= LIMITS.title) return headline;
	remarks.push(note('long-title', { values: { length, limit: LIMITS.title }, role: 'title' }));
	const room = headline.slice(0, LIMITS.title - 1);
	const cut = room.search(/\s\S*$/);
	const words = cut > LIMITS.title / 2 ? room.slice(0, cut) : room.replace(/[\ud800-\udbff]$/, '');
	return `${words}…`;
}

function readShort(text: string, remarks: Remark[]): string | null {
	const { length } = text;
	if (length <= LIMITS.short) return text || null;
	remarks.push(note('long-short', { values: { length, limit: LIMITS.short }, role: 'short' }));
	return null;
}

/** @returns ids; several lines are separated by `|` or `;` */
function readLines(cells: Cells, isEra: boolean, { lines, hasLines, hasLineIds }: Lists): string[] {
	if (isEra) return [lines.add(m.import_eras())];
	const names = cells
		.get('line')
		.split(hasLineIds ? ' ' : /\s*[|;]\s*/)
		.filter(Boolean);
	if (!names.length) return [lines.add(hasLines ? m.import_other() : m.import_events())];
	return [...new Set(names.map((name) => lines.add(name)))];
}

function readImportance(cells: Cells, remarks: Remark[]): 1 | 2 | 3 {
	const text = cells.get('importance');
	if (!text) return 2;
	if (/^[123]$/.test(text)) return Number(text) as 1 | 2 | 3;
	const fixes = (['1', '2', '3'] as const).map((value) => ({
		kind: 'cell' as const,
		row: cells.number,
		role: 'importance' as const,
		value
	}));
	remarks.push(fault('unknown-importance', { values: { text }, role: 'importance', fixes }));
	return 2;
}
