/**
 * Singular and plural by their endings, with no list of words and in no particular language: the S-stemmer (Harman 1991)
 * with more endings for English, and the regular nouns of Italian. A wrong singular, such as “serie” of “series”, does no
 * harm unless it is another word.
 */

/** The ending of a plural, and those that its singular may have instead. */
const ENDINGS: [RegExp, string[]][] = [
	// phones; not glass, status
	[/(?<![su])s$/, ['']],
	// companies
	[/ies$/, ['y']],
	// boxes, watches, heroes
	[/(?<=[osxz]|[cs]h)es$/, ['']],
	// shelves, knives
	[/ves$/, ['f', 'fe']],
	// telefoni, cellulari, annunci
	[/i$/, ['o', 'e', 'io']],
	// sistemi
	[/mi$/, ['ma']],
	// aziende
	[/e$/, ['a']],
	// parchi, laghi
	[/(?<=[cg])hi$/, ['o']],
	// amiche, righe
	[/(?<=[cg])he$/, ['a']]
];
/** Minimum length of a plural and of a singular, in letters, so that “is” and “has” are not taken for plurals. */
const SHORTEST = { plural: 4, singular: 3 };
/** Words that only look like the plural of another. */
const SINGULAR = new Set(['news']);

/** @param a and `b`: folded words @returns whether one is the plural of the other, or both may be of the same word */
export function isSameNoun(a: string, b: string): boolean {
	if (a === b) return true;
	// few pairs of words begin alike, and only endings differ
	const common = Math.max(2, Math.min(a.length, b.length) - 3);
	if (!a.startsWith(b.slice(0, common))) return false;
	const singulars = singularsOf(b);
	return singularsOf(a).some((one) => singulars.includes(one));
}

/** @returns the word itself, and the words that it may be the plural of */
function singularsOf(word: string): string[] {
	if (word.length < SHORTEST.plural || SINGULAR.has(word)) return [word];
	return ENDINGS.reduce(
		(all, [ending, others]) => {
			if (!ending.test(word)) return all;
			const found = others.map((other) => word.replace(ending, other));
			return all.concat(found.filter(({ length }) => length >= SHORTEST.singular));
		},
		[word]
	);
}
