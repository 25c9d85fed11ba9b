import type { Status } from './types.ts';
import { parsePartialDay, spanOf } from './date.ts';
import type { ChartEvent } from './event.ts';
import type { Surroundings } from './search/event-words.ts';
import { searchIn } from './search/event-search.ts';

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

/** The keys of a filter whose values are chosen from lists. */
export const FACETS = ['lines', 'status', 'sources'] as const;
export type Facet = (typeof FACETS)[number];

/** A part of a filter that is cleared at once. */
export type Part = Facet | 'dates' | 'q';

/**
 * @param around the events' timeline, for a search in its names
 * @returns the events that match, in the order given
 */
export function filterEvents<E extends ChartEvent>(
	events: E[],
	filter: Filter,
	around?: Surroundings
): E[] {
	return events.filter(passes(filter, around));
}

/**
 * @param around the events' timeline, for a search in its names
 * @returns a predicate for events that match the filter
 */
export function passes(filter: Filter, around?: Surroundings): (event: ChartEvent) => boolean {
	const search = filter.q ? searchIn(around, filter.q) : null;
	const from = filter.from ? parsePartialDay(filter.from)?.start : undefined;
	const to = filter.to ? parsePartialDay(filter.to)?.end : undefined;
	const chosen = FACETS.filter((facet) => filter[facet]?.length);
	// plain loops: runs for every event of the timeline
	const isChosen = (event: ChartEvent) => {
		for (const facet of chosen) if (!meets(filter[facet]!, valuesOf(event, facet))) return false;
		return true;
	};
	// `until` is how far a period without an end is drawn
	return (event) =>
		isChosen(event) &&
		(from === undefined || event.date.until !== undefined || spanOf(event.date).end > from) &&
		(to === undefined || spanOf(event.date).start < to) &&
		(!search || search.finds(event));
}

export function isFiltering(filter: Filter): boolean {
	return filterKey(filter) !== '[]';
}

/** @returns the same text for filters whose keys have the same values; an empty value counts as absent */
export function filterKey(filter: Filter): string {
	return JSON.stringify(
		Object.entries(filter)
			.filter(([, value]) => value?.length)
			.sort(([a], [b]) => (a < b ? -1 : 1))
	);
}

/**
 * @returns the number of events that match the rest of the filter, per value of a facet and in total; an event with
 * several values counts once for each of them
 */
export function countFacet(
	events: ChartEvent[],
	filter: Filter,
	facet: Facet,
	around?: Surroundings
): { total: number; counts: Map<string, number> } {
	const rest = filterEvents(events, { ...filter, [facet]: [] }, around);
	const counts = new Map<string, number>();
	for (const event of rest)
		for (const value of new Set(valuesOf(event, facet)))
			counts.set(value, (counts.get(value) ?? 0) + 1);
	return { total: rest.length, counts };
}

/** @returns the filter without one of its parts */
export function without(filter: Filter, part: Part): Filter {
	if (part === 'dates') return { ...filter, from: undefined, to: undefined };
	return { ...filter, [part]: undefined };
}

/** @returns the filter without the parts that keep the event out */
export function admit(filter: Filter, event: ChartEvent): Filter {
	const parts: Part[] = [...FACETS, 'q', 'dates'];
	const isKept = (part: Part) => {
		const others = parts.filter((other) => other !== part);
		return passes(others.reduce(without, filter))(event);
	};
	return parts.reduce((rest, part) => (isKept(part) ? rest : without(rest, part)), filter);
}

/** @returns the parts in use, each with the number of events that match without it */
export function countWithoutPart(
	events: ChartEvent[],
	filter: Filter,
	around?: Surroundings
): { part: Part; count: number }[] {
	const { from, to } = filter;
	const parts: Part[] = [...FACETS, 'q'];
	return [
		...parts.filter((part) => filter[part as Facet]?.length),
		...(from || to ? ['dates' as const] : [])
	].map((part) => ({ part, count: filterEvents(events, without(filter, part), around).length }));
}

/** @returns whether an event that matches does so only by what is shown once it is opened, such as its quotations */
export function isFoundInside(event: ChartEvent, { q }: Filter, around?: Surroundings): boolean {
	return Boolean(q) && searchIn(around, q!).findsInside(event);
}

function meets(wanted: string[], having: string[]): boolean {
	for (const value of having) if (wanted.includes(value)) return true;
	return false;
}

function valuesOf(event: ChartEvent, facet: Facet): string[] {
	if (facet === 'sources') return (event.evidence ?? []).map(({ source }) => source);
	return facet === 'lines' ? event.lines : [event.status];
}
