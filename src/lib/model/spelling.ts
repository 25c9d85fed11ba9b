/** What may have been meant by words that nothing matches. Fetched when that happens. */
import MiniSearch from 'minisearch';
import type { TimelineEvent } from '../data/schema.ts';
import { searchText } from './filter.ts';
import { foldWords, matchesWords } from './search.ts';

/** Letters that may be wrong: one in three. */
const FUZZY = 0.34;

/** @returns the query with its words corrected after the dataset's, or null where that would find nothing either */
export function suggest(query: string, events: TimelineEvent[]): string | null {
	const index = new MiniSearch({
		fields: ['text'],
		tokenize: foldWords,
		processTerm: (word) => word
	});
	index.addAll(events.map((event) => ({ id: event.id, text: searchText(event) })));
	const [best] = index.autoSuggest(query, { fuzzy: FUZZY, prefix: true, combineWith: 'AND' });
	if (!best) return null;
	return events.some((event) => matchesWords(searchText(event), best.suggestion))
		? best.suggestion
		: null;
}
