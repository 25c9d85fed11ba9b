import type { Relation, Status } from './types.ts';
import { formatDay, parseDay, parsePartialDay, spanOf, DAY, YEARS } from './date.ts';
import type { ChartEvent, ChartTimeline } from './event.ts';

/**
 * A timeline to draw, such as a `timeline.json`. Days are `yyyy-mm-dd`; years outside 0 to 9999 have a sign and four to
 * six digits, such as `-0044-03-15`, where the year 0 is 1 BCE. An optional field may be null.
 */
export interface TimelineInput {
	/** accessible name of the chart */
	title?: string | null;
	/** of titles and names (BCP 47), by default that of the interface */
	language?: string | null;
	/** in the name of the status `context` */
	company?: string | null;
	/** from top to bottom */
	lines: { id: string; label: string }[];
	/** in any order; those of one span and importance are drawn in the order given */
	events: EventInput[];
	/** articles, for the pins on the axis and the quotations */
	sources?: SourceInput[] | null;
	/** names of one thing each, and the line that has them: a search for one finds what has another */
	aliases?: { names: string[]; line?: string | null }[] | null;
}

export interface EventInput {
	/** different from every other event's */
	id: string;
	title: string;
	/** the title where space is short */
	short?: string | null;
	summary?: string | null;
	date: DateInput;
	/** ids of its lines, at least one of which the timeline has: it is drawn on the first that the filter allows */
	lines: string[];
	status: Status;
	/** 3 is the highest; by default 2 */
	importance?: 1 | 2 | 3 | null;
	/** what it does to other events; `announces` and `fulfils` are drawn as arcs */
	relations?: Relation[] | null;
	/** quotations: the first that supports the event is shown in the tooltip, and one that disputes it is marked “≠” */
	evidence?: QuotationInput[] | null;
	/** it has no quotation yet, and is marked so */
	draft?: boolean | null;
}

export interface DateInput {
	/** the first day */
	start: string;
	/** the last day, inclusive; null for a period that has not ended */
	end: string | null;
	/** by default a moment if start and end are one day, else a period */
	kind?: 'moment' | 'period' | null;
	/** the bar of a period without an end reaches to this day, the last on which it was known to last; by default, to the end of the chart */
	asOf?: string | null;
	/** may be left out: a period without an end is ongoing */
	ongoing?: boolean | null;
	/** drawn with faded ends */
	approximate?: boolean | null;
	/** marked “?” */
	uncertain?: boolean | null;
	/** the date in words */
	label?: string | null;
}

export interface QuotationInput {
	/** id of its source */
	source?: string | null;
	/** by default, it supports the event */
	stance?: 'supports' | 'disputes' | null;
	/** the quoted words */
	exact?: string | null;
	translation?: string | null;
}

export interface SourceInput {
	id: string;
	publisher: string;
	/** first and last day on which it may have been published */
	publication: { start: string; end: string };
	/** in BCP 47, of its quotations */
	language?: string | null;
	author?: string | null;
}

/** Least length of a period without an end, as it is drawn. */
const LEAST = 365 * DAY;

/**
 * What the chart draws of a timeline without faults: lines that it does not have are left out of its events, and a period
 * with neither an end nor `asOf` lasts until the end of the last year.
 */
export function completeTimeline(input: TimelineInput): ChartTimeline {
	const timeline = { ...input, company: input.company ?? undefined } as ChartTimeline;
	const ids = new Set(timeline.lines.map(({ id }) => id));
	let until: string | undefined;
	const events = timeline.events.map((event) => {
		const { lines, date } = event;
		const isKnown = (line: string, index: number) => ids.has(line) && lines.indexOf(line) === index;
		const isPlain = date.end !== null && lines.every(isKnown);
		if (isPlain) return event;
		const last = isOpen(event) ? (until ??= lastDayOf(timeline.events)) : undefined;
		const open = date.end === null && { ongoing: true, kind: 'period' as const, until: last };
		return { ...event, lines: lines.filter(isKnown), date: { ...date, ...open } };
	});
	return { ...timeline, lines: [...timeline.lines], events };
}

function isOpen({ date }: ChartEvent): boolean {
	return date.end === null && !date.asOf;
}

/** @returns the last day of the year in which the last event ends, as far as it is known */
function lastDayOf(events: ChartEvent[]): string {
	let last = -Infinity;
	for (const event of events) {
		const { start, end } = spanOf(event.date);
		last = Math.max(last, isOpen(event) ? start + LEAST : end - DAY);
	}
	const most = parseDay(`+${YEARS.last}-12-31`);
	const year = formatDay(Math.min(last, most)).slice(0, -'-12-31'.length);
	return formatDay(parsePartialDay(year)!.end - DAY);
}
