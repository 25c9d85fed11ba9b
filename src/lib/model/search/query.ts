/** A query: words, phrases in quotation marks, dates, and other names for the same things. */
import type { ChartEvent } from '../event.ts';
import { findDates, isAt } from './date-term.ts';
import { languagesOf, type Surroundings } from './event-words.ts';
import { isSameNoun } from './plural.ts';
import {
	findTerm,
	hasTerm,
	makeTerm,
	readTerm,
	type Term,
	type TermKind,
	type Words
} from './term.ts';
import { fold, foldWithPositions, isUnspaced, wordsOf } from './words.ts';

/** One way to read some words in a row of a query; it holds if one of its terms matches, or its condition. */
interface Reading {
	/** how many of the query's parts it reads */
	count: number;
	terms: Term[];
	holds?: (event: ChartEvent) => boolean;
}

const PHRASE = /["“„]([^"“”„]*)["”]|«([^»]*)»|「([^」]*)」/g;
/** Between words that belong together: `mi-mix`, `3.5`. */
const JOINER = /^[-‐‑._/:@]$/;
/** Minimum length of a prefix that matches a name, in letters. */
const SHORTEST_BEGINNING = { spaced: 3, unspaced: 2 };
/** Words of the longest name that is looked up. */
const LONGEST_NAME = 5;

/** A query that is compared with many events: all its parts must match, in any order. */
export class Query {
	/** the parts in order, each with its readings and those of longer runs that begin with it */
	#parts: Reading[][];

	/** @param around the timeline, for its names and languages */
	constructor(query: string, around: Surroundings = {}) {
		this.#parts = readParts(fold(query), languagesOf(around));
		this.#joinWords();
		this.#addNames(around);
	}

	/** @param event needed for dates and lines only */
	matches(texts: readonly Words[], event?: ChartEvent): boolean {
		return this.#matchesFrom(0, texts, event);
	}

	/**
	 * @returns the matches of its parts in a text, as `[start, end]` in UTF-16 code units, in reading order, without
	 * overlaps; only the matching part of each word
	 */
	findHits(text: string): [number, number][] {
		const { folded, starts, ends } = foldWithPositions(text);
		const located = wordsOf(folded);
		const words = located.map(({ word }) => word);
		const hits = this.#parts
			.flat()
			.flatMap(({ terms }) => terms.flatMap((term) => findTerm(words, term)))
			.map(({ at, from, last, to }): [number, number] => [
				starts(located[at]!.index + from),
				ends(located[last]!.index + to - 1)
			]);
		return mergeOverlaps(hits);
	}

	#matchesFrom(part: number, texts: readonly Words[], event?: ChartEvent): boolean {
		if (part === this.#parts.length) return true;
		return this.#parts[part]!.some(
			({ count, terms, holds }) =>
				(terms.some((term) => texts.some((words) => hasTerm(words, term))) ||
					(event !== undefined && holds?.(event))) &&
				this.#matchesFrom(part + count, texts, event)
		);
	}

	/** The first term of the part's own reading, if it is a word. */
	#wordAt(part: number): Term | undefined {
		const term = this.#parts[part]?.[0]!.terms[0];
		return term?.kind === 'word' ? term : undefined;
	}

	/** Reads two or three words as one, too: `mi mix` as “mimix”. */
	#joinWords(): void {
		for (let part = 0; part < this.#parts.length; part++)
			for (const count of [2, 3]) {
				const terms = Array.from({ length: count }, (_, i) => this.#wordAt(part + i));
				if (!terms.every((term) => term && !term.unspaced)) break;
				const joined = makeTerm('joined', [terms.map((term) => term!.joined).join('')]);
				this.#parts[part]!.push({ count, terms: [joined] });
			}
	}

	/** Reads each name of a thing as all its names. */
	#addNames({ aliases, lines }: Surroundings): void {
		const named = (aliases ?? []).map(({ line, names }) => {
			const label = lines?.find(({ id }) => id === line)?.label;
			return { line, terms: readTerms('name', label ? [label, ...names] : names) };
		});
		for (let part = 0; named.length && part < this.#parts.length; part++) {
			let words = '';
			for (let count = 1; count <= LONGEST_NAME; count++) {
				const term = this.#wordAt(part + count - 1);
				if (!term) break;
				words += term.joined;
				// the beginnings of other names, such as 小米 of 小米手机, do not count where it is a name itself
				const exact = named.filter(({ terms }) =>
					terms.some(({ joined }) => isSameNoun(words, joined))
				);
				const meant = exact.length
					? exact
					: named.filter(({ terms }) => terms.some((term) => beginsName(words, term)));
				for (const { line, terms } of meant)
					this.#parts[part]!.push({
						count,
						terms,
						holds: line ? (event) => event.lines.includes(line) : undefined
					});
			}
		}
	}
}

/**
 * @param words of the query, without what separates them
 * @returns whether they are a beginning of the name, or the singular or plural of its first words
 */
function beginsName(words: string, { joined, pieces }: Term): boolean {
	const shortest = SHORTEST_BEGINNING[isUnspaced(words) ? 'unspaced' : 'spaced'];
	if (words.length < shortest) return false;
	let first = '';
	return joined.startsWith(words) || pieces.some((piece) => isSameNoun(words, (first += piece)));
}

function readTerms(kind: TermKind, texts: string[]): Term[] {
	return texts.map((text) => readTerm(kind, text)).filter((term) => term !== null);
}

/** @param query folded */
function readParts(query: string, languages: Set<string>): Reading[][] {
	const parts: Reading[][] = [];
	let end = 0;
	for (const match of query.matchAll(PHRASE)) {
		parts.push(...readPlain(query.slice(end, match.index), languages));
		const terms = readTerms('exact', [match[1] ?? match[2] ?? match[3] ?? '']);
		if (terms.length) parts.push([{ count: 1, terms }]);
		end = match.index + match[0].length;
	}
	return [...parts, ...readPlain(query.slice(end), languages)];
}

/** @param text part of a query without quotation marks */
function readPlain(text: string, languages: Set<string>): Reading[][] {
	const parts: Reading[][] = [];
	let end = 0;
	const readUntil = (index: number) => {
		for (const term of readWords(text.slice(end, index))) parts.push([{ count: 1, terms: [term] }]);
	};
	for (const date of findDates(text, languages)) {
		readUntil(date.index);
		end = date.index + date.length;
		const written = text.slice(date.index, end);
		// a year is a word, too; of a longer date, the words must stand together
		const terms = date.parts === 1 ? readWords(written) : readTerms('near', [written, date.words]);
		parts.push([{ count: 1, terms, holds: (event) => isAt(event.date, date) }]);
	}
	readUntil(text.length);
	return parts;
}

/** @returns the words of a text; joined ones are one term, and so are those on both sides of an ampersand */
function readWords(text: string): Term[] {
	const groups: string[][] = [];
	let end = -1;
	let isOpen = false;
	for (const { word, index } of wordsOf(text)) {
		const gap = end < 0 ? ' ' : text.slice(end, index);
		const isJoined = JOINER.test(gap) || ((isOpen || word === '&') && !gap.trim());
		if (isJoined && groups.length) groups.at(-1)!.push(word);
		else groups.push([word]);
		isOpen = word === '&';
		end = index + word.length;
	}
	return groups
		.map((group) => {
			const isWord = (word: string) => word !== '&';
			return group.slice(group.findIndex(isWord), group.findLastIndex(isWord) + 1);
		})
		.filter(({ length }) => length)
		.map((group) => makeTerm('word', group));
}

/** Sorts the ranges, and merges those that overlap. */
function mergeOverlaps(ranges: [number, number][]): [number, number][] {
	const merged: [number, number][] = [];
	for (const [start, end] of ranges.toSorted((a, b) => a[0] - b[0] || b[1] - a[1])) {
		const last = merged.at(-1);
		if (last && start < last[1]) last[1] = Math.max(last[1], end);
		else merged.push([start, end]);
	}
	return merged;
}
