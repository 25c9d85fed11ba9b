/** Whether two texts in one language have a content word in common. */
import { foldWords, isUnspaced } from '../search.ts';

/** Letters that words with one stem have in common, such as “founded” and “founder”; shorter words are mostly function words. */
const STEM = 4;

export function sharesWord(a: string, b: string): boolean {
	const keys = new Set(keysOf(a));
	return keysOf(b).some((key) => keys.has(key));
}

/** @returns the stems, numbers and abbreviations of a text; of scripts without spaces, each two characters in a row */
function keysOf(text: string): string[] {
	const abbreviations = (text.match(/\p{Lu}{2,}/gu) ?? []).flatMap(foldWords);
	const words = foldWords(text).flatMap((word) => {
		if (isUnspaced(word))
			return Array.from({ length: word.length - 1 }, (_, at) => word.slice(at, at + 2));
		if (/\p{N}/u.test(word)) return [word];
		return word.length < STEM ? [] : [word.slice(0, STEM)];
	});
	return [...words, ...abbreviations];
}
