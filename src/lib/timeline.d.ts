/**
 * Types of `/lib/timeline.js`. They are those of index.ts, written out, so that they import nothing;
 * tests/unit/library.test.ts compares the two.
 */

export type Status = 'happened' | 'announced' | 'planned' | 'rumoured' | 'context';

/**
 * A timeline to draw, such as a `timeline.json`. Days are `yyyy-mm-dd`; years outside 0 to 9999 have a sign and four to
 * six digits, such as `-0044-03-15`, where the year 0 is 1 BCE. An optional field may be null.
 */
export interface TimelineInput {
	/** accessible name of the chart */
	title?: string | null;
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

/** From the event that has it to another. */
export interface Relation {
	type: 'announces' | 'rumours' | 'fulfils' | 'follows' | 'contradicts';
	/** id of the other event */
	event: string;
}

/** Values of one key are alternatives; all keys must match; an absent or empty key matches every event. */
export interface Filter {
	lines?: string[];
	status?: Status[];
	sources?: string[];
	/** `2017`, `2017-09` or `2017-09-11` */
	from?: string;
	to?: string;
	/** words, dates and phrases in quotation marks, all of which must match what is shown of the event */
	q?: string;
}

export interface MountOptions {
	/** address that an event's mark links to; by default `#` and the id */
	href?: (id: string) => string;
	/**
	 * called after every change of the selected event, by the user or through the handle, with its id, or with null if none
	 * is selected any more; without it, a click follows the mark's link
	 */
	onselect?: (id: string | null) => void;
}

/** After `destroy`, calls have no effect. */
export interface MountedTimeline {
	/**
	 * Replaces the whole filter; `{}` clears it. Ids that the timeline does not have match nothing.
	 * @throws TypeError for a value that a key cannot have
	 * @throws RangeError if `from` is after `to`
	 */
	setFilter(filter: Filter): void;
	/**
	 * Moves the chart to a range, both ends included.
	 * @param from ISO day, month or year
	 * @throws RangeError if a date is invalid or the range is empty
	 */
	show(from: string, to: string): void;
	/** @param id of an event; null clears the selection @throws RangeError for an unknown id */
	select(id: string | null): void;
	/**
	 * Replaces the data. Keeps the dates shown (all of them, if all were), and of the filter and the selection what the new
	 * data has, too.
	 * @throws TypeError as `mountTimeline` does; the chart then keeps the old data
	 */
	update(timeline: TimelineInput): void;
	destroy(): void;
}

/**
 * Draws an interactive timeline into an element, on a page with or without SvelteKit.
 * @throws TypeError that names the record and says what would be right, before anything is drawn
 */
export function mountTimeline(
	target: HTMLElement,
	timeline: TimelineInput,
	options?: MountOptions
): MountedTimeline;
