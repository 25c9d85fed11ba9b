/** Scripts that leave no space between words: there a word may be looked for anywhere. */
const UNSPACED = '[\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}\\p{sc=Thai}]';
const beginning = new RegExp(`^${UNSPACED}`, 'u');
/** What is between spaces and signs; a name in Latin letters stands for itself amid Chinese, as in 新的MIX手机. */
const WORDS = new RegExp(`(?:${UNSPACED}\\p{M}*)+|(?:(?!${UNSPACED})[\\p{L}\\p{N}]\\p{M}*)+`, 'gu');

/**
 * Words as search compares them: lower case, without accents, full-width letters (ＭＩＸ) as others; split where neither
 * letter nor digit stands, and where a script without spaces begins or ends.
 */
export function foldWords(text: string): string[] {
	return fold(text).match(WORDS) ?? [];
}

function fold(text: string): string {
	return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** @returns whether every word of the query begins some word of the text */
export function matchesWords(text: string, query: string): boolean {
	const words = foldWords(text);
	return foldWords(query).every((wanted) => words.some((word) => holds(word, wanted)));
}

/**
 * @returns where the query's words are met in the text, as `[start, end]` in UTF-16 code units, in reading order; each
 * as much of a word as was asked for
 */
export function findHits(text: string, query: string): [number, number][] {
	const wanted = foldWords(query).toSorted((a, b) => b.length - a.length);
	return [...text.matchAll(WORDS)].flatMap(({ 0: word, index }) => {
		const folded = fold(word);
		const places = placesIn(folded, wanted);
		// what folding made longer or shorter is shown whole
		if (places.length && folded.length !== word.length) return [[index, index + word.length]];
		return places.map(([start, end]): [number, number] => [index + start, index + end]);
	});
}

/** @param wanted the longest first @returns the places in a word where one of them is met, all of it folded */
function placesIn(word: string, wanted: string[]): [number, number][] {
	const last = isUnspaced(word) ? word.length - 1 : 0;
	const places: [number, number][] = [];
	for (let at = 0; at <= last; at++) {
		const met = wanted.find((some) => word.startsWith(some, at));
		if (!met) continue;
		places.push([at, at + met.length]);
		at += met.length - 1;
	}
	return places;
}

/** @returns whether a word, as `foldWords` gives it, is of a script that leaves no space between words */
export function isUnspaced(word: string): boolean {
	return beginning.test(word);
}

/** Whether a word holds what is wanted, both folded. */
function holds(word: string, wanted: string): boolean {
	return isUnspaced(wanted) ? word.includes(wanted) : word.startsWith(wanted);
}
