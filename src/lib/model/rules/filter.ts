import { parsePartialDay, type Span } from '../date.ts';
import { FACETS, type Filter } from '../filter.ts';
import { STATUSES } from '../vocabulary.ts';
import { checkOptionalText, checkWord, isAbsent, isRecord, refuse } from './value.ts';

/**
 * @returns a copy of the filter; ids that the timeline does not have are kept, and match nothing
 * @throws TypeError for a value that a key cannot have
 * @throws RangeError if `from` is after `to`
 */
export function readFilter(given: unknown): Filter {
	const report = (field: string, words: string) => {
		throw new TypeError(`A filter ${words}.`);
	};
	const filter: Record<string, unknown> = isRecord(given)
		? { ...given }
		: report('', 'is an object, such as { "q": "kite" }');
	for (const facet of FACETS) {
		const values = filter[facet] ?? [];
		if (!Array.isArray(values)) refuse(values, facet, 'an array', report);
		else filter[facet] = [...values];
	}
	const { status, from, to, q } = filter;
	for (const value of status as unknown[]) checkWord(value, 'status', STATUSES, report);
	for (const [key, day] of Object.entries({ from, to }))
		if (!isAbsent(day) && day !== '' && !parsePartialDay(String(day)))
			refuse(day, key, 'a year, a month or a day', report);
	checkOptionalText(q, 'q', report);
	if (from && to) readRange(String(from), String(to));
	return filter;
}

/**
 * @param from and `to`: years, months or days
 * @returns from the start of the first to the end of the last
 * @throws RangeError if one is malformed, or the first is after the last
 */
export function readRange(from: string, to: string): Span {
	const [first, last] = [parsePartialDay(from), parsePartialDay(to)];
	if (!first || !last || first.start >= last.end)
		throw new RangeError(
			`"${from}" to "${to}" is not a range: give two ISO dates, the earlier one first.`
		);
	return { start: first.start, end: last.end };
}
