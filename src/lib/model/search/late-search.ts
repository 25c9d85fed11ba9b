/**
 * Stands for event-search.ts in the site's scripts (scripts/late-search.js), since most visits search nothing. Whoever
 * adopts a query loads the code first.
 */
import type { ChartEvent } from '../event.ts';
import type { EventSearch } from './event-search.ts';
import type { Surroundings } from './event-words.ts';

let loaded: typeof import('./event-search.ts') | null = null;

/** Never fails: without the code, a query matches every event. */
export async function loadSearch(): Promise<void> {
	loaded ??= await import('./event-search.ts').catch(() => null);
}

const NOTHING = {
	query: { findHits: () => [] },
	finds: () => true,
	findsInside: () => false
} as Partial<EventSearch> as EventSearch;

export function searchIn(around: Surroundings | undefined, q: string): EventSearch {
	return loaded?.searchIn(around, q) ?? NOTHING;
}

export function searchText(event: ChartEvent, around?: Surroundings): string {
	return loaded?.searchText(event, around) ?? '';
}
