/**
 * Where a text may go on in the next line: after a space, and in Chinese, which has none, after every character, but
 * never before a sign that ends something or after one that opens it.
 */
const OPENING = '[（《〈「『【〔“‘(\\[]*';
const ENDING = '[，。、；：？！）》〉」』】〕”’…—·%,.;:?!)\\]]*';
const WORD = new RegExp(
	`${OPENING}\\p{Script=Han}${ENDING}|(?:(?!${OPENING}\\p{Script=Han})\\S)+`,
	'gu'
);

interface Word {
	word: string;
	/** where it begins in the text */
	start: number;
	end: number;
}

/** @returns the pieces of a text that no line may break */
export function findWords(text: string): Word[] {
	return [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
		word,
		start: index,
		end: index + word.length
	}));
}
