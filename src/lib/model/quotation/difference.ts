/** Shows where a quotation differs from the passage of the article that it probably means. */
import { UNSPACED } from './article-text.ts';

/** Consecutive tokens in which the texts agree, or differ. */
export interface Run {
	same: boolean;
	passage: string[];
	quotation: string[];
}
type Side = 'passage' | 'quotation';

/** Differences that are shown. */
const SHOWN = 2;
/** Least number of characters that are shown beside a difference, and at each end of a long one. */
const CONTEXT = 10;
const LONG = 40;

/** A word with the space after it; in scripts without spaces, a character. */
const TOKENS = new RegExp(`${UNSPACED.source}\\s*|(?:(?!${UNSPACED.source})\\S)+\\s*`, 'gu');

/** @returns the words of a text, each with the space after it */
export function splitTokens(text: string): string[] {
	return text.match(TOKENS) ?? [];
}

/** @returns `the article has “…for €99, and…”, the record “…for €99 and…”` */
export function describeDifference(passage: string, quotation: string): string {
	const runs = alignTokens(splitTokens(passage), splitTokens(quotation));
	const differing = runs.flatMap(({ same }, index) => (same ? [] : [index]));
	const shown = runs.slice(0, (differing[SHOWN - 1] ?? runs.length) + 2);
	const rest = differing.length - SHOWN;
	const more = rest > 0 ? `, and ${rest} more difference${rest > 1 ? 's' : ''}` : '';
	const [from, to] = (['passage', 'quotation'] as const).map((side) => {
		const text = excerpt(shown, side);
		return `“${text}${rest > 0 && !text.endsWith('…') ? '…' : ''}”`;
	});
	return `the article has ${from}, the record ${to}${more}`;
}

function excerpt(runs: Run[], side: Side): string {
	const text = runs.map((run, index) => {
		if (!run.same) return shorten(run[side], LONG, LONG);
		return shorten(run[side], index > 0 ? CONTEXT : 0, index < runs.length - 1 ? CONTEXT : 0);
	});
	return text
		.join('')
		.trim()
		.replace(/\p{Cf}/gu, nameCharacter);
}

/** @returns the tokens with an ellipsis in place of those that are more than `head` or `tail` characters from the ends */
function shorten(tokens: string[], head: number, tail: number): string {
	const first = countTokens(tokens, head);
	const last = tokens.length - countTokens(tokens.toReversed(), tail);
	if (first >= last) return tokens.join('');
	return `${tokens.slice(0, first).join('').trimEnd()}…${tokens.slice(last).join('')}`;
}

/** @returns the number of tokens that have the characters */
function countTokens(tokens: string[], characters: number): number {
	let [count, length] = [0, 0];
	while (length < characters && count < tokens.length) length += tokens[count++]!.length;
	return count;
}

/** Longest common subsequence by dynamic programming; O(n²) for the tokens of one quotation. */
export function alignTokens(passage: string[], quotation: string[]): Run[] {
	const isSame = (a: number, b: number) => passage[a]!.trim() === quotation[b]!.trim();
	const common = Array.from({ length: passage.length + 1 }, () =>
		new Array<number>(quotation.length + 1).fill(0)
	);
	for (let a = passage.length - 1; a >= 0; a--)
		for (let b = quotation.length - 1; b >= 0; b--)
			common[a]![b] = isSame(a, b)
				? common[a + 1]![b + 1]! + 1
				: Math.max(common[a + 1]![b]!, common[a]![b + 1]!);
	const runs: Run[] = [];
	const runOf = (same: boolean) => {
		if (runs.at(-1)?.same !== same) runs.push({ same, passage: [], quotation: [] });
		return runs.at(-1)!;
	};
	let [a, b] = [0, 0];
	while (a < passage.length || b < quotation.length) {
		const isInBoth = a < passage.length && b < quotation.length;
		if (isInBoth && isSame(a, b)) {
			const run = runOf(true);
			run.passage.push(passage[a++]!);
			run.quotation.push(quotation[b++]!);
		} else if (b === quotation.length || (isInBoth && common[a + 1]![b]! >= common[a]![b + 1]!)) {
			runOf(false).passage.push(passage[a++]!);
		} else runOf(false).quotation.push(quotation[b++]!);
	}
	return runs;
}

/** Shows an invisible character, such as a soft hyphen. */
function nameCharacter(sign: string): string {
	return `[U+${sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}]`;
}
