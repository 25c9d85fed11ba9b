/** Texts fitted to a width without a browser. */
import { measureText } from '../layout/scale/text-width.ts';
import { findWords } from './line-breaks.ts';

export interface Line {
	text: string;
	/** offset in the whole text */
	start: number;
}

/** Greedy line breaking to a width, px; a single word that is wider has a line of its own. */
export function wrapText(text: string, size: number, width: number, bold = false): Line[] {
	const lines: Line[] = [];
	for (const { word, start, end } of findWords(text)) {
		const last = lines.at(-1);
		const longer = last && text.slice(last.start, end);
		if (longer !== undefined && measureText(longer, size, bold) <= width) last!.text = longer;
		else lines.push({ text: word, start });
	}
	return lines;
}

/** @returns as much of the text as fits in one line of a width, px, with an ellipsis where it is cut */
export function cutText(text: string, size: number, width: number, bold = false): string {
	if (measureText(text, size, bold) <= width) return text;
	const letters = [...text];
	const fits = (count: number) =>
		measureText(`${letters.slice(0, count).join('').trimEnd()}…`, size, bold) <= width;
	let count = letters.length - 1;
	while (count > 1 && !fits(count)) count--;
	return `${letters.slice(0, count).join('').trimEnd()}…`;
}

/** Wraps into the same number of lines, but balances their lengths, which avoids widows. */
export function balanceText(text: string, size: number, width: number, bold = false): Line[] {
	const lines = wrapText(text, size, width, bold);
	const narrower = [0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95]
		.map((part) => wrapText(text, size, width * part, bold))
		.find(({ length }) => length === lines.length);
	return narrower ?? lines;
}
