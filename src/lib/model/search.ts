/** Search in texts. */
import { Query } from './search/query.ts';
import { splitWords } from './search/words.ts';

export { isUnspaced } from './search/words.ts';

/**
 * Words folded for comparison: lower case, without accents, full-width letters (ＭＩＸ) as ASCII; split at all but
 * letters and digits, and where a script without spaces begins or ends.
 */
export function foldWords(text: string): string[] {
	return splitWords(text).filter((word) => word !== '&');
}

/** @returns whether every word of the query is a prefix of a word of the text or, in scripts without spaces, a part */
export function matchesWords(text: string, query: string): boolean {
	return new Query(query).matches([splitWords(text)]);
}

/**
 * @returns the matches of the query's words in the text, as `[start, end]` in UTF-16 code units, in reading order; only
 * the matching part of each word
 */
export function findHits(text: string, query: string): [number, number][] {
	return new Query(query).findHits(text);
}
