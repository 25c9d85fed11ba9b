/** What may have been meant by words that nothing matches. Fetched when that happens. */
import MiniSearch from 'minisearch';
import type { TimelineEvent } from './types.ts';
import { searchText } from './filter.ts';
import { foldWords, isUnspaced, matchesWords } from './search.ts';

/** Letters that may be wrong: one in three. */
const FUZZY = 0.34;

/** @returns the query with its words corrected after the dataset's, or null where that would find nothing either */
export function suggest(query: string, events: TimelineEvent[]): string | null {
	const index = new MiniSearch({
		fields: ['text'],
		tokenize: splitWords,
		processTerm: (word) => word
	});
	index.addAll(events.map((event) => ({ id: event.id, text: searchText(event) })));
	const [best] = index.autoSuggest(query, {
		tokenize: foldWords,
		fuzzy: FUZZY,
		prefix: true,
		combineWith: 'AND'
	});
	if (!best) return null;
	const { terms } = best;
	const meant = [
		...terms.filter((term) => !isUnspaced(term)),
		...foldWords(query)
			.filter(isUnspaced)
			.map((word) => nearest(word, terms))
	].join(' ');
	return events.some((event) => matchesWords(searchText(event), meant)) ? meant : null;
}

/** Of the terms as long as the word, the one with most of its characters in their places; the word where there is none. */
function nearest(word: string, terms: string[]): string {
	const common = (term: string) => [...term].filter((sign, place) => sign === word[place]).length;
	const alike = terms.filter(({ length }) => length === word.length);
	return alike.toSorted((a, b) => common(b) - common(a))[0] ?? word;
}

/** Chinese leaves no space between words: whatever two to four characters stand together may have been meant. */
function splitWords(text: string): string[] {
	return foldWords(text).flatMap((word) => (isUnspaced(word) ? listParts([...word]) : word));
}

function listParts(characters: string[]): string[] {
	return [2, 3, 4].flatMap((length) =>
		characters
			.slice(0, Math.max(0, characters.length - length + 1))
			.map((_, start) => characters.slice(start, start + length).join(''))
	);
}
