/**
 * Formats dates in the page's language, in UTC. The forms are messages: making the first `Intl.DateTimeFormat` of a page
 * takes longer than laying out 30 events.
 */
import * as m from '../../language/messages.ts';
import type { DatedDays, Span } from '../../model/date.ts';
import { DAY, spanOf } from '../../model/date.ts';

const nameIn = (names: string, date: Date) => names.split(' ')[date.getUTCMonth()]!;
const dayOf = (date: Date) => date.getUTCDate();

/** `Dec` */
export const monthOnly = (date: Date) => nameIn(m.month_names_short(), date);

/** `31`, `31日` */
export const dayOnly = (date: Date): string => m.day_only({ day: dayOf(date) });

/** `31 Dec` */
export const dayMonth = (date: Date): string =>
	m.day_month({ day: dayOf(date), month: monthOnly(date) });

/** `Dec 2021` */
export const monthYear = (date: Date): string =>
	m.month_year({ month: monthOnly(date), year: yearOnly(date) });

/** `December 2021` */
export const monthInFull = (date: Date): string =>
	m.month_year({ month: nameIn(m.month_names(), date), year: yearOnly(date) });

/** Year 0 is 1 BCE. */
export function yearOnly(date: Date): string {
	const year = date.getUTCFullYear();
	return year > 0 ? String(year) : m.year_bce({ year: 1 - year });
}

/** `31 Dec 2021`, `2021年12月31日` */
export function formatShortDay(time: number): string {
	const date = new Date(time);
	return m.day_month_year({ day: dayOf(date), month: monthOnly(date), year: yearOnly(date) });
}

/** `2010–2021`, `Apr 2010 – Dec 2011`, or `25 Dec 2011 – 2 Jan 2012`: the shorter the span, the more precise. */
export function formatRange({ start, end }: Span): string {
	const [from, to] = [new Date(start), new Date(end - 1)];
	const isWholeYears = (time: number) => new Date(time).toISOString().includes('-01-01T00:00:00');
	const days = (end - start) / DAY;
	if (days > 3 * 365 || (isWholeYears(start) && isWholeYears(end)))
		return yearOnly(from) === yearOnly(to) ? yearOnly(from) : `${yearOnly(from)}–${yearOnly(to)}`;
	const words = days > 120 ? monthYear : (date: Date) => formatShortDay(+date);
	return words(from) === words(to) ? words(from) : `${words(from)} – ${words(to)}`;
}

/** @returns `five`; figures from 13 on; `no` for 0 */
export function numberWord(count: number): string {
	return m.number_words().split(' ')[count] ?? String(count);
}

/**
 * @returns the date's label from the dataset; if it has none, its first and last day: `1 Jan 2010 – 31 Mar 2018`, with an
 * arrow if it is ongoing
 */
export function dateInWords(date: DatedDays): string {
	if (date.label) return date.label;
	const { start, end } = spanOf(date);
	const first = formatShortDay(start);
	const isDay = date.until || end - start <= DAY;
	const days = isDay ? first : `${first} – ${formatShortDay(end - 1)}`;
	return date.ongoing ? `${days} →` : days;
}
