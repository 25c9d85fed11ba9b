/**
 * Months and days of a span, UTC, in the Gregorian calendar; times in ms since 1970. d3-time has the same, but its one file
 * makes all of its intervals when it is loaded, also those in local time: 1.2 KB in every frame.
 */
import { DAY, type Span } from '../../model/date.ts';

/** @returns months from January of the year 0, 1 BCE, to the month of that time */
function monthOf(time: number): number {
	const date = new Date(time);
	return 12 * date.getUTCFullYear() + date.getUTCMonth();
}

function startOf(month: number): number {
	return new Date(0).setUTCFullYear(0, month);
}

/** @param count 1, or 3, 6 or 12, counted from January @returns the start of these months: at that time, or before it */
export function floorMonth(time: number, count: number): number {
	return startOf(Math.floor(monthOf(time) / count) * count);
}

/** As `floorMonth`: at that time, or after it. */
export function ceilMonth(time: number, count: number): number {
	const floor = floorMonth(time, count);
	return floor < time ? startOf(monthOf(floor) + count) : floor;
}

/** @returns the starts of every `count` months, both ends of the span included */
export function monthsIn({ start, end }: Span, count: number): Date[] {
	const months: Date[] = [];
	for (let month = monthOf(ceilMonth(start, count)); startOf(month) <= end; month += count)
		months.push(new Date(startOf(month)));
	return months;
}

/**
 * @returns every `count` days from the first of each month, without those less than `count` days before the next month;
 * both ends of the span included
 */
export function daysIn({ start, end }: Span, count: number): Date[] {
	const days: Date[] = [];
	for (const first of monthsIn({ start: floorMonth(start, 1), end }, 1)) {
		const next = startOf(monthOf(+first) + 1);
		for (let day = +first; day + count * DAY <= next; day += count * DAY)
			if (day >= start && day <= end) days.push(new Date(day));
	}
	return days;
}
