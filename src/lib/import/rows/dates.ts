/** From the cell of a date to EDTF. */
import { daysInMonth, formatDay, DAY } from '../../model/date.ts';
import { parseDate, type ParsedDate } from '../../model/edtf/edtf.ts';
import { readEveryday, type EverydayDate } from '../../model/edtf/everyday.ts';
import { fault, note } from '../remarks.ts';
import type { DateOrder, Fix, Remark, Role } from '../types.ts';

export interface DateCell {
	row: number;
	/** of the cell that a correction writes */
	role: Role;
	text: string;
}

export interface DateReading {
	/** null if the cell has no date that could be read without a guess */
	date: ParsedDate | null;
	remarks: Remark[];
}

/** The last results: most tables repeat their dates, and rare forms take long. */
class Cache<T> {
	#results = new Map<string, T>();

	get(key: string, compute: (key: string) => T): T {
		let result = this.#results.get(key);
		if (result !== undefined) return result;
		result = compute(key);
		if (this.#results.size >= 50_000) this.#results.clear();
		this.#results.set(key, result);
		return result;
	}
}

const parsed = new Cache<ParsedDate | null>();
const everyday = new Cache<EverydayDate | null>();

/** @returns null for anything but EDTF */
export function parseEdtf(text: string): ParsedDate | null {
	return parsed.get(text, (edtf) => {
		try {
			return parseDate(edtf);
		} catch {
			return null;
		}
	});
}

const TIME =
	/^(.*?[\d日号])(?:[T ,]+|,? (?:at|um|alle|ore) )(?:[01]?\d|2[0-3])[:.][0-5]\d(?:[:.][0-5]\d(?:[.,]\d+)?)?(?: ?[ap]\.?m\.?| uhr)?(?:z| ?[+-]\d\d:?\d\d| utc| gmt)?$/i;

export function readDate(cell: DateCell, order: DateOrder | undefined): DateReading {
	const text = cell.text.trim();
	const day = TIME.exec(text)?.[1];
	if (day === undefined) return readDay({ ...cell, text }, order);
	const reading = readDay({ ...cell, text: day }, order);
	if (!reading.date) return reading;
	const values = { text, date: reading.date.edtf };
	return { ...reading, remarks: [...reading.remarks, note('time-dropped', { values })] };
}

function readDay(cell: DateCell, order: DateOrder | undefined): DateReading {
	const { text, role } = cell;
	const exact = isYears(text) ? null : (parseEdtf(text) ?? parseEdtf(addHyphens(text)));
	if (exact) return { date: exact, remarks: [] };
	const found = isYears(text) ? splitYears(text) : everyday.get(text, readEveryday);
	if (found) return readEverydayDate(cell, found, order);
	const serial = readSerial(text);
	const write = writeTo(cell);
	const fixes = serial ? [write(serial)] : [{ ...write(text), kind: 'ask' as const }];
	if (serial) return unread('write-instead', { text, first: serial }, role, fixes);
	return unread('not-a-date', { text }, role, fixes);
}

function writeTo({ row, role }: DateCell) {
	return (value: string) => ({ kind: 'cell' as const, row, role, value });
}

function unread(
	kind: Remark['kind'],
	values: Remark['values'],
	role: Role,
	fixes: Fix[]
): DateReading {
	return { date: null, remarks: [fault(kind, { values, role, fixes })] };
}

function readEverydayDate(
	cell: DateCell,
	{ kind, readings, mark }: EverydayDate,
	order: DateOrder | undefined
): DateReading {
	const { text, role } = cell;
	const [first, second] = readings as [string, string?];
	const write = writeTo(cell);
	const fixes = readings.map(write);
	switch (kind) {
		case 'order': {
			if (order) return { date: parseEdtf(order === 'dmy' ? first : second!), remarks: [] };
			return unread('order-unknown', { text }, role, fixes);
		}
		case 'month-or-years':
		case 'decade-or-century':
		case 'masked':
			return unread('two-readings', { text, first, second: second! }, role, fixes);
		case 'part':
			return unread('write-instead', { text, first }, role, fixes);
		case 'no-earliest':
		case 'no-latest':
		case 'no-start':
			return unread(kind, { text, template: first }, role, [{ ...write(first), kind: 'ask' }]);
	}
	if (mark === '?' && text.endsWith('?')) {
		const plain = first.slice(0, -1);
		const both = [write(plain), write(first)];
		return unread('two-readings', { text, first: plain, second: first }, role, both);
	}
	const date = parseEdtf(first);
	if (!date) return unread('not-a-date', { text }, role, []);
	const values = { text, date: first };
	const remarks: Remark[] = [];
	if (kind === 'span' && second)
		remarks.push(
			note('period', { values: { ...values, other: second }, role, fixes: [write(second)] })
		);
	else if (kind !== 'date') remarks.push(note('read-as', { values, role }));
	if (mark) remarks.push(note(mark === '~' ? 'about' : 'uncertain', { values, role }));
	if (date.start < '0001' || date.start.startsWith('-'))
		remarks.push(note('year-bce', { values, role }));
	if (order && isInOtherOrder(text, order)) remarks.push(note('other-order', { values, role }));
	return { date, remarks };
}

/** `12/31/2010` in a file of days first. */
function isInOtherOrder(text: string, order: DateOrder): boolean {
	const [, first, second] = /^(\d{1,2})[/-](\d{1,2})[/-]\d{4}$/.exec(text)?.map(Number) ?? [];
	return order === 'dmy' ? second! > 12 : first! > 12;
}

/** `1914-40`: first half of 1914 in EDTF, and the years 1914 to 1940 for everybody else. */
function isYears(text: string): boolean {
	const [, year, code] = /^(\d{4})-([234]\d)$/.exec(text)?.map(Number) ?? [];
	return code! > year! % 100 && parseEdtf(text) !== null;
}

function splitYears(text: string): EverydayDate {
	const { start, end } = parseEdtf(text)!;
	const [century, code] = [text.slice(0, 2), text.slice(5)];
	const years = `${text.slice(0, 4)}/${century}${code}`;
	const months = `[${start.slice(0, -3)}..${end!.slice(0, -3)}]`;
	return { kind: 'month-or-years', readings: [years, months], mark: '' };
}

function addHyphens(text: string): string {
	return text.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3');
}

/** First and last number that is taken for a spreadsheet's day: 1927 to 2064, without years. */
const SERIALS = [10_000, 60_000] as const;

/** @returns the day of a spreadsheet's number, counted from 30 December 1899; null for other texts */
function readSerial(text: string): string | null {
	const number = /^\d{5}$/.test(text) ? Number(text) : NaN;
	if (!(number >= SERIALS[0] && number <= SERIALS[1])) return null;
	return formatDay(Date.UTC(1899, 11, 30) + number * DAY);
}

/**
 * A year, month and day in cells of their own, as TimelineJS has them.
 * @param role of the cell that a correction writes
 */
export function readParts(
	row: number,
	role: Role,
	[year, month, day]: [string, string, string],
	order: DateOrder | undefined
): DateReading {
	const text = [day, month, year].filter(Boolean).join(' ');
	if (!month && !day && !/^-?\d{1,3}$/.test(year))
		return readDate({ row, role, text: year }, order);
	const edtf = joinParts(year, month, day);
	const date = edtf ? parseEdtf(edtf) : null;
	const write = writeTo({ row, role, text });
	if (!date) {
		const named = readDate({ row, role, text }, order);
		return named.date
			? named
			: unread('not-a-date', { text }, role, [{ ...write(''), kind: 'ask' }]);
	}
	if (/^\d\d$/.test(year)) {
		const recent = `19${edtf!.slice(2)}`;
		return unread('two-readings', { text, first: edtf!, second: recent }, role, [
			write(edtf!),
			write(recent)
		]);
	}
	const remarks = year.startsWith('-') ? [note('year-bce', { values: { text, date: edtf! } })] : [];
	return { date, remarks };
}

/** @returns EDTF; TimelineJS counts years before Christ without a year 0: `-44` is `-0043` */
function joinParts(year: string, month: string, day: string): string | null {
	if (!/^-?\d{1,4}$/.test(year) || (day && !month)) return null;
	const number = Number(year);
	const counted = number < 0 && year.length < 5 ? number + 1 : number;
	const years = (counted < 0 ? '-' : '') + String(Math.abs(counted)).padStart(4, '0');
	const parts = [month, day].filter(Boolean);
	if (!parts.every((part) => /^\d{1,2}$/.test(part))) return null;
	if (day && Number(day) > daysInMonth(counted, Number(month))) return null;
	return [years, ...parts.map((part) => part.padStart(2, '0'))].join('-');
}

/** @returns a period from the start of one date to the end of another */
export function joinDates(first: ParsedDate, last: ParsedDate, role: Role): DateReading {
	const from = first.ongoing ? first.edtf.replace('/..', '') : first.edtf;
	if (from === last.edtf) return { date: parseEdtf(from), remarks: [] };
	const isOne = ({ form }: ParsedDate) => form === 'single';
	if (!(isOne(first) || first.ongoing) || !isOne(last))
		return unread('two-ends', { text: isOne(last) ? first.edtf : last.edtf }, role, []);
	// EDTF has no seasons, decades or centuries at the ends of a period: their first and last month
	const months = `${first.start.slice(0, -3)}/${last.end!.slice(0, -3)}`;
	const date = parseEdtf(`${from}/${last.edtf}`) ?? parseEdtf(months);
	if (date) return { date, remarks: [] };
	return unread('reversed', { first: from, last: last.edtf }, role, []);
}
