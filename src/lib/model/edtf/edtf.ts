/** Parses the subset of EDTF (ISO 8601-2) that a timeline needs, and resolves it to days. */
import { isReversed, parseDay } from '../date.ts';
import { explainEveryday, explainOpen } from './advice.ts';
import { parsePart } from './single-date.ts';
import type { DatePart } from './single-date.ts';

/**
 * `single` is one date, `set` is `[a,b]`, `range` is `[a..b]`, `period` is `a/b`, `open` is `a/..`.
 * The last two are periods, the others moments.
 */
export type DateForm = 'single' | 'set' | 'range' | 'period' | 'open';

export interface ParsedDate {
	edtf: string;
	form: DateForm;
	parts: DatePart[];
	/** first day, inclusive, `yyyy-mm-dd` */
	start: string;
	/** last day, inclusive; null while ongoing */
	end: string | null;
	kind: 'moment' | 'period';
	/** true if any part is */
	approximate: boolean;
	/** true if any part is */
	uncertain: boolean;
	ongoing: boolean;
}

/**
 * The `edtf` library parses single dates. Sets and intervals are handled here, because the library's
 * maximum of `[a..b]` is wrong and its maximum of `2010/` is 1970.
 * @throws {Error} with one clause as its message: the fault and the remedy
 */
export function parseDate(edtf: string): ParsedDate {
	const { form, parts } = splitOrExplain(edtf);
	const ongoing = form === 'open';
	const kind = ongoing || form === 'period' ? 'period' : 'moment';
	const start = parts[0]!.start;
	const end = ongoing ? null : parts.at(-1)!.end;
	if (end && isReversed(start, end)) throw refuse(edtf, 'ends before it starts');
	return {
		edtf,
		form,
		parts,
		start,
		end,
		kind,
		approximate: parts.some((part) => part.approximate),
		uncertain: parts.some((part) => part.uncertain),
		ongoing
	};
}

/** An everyday date may look like an interval, such as “03/04/2010”: then that is what to explain. */
function splitOrExplain(edtf: string): { form: DateForm; parts: DatePart[] } {
	try {
		return splitDate(edtf);
	} catch (error) {
		const remedy = explainEveryday(edtf);
		if (remedy) throw refuse(edtf, remedy);
		const closed = edtf.replace(/\s+/g, '');
		if (closed === edtf || !isDate(closed)) throw error;
		throw refuse(edtf, `has a space in it: write "${closed}"`);
	}
}

function isDate(text: string): boolean {
	try {
		return Boolean(splitDate(text));
	} catch {
		return false;
	}
}

function splitDate(edtf: string): { form: DateForm; parts: DatePart[] } {
	if (/^\[.*\]$/.test(edtf)) return splitSet(edtf);
	if (/^\{.*\}$/.test(edtf)) {
		throw refuse(
			edtf,
			'means all of its dates: write "[…]" for one of them, or one event per date'
		);
	}
	if (edtf.includes('/')) return splitInterval(edtf);
	return { form: 'single', parts: [parsePart(edtf)] };
}

function splitSet(edtf: string): { form: DateForm; parts: DatePart[] } {
	const isRange = edtf.includes('..');
	const dates = edtf.slice(1, -1).split(isRange ? '..' : ',');
	if (isRange && edtf.includes(',')) {
		throw refuse(edtf, 'mixes a list and a range: write "[a,b,c]" or "[a..b]"');
	}
	if (isRange && (dates.length !== 2 || dates.includes(''))) throw refuseOpen(edtf, dates);
	if (dates.length < 2) {
		throw refuse(edtf, 'has one date in brackets: leave out the brackets, or add the other dates');
	}
	const parts = dates.map(parsePart);
	if (parts.some(({ precision }) => precision !== parts[0]!.precision)) {
		throw refuse(
			edtf,
			'mixes precisions: write all of its dates as days, all as months or all as years'
		);
	}
	if (parts.some(({ precision }) => precision === 'division')) {
		throw refuse(edtf, 'has a season or part of a year in a set: write months');
	}
	if (isRange && parts.some((part) => part.approximate || part.uncertain)) {
		throw refuse(
			edtf,
			'has a mark on the end of a range, which EDTF does not allow: write a wider range'
		);
	}
	const later = parts.slice(1);
	const isLate = (part: DatePart, index: number) =>
		parseDay(part.start) > parseDay(parts[index]!.start);
	if (!isRange && !later.every(isLate)) {
		throw refuse(edtf, 'is out of order: write the earliest date first, and each once');
	}
	return { form: isRange ? 'range' : 'set', parts };
}

function refuseOpen(edtf: string, dates: string[]): Error {
	const known = dates.filter(Boolean);
	const isPlain = known.length === 1 && /^-?\d{4}(-\d\d){0,2}$/.test(known[0]!);
	const remedy = isPlain
		? explainOpen(dates[0]!, dates[1]!)
		: 'needs a first and a last date: write both, such as "[2018-03..2018-12]"';
	return refuse(edtf, remedy);
}

function splitInterval(edtf: string): { form: DateForm; parts: DatePart[] } {
	const [from = '', to = '', ...rest] = edtf.split('/');
	if (rest.length > 0) throw refuse(edtf, 'has more than one "/": write a start and an end');
	if (from === '' || from === '..') {
		throw refuse(edtf, 'has no start: write the first date that the source gives');
	}
	if (to === '') throw refuse(edtf, `has no end: write "${from}/.." for what is still going on`);
	const parts = (to === '..' ? [from] : [from, to]).map(parsePart);
	if (parts.some(({ precision }) => precision === 'division')) {
		throw refuse(edtf, 'has a season or part of a year in a period: write months');
	}
	if (to !== '..' && parts[0]!.start === parts[1]!.start && parts[0]!.end === parts[1]!.end) {
		throw refuse(edtf, `starts and ends with the same date: write "${from}"`);
	}
	return { form: to === '..' ? 'open' : 'period', parts };
}

function refuse(edtf: string, why: string): Error {
	return new Error(`${JSON.stringify(edtf)} ${why}`);
}
