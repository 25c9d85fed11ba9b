/** Words of texts and queries, folded for comparison. */

/** Scripts without spaces between words: a query may match anywhere in their text. */
const UNSPACED = '[\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}\\p{sc=Thai}]';
const STARTS_UNSPACED = new RegExp(`^${UNSPACED}`, 'u');
/**
 * Words between spaces and punctuation; Latin letters amid Chinese are words of their own, as in 新的MIX手机. An ampersand
 * is one, too, so that AT&T is not “at” and “t”.
 */
const WORDS = new RegExp(
	`(?:${UNSPACED}\\p{M}*)+|(?:(?!${UNSPACED})[\\p{L}\\p{N}]\\p{M}*)+|&`,
	'gu'
);
/** A character with its combining marks. */
const CLUSTERS = /\P{M}\p{M}*|\p{M}+/gu;

/**
 * @returns the text for comparison: without accents, in lower case (ß as ss), full-width letters (ＭＩＸ) as ASCII
 */
export function fold(text: string): string {
	const bare = text.normalize('NFKD').replace(/\p{M}/gu, '');
	// by way of capitals: this also folds ß and ı; a final sigma has no capital of its own
	return bare.toUpperCase().toLowerCase().replaceAll('ς', 'σ');
}

/** @returns the folded words of a text, each ampersand as one */
export function splitWords(text: string): string[] {
	return fold(text).match(WORDS) ?? [];
}

/** @returns the words of a folded text with their indices in it */
export function wordsOf(folded: string): { word: string; index: number }[] {
	return [...folded.matchAll(WORDS)].map(({ 0: word, index }) => ({ word, index }));
}

/** @returns whether a folded word is in a script without spaces between words */
export function isUnspaced(word: string): boolean {
	return STARTS_UNSPACED.test(word);
}

/** @returns the folded text, and for each of its code units where its character starts and ends in the text itself */
export function foldWithPositions(text: string): {
	folded: string;
	starts: (at: number) => number;
	ends: (at: number) => number;
} {
	const folded = fold(text);
	// without marks and characters outside the BMP, folding never shortens
	if (folded.length === text.length && !/\p{M}|[^\0-\uffff]/u.test(text))
		return { folded, starts: (at) => at, ends: (at) => at + 1 };
	const [starts, ends]: number[][] = [[], []];
	let all = '';
	for (const { 0: cluster, index } of text.matchAll(CLUSTERS)) {
		const piece = fold(cluster);
		all += piece;
		while (starts!.length < all.length) {
			starts!.push(index);
			ends!.push(index + cluster.length);
		}
	}
	return { folded: all, starts: (at) => starts![at]!, ends: (at) => ends![at]! };
}
