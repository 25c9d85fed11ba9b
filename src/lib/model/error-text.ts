/** Formats parts of error messages. */
import { findClosest } from './spelling.ts';

/** @returns the value as JSON on one line, truncated to 60 characters */
export function quote(value: unknown): string {
	const text = JSON.stringify(value) ?? String(value);
	return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

/** @returns `a, b and c` */
export function list(words: string[], conjunction = 'and'): string {
	if (words.length < 2) return words.join('');
	return `${words.slice(0, -1).join(', ')} ${conjunction} ${words.at(-1)}`;
}

/** @returns `; did you mean "title"?`, or '' without a close candidate */
export function suggest(word: string, candidates: string[]): string {
	const closest = findClosest(word, candidates);
	return closest === null ? '' : `; did you mean ${JSON.stringify(closest)}?`;
}
