/** Words as search compares them: lower case, without accents, split where neither letter nor digit stands. */
export function foldWords(text: string): string[] {
	return text
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.split(/[^\p{L}\p{N}]+/u)
		.filter(Boolean);
}

/** Scripts that leave no space between words: there a word may be looked for anywhere. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** @returns whether every word of the query begins some word of the text */
export function matchesWords(text: string, query: string): boolean {
	const words = foldWords(text);
	return foldWords(query).every((wanted) => words.some((word) => placeIn(word, wanted) >= 0));
}

/**
 * @returns where the query's words are met in the text, as `[start, end]` in UTF-16 code units, in reading order; each
 * as much of a word as was asked for
 */
export function findHits(text: string, query: string): [number, number][] {
	const wanted = foldWords(query).toSorted((a, b) => b.length - a.length);
	return [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].flatMap(({ 0: word, index }) => {
		const [folded = ''] = foldWords(word);
		const met = wanted.find((some) => placeIn(folded, some) >= 0);
		if (met === undefined) return [];
		// what folding made longer or shorter is shown whole
		if (folded.length !== word.length) return [[index, index + word.length]];
		const start = index + placeIn(folded, met);
		return [[start, start + met.length]];
	});
}

/** Where in a word what is wanted is met, both folded; -1 where it isn't. */
function placeIn(word: string, wanted: string): number {
	if (UNSPACED.test(wanted)) return word.indexOf(wanted);
	return word.startsWith(wanted) ? 0 : -1;
}
