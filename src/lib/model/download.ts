/** What can be taken away, and in what form. */
import type { Timeline, TimelineEvent } from './types.ts';
import type { Citations } from './citation.ts';
import { isDay, type Span } from './date.ts';
import type { Filter } from './filter.ts';

export type Format =
	'csv' | 'json' | 'ics' | 'timelinejs.json' | 'bib' | 'ris' | 'csl.json' | 'svg' | 'png';

/** What is to be taken away. */
export interface Selection {
	timeline: Timeline;
	/** in time order */
	events: TimelineEvent[];
	/** what chose them */
	filter: Filter;
	/** the time that the chart shows */
	window: Span;
	/** the view's address in full */
	address: string;
	/** @returns the full address of an event's page */
	linkTo: (id: string) => string;
	citations: () => Promise<Citations>;
	/** the chart's root, for a picture of it */
	chart: () => HTMLElement | null;
}

/** A file, ready to be saved. */
export interface MadeFile {
	name: string;
	content: Blob;
}

/** @throws {Error} with a sentence */
export type MakeFile = (format: Format, selection: Selection) => Promise<MadeFile>;

/** @returns what a part of the timeline is called; null for the whole */
export type NameView = (filter: Filter, known: Timeline) => string | null;

/** A calendar has room for nothing else. */
export function isDayExact({ date }: TimelineEvent): boolean {
	return isDay(date) && date.kind === 'moment' && !date.approximate && !date.uncertain;
}
