/**
 * Line-break opportunities: after a space, and in Chinese, which has none, after every character; but never before
 * closing or after opening punctuation.
 */
const OPENING = '[（《〈「『【〔“‘(\\[]*';
const ENDING = '[，。、；：？！）》〉」』】〕”’…—·%,.;:?!)\\]]*';
const WORD = new RegExp(
	`${OPENING}\\p{Script=Han}${ENDING}|(?:(?!${OPENING}\\p{Script=Han})\\S)+`,
	'gu'
);

interface Word {
	word: string;
	/** offset in the text */
	start: number;
	end: number;
}

/** @returns the unbreakable pieces of a text */
export function findWords(text: string): Word[] {
	return [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
		word,
		start: index,
		end: index + word.length
	}));
}
