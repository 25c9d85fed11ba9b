/** Dates in words, in UTC. */
import type { DatedDays, Span } from '../model/date.ts';
import { DAY, spanOf } from '../model/date.ts';

const format = (options: Intl.DateTimeFormatOptions) => {
	const formatter = new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' });
	return (date: Date) => formatter.format(date);
};

export const dayMonth = format({ day: 'numeric', month: 'short' });
export const dayOnly = format({ day: 'numeric' });
export const monthOnly = format({ month: 'short' });
const monthLong = format({ month: 'long' });

/** There was no year 0: it is 1 BCE. */
export function yearOnly(date: Date): string {
	const year = date.getUTCFullYear();
	return year > 0 ? String(year) : `${1 - year} BCE`;
}

export const monthYear = (date: Date) => `${monthOnly(date)} ${yearOnly(date)}`;
export const monthInFull = (date: Date) => `${monthLong(date)} ${yearOnly(date)}`;

/** `31 Dec 2021` */
export function formatShortDay(time: number): string {
	const date = new Date(time);
	return `${dayMonth(date)} ${yearOnly(date)}`;
}

/** `2010–2021`, `Apr 2010 – Dec 2011`, or `25 Dec 2011 – 2 Jan 2012`: as exact as the span is long. */
export function formatRange({ start, end }: Span): string {
	const [from, to] = [new Date(start), new Date(end - 1)];
	const isWholeYears = (time: number) => new Date(time).toISOString().includes('-01-01T00:00:00');
	const days = (end - start) / DAY;
	if (days > 3 * 365 || (isWholeYears(start) && isWholeYears(end)))
		return yearOnly(from) === yearOnly(to) ? yearOnly(from) : `${yearOnly(from)}–${yearOnly(to)}`;
	const words = days > 120 ? monthYear : (date: Date) => formatShortDay(+date);
	return words(from) === words(to) ? words(from) : `${words(from)} – ${words(to)}`;
}

/** A date in the words of the dataset; without them its days. */
export function dateInWords(date: DatedDays): string {
	if (date.label) return date.label;
	const { start, end } = spanOf(date);
	const [first, last] = [formatShortDay(start), formatShortDay(end - 1)];
	return first === last ? first : `${first} – ${last}`;
}
