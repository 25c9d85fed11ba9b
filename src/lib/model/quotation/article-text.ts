/** An article's normalised text, in which positions count UTF-16 code units. */

export interface ArticleText {
	/** normalised */
	text: string;
	/** positions in `text` at which a new paragraph begins */
	breaks: number[];
}

/** @returns the text in NFC, each run of white space folded to one space, trimmed */
export function normalise(text: string): string {
	return text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

/**
 * A paragraph begins after white space that contains a line break.
 * @param raw the article before normalisation
 * @returns positions in the normalised text
 */
export function findBreaks(raw: string): number[] {
	const text = raw.normalize('NFC').trim();
	const breaks: number[] = [];
	let folded = 0;
	for (const { 0: space, index } of text.matchAll(/\s+/gu)) {
		folded += space.length - 1;
		if (/[\n\r\u2028\u2029]/.test(space)) breaks.push(index + space.length - folded);
	}
	return breaks;
}

/** @returns every position of the words, overlapping matches included */
export function findAll(text: string, words: string): number[] {
	const positions: number[] = [];
	if (!words) return positions;
	for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) positions.push(at);
	return positions;
}

// Scripts without spaces between words: adjacent letters do not show that a cut falls inside a word.
export const UNSPACED =
	/[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/u;

/** @returns whether a cut between the two texts falls inside a word */
export function splitsWord(before: string, after: string): boolean {
	const [last, first] = [[...before].at(-1) ?? '', [...after][0] ?? ''];
	const isLetter = (sign: string) => /[\p{L}\p{N}\p{M}]/u.test(sign) && !UNSPACED.test(sign);
	return isLetter(last) && isLetter(first);
}
