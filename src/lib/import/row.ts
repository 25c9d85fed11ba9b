/** From one row to an event, a draft, or what would make it one. */
import * as m from '../language/messages.ts';
import { LIMITS, STATUSES } from '../model/vocabulary.ts';
import type { ParsedDate } from '../model/edtf/edtf.ts';
import type { Status } from '../model/types.ts';
import { joinDates, readDate, type DateReading } from './dates.ts';
import { slugOf, type UniqueIds } from './ids.ts';
import type { LineList, SourceList } from './lists.ts';
import { fault, note } from './remarks.ts';
import type { DateOrder, ImportedEvidence, ImportedEvent, Remark, Role, Verdict } from './types.ts';

/** One row, by role. */
export interface Cells {
	number: number;
	/** @returns the trimmed cell; empty if there is none */
	get(role: Role): string;
}

export interface Lists {
	ids: UniqueIds;
	lines: LineList;
	sources: SourceList;
	/** whether the table has a column of lines */
	hasLines: boolean;
}

export interface RowResult {
	verdict: Verdict;
	remarks: Remark[];
	event: ImportedEvent | null;
	/** the timeline's title, where the row is that */
	title: string | null;
}

export function readRow(cells: Cells, lists: Lists, order: DateOrder | undefined): RowResult {
	const type = cells.get('type').toLowerCase();
	if (type === 'title')
		return {
			verdict: 'ready',
			remarks: [note('is-title')],
			event: null,
			title: cells.get('title')
		};
	const { date, remarks } = readRowDate(cells, order);
	const title = cells.get('title');
	const { number: row } = cells;
	if (!title) {
		const values = { date: date?.edtf ?? '' };
		const fixes = [{ kind: 'ask' as const, row, role: 'title' as const, value: '' }];
		remarks.unshift(
			fault('no-title', { values, role: 'title', fixes: [...fixes, { kind: 'omit', row }] })
		);
	}
	if (!title || !date) return { verdict: 'unclear', remarks, event: null, title: null };
	if (type === 'era') remarks.push(note('is-era'));
	const event = makeEvent(cells, date, lists, remarks);
	return { verdict: event.draft ? 'draft' : 'ready', remarks, event, title: null };
}

function readRowDate(cells: Cells, order: DateOrder | undefined): DateReading {
	const { number: row } = cells;
	const first = readEnd(cells, 'start', ['start', 'date'], ['year', 'month', 'day'], order);
	const last = readEnd(cells, 'end', ['end'], ['end-year', 'end-month', 'end-day'], order);
	if (!first && !last) {
		const fixes = [
			{ kind: 'ask' as const, row, role: 'date' as const, value: '' },
			{ kind: 'omit' as const, row }
		];
		return { date: null, remarks: [fault('no-date', { role: 'date', fixes })] };
	}
	const remarks = [...(first?.remarks ?? []), ...(last?.remarks ?? [])];
	if (!last || !first?.date) return { date: first?.date ?? null, remarks };
	if (!last.date) return { date: null, remarks };
	const joined = joinDates(first.date, last.date, row, 'end');
	return { date: joined.date, remarks: [...remarks, ...joined.remarks] };
}

/** @returns the date of one end, from one cell or from three; null if they are empty */
function readEnd(
	cells: Cells,
	_end: 'start' | 'end',
	whole: Role[],
	[yearRole, monthRole, dayRole]: [Role, Role, Role],
	order: DateOrder | undefined
): DateReading | null {
	const { number: row } = cells;
	for (const role of whole) {
		const text = cells.get(role);
		if (text) return readDate({ row, role, text }, order);
	}
	const year = cells.get(yearRole);
	if (!year) return null;
	const [month, day] = [cells.get(monthRole), cells.get(dayRole)];
	const text = [year, month, day].filter(Boolean).join('-');
	return readDate({ row, role: yearRole, text }, order);
}

function makeEvent(
	cells: Cells,
	date: ParsedDate,
	{ ids, lines, sources, hasLines }: Lists,
	remarks: Remark[]
): ImportedEvent {
	const headline = cells.get('title');
	const title = shorten(headline);
	if (title !== headline)
		remarks.push(
			note('long-title', {
				values: { length: headline.length, limit: LIMITS.title },
				role: 'title'
			})
		);
	const text = cells.get('summary');
	const summary = title === headline ? text || title : [headline, text].filter(Boolean).join(' ');
	const { evidence, cited } = readEvidence(cells, sources, remarks);
	const label = cells.get('line') || (hasLines ? m.import_other() : m.import_events());
	const { edtf, start, end, kind, approximate, uncertain, ongoing } = date;
	return {
		id: ids.take(slugOf(cells.get('id') || headline, 'event')),
		title,
		short: cells.get('short') || null,
		summary,
		status: readStatus(cells),
		lines: [lines.add(label)],
		importance: 2,
		chapter: 'all',
		by: cells.get('by') || null,
		note: cells.get('note') || null,
		evidence,
		cited,
		relations: [],
		draft: evidence.length === 0,
		date: {
			...{ edtf, start, end, kind, approximate, uncertain, ongoing, basis: 'stated', note: null },
			...(cells.get('label') && { label: cells.get('label') })
		}
	};
}

function shorten(headline: string): string {
	if (headline.length <= LIMITS.title) return headline;
	const cut = headline.lastIndexOf(' ', LIMITS.title - 1);
	return `${headline.slice(0, cut > LIMITS.title / 2 ? cut : LIMITS.title - 1)}…`;
}

function readStatus(cells: Cells): Status {
	const word = cells.get('status').toLowerCase();
	return STATUSES.find((status) => status === word) ?? 'happened';
}

function readEvidence(
	cells: Cells,
	sources: SourceList,
	remarks: Remark[]
): { evidence: ImportedEvidence[]; cited: string[] } {
	const { number: row } = cells;
	const exact = cells.get('quotation');
	const address = cells.get('url');
	const url = isAddress(address) ? address : '';
	const [publisher, title] = [cells.get('source'), cells.get('source-title')];
	const cited =
		url || publisher || title ? [sources.add({ title, publisher, url, published: null })] : [];
	const ask = (role: Role) => ({ kind: 'ask' as const, row, role, value: '' });
	if (!exact) remarks.push(fault('no-quotation', { role: 'quotation', fixes: [ask('quotation')] }));
	else if (!cited.length) remarks.push(fault('no-source', { role: 'url', fixes: [ask('url')] }));
	if (!exact || !cited.length) return { evidence: [], cited };
	const translation = cells.get('translation') || null;
	return { evidence: [{ source: cited[0]!, stance: 'supports', exact, translation }], cited };
}

function isAddress(text: string): boolean {
	return /^https?:\/\/\S+$/i.test(text) && URL.canParse(text);
}
