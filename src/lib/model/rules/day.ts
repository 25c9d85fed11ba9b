import { daysInMonth, formatDay, parseDay, parsePartialDay, YEARS, DAY } from '../date.ts';
import { quote } from '../error-text.ts';
import { isAbsent } from './value.ts';

export const SUCH_AS = 'such as "2010-04-06"';

/**
 * @param value of a field that should be a day
 * @param field name, for the sentence
 * @param end whether the field is the last day of a span, for the remedy
 * @returns predicate of a sentence; empty for a day
 */
export function dayFault(value: unknown, field: string, end = false): string {
	if (typeof value === 'string' && isDay(value)) return '';
	const text = isAbsent(value) ? '' : quote(value).replace(/^"(.*)"$/, '$1');
	const isWords = isAbsent(value) || (typeof value === 'string' && !/\d/.test(value));
	if (isWords && !end) return `has no "${field}" ${SUCH_AS}`;
	const [what, remedy] = isWords ? ['is not a day', ''] : explain(text, end);
	return `has a "${field}" that ${what}: ${quote(value)}${remedy && `; ${remedy}`}`;
}

/** @returns what is wrong with the text, and what would be right */
function explain(text: string, end: boolean): [what: string, remedy: string] {
	const part = parsePartialDay(text);
	if (part) {
		const unit = /\d-\d/.test(text) ? 'month' : 'year';
		const [which, time] = end ? ['last', part.end - DAY] : ['first', part.start];
		return [`is a ${unit}, not a day`, `give its ${which} day, "${formatDay(time)}"`];
	}
	const day = /^([^T ]*)[T ]\d/.exec(text)?.[1] ?? '';
	if (isDay(day)) return ['has a time of day', `give the day alone, "${day}"`];

	const [, sign = '', digits = '', month, date] = PARTS.exec(text) ?? [];
	const year = Number(sign + digits);
	if (digits && (year < YEARS.first || year > YEARS.last))
		return ['is out of reach', `years run from ${YEARS.first} to ${YEARS.last}`];
	if (date && (+month! < 1 || +month! > 12)) return ['does not exist', 'months run from 01 to 12'];
	const days = date ? daysInMonth(year, +month!) : 0;
	if (date && (+date < 1 || +date > days)) return ['does not exist', `that month has ${days} days`];
	const padded = [digits.padStart(4, '0'), month?.padStart(2, '0'), date?.padStart(2, '0')];
	const right = (sign || (digits.length > 4 ? '+' : '')) + padded.join('-');
	return ['is not a day', isDay(right) ? `give "${right}"` : `give one ${SUCH_AS}`];
}

/** Sign, year, month and day, however many digits they have, or with none between them: `20100406`. */
const PARTS = /^([+-]?)(\d{4}(?=\d{4}$)|\d+(?=-|$))(?:-?(\d\d?)-?(\d\d?))?$/;

function isDay(text: string): boolean {
	return !Number.isNaN(parseDay(text));
}
