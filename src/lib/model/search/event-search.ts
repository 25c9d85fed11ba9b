/** A search among the events of a timeline, and the dates in words that it understands. */
import type { ChartEvent } from '../event.ts';
import { WordIndex, type Surroundings } from './event-words.ts';
import { Query } from './query.ts';

export { isAmbiguous, readDate } from './date-words.ts';

const NOTHING: Surroundings = {};
const indices = new WeakMap<Surroundings, WordIndex>();
let latest: { around: Surroundings; q: string; search: EventSearch } | null = null;

/** Loads late-search.ts's code in the site's scripts; elsewhere it is there. */
export async function loadSearch(): Promise<void> {}

function indexOf(around: Surroundings): WordIndex {
	let index = indices.get(around);
	if (!index) indices.set(around, (index = new WordIndex(around)));
	return index;
}

/** @param around the timeline; by default without any names @returns the search; the latest one is kept */
export function searchIn(around: Surroundings = NOTHING, q: string): EventSearch {
	if (latest?.q !== q || latest.around !== around)
		latest = { around, q, search: new EventSearch(around, q) };
	return latest.search;
}

/** @returns the words of an event that a search finds, folded and with spaces between them */
export function searchText(event: ChartEvent, around: Surroundings = NOTHING): string {
	return indexOf(around).of(event).all.flat().join(' ');
}

export class EventSearch {
	readonly query: Query;
	#index: WordIndex;
	#events: ChartEvent[];
	#isWide: boolean | null = null;

	constructor(around: Surroundings, q: string) {
		this.query = new Query(q, around);
		this.#index = indexOf(around);
		this.#events = around.events ?? [];
	}

	/**
	 * Whether the event matches by its own texts; if no event of the timeline does, also by the title of its chapter or of
	 * an article.
	 */
	finds(event: ChartEvent): boolean {
		return this.#matches(event, this.#isWideNow() ? 'wide' : 'all');
	}

	/** Whether the event matches only by what is shown once it is opened. */
	findsInside(event: ChartEvent): boolean {
		return !this.#matches(event, 'outside') && this.#matches(event, 'all');
	}

	#isWideNow(): boolean {
		return (this.#isWide ??= !this.#events.some((event) => this.#matches(event, 'all')));
	}

	#matches(event: ChartEvent, texts: 'outside' | 'all' | 'wide'): boolean {
		return this.query.matches(this.#index.of(event)[texts], event);
	}
}
