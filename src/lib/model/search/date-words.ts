import { formatDay } from '../date.ts';
import { findDates } from './date-term.ts';
import { fold } from './words.ts';

/** Two numbers and a year: the first two may be day and month, or month and day. */
const TWO_NUMBERS = /^(\d{1,2})[./-](\d{1,2})[./-]\d{4}$/;

/**
 * Reads a date in words: `March 2018`, `mar 2018`, `3 March 2018`, `2018年3月`.
 * @param languages BCP 47, in which the names of months are understood
 * @returns it as in an address: `2018`, `2018-03` or `2018-03-03`; null if the text is not one date
 */
export function readDate(text: string, languages: Iterable<string>): string | null {
	const folded = fold(text.trim());
	const [date, more] = findDates(folded, languages);
	if (!date || more || date.length !== folded.length) return null;
	const day = formatDay(date.span.start);
	return day.slice(0, day.length - 3 * (3 - date.parts));
}

/** Whether day and month may be either way round, as in `03/04/2018`. */
export function isAmbiguous(text: string): boolean {
	const [, first, second] = TWO_NUMBERS.exec(text.trim()) ?? [];
	return first !== second && Number(first) <= 12 && Number(second) <= 12;
}
