import type { Status, TimelineEvent } from '../data/schema.ts';
import { parsePartialDay, spanOf } from './date.ts';
import type { ChartEvent } from './event.ts';
import { matchesWords } from './search.ts';

/** What may be seen. Values of one key are alternatives; all keys must hold; an absent or empty key lets all through. */
export interface Filter {
	lines?: string[];
	status?: Status[];
	sources?: string[];
	/** `2017`, `2017-09` or `2017-09-11` */
	from?: string;
	to?: string;
	/** words, each of which must begin a word of the title, the summary or a quotation */
	q?: string;
}

/** @returns the events that pass, in the order given */
export function filterEvents<E extends ChartEvent>(events: E[], filter: Filter): E[] {
	return events.filter(passes(filter));
}

/** @returns whether an event passes */
export function passes(filter: Filter): (event: ChartEvent) => boolean {
	const from = filter.from ? parsePartialDay(filter.from)?.start : undefined;
	const to = filter.to ? parsePartialDay(filter.to)?.end : undefined;
	const sourcesOf = ({ evidence }: ChartEvent) => (evidence ?? []).map(({ source }) => source);
	return (event) =>
		meets(filter.lines, event.lines) &&
		meets(filter.status, [event.status]) &&
		(!filter.sources?.length || meets(filter.sources, sourcesOf(event))) &&
		(from === undefined || spanOf(event.date).end > from) &&
		(to === undefined || spanOf(event.date).start < to) &&
		(!filter.q || matchesWords(searchText(event), filter.q));
}

export function isFiltering(filter: Filter): boolean {
	return Object.values(filter).some((value) => (value?.length ?? 0) > 0);
}

function meets(wanted: string[] | undefined, having: string[]): boolean {
	return !wanted?.length || having.some((value) => wanted.includes(value));
}

function searchText(event: ChartEvent): string {
	const { title, summary, evidence } = event as Partial<TimelineEvent>;
	const quotations = (evidence ?? []).flatMap(({ exact, translation }) => [exact, translation]);
	return [title, summary, ...quotations].filter(Boolean).join(' ');
}
