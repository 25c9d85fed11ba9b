/** One date inside an EDTF string: `2010-04-06`, `2010-10~`, `2021-41`, `201X`. */
import edtf, { parse } from 'edtf';
import type { Parsed } from 'edtf';
import { daysInMonth } from '../date.ts';
import { explainEveryday, explainMaskedMark } from './advice.ts';

export type Precision = 'century' | 'decade' | 'year' | 'division' | 'month' | 'day';

export interface DatePart {
	precision: Precision;
	year: number;
	/** 1 to 12; 0 if the precision has no month */
	month: number;
	/** 1 to 31; 0 if the precision has no day */
	day: number;
	/** EDTF's code for a season, quarter, third or half (21 to 41); 0 for other dates */
	division: number;
	/** first day, inclusive */
	start: string;
	/** last day, inclusive */
	end: string;
	approximate: boolean;
	uncertain: boolean;
}

const SUCH_AS = 'write EDTF such as "2010-04-06", "2010-04" or "2010-10~"';

/**
 * @throws {Error} with one clause as its message: the fault and the remedy
 */
export function parsePart(text: string): DatePart {
	return parsePlain(text) ?? parseRare(text);
}

const PLAIN = /^(-?\d{4})(?:-(\d\d)(?:-(\d\d))?)?([~?%]?)$/;

/** A year, month or day: nearly all dates. The library takes a hundred times as long, which counts with 100,000 rows. */
function parsePlain(text: string): DatePart | null {
	const [, years, months, days, mark] = PLAIN.exec(text) ?? [];
	if (!years || years === '-0000') return null;
	const [year, month, day] = [Number(years), Number(months ?? 0), Number(days ?? 0)];
	const isMonth = months === undefined || (month >= 1 && month <= 12);
	if (!isMonth || (days !== undefined && !(day >= 1 && day <= daysInMonth(year, month))))
		return null;
	const last = month || 12;
	return {
		precision: day ? 'day' : month ? 'month' : 'year',
		year,
		month,
		day,
		division: 0,
		start: `${years}-${pad(month || 1)}-${pad(day || 1)}`,
		end: `${years}-${pad(last)}-${pad(day || daysInMonth(year, last))}`,
		approximate: mark === '~' || mark === '%',
		uncertain: mark === '?' || mark === '%'
	};
}

function pad(part: number): string {
	return String(part).padStart(2, '0');
}

function parseRare(text: string): DatePart {
	const mistake = findMistake(text);
	if (mistake) throw explain(text, mistake);
	let parsed: Parsed;
	try {
		parsed = parse(text, { types: ['Date', 'Season'], seasonUncertainty: true });
	} catch {
		throw explain(text, `is not a date: ${SUCH_AS}`);
	}
	const [year = 0, second = 0, day = 0] = parsed.values;
	const precision = findPrecision(parsed);
	const { min, max } = precision === 'division' ? findDivision(year, second) : edtf(parsed);
	return {
		precision,
		year,
		month: precision === 'month' || precision === 'day' ? second + 1 : 0,
		day,
		division: precision === 'division' ? second : 0,
		start: toDay(min),
		end: toDay(max),
		approximate: Boolean(parsed.approximate),
		uncertain: Boolean(parsed.uncertain)
	};
}

/** @param mistake what to say of a text that is not an everyday date either */
function explain(text: string, mistake: string): Error {
	return new Error(`${JSON.stringify(text)} ${explainEveryday(text) ?? mistake}`);
}

/** Explains input that the library accepts and we do not, or that it rejects without giving a reason. */
function findMistake(text: string): string | null {
	const bare = text.replace(/[?~%]/g, '');
	if (text === '') return `is empty: ${SUCH_AS}`;
	if (/\s/.test(text)) return `has a space in it: ${SUCH_AS}`;
	if (/^\d{6}(\d\d)?$/.test(bare)) return `has no hyphens: write "${addHyphens(bare)}"`;
	if (/^-?Y-?\d/i.test(bare)) return 'has more than four digits: years run from -9999 to 9999';
	if (bare === '-0000') return `is not a date: ${SUCH_AS}`;
	if (/^-[\dX]{2,3}X/.test(bare)) {
		return 'has a decade or century before the year 0: write its years, such as "[-0099..0000]"';
	}
	if (/^\d{4}-\d\d-\d\dT/.test(bare)) return 'has a time of day: write the day alone';
	if (/^\d{2,3}$/.test(bare)) {
		return 'is not a date: write a year in four digits, or a decade such as "201X"';
	}
	if (/[?~%]{2}/.test(text)) return 'has two marks: write "%" for both uncertain and approximate';
	if (/^\d\d[\dX]X$/.test(bare) && bare !== text) {
		return `has a mark on a decade or century, which EDTF does not allow: ${explainMaskedMark(bare)}`;
	}
	if (bare.includes('X') && !/^\d\d[\dX]X$/.test(bare)) {
		return 'has an X where only a decade or century may have one: write "201X" or "20XX", or leave out the unknown part';
	}
	const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(bare)?.map(Number) ?? [];
	if (year && month && day && month <= 12) {
		const last = daysInMonth(year, month);
		if (day > last) return `is not a date: that month has ${last} days`;
	}
	return null;
}

function findPrecision({ type, values, unspecified }: Parsed): Precision {
	if (type === 'Season') return 'division';
	if (unspecified) return unspecified === 8 ? 'decade' : 'century';
	return values.length === 1 ? 'year' : values.length === 2 ? 'month' : 'day';
}

/**
 * EDTF assigns no months to seasons: here each is a quarter of the year, spring the first (in the southern
 * hemisphere, the last). The library puts the southern summer in July, and gives thirds five months.
 * @returns the first and last millisecond
 */
function findDivision(year: number, code: number): { min: number; max: number } {
	const isSouthern = code >= 29 && code <= 32;
	const quarter = (code - (isSouthern ? 26 : 21)) % 4;
	let [first, months] = [quarter * 3, 3];
	if (code >= 37) [first, months] = [(code - 37) * 4, 4];
	if (code >= 40) [first, months] = [(code - 40) * 6, 6];
	const startOf = (month: number) => new Date(0).setUTCFullYear(year, month, 1);
	return { min: startOf(first), max: startOf(first + months) - 1 };
}

function addHyphens(digits: string): string {
	return [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)].filter(Boolean).join('-');
}

/** Years before 0 with a sign and four digits, as EDTF has them. */
function toDay(milliseconds: number): string {
	return new Date(milliseconds).toISOString().replace(/^-00/, '-').split('T')[0]!;
}
