/** Links that open an article at the quoted words (https://wicg.github.io/scroll-to-text-fragment/). */
import type { Evidence } from '../types.ts';

/** Words at each end that identify a long quotation. */
const ENDS = 4;
/** Longest quotation that is given in full, in words. */
const WHOLE = 10;

/**
 * @returns the article's address with a text fragment. The `start,end` form is for long quotations, and for those that
 * cross a paragraph boundary, which browsers never match as one text.
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

/** Percent-encodes the syntax of text fragments too: `-`, `,` and `&`. */
function encodeFragment(text: string): string {
	return encodeURIComponent(text).replaceAll('-', '%2D');
}
