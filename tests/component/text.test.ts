/** Text widths, as used on the server, against the widths that the browser draws. */
import fc from 'fast-check';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import chineseFont from '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf?url';
import { MARGIN, measureText, type Measure } from '../../src/lib/layout/scale/text-width.ts';
import { checkFont } from '../../src/lib/view/chart/measure-text.ts';
import '../../src/lib/view/ui/base.css';
import '../../src/lib/view/ui/tokens.css';
import { runs } from '../property.ts';

/** As in the chart: else a browser may round each advance to whole pixels. */
const PRECISE = 'text-rendering: geometricPrecision';
const SIZES = [11, 12, 13];
const WORDS = {
	en: 'AaBbcdefghiklMmnopqrstUuvWwxyz 0123456789“”’–—…→·,.:;?!()',
	it: 'AabcdEeèéfghilmnoòpqrstuùvzÀÈÌ 0123456789«»“”’–—…→·,.:;?!()',
	// punctuation is full-width on a Chinese page; any text with a Chinese character is assumed to be on one
	'zh-Hans': '小米手机发布会雷军新国际与年月日的MIXabc 0123456789，。：；？！、（）《》“”‘’—…→·'
};

/** Of invented events. */
const TITLES = [
	'Red kite launched in the north',
	'Balloons for everybody, it is said',
	'A thousand kites sold in one week',
	'Kite 4 confirmed for 2021',
	'First workshop opens its doors',
	'The founder on wind and patience',
	'Aquiloni più leggeri dell’aria',
	'“Best kite”, says the magazine'
];

/** Drawn width in the font of the chart, px. */
function draw(text: string, size: number, weight: number): number {
	const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
	const element = document.createElementNS('http://www.w3.org/2000/svg', 'text');
	element.style.cssText = `font: ${weight} ${size}px var(--sans); white-space: pre; ${PRECISE}`;
	element.textContent = text;
	svg.append(element);
	document.body.append(svg);
	const width = element.getComputedTextLength();
	svg.remove();
	return width;
}

beforeAll(async () => {
	await document.fonts.load('13px Inter');
	await document.fonts.load('640 13px Inter');
});
afterEach(() => document.documentElement.removeAttribute('lang'));

describe.each([400, 650])('at weight %i', (weight) => {
	const LETTERS = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i));

	test('the table has the advances of Inter', () => {
		const context = document.createElement('canvas').getContext('2d')!;
		context.font = `${weight} 100px Inter`;
		context.fontKerning = 'none';
		context.textRendering = 'geometricPrecision';
		for (const letter of [...LETTERS.filter((letter) => !/\d/.test(letter)), ...'–‘’“”«»·×−€']) {
			const advance = context.measureText(letter.repeat(10)).width / 10;
			const table = measureText(letter, 100, weight > 400) / MARGIN;
			// rounded up to a thousandth of an em
			expect(Math.abs(table - advance), letter).toBeLessThan(0.2);
		}
	});

	test('figures are as wide as tabular ones', () => {
		const text = document.createElement('span');
		text.style.cssText = `font: ${weight} 100px Inter; font-variant-numeric: tabular-nums; ${PRECISE}`;
		document.body.append(text);
		for (const figure of '0123456789') {
			text.textContent = figure.repeat(10);
			const advance = text.getBoundingClientRect().width / 10;
			expect(Math.abs(measureText(figure, 100, weight > 400) - advance), figure).toBeLessThan(0.2);
		}
		text.remove();
	});
});

/** Local fonts that stand in for Inter until it is loaded, and where it never is; each applies where it is installed. */
describe.each(["'Sans-Arial'", "'Sans-Roboto'", "'Sans-DejaVu'"])('in %s', (family) => {
	test('titles of usual length are no wider than measured', () => {
		const context = document.createElement('canvas').getContext('2d')!;
		context.textRendering = 'geometricPrecision';
		for (const title of TITLES)
			for (const bold of [false, true]) {
				context.font = `${bold ? 640 : 400} 13px ${family}, Inter`;
				expect(context.measureText(title).width, title).toBeLessThanOrEqual(
					measureText(title, 13, bold) + 1
				);
			}
	});
});

describe.each(Object.entries(WORDS))('a text in %s', (lang, letters) => {
	test('is drawn no wider than estimated', () => {
		document.documentElement.lang = lang;
		const first = lang === 'zh-Hans' ? '米' : '';
		fc.assert(
			fc.property(
				fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 30 }),
				fc.constantFrom(...SIZES),
				fc.boolean(),
				(words, size, bold) => {
					const text = first + words;
					// 1 px tolerance for hinting
					expect(draw(text, size, bold ? 640 : 400)).toBeLessThan(
						measureText(text, size, bold) + 1
					);
				}
			),
			runs(300)
		);
	});
});

describe('where the host page has another font than Inter, a text is measured', () => {
	const FAMILY = 'serif';
	const context = document.createElement('canvas').getContext('2d')!;
	context.textRendering = 'geometricPrecision';
	const widthOf = (text: string, size: number, bold: boolean) => {
		context.font = `${bold ? 640 : 400} ${size}px ${FAMILY}`;
		return context.measureText(text).width;
	};
	let measure: Measure;
	beforeAll(async () => {
		const element = document.createElement('div');
		element.style.setProperty('--sans', FAMILY);
		document.body.append(element);
		measure = await new Promise((resolve) => checkFont(element, resolve));
		element.remove();
	});

	const texts = Object.values(WORDS).map((letters) =>
		fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 30 })
	);
	test('no narrower than it is drawn', () => {
		fc.assert(
			fc.property(
				fc.oneof(...texts, fc.constantFrom(...TITLES)),
				fc.constantFrom(...SIZES),
				fc.boolean(),
				(text, size, bold) => {
					expect(measure(text, size, bold)).toBeGreaterThanOrEqual(widthOf(text, size, bold));
				}
			),
			runs(300)
		);
	});

	test.each([...TITLES, '小米在北京成立，只有十四个人'])(
		'wider by no more than its kerning: %s',
		(title) => {
			expect(measure(title, 13)).toBeLessThan(1.03 * widthOf(title, 13, false) + 2);
		}
	);

	test.each(['شاومي تعلن', 'हिन्दी समाचार', 'עִבְרִית', 'a\u0301e\u0308', 'v\u20d7', 'ꦧꦱꦗꦮ', '👩‍👩‍👧 🇮🇹'])(
		'as a whole where its letters join or combine: %s',
		(text) => {
			expect(measure(text, 13)).toBe(Math.ceil(widthOf(text, 13, false) + 1));
		}
	);
});

test('Chinese text is drawn at no less than 98 % of its estimated width', async () => {
	// not every machine has a Chinese font, and fallback glyphs are narrower
	const font = new FontFace('Noto Sans SC', `url(${chineseFont})`);
	document.fonts.add(await font.load());
	document.documentElement.lang = 'zh-Hans';
	document.documentElement.style.setProperty('--sans', 'var(--latin-sans), "Noto Sans SC"');
	const text = '小米在北京成立，只有十四个人';
	const drawn = draw(text, 12, 400);
	document.documentElement.removeAttribute('style');
	document.fonts.delete(font);
	expect(drawn).toBeGreaterThan(0.98 * measureText(text, 12));
	expect(drawn).toBeLessThan(measureText(text, 12) + 1);
});
