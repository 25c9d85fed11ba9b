/**
 * Stands for event-search.ts in frames (scripts/frame.js), few of which are searched: the code is loaded before the first
 * query is adopted.
 */
import type { Surroundings } from './event-words.ts';

type Searching = typeof import('./event-search.ts');

let loaded: Searching | null = null;

/** Never fails: without the code, a query matches every event. */
export async function loadSearch(): Promise<void> {
	loaded ??= await import('./event-search.ts').catch(() => null);
}

export function searchIn(
	around: Surroundings | undefined,
	q: string
): Pick<ReturnType<Searching['searchIn']>, 'finds' | 'findsInside'> {
	return loaded?.searchIn(around, q) ?? { finds: () => true, findsInside: () => false };
}
