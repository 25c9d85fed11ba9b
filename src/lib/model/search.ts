/** Scripts without spaces between words: a query may match anywhere in their text. */
const UNSPACED = '[\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}\\p{sc=Thai}]';
const STARTS_UNSPACED = new RegExp(`^${UNSPACED}`, 'u');
/** Words between spaces and punctuation; Latin letters amid Chinese are words of their own, as in 新的MIX手机. */
const WORDS = new RegExp(`(?:${UNSPACED}\\p{M}*)+|(?:(?!${UNSPACED})[\\p{L}\\p{N}]\\p{M}*)+`, 'gu');

/**
 * Words folded for comparison: lower case, without accents, full-width letters (ＭＩＸ) as ASCII; split at all but
 * letters and digits, and where a script without spaces begins or ends.
 */
export function foldWords(text: string): string[] {
	return fold(text).match(WORDS) ?? [];
}

function fold(text: string): string {
	return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** @returns whether every word of the query is a prefix of a word of the text or, in scripts without spaces, a part */
export function matchesWords(text: string, query: string): boolean {
	const words = foldWords(text);
	return foldWords(query).every((wanted) => words.some((word) => matches(word, wanted)));
}

/**
 * @returns the matches of the query's words in the text, as `[start, end]` in UTF-16 code units, in reading order; only
 * the matching part of each word
 */
export function findHits(text: string, query: string): [number, number][] {
	const wanted = foldWords(query).toSorted((a, b) => b.length - a.length);
	return [...text.matchAll(WORDS)].flatMap(({ 0: word, index }) => {
		const folded = fold(word);
		const places = placesIn(folded, wanted);
		// positions do not map back if folding changed the length: mark the whole word
		if (places.length && folded.length !== word.length) return [[index, index + word.length]];
		return places.map(([start, end]): [number, number] => [index + start, index + end]);
	});
}

/** @param word folded @param wanted folded, longest first @returns the matches in the word, without overlaps */
function placesIn(word: string, wanted: string[]): [number, number][] {
	const last = isUnspaced(word) ? word.length - 1 : 0;
	const places: [number, number][] = [];
	for (let at = 0; at <= last; at++) {
		const match = wanted.find((candidate) => word.startsWith(candidate, at));
		if (!match) continue;
		places.push([at, at + match.length]);
		at += match.length - 1;
	}
	return places;
}

/** @returns whether a word from `foldWords` is in a script without spaces between words */
export function isUnspaced(word: string): boolean {
	return STARTS_UNSPACED.test(word);
}

/** @returns whether a word matches a word of the query, both folded */
function matches(word: string, wanted: string): boolean {
	return isUnspaced(wanted) ? word.includes(wanted) : word.startsWith(wanted);
}
