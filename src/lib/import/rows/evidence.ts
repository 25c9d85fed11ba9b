/** The quotations of a row, and its sources. */
import { LIMITS } from '../../model/vocabulary.ts';
import { parseEdtf, readDate } from './dates.ts';
import type { SourceList } from './lists.ts';
import { fault } from '../remarks.ts';
import type { Cells } from '../table/cells.ts';
import type { DateOrder, ImportedEvidence, PendingQuotation, Remark, Role } from '../types.ts';

/** Between the items of one cell, as `events.csv` has them. */
const SEPARATOR = /(?:^|\s)\|(?=\s|$)/;
const ADDRESS = /https?:\/\/[^\s|]+[^\s|;,.)]/gi;

export interface RowEvidence {
	/** quotations with their source; empty where one of them cannot be used */
	evidence: ImportedEvidence[];
	/** the quotations where they cannot be used: nothing that the row says is lost */
	pending: PendingQuotation[];
	/** ids of all sources of the row */
	cited: string[];
}

/** @param remarks receives what is missing, and what was not used */
export function readEvidence(
	cells: Cells,
	sources: SourceList,
	order: DateOrder | undefined,
	remarks: Remark[]
): RowEvidence {
	const cited = readSources(cells, sources, order, remarks);
	const quotations = splitQuotations(cells.get('quotation'), cited.length);
	const translations = split(cells.get('translation'));
	const stances = split(cells.get('stance'));
	const isPaired = cited.length === quotations.length;
	const sourceOf = (index: number) => (isPaired ? cited[index] : cited.length === 1 && cited[0]);
	const unusable = findFault(cells, { quotations, translations, cited });
	if (unusable) {
		remarks.push(unusable);
		const count = Math.max(quotations.length, translations.length);
		const pending = Array.from({ length: count }, (_, index) => ({
			source: sourceOf(index) || null,
			exact: quotations[index] ?? null,
			translation: translations[index] || null
		}));
		return { evidence: [], pending, cited };
	}
	const evidence = quotations.map((exact, index): ImportedEvidence => ({
		source: sourceOf(index) as string,
		stance: stances[index] === 'disputes' ? 'disputes' : 'supports',
		exact,
		translation: translations[index] || null
	}));
	return { evidence, pending: [], cited };
}

interface Given {
	quotations: string[];
	translations: string[];
	/** ids of sources */
	cited: string[];
}

/** @returns why the quotations of the row cannot be evidence; null if they can */
function findFault(cells: Cells, { quotations, translations, cited }: Given): Remark | null {
	const ask = (role: Role) => [
		{ kind: 'ask' as const, row: cells.number, role, value: cells.get(role) }
	];
	if (!quotations.length) {
		const kind = translations.length ? 'lone-translation' : 'no-quotation';
		return fault(kind, { role: 'quotation', fixes: ask('quotation') });
	}
	if (!cited.length) return fault('no-source', { role: 'url', fixes: ask('url') });
	if (cited.length > 1 && cited.length !== quotations.length) {
		const values = { quotations: quotations.length, sources: cited.length };
		return fault('sources-unmatched', { values, role: 'url', fixes: ask('url') });
	}
	const long = quotations.find(({ length }) => length > LIMITS.quotation);
	if (long === undefined) return null;
	const values = { length: long.length, limit: LIMITS.quotation };
	return fault('long-quotation', { values, role: 'quotation', fixes: ask('quotation') });
}

/** Several quotations: each in quotation marks, or as many as there are sources. A bar in a single one stays. */
function splitQuotations(cell: string, sources: number): string[] {
	const parts = split(cell);
	const isList = parts.length === sources || parts.every((part) => unquote(part) !== part);
	return parts.length > 1 && isList ? parts.map(unquote) : cell ? [unquote(cell)] : [];
}

function split(cell: string): string[] {
	if (!cell) return [];
	return cell.includes('|') ? cell.split(SEPARATOR).map((part) => part.trim()) : [cell];
}

/** @returns the words without the quotation marks around all of them */
function unquote(text: string): string {
	const inner = /^“([^“”]*)”$|^"([^"]*)"$|^„([^„“]*)“$|^«\s?([^«»]*?)\s?»$|^「([^「」]*)」$/.exec(
		text
	);
	return (inner?.slice(1).find((part) => part !== undefined) ?? text).trim();
}

function readSources(
	cells: Cells,
	sources: SourceList,
	order: DateOrder | undefined,
	remarks: Remark[]
): string[] {
	const { number: row } = cells;
	const address = cells.get('url');
	const urls = findAddresses(address);
	if (address && !urls.length) {
		const fixes = [{ kind: 'ask' as const, row, role: 'url' as const, value: address }];
		remarks.push(fault('not-an-address', { values: { text: address }, role: 'url', fixes }));
	}
	const named = split(cells.get('source'));
	const publishers = named.filter((name) => !findAddresses(name).length);
	if (!urls.length) urls.push(...named.flatMap(findAddresses));
	if (!urls.length && !publishers.length) urls.push(...cells.links('summary').filter(isAddress));
	const titles = split(cells.get('source-title'));
	const days = split(cells.get('published'));
	const count = Math.max(urls.length, publishers.length, titles.length);
	return Array.from({ length: count }, (_, index) => {
		const day = days[days.length > 1 ? index : 0];
		return sources.add({
			title: titles[index] ?? '',
			publisher: publishers[index] ?? (publishers.length === 1 ? publishers[0]! : ''),
			url: urls[index] ?? '',
			published: day ? readPublished({ row, role: 'published', text: day }, order, remarks) : null
		});
	});
}

function readPublished(
	cell: { row: number; role: Role; text: string },
	order: DateOrder | undefined,
	remarks: Remark[]
) {
	const reading = readDate(cell, order);
	remarks.push(...reading.remarks.filter(({ isNote }) => !isNote));
	const { date } = reading;
	if (!date?.end) return null;
	const moment = date.kind === 'period' ? parseEdtf(`[${date.start}..${date.end}]`)! : date;
	return { edtf: moment.edtf, start: moment.start, end: moment.end! };
}

function findAddresses(text: string): string[] {
	if (!text.includes('://')) return [];
	return (text.match(ADDRESS) ?? []).filter(isAddress).map((address) => new URL(address).href);
}

function isAddress(text: string): boolean {
	return /^https?:\/\//i.test(text) && URL.canParse(text);
}
