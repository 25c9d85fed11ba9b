/** One word of a query, or several that belong together, compared with the words of a text. */
import { isSameNoun } from './plural.ts';
import { isUnspaced, splitWords } from './words.ts';

export type Words = readonly string[];

/**
 * - `word`: by its beginning (in scripts without spaces, by any part), as singular or plural, or written apart
 * - `joined`: as one word, where the query has several
 * - `name`: a sequence of whole words, the last as singular or plural
 * - `exact`: a sequence of whole words
 * - `near`: a sequence of whole words, each at most one word after the one before
 */
export type TermKind = 'word' | 'joined' | 'name' | 'exact' | 'near';

export interface Term {
	kind: TermKind;
	/** folded; several for what is joined by hyphens or ampersands */
	pieces: string[];
	joined: string;
	unspaced: boolean;
}

/** A match: from an offset in one word to an offset in the same or a later one. */
export type Match = { at: number; from: number; last: number; to: number };

export function makeTerm(kind: TermKind, pieces: string[]): Term {
	const joined = pieces.join('');
	return { kind, pieces, joined, unspaced: isUnspaced(joined) };
}

/** @returns the term of a phrase; null if it has no words */
export function readTerm(kind: TermKind, text: string): Term | null {
	const pieces = splitWords(text);
	return pieces.some((piece) => piece !== '&') ? makeTerm(kind, pieces) : null;
}

/** @returns whether the term matches in the words */
export function hasTerm(words: Words, term: Term): boolean {
	for (let at = 0; at < words.length; at++) if (matchAt(term, words, at)) return true;
	return false;
}

/** @returns all matches of the term in the words */
export function findTerm(words: Words, term: Term): Match[] {
	const matches: Match[] = [];
	for (let at = 0; at < words.length; at++) matchAt(term, words, at, matches);
	return matches;
}

/** @param matches receives those that begin in the word at that index */
function matchAt(term: Term, words: Words, at: number, matches?: Match[]): boolean {
	const { kind, pieces, joined, unspaced } = term;
	const word = words[at]!;
	if (pieces.length === 1 && unspaced) return matchPart(joined, word, at, matches);
	if (kind === 'joined' || (kind === 'word' && pieces.length > 1)) {
		if (isSameNoun(word, joined)) return report(matches, at, at, word.length);
		if (kind === 'joined') return matchApart(joined, words, at, matches);
	}
	if (kind !== 'word' || pieces.length > 1) {
		const last = findSequence(term, words, at);
		if (last >= 0) return report(matches, at, last, endOf(pieces.at(-1)!, words[last]!));
		return kind === 'word' || kind === 'name' ? matchApart(joined, words, at, matches) : false;
	}
	if (word.startsWith(joined)) return report(matches, at, at, joined.length);
	if (isSameNoun(word, joined)) return report(matches, at, at, word.length);
	return matchApart(joined, words, at, matches);
}

function report(matches: Match[] | undefined, at: number, last: number, to: number): true {
	matches?.push({ at, from: 0, last, to });
	return true;
}

/** The part of a word that the last piece of a sequence matches. */
function endOf(piece: string, word: string): number {
	const from = word.indexOf(piece);
	return from < 0 ? word.length : from + piece.length;
}

/** In scripts without spaces, anywhere in the word. */
function matchPart(part: string, word: string, at: number, matches?: Match[]): boolean {
	const first = word.indexOf(part);
	for (let from = first; matches && from >= 0; from = word.indexOf(part, from + 1))
		matches.push({ at, from, last: at, to: from + part.length });
	return first >= 0;
}

/** @returns the index of the last word of a sequence that begins at `at`; -1 for none */
function findSequence({ kind, pieces }: Term, words: Words, at: number): number {
	let next = at;
	for (let i = 0; i < pieces.length; i++, next++) {
		const [piece, isLast] = [pieces[i]!, i === pieces.length - 1];
		const fits = (word: string | undefined) =>
			word !== undefined && isPiece(piece, word, isLast, kind);
		if (fits(words[next])) continue;
		if (kind !== 'near' || i === 0 || !fits(words[++next])) return -1;
	}
	return next - 1;
}

function isPiece(piece: string, word: string, isLast: boolean, kind: TermKind): boolean {
	if (word === piece) return true;
	if (isUnspaced(piece)) return word.includes(piece);
	if (!isLast) return false;
	return (
		(kind === 'word' && word.startsWith(piece)) || (kind !== 'exact' && isSameNoun(word, piece))
	);
}

/**
 * Whether whole words in a row make up the term, as Mi MIX does “mimix” and AT&T “att”; not numbers, as 1 and 12 would
 * “112”.
 */
function matchApart(joined: string, words: Words, at: number, matches?: Match[]): boolean {
	if (!joined.startsWith(words[at]!) || /^\p{N}+$/u.test(joined)) return false;
	let [rest, next] = [joined, at];
	for (let word = words[next]; rest && word !== undefined; word = words[++next]) {
		if (rest.startsWith(word)) rest = rest.slice(word.length);
		else if (word !== '&' || next === at) return false;
	}
	if (rest || next < at + 2) return false;
	return report(matches, at, next - 1, words[next - 1]!.length);
}
