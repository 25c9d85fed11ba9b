/** Downloads: their formats and their input. */
import type { Timeline, TimelineEvent } from './types.ts';
import type { Citations } from './citation.ts';
import { isDay, type Span } from './date.ts';
import type { Filter } from './filter.ts';

export type Format =
	'csv' | 'json' | 'ics' | 'timelinejs.json' | 'bib' | 'ris' | 'csl.json' | 'svg' | 'png';

/** The content of a download. */
export interface Selection {
	timeline: Timeline;
	/** in time order */
	events: TimelineEvent[];
	/** the filter that selected them */
	filter: Filter;
	/** the chart's visible range */
	window: Span;
	/** full address of the view */
	address: string;
	/** @returns the full address of an event's page */
	linkTo: (id: string) => string;
	citations: () => Promise<Citations>;
	/** the chart's root element, for pictures */
	chart: () => HTMLElement | null;
	/** @returns the legend of the signs in that chart, for pictures */
	legend: () => HTMLElement | null;
}

/** A file to save. */
export interface MadeFile {
	name: string;
	content: Blob;
}

/** @throws {Error} with a sentence as its message */
export type MakeFile = (format: Format, selection: Selection) => Promise<MadeFile>;

/** @returns the name of a filtered part of the timeline; null for the whole */
export type NameView = (filter: Filter, known: Timeline) => string | null;

/** @returns whether the event has an exact day, as a calendar entry requires */
export function isDayExact({ date }: TimelineEvent): boolean {
	return isDay(date) && date.kind === 'moment' && !date.approximate && !date.uncertain;
}
