/** Anchors a quotation in its article: W3C's TextPositionSelector and TextQuoteSelector. */
import { describeDifference } from './difference.ts';
import { findNearest } from './nearest.ts';
import { LIMITS } from '../vocabulary.ts';
import { findAll, normalise } from './article-text.ts';
import type { ArticleText } from './article-text.ts';

export interface Anchor {
	start: number;
	end: number;
	prefix: string;
	suffix: string;
	/** positions in the quotation at which a new paragraph of the article begins */
	breaks: number[];
}

interface Quotation {
	exact: string;
	prefix?: string;
	suffix?: string;
}

// Maximum lengths of prefix and suffix, tried in order until prefix, quotation and suffix together are unique.
const LENGTHS = [8, 12, 20, LIMITS.context];

/**
 * Keeps a recorded prefix or suffix that matches, so that an editor's disambiguation is stable.
 * @throws {Error} with a clause as its message: not found, or ambiguous
 */
export function anchorQuotation({ text, breaks }: ArticleText, quotation: Quotation): Anchor {
	const exact = normalise(quotation.exact);
	const start = findStart(text, { ...quotation, exact });
	const end = start + exact.length;
	const { prefix, suffix } = chooseContext(text, start, end, quotation);
	return {
		start,
		end,
		prefix,
		suffix,
		breaks: breaks.filter((at) => at > start && at < end).map((at) => at - start)
	};
}

function findStart(text: string, { exact, prefix = '', suffix = '' }: Quotation): number {
	const places = findAll(text, exact);
	if (places.length === 0) throw new Error(explainAbsence(text, exact));
	if (places.length === 1) return places[0]!;
	const times = `occurs ${places.length} times in the article`;
	if (!prefix && !suffix) {
		throw new Error(`${times}: add a prefix or suffix that says which one is meant`);
	}
	const fitting = places.filter((start) => {
		const [before, after] = [text.slice(0, start), text.slice(start + exact.length)];
		return before.trimEnd().endsWith(prefix.trim()) && after.trimStart().startsWith(suffix.trim());
	});
	if (fitting.length === 1) return fitting[0]!;
	throw new Error(`${times}, and its prefix and suffix match ${fitting.length || 'none'} of them`);
}

function explainAbsence(text: string, exact: string): string {
	const nearest = findNearest(text, exact);
	if (!nearest) return 'is not in the article, and no passage is close to it';
	const passage = text.slice(nearest.start, nearest.end);
	return `is not in the article word for word: ${describeDifference(passage, exact)}`;
}

function chooseContext(text: string, start: number, end: number, recorded: Quotation) {
	const keep = {
		prefix: isBefore(text, start, recorded.prefix) ? recorded.prefix : null,
		suffix: recorded.suffix && text.startsWith(recorded.suffix, end) ? recorded.suffix : null
	};
	for (const length of LENGTHS) {
		const prefix = keep.prefix ?? takeBefore(text, start, length);
		const suffix = keep.suffix ?? takeAfter(text, end, length);
		const whole = prefix + text.slice(start, end) + suffix;
		if (findAll(text, whole).length === 1) return { prefix, suffix };
	}
	throw new Error(
		`occurs more than once even with ${LIMITS.context} characters before and after it: quote more words`
	);
}

function isBefore(text: string, start: number, prefix?: string): prefix is string {
	return Boolean(prefix) && text.slice(0, start).endsWith(prefix!);
}

/** Whole words only, unless a single word exceeds the length. */
function takeBefore(text: string, start: number, length: number): string {
	const from = Math.max(0, start - length);
	const cut = text.slice(from, start);
	if (from === 0 || text[from - 1] === ' ') return cut;
	const space = cut.slice(0, -1).indexOf(' ');
	return space >= 0 ? cut.slice(space + 1) : dropHalf(cut, 'start');
}

function takeAfter(text: string, end: number, length: number): string {
	const cut = text.slice(end, end + length);
	if (end + length >= text.length || text[end + length] === ' ') return cut;
	const space = cut.lastIndexOf(' ');
	return space > 0 ? cut.slice(0, space) : dropHalf(cut, 'end');
}

/** Drops half of a surrogate pair that a cut may leave. */
function dropHalf(cut: string, side: 'start' | 'end'): string {
	if (side === 'start') return cut.replace(/^[\uDC00-\uDFFF]/, '');
	return cut.replace(/[\uD800-\uDBFF]$/, '');
}
