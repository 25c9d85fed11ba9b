import * as m from '../../language/messages.ts';

/**
 * Text widths without a browser, so that the server and the browser place labels alike.
 *
 * The widths are the advances of Inter, which the site brings along. A margin covers kerning, rounding, and the fallback
 * typefaces, which sans.css scales to Inter. tests/component/text.test.ts compares them with the font.
 */

/** Factor of the widths above the advances. */
export const MARGIN = 1.03;

/**
 * Advances of U+0020 to U+007E, thousandths of an em. With the margin, figures are as wide as the tabular ones, which are the
 * widest.
 */
const REGULAR = widen([
	281, 288, 466, 633, 642, 982, 644, 300, 365, 365, 501, 662, 288, 460, 288, 360, 629, 629, 629,
	629, 629, 629, 629, 629, 629, 629, 288, 302, 662, 662, 662, 511, 966, 690, 654, 730, 722, 601,
	590, 746, 743, 269, 571, 672, 565, 903, 753, 765, 639, 765, 644, 642, 646, 744, 690, 985, 682,
	679, 629, 365, 360, 365, 471, 456, 323, 562, 612, 571, 612, 583, 370, 613, 591, 242, 242, 549,
	242, 876, 591, 600, 612, 612, 376, 528, 327, 591, 562, 818, 546, 562, 552, 426, 333, 426, 662
]);
/** At weight 650, the heaviest that the chart uses. */
const BOLD = widen([
	244, 330, 537, 646, 652, 1010, 667, 333, 375, 375, 549, 676, 326, 466, 326, 383, 628, 628, 628,
	628, 628, 628, 628, 628, 628, 628, 326, 336, 676, 676, 676, 551, 1008, 737, 660, 738, 722, 606,
	587, 750, 747, 279, 582, 711, 565, 927, 761, 770, 646, 775, 654, 652, 664, 734, 737, 1029, 729,
	722, 658, 375, 383, 375, 484, 473, 358, 577, 627, 585, 627, 594, 393, 629, 617, 266, 266, 575,
	266, 906, 617, 611, 627, 627, 402, 555, 360, 617, 593, 845, 574, 595, 569, 461, 365, 461, 676
]);
/** Common punctuation; in Chinese text, a Chinese font draws it, a full em wide. */
const PUNCTUATION = '–‘’“”«»·×−€';
const PUNCTUATION_REGULAR = widen([500, 261, 261, 440, 440, 583, 583, 288, 662, 662, 667]);
const PUNCTUATION_BOLD = widen([500, 302, 302, 523, 517, 647, 647, 326, 676, 676, 682]);
/** Other characters count as a wide Latin letter; em dashes, ellipses, arrows and CJK as a full em. */
const OTHER = { regular: 700, bold: 780 };
const FULL = 1000;
const WIDE = /[—…\u2190-\uffff\u{10000}-\u{10ffff}]/u;
const CHINESE = /[\u2e80-\uffff]/;
/** On Chinese pages, and next to Chinese text, a Chinese font draws · “ ” and the like, a full em wide. */
const isChinesePage = m.language_tag().startsWith('zh');

function widen(advances: number[]): number[] {
	return advances.map((advance) => Math.ceil(MARGIN * advance));
}

/** Measures text. @returns an upper bound of its width, px */
export type Measure = (text: string, size: number, bold?: boolean) => number;

/**
 * @param size font size in px
 * @param bold whether the weight is above 400; at most 650
 * @returns an upper bound of the text's width, px
 */
export function measureText(text: string, size: number, bold = false): number {
	const cache = CACHES[bold ? 1 : 0]!;
	let thousandths = cache.get(text);
	if (thousandths === undefined) {
		if (cache.size >= CACHE_SIZE) cache.clear();
		thousandths = addWidths(text, bold);
		cache.set(text, thousandths);
	}
	return (thousandths * size) / 1000;
}

/** Widths by text, regular and bold: the same few hundred texts are measured in every frame. */
const CACHES = [new Map<string, number>(), new Map<string, number>()];
const CACHE_SIZE = 5000;

function addWidths(text: string, bold: boolean): number {
	const table = bold ? BOLD : REGULAR;
	let thousandths = 0;
	for (let i = 0; i < text.length; i++) {
		const width = table[text.charCodeAt(i) - 32];
		if (width === undefined) return addOtherWidths(text, bold, table);
		thousandths += width;
	}
	return thousandths;
}

/** For text with characters outside the table; ignores combining marks. */
function addOtherWidths(text: string, bold: boolean, table: number[]): number {
	const isChinese = isChinesePage || CHINESE.test(text);
	const other = isChinese ? FULL : bold ? OTHER.bold : OTHER.regular;
	const punctuation = bold ? PUNCTUATION_BOLD : PUNCTUATION_REGULAR;
	let thousandths = 0;
	for (const character of text.normalize('NFD').replace(/\p{M}/gu, '')) {
		const code = character.codePointAt(0)!;
		thousandths +=
			table[code - 32] ??
			(isChinese ? undefined : punctuation[PUNCTUATION.indexOf(character)]) ??
			(WIDE.test(character) ? FULL : other);
	}
	return thousandths;
}
