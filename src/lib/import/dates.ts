/** From the cell of a date to EDTF. */
import { parseDate, type ParsedDate } from '../model/edtf/edtf.ts';
import { readEveryday } from '../model/edtf/everyday.ts';
import { fault } from './remarks.ts';
import type { DateOrder, Remark, Role } from './types.ts';

export interface DateCell {
	row: number;
	role: Role;
	text: string;
}

export interface DateReading {
	/** null if the cell has no date that could be read without a guess */
	date: ParsedDate | null;
	remarks: Remark[];
}

const cache = new Map<string, ParsedDate | null>();

/** @returns the parsed EDTF; null for anything else. Cached, since a table has few different dates that take long. */
function parse(edtf: string): ParsedDate | null {
	let parsed = cache.get(edtf);
	if (parsed === undefined) {
		try {
			parsed = parseDate(edtf);
		} catch {
			parsed = null;
		}
		if (cache.size > 50_000) cache.clear();
		cache.set(edtf, parsed);
	}
	return parsed;
}

export function readDate({ row, role, text }: DateCell, order: DateOrder | undefined): DateReading {
	const cell = text.trim();
	const exact = parse(cell);
	if (exact) return { date: exact, remarks: [] };
	const words = cell.normalize('NFKC').toLowerCase().replace(/[–—−]/g, '-').replace(/\s+/g, ' ');
	const readings = readEveryday(words);
	const values = { text: cell };
	const write = (value: string) => ({ kind: 'cell' as const, row, role, value });
	const [first, second] = readings;
	if (first && second) {
		if (order) return { date: parse(order === 'dmy' ? first : second), remarks: [] };
		const fixes = [write(first), write(second)];
		return { date: null, remarks: [fault('order-unknown', { values, role, fixes })] };
	}
	if (first) return { date: parse(first), remarks: [] };
	return { date: null, remarks: [fault('not-a-date', { values, role })] };
}

/** @returns a period from the start of one date to the end of another */
export function joinDates(
	first: ParsedDate,
	last: ParsedDate,
	row: number,
	role: Role
): DateReading {
	if (first.kind === 'period' || last.kind === 'period')
		return { date: null, remarks: [fault('two-ends', { role })] };
	if (first.edtf === last.edtf) return { date: first, remarks: [] };
	const plain = parse(`${first.edtf}/${last.edtf}`);
	if (plain) return { date: plain, remarks: [] };
	const whole = parse(`${first.start}/${last.end}`);
	if (whole) return { date: whole, remarks: [] };
	const values = { first: first.edtf, last: last.edtf };
	return { date: null, remarks: [fault('reversed', { values, role })] };
}
