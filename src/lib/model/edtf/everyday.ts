/**
 * Everyday dates, such as “12 May 1865”, “c. 1871” or “the 1960s”, in EDTF. Nothing is guessed: a text with two readings
 * has both.
 */
import { daysInMonth, parsePartialDay } from '../date.ts';
import * as words from './everyday-words.ts';
import { readFigures, readNamed, type Parts } from './everyday-parts.ts';

/**
 * What kind of date it is, and so what its readings are:
 * `date`, `ongoing`: one reading
 * `part`: an example of a part of a year that has no exact limits, “late 2017”
 * `span`: lasting from a to b; one moment between; `between`: the moment alone
 * `order`, `month-or-years`, `decade-or-century`: two readings
 * `masked`: a decade without the mark that EDTF does not allow on one; a wider range
 * `no-earliest`, `no-latest`, `no-start`: one reading, with a placeholder such as `YYYY` for what is not said
 */
export type EverydayKind =
	| 'date'
	| 'ongoing'
	| 'part'
	| 'span'
	| 'between'
	| 'order'
	| 'month-or-years'
	| 'decade-or-century'
	| 'masked'
	| 'no-earliest'
	| 'no-latest'
	| 'no-start';

export interface EverydayDate {
	kind: EverydayKind;
	/** in EDTF; of `order`, day first, then month first */
	readings: string[];
	/** whether it was said to be about then, or perhaps then */
	mark: '' | '~' | '?';
}

const PLACEHOLDERS = ['YYYY', 'YYYY-MM', 'YYYY-MM-DD'];

/** @returns null for a text that is not an everyday date */
export function readEveryday(text: string): EverydayDate | null {
	const folded = words.fold(text);
	return (
		readYearsByDash(text) ??
		readOne(folded) ??
		readMarked(folded, words.ABOUT, '~') ??
		readMarked(folded, words.PERHAPS, '?') ??
		readEra(folded) ??
		readPart(folded) ??
		readLimit(folded) ??
		readRange(folded)
	);
}

function result(kind: EverydayKind, ...readings: string[]): EverydayDate {
	return { kind, readings, mark: '' };
}

/** “1914–18” with an en dash: two years, or a month if that can be. */
function readYearsByDash(text: string): EverydayDate | null {
	const [, first, last] = /^\s*(\d{4})\s?[–—]\s?(\d\d)\s*$/.exec(text) ?? [];
	if (!first || Number(last) <= Number(first) % 100) return null;
	const years = [first, first.slice(0, 2) + last!];
	if (Number(last) <= 12) return result('month-or-years', `${first}-${last}`, years.join('/'));
	return result('span', years.join('/'), `[${years.join('..')}]`);
}

/** A year, month or day, in figures or with the month's name. */
function readOne(folded: string): EverydayDate | null {
	const { rest, era } = words.splitEra(folded);
	const all = readAll(rest, era);
	const [first, second] = all;
	if (!first) return null;
	const [, year, next] = /^(\d{4})[/-](\d\d)$/.exec(rest) ?? [];
	if (year && Number(next) === (Number(year) % 100) + 1 && !era)
		return result('month-or-years', first, `${year}/${Number(year) + 1}`);
	return second ? result('order', first, second) : result('date', first);
}

function readAll(rest: string, era: words.Era): string[] {
	const readings = readFigures(rest, era !== null) ?? readNamed(rest, era !== null);
	return [...new Set(readings.flatMap((parts) => toEdtf(parts, era) ?? []))];
}

/** @returns null for a day or a month that is not in the calendar, and for the year 0 */
function toEdtf({ year, month, day }: Parts, era: words.Era): string | null {
	if (year === undefined || year < 1 || (month !== undefined && (month < 1 || month > 12)))
		return null;
	const counted = era === 'bce' ? 1 - year : year;
	if (day !== undefined && (day < 1 || day > daysInMonth(counted, month!))) return null;
	return [formatYear(counted), ...[month, day].flatMap((part) => pad(part))].join('-');
}

function pad(part: number | undefined): string[] {
	return part === undefined ? [] : [String(part).padStart(2, '0')];
}

function formatYear(year: number): string {
	return (year < 0 ? '-' : '') + String(Math.abs(year)).padStart(4, '0');
}

function readMarked(folded: string, pattern: RegExp, mark: '~' | '?'): EverydayDate | null {
	const rest = folded.replace(pattern, '').trim();
	if (rest === folded) return null;
	const decade = readDecade(rest);
	if (decade) return { ...result('masked', decade, widen(decade)), mark };
	const one = readOne(rest) ?? readPart(rest);
	if (!one || one.kind === 'part' || one.kind === 'month-or-years') return null;
	return { ...one, readings: one.readings.map((date) => date + mark), mark };
}

/** @param masked a decade or century, `196X` or `19XX` @returns a range with a margin on both sides */
export function widen(masked: string): string {
	const [years, margin] = masked.endsWith('XX') ? [100, 20] : [10, 5];
	const start = Number(masked.replaceAll('X', '0'));
	const ends = [start - margin, start + years - 1 + margin];
	return `[${ends.map((year) => formatYear(Math.max(1, year))).join('..')}]`;
}

function readDecade(folded: string): string | null {
	const decade = words.DECADES.map((pattern) => pattern.exec(folded)?.[1]).find(Boolean);
	return decade ? `${decade}X` : null;
}

function readEra(folded: string): EverydayDate | null {
	const decade = readDecade(folded);
	if (decade?.endsWith('0X')) return result('decade-or-century', decade, `${decade.slice(0, 2)}XX`);
	if (decade) return result('date', decade);
	const century = words.readCentury(folded);
	return century === null ? null : result('date', `${pad(century - 1)}XX`);
}

/** “spring 2010”, “Q1 2010”, “the second half of 2010”, “late 2017” */
function readPart(folded: string): EverydayDate | null {
	const { name, year } = words.splitPart(folded);
	const code = words.CODES[name];
	if (code) return result('date', `${year}-${code}`);
	const months = words.PARTS[name];
	return months ? result('part', `[${year}-${months[0]}..${year}-${months[1]}]`) : null;
}

/** “before 1902”, “by May 1902”, “after 1902”, “since 1902” */
function readLimit(folded: string): EverydayDate | null {
	const { limit, rest } = words.splitLimit(folded);
	const date = limit && exactly(rest);
	if (!date) return null;
	switch (limit) {
		case 'since':
			return result('ongoing', `${date}/..`);
		case 'until':
			return result('no-start', `${placeholderOf(date)}/${date}`);
		case 'after':
			return result('no-latest', `[${step(date, 1)}..${placeholderOf(date)}]`);
		default: {
			const last = limit === 'by' ? date : step(date, -1);
			return result('no-earliest', `[${placeholderOf(date)}..${last}]`);
		}
	}
}

/** “1901-1905”, “from May 1901 to 1905”, “12-14 May 1865”, “2010 to present” */
function readRange(folded: string): EverydayDate | null {
	const split = words.splitRange(folded);
	if (!split) return null;
	const { isBetween, first, last } = split;
	const from = exactly(first);
	if (from && words.OPEN_END.test(last)) return result('ongoing', `${from}/..`);
	const to = exactly(last) ?? completeEnd(first, last);
	const start = to && completeStart(first, last);
	if (!start || !to || start === to) return null;
	if (parsePartialDay(start)!.start > parsePartialDay(to)!.start) return null;
	const moment = isSamePrecision(start, to) ? [`[${start}..${to}]`] : [];
	if (isBetween) return moment[0] ? result('between', moment[0]) : null;
	return result('span', `${start}/${to}`, ...moment);
}

/** @returns the date with the month and year of the end, or the year alone, where it has none of its own */
function completeStart(first: string, last: string): string | null {
	const end = words.splitEra(last);
	const start = words.splitEra(first);
	const era = start.era ?? end.era;
	const [own] = readFigures(start.rest, era !== null) ?? readNamed(start.rest, era !== null);
	const isShort = end.era !== null;
	const [whole] = readFigures(end.rest, isShort) ?? readNamed(end.rest, isShort);
	const other: Parts | null = whole ?? words.readDayAndYear(end.rest);
	if (own?.year !== undefined) return start.era === era ? exactly(first) : toEdtf(own, era);
	const part = words.readBare(start.rest);
	if (!part || !other) return null;
	const month = part.month ?? other.month;
	return toEdtf({ year: other.year, month, day: part.day }, era);
}

/** “May 12-14, 1865”: the end has the month of the start. */
function completeEnd(first: string, last: string): string | null {
	const month = words.readBare(first)?.month;
	const end = words.readDayAndYear(last);
	return month && end ? toEdtf({ ...end, month }, null) : null;
}

/** @returns the only reading of a date without a mark; null otherwise */
function exactly(folded: string): string | null {
	const one = readOne(folded);
	return one?.kind === 'date' ? one.readings[0]! : null;
}

function isSamePrecision(a: string, b: string): boolean {
	return a.replace(/^-/, '').split('-').length === b.replace(/^-/, '').split('-').length;
}

function placeholderOf(date: string): string {
	return PLACEHOLDERS[date.replace(/^-/, '').split('-').length - 1]!;
}

/** @returns the next or the previous day, month or year */
function step(date: string, by: 1 | -1): string {
	const [year, month, day] = date.split(/(?<!^)-/).map(Number) as [number, number?, number?];
	const next = new Date(0);
	next.setUTCFullYear(
		month ? year : year + by,
		month ? month - 1 + (day ? 0 : by) : 0,
		day ? day + by : 1
	);
	const units = [next.getUTCFullYear(), next.getUTCMonth() + 1, next.getUTCDate()];
	const [first, ...rest] = units.slice(0, date.replace(/^-/, '').split('-').length);
	return [formatYear(first!), ...rest.flatMap(pad)].join('-');
}
