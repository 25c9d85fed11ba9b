/** Links that open an article at the quoted words (https://wicg.github.io/scroll-to-text-fragment/). */
import type { Evidence } from './types.ts';

/** Words at each end that mark out a long quotation. */
const ENDS = 4;
/** A quotation of at most so many words is named whole. */
const WHOLE = 10;

/**
 * @returns the article's address with a text fragment. The `start,end` form serves long quotations and those that
 * run across a paragraph, which browsers never match in one piece.
 */
export function linkToQuotation(
	url: string,
	{ exact, breaks = [] }: Pick<Evidence, 'exact'> & { breaks?: number[] }
): string {
	const words = exact.split(' ');
	const fragment =
		!breaks.length && words.length <= WHOLE
			? encodeFragment(exact)
			: `${encodeFragment(firstWords(exact, breaks))},${encodeFragment(lastWords(exact, breaks))}`;
	return `${url.split('#')[0]}#:~:text=${fragment}`;
}

function firstWords(exact: string, breaks: number[]): string {
	const paragraph = exact.slice(0, breaks[0] ?? exact.length).trim();
	return paragraph.split(' ').slice(0, ENDS).join(' ');
}

function lastWords(exact: string, breaks: number[]): string {
	const paragraph = exact.slice(breaks.at(-1) ?? 0).trim();
	return paragraph.split(' ').slice(-ENDS).join(' ');
}

/** Percent-encodes what the fragment's own grammar uses: `-`, `,` and `&` too. */
function encodeFragment(text: string): string {
	return encodeURIComponent(text).replaceAll('-', '%2D');
}
