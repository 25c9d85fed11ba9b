import * as m from '../../language/messages.ts';

/**
 * Text widths without a browser, so that the server can place labels.
 *
 * The advance widths are those of DejaVu Sans, the widest of the common system fonts (Inter, San Francisco, Segoe UI,
 * Roboto, Arial and Noto Sans are all narrower): a label that fits by this table fits in any of them.
 */

/** Advance widths of U+0020 to U+007E, hundredths of an em, rounded up. */
const REGULAR = [
	32, 41, 46, 84, 64, 95, 78, 28, 39, 39, 50, 84, 32, 37, 32, 34, 64, 64, 64, 64, 64, 64, 64, 64,
	64, 64, 34, 34, 84, 84, 84, 54, 100, 69, 69, 70, 77, 64, 58, 78, 76, 30, 30, 66, 56, 87, 75, 79,
	61, 79, 70, 64, 62, 74, 69, 99, 69, 62, 69, 39, 34, 39, 84, 50, 50, 62, 64, 55, 64, 62, 36, 64,
	64, 28, 28, 58, 28, 98, 64, 62, 64, 64, 42, 53, 40, 64, 60, 82, 60, 60, 53, 64, 34, 64, 84
];
const BOLD = [
	35, 46, 53, 84, 70, 101, 88, 31, 46, 46, 53, 84, 38, 42, 38, 37, 70, 70, 70, 70, 70, 70, 70, 70,
	70, 70, 40, 40, 84, 84, 84, 58, 100, 78, 77, 74, 83, 69, 69, 83, 84, 38, 38, 78, 64, 100, 84, 85,
	74, 85, 77, 72, 69, 82, 78, 111, 78, 73, 73, 46, 37, 46, 84, 50, 50, 68, 72, 60, 72, 68, 44, 72,
	72, 35, 35, 67, 35, 105, 72, 69, 72, 72, 50, 60, 48, 72, 66, 93, 65, 66, 59, 72, 37, 72, 84
];
/** Other characters count as a wide Latin letter; em dashes, ellipses, arrows and CJK as a full em. */
const OTHER = { regular: 70, bold: 78 };
const FULL = 100;
const WIDE = /[—…\u2190-\uffff\u{10000}-\u{10ffff}]/u;
const CHINESE = /[\u2e80-\uffff]/;
/** On Chinese pages, and next to Chinese text, a Chinese font draws · “ ” and the like, a full em wide. */
const isChinesePage = m.language_tag().startsWith('zh');

/** Measures text. @returns its width, or an upper bound, px */
export type Measure = (text: string, size: number, bold?: boolean) => number;

/**
 * @param size font size in px
 * @param bold whether the font weight is 600 or more
 * @returns an upper bound of the text's width, px
 */
export function measureText(text: string, size: number, bold = false): number {
	const cache = CACHES[bold ? 1 : 0]!;
	let hundredths = cache.get(text);
	if (hundredths === undefined) {
		if (cache.size >= CACHE_SIZE) cache.clear();
		hundredths = addWidths(text, bold);
		cache.set(text, hundredths);
	}
	return (hundredths * size) / 100;
}

/** Widths by text, regular and bold: the same few hundred texts are measured in every frame. */
const CACHES = [new Map<string, number>(), new Map<string, number>()];
const CACHE_SIZE = 5000;

function addWidths(text: string, bold: boolean): number {
	const table = bold ? BOLD : REGULAR;
	let hundredths = 0;
	for (let i = 0; i < text.length; i++) {
		const width = table[text.charCodeAt(i) - 32];
		if (width === undefined) return addOtherWidths(text, bold, table);
		hundredths += width;
	}
	return hundredths;
}

/** For text with characters outside the table; ignores combining marks. */
function addOtherWidths(text: string, bold: boolean, table: number[]): number {
	const isChinese = isChinesePage || CHINESE.test(text);
	const other = isChinese ? FULL : bold ? OTHER.bold : OTHER.regular;
	let hundredths = 0;
	for (const character of text.normalize('NFD').replace(/\p{M}/gu, '')) {
		const code = character.codePointAt(0)!;
		hundredths += table[code - 32] ?? (WIDE.test(character) ? FULL : other);
	}
	return hundredths;
}
