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
		const day = formatDay(end ? part.end - DAY : part.start);
		return ['is not a day', `give the ${end ? 'last' : 'first'} one, "${day}"`];
	}
	const day = text.split(/[T ]/)[0]!;
	if (isDay(day)) return ['has a time of day', `give "${day}"`];

	const [, year, month, date] = /^([+-]?\d+)-(\d\d)-(\d\d)$/.exec(text)?.map(Number) ?? [];
	if (!date || !month) return ['is not a day', `give one ${SUCH_AS}`];
	if (year! < YEARS.first || year! > YEARS.last)
		return ['is out of reach', `years run from ${YEARS.first} to ${YEARS.last}`];
	if (month > 12) return ['does not exist', 'a year has 12 months'];
	const days = daysInMonth(year!, month);
	if (date > days) return ['does not exist', `that month has ${days} days`];
	return ['is not a day', `give one ${SUCH_AS}`];
}

function isDay(text: string): boolean {
	return !Number.isNaN(parseDay(text));
}
