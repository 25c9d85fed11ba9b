/** Dates in a query: years, months and days, in words or in figures. */
import * as m from '../../language/messages.ts';
import { overlaps, parsePartialDay, spanOf, type DatedDays, type Span } from '../date.ts';
import { fold } from './words.ts';

export interface QueryDate {
	/** position in the query */
	index: number;
	length: number;
	span: Span;
	/** of how many parts the date is: 1 for a year, 2 for a month, 3 for a day */
	parts: number;
	/** in words of the page: `March 2018` */
	words: string;
}

const FORMATS: Intl.DateTimeFormatOptions[] = [
	{ month: 'long' },
	{ month: 'short' },
	// in some languages another case or abbreviation
	{ month: 'long', day: 'numeric' },
	{ month: 'short', year: 'numeric' }
];
const PAGE: Intl.DateTimeFormatOptions[] = [
	{ year: 'numeric' },
	{ year: 'numeric', month: 'long' },
	{ year: 'numeric', month: 'long', day: 'numeric' }
];
const BEFORE = '(?<![\\p{L}\\p{N}])';
const AFTER = '(?![\\p{L}\\p{N}])';
const DAY_OF = '(?<day>\\d{1,2})(?:st|nd|rd|th|o|\\.)?';

/** @returns number of each month, 1 to 12, by its folded names in the language; empty for an unknown language */
function monthsOf(language: string): [string, number][] {
	try {
		return FORMATS.flatMap((options) => {
			const format = new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' });
			return Array.from({ length: 12 }, (_, index): [string, number] => {
				const parts = format.formatToParts(Date.UTC(2000, index));
				const name = parts.find(({ type }) => type === 'month')?.value ?? '';
				return [fold(name).replaceAll('.', ''), index + 1];
			}).filter(([name]) => /^\p{L}/u.test(name));
		});
	} catch {
		return [];
	}
}

const readers = new Map<string, DateReader>();

/**
 * @param query folded
 * @param languages BCP 47, in which the names of months are understood
 * @returns the dates of the query in order, without overlaps
 */
export function findDates(query: string, languages: Iterable<string>): QueryDate[] {
	if (!/\d{4}/.test(query)) return [];
	const key = [...languages].join();
	let reader = readers.get(key);
	if (!reader) readers.set(key, (reader = new DateReader(languages)));
	return reader.find(query);
}

/** Finds dates in queries; understands the names of months in some languages. */
class DateReader {
	#months: Map<string, number>;
	#patterns: RegExp[];

	/** @param languages BCP 47 */
	constructor(languages: Iterable<string>) {
		this.#months = new Map([...languages].flatMap(monthsOf));
		// no name has characters that mean something in a pattern; the longer one of two that begin alike is first
		const names = [...this.#months.keys()].sort((a, b) => b.length - a.length).join('|');
		const month = `(?<name>${names || '[]'})\\.?`;
		this.#patterns = [
			'(?<!\\p{N})(?<year>\\d{4})\\s*年\\s*(?<month>\\d{1,2})\\s*月(?:\\s*(?<day>\\d{1,2})\\s*[日号])?',
			`${BEFORE}(?<year>\\d{4})([-/.])(?<month>\\d{1,2})(?:\\2(?<day>\\d{1,2}))?${AFTER}`,
			`${BEFORE}(?:${DAY_OF}\\s+(?:(?:de|of)\\s+)?)?${month},?\\s+(?:(?:del?|of)\\s+)?(?<year>\\d{4})${AFTER}`,
			`${BEFORE}${month}\\s+${DAY_OF},?\\s+(?<year>\\d{4})${AFTER}`,
			`(?<!\\p{N})(?<year>\\d{4})(?:\\s*年\\s*|,?\\s+)(?<name>${names || '[]'})(?!\\p{L})`,
			`(?<!\\p{N})(?<year>\\d{4})\\s*年|${BEFORE}(?<year2>\\d{4})${AFTER}`
		].map((pattern) => new RegExp(pattern, 'gu'));
	}

	find(query: string): QueryDate[] {
		const dates: QueryDate[] = [];
		for (const pattern of this.#patterns)
			for (const match of query.matchAll(pattern)) {
				const date = this.#read(match);
				const isFree = dates.every(
					({ index, length }) =>
						index + length <= match.index || index >= match.index + match[0].length
				);
				if (date && isFree) dates.push(date);
			}
		return dates.sort((a, b) => a.index - b.index);
	}

	#read({ 0: text, index, groups }: RegExpMatchArray): QueryDate | null {
		const { year = groups!.year2, name, day } = groups!;
		const month = name ? this.#months.get(name) : groups!.month;
		const given = [year, month, day].filter((part) => part !== undefined);
		const span = parsePartialDay(given.map((part) => String(part).padStart(2, '0')).join('-'));
		if (!span) return null;
		const format = new Intl.DateTimeFormat(m.format_locale(), {
			...PAGE[given.length - 1],
			timeZone: 'UTC'
		});
		const words = format.format(span.start);
		return { index: index!, length: text.length, span, parts: given.length, words };
	}
}

/**
 * Whether an event may have been at the date of a query. Its own date must be known as exactly: one in 2018 is found by
 * “2018”, but not by “March 2018”.
 */
export function isAt(date: DatedDays & { edtf?: string }, { span, parts }: QueryDate): boolean {
	return overlaps(spanOf(date), span) && (parts === 1 || isKnownTo(date, parts));
}

function isKnownTo({ edtf, label, start, end }: DatedDays & { edtf?: string }, parts: number) {
	const known = parts === 2 ? /^[^X]*\d-(?:0\d|1[0-2])(?!\d)/ : /^[^X]*\d-\d\d-\d\d/;
	if (edtf) return edtf.split(/[[\]{},/]|\.\./).every((one) => !one || known.test(one));
	// without a label its days are shown; what a label says is not known
	const unit = (day: string) => (parts === 2 ? day.slice(0, -'-dd'.length) : day);
	return !label || (end !== null && unit(start) === unit(end));
}
