/** Spelling suggestions by Levenshtein distance; used by the compiler and, loaded on demand, by the search. */
import { distance } from 'fastest-levenshtein';
import { foldWords, isUnspaced, matchesWords } from './search.ts';

/** Share of the characters of a word that may be wrong. */
const TOLERANCE = 1 / 3;

/** @returns the candidate with the fewest edits, at least one and at most a third of its length; null for none */
export function findClosest(word: string, candidates: Iterable<string>): string | null {
	let closest: string | null = null;
	let least = Infinity;
	for (const candidate of candidates) {
		const edits = distance(word, candidate);
		if (edits >= least || edits > Math.max(1, candidate.length * TOLERANCE)) continue;
		[closest, least] = [candidate, edits];
	}
	return closest;
}

/** @returns `; did you mean "title"?`, or '' without a close candidate */
export function suggest(word: string, candidates: string[]): string {
	const closest = findClosest(word, candidates);
	return closest === null ? '' : `; did you mean ${JSON.stringify(closest)}?`;
}

/**
 * @param texts that the query has no matches in
 * @returns the query with its words replaced by the closest words of one text, by fewest edits; null if no text has close
 * words for all of them
 */
export function correctQuery(query: string, texts: string[]): string | null {
	const wanted = foldWords(query);
	let closest: string | null = null;
	let least = Infinity;
	for (const text of wanted.length ? texts : []) {
		const corrected = correctWords(wanted, foldWords(text));
		const edits = corrected ? distance(wanted.join(' '), corrected) : Infinity;
		if (edits >= least || !matchesWords(text, corrected!)) continue;
		[closest, least] = [corrected, edits];
	}
	return closest;
}

function correctWords(wanted: string[], words: string[]): string | null {
	const corrected = wanted.map((word) => {
		// in scripts without spaces any run of as many characters may have been meant
		const candidates = isUnspaced(word)
			? words.filter(isUnspaced).flatMap((other) => sliceRuns(other, word.length))
			: words;
		return candidates.some((other) => other.startsWith(word))
			? word
			: findClosest(word, candidates);
	});
	return corrected.includes(null) ? null : corrected.join(' ');
}

function sliceRuns(text: string, length: number): string[] {
	const count = Math.max(0, text.length - length + 1);
	return Array.from({ length: count }, (_, start) => text.slice(start, start + length));
}
