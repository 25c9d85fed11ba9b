import { parsePartialDay } from '../date.ts';
import { list, quote } from '../error-text.ts';
import { FACETS, type Filter } from '../filter.ts';
import { STATUSES } from '../vocabulary.ts';
import { isAbsent, isRecord } from './value.ts';

const DATES = ['from', 'to'] as const;

/**
 * @returns the filter without its empty keys, copied; ids that the timeline does not have are kept, and match nothing
 * @throws TypeError for a value of the wrong type
 * @throws RangeError for an unknown status, a malformed date, or `from` after `to`
 */
export function readFilter(filter: unknown): Filter {
	if (!isRecord(filter)) throw new TypeError(`A filter is an object, not ${quote(filter)}.`);
	const read: Filter = {};
	for (const facet of FACETS) {
		const values = filter[facet];
		if (isAbsent(values)) continue;
		if (!Array.isArray(values) || values.some((value) => typeof value !== 'string'))
			throw new TypeError(`"${facet}" of a filter is an array of texts, not ${quote(values)}.`);
		if (values.length) Object.assign(read, { [facet]: [...values] });
	}
	const unknown = read.status?.find((status) => !STATUSES.includes(status));
	if (unknown !== undefined)
		throw new RangeError(`${quote(unknown)} is not a status: ${list(STATUSES, 'or')}.`);
	for (const key of [...DATES, 'q'] as const) {
		const value = filter[key];
		if (isAbsent(value) || value === '') continue;
		if (typeof value !== 'string')
			throw new TypeError(`"${key}" of a filter is text, not ${quote(value)}.`);
		read[key] = value;
	}
	for (const key of DATES)
		if (read[key] && !parsePartialDay(read[key]))
			throw new RangeError(`"${key}" of a filter is a year, a month or a day, not "${read[key]}".`);
	if (read.from && read.to) readRange(read.from, read.to);
	return read;
}

/**
 * @param from and `to`: years, months or days
 * @returns from the start of the first to the end of the last
 * @throws RangeError if one is malformed, or the first is after the last
 */
export function readRange(from: string, to: string) {
	const [first, last] = [parsePartialDay(from), parsePartialDay(to)];
	if (!first || !last || first.start >= last.end)
		throw new RangeError(
			`"${from}" to "${to}" is not a range: give two ISO dates, the earlier one first.`
		);
	return { start: first.start, end: last.end };
}
