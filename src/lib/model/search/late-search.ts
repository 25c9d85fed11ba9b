/**
 * Replaces event-search.ts in the site's scripts (scripts/late-search.js), since most visits do not search. Callers
 * that adopt a query or parse a date in words load the code first.
 */
import type { ChartEvent } from '../event.ts';
import type { EventSearch } from './event-search.ts';
import type { Surroundings } from './event-words.ts';
import type { Query } from './query.ts';

/** null if loading failed */
let loaded: typeof import('./event-search.ts') | null | undefined;

/** Never fails: without the code, a query matches every event. */
export async function loadSearch(): Promise<void> {
	loaded ??= await import('./event-search.ts').catch(() => null);
}

/** Whether loading has ended. */
export function isSearchLoaded(): boolean {
	return loaded !== undefined;
}

type Search = Pick<EventSearch, 'finds' | 'findsInside'> & { query: Pick<Query, 'findHits'> };

const NOT_LOADED: Search = {
	query: { findHits: () => [] },
	finds: () => true,
	findsInside: () => false
};

export function searchIn(around: Surroundings | undefined, q: string): Search {
	return loaded?.searchIn(around, q) ?? NOT_LOADED;
}

export function searchText(event: ChartEvent, around?: Surroundings): string {
	return loaded?.searchText(event, around) ?? '';
}

/** Without the code, no text is a date in words. */
export function readDate(text: string, languages: Iterable<string>): string | null {
	return loaded?.readDate(text, languages) ?? null;
}

export function isAmbiguous(text: string): boolean {
	return loaded?.isAmbiguous(text) ?? false;
}
