import * as m from '../language/messages.ts';

/**
 * Text widths without a browser, so that the server can place labels.
 *
 * The advance widths are DejaVu Sans', the widest of the common system faces (Inter, San Francisco, Segoe UI, Roboto,
 * Arial and Noto Sans all run narrower): a label that fits by this table fits in whatever the reader's system draws.
 */

/** Thousandths of an em for U+0020 to U+007E. */
const REGULAR = [
	318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636, 636,
	636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632,
	575, 775, 752, 295, 295, 656, 557, 863, 748, 787, 603, 787, 695, 635, 611, 732, 684, 989, 685,
	611, 685, 390, 337, 390, 838, 500, 500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579,
	278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838
];
const BOLD = [
	348, 456, 521, 838, 696, 1002, 872, 306, 457, 457, 523, 838, 380, 415, 380, 365, 696, 696, 696,
	696, 696, 696, 696, 696, 696, 696, 400, 400, 838, 838, 838, 580, 1000, 774, 762, 734, 830, 683,
	683, 821, 837, 372, 372, 775, 637, 995, 837, 850, 733, 850, 770, 720, 682, 812, 774, 1103, 771,
	724, 725, 457, 365, 457, 838, 500, 500, 675, 716, 593, 716, 678, 435, 716, 712, 343, 343, 665,
	343, 1042, 712, 687, 716, 716, 493, 595, 478, 712, 652, 924, 645, 652, 582, 712, 365, 712, 838
];
/** Anything else: as wide as a wide Latin letter; CJK and full-width forms fill their em, and so do these signs. */
const OTHER = { regular: 700, bold: 780 };
const FULL = 1000;
const WIDE = /[—…→\u{10000}-\u{10ffff}]/u;
const FULL_WIDTH =
	/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/;
/** There, and beside Chinese, it is a Chinese font that has the signs: · “ ” … fill their em, too. */
const isChinesePage = m.language_tag().startsWith('zh');

/** @returns the width of a text in px, or an upper bound of it */
export type Measure = (text: string, size: number, bold?: boolean) => number;

/**
 * @param size font size in px
 * @param bold whether the text is set in 600 or more
 * @returns the width of the text in px, an upper bound
 */
export function measureText(text: string, size: number, bold = false): number {
	const known = KNOWN[bold ? 1 : 0]!;
	let thousandths = known.get(text);
	if (thousandths === undefined) {
		if (known.size >= MOST) known.clear();
		thousandths = addWidths(text, bold);
		known.set(text, thousandths);
	}
	return (thousandths * size) / 1000;
}

/** The same few hundred texts are measured again in every frame. */
const KNOWN = [new Map<string, number>(), new Map<string, number>()];
const MOST = 5000;

function addWidths(text: string, bold: boolean): number {
	const table = bold ? BOLD : REGULAR;
	const isChinese = isChinesePage || FULL_WIDTH.test(text);
	const other = isChinese ? FULL : bold ? OTHER.bold : OTHER.regular;
	let thousandths = 0;
	for (const character of text.normalize('NFD').replace(/\p{M}/gu, '')) {
		const code = character.codePointAt(0)!;
		thousandths += table[code - 32] ?? (WIDE.test(character) ? FULL : other);
	}
	return thousandths;
}
