/** Estimated text widths, as used on the server, against the widths that the browser draws. */
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import chineseFont from '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf?url';
import { measureText } from '../../src/lib/layout/scale/text-width.ts';
import '../../src/lib/view/ui/base.css';
import '../../src/lib/view/ui/tokens.css';
import { runs } from '../property.ts';

const SIZES = [11, 12, 13];
const WORDS = {
	en: 'AaBbcdefghiklMmnopqrstUuvWwxyz 0123456789“”’–—…→·,.:;?!()',
	it: 'AabcdEeèéfghilmnoòpqrstuùvzÀÈÌ 0123456789«»“”’–—…→·,.:;?!()',
	// punctuation is full-width on a Chinese page; any text with a Chinese character is assumed to be on one
	'zh-Hans': '小米手机发布会雷军新国际与年月日的MIXabc 0123456789，。：；？！、（）《》“”‘’—…→·'
};

/** Drawn width in the font of the chart, px. */
function draw(text: string, size: number, weight: number): number {
	const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
	const element = document.createElementNS('http://www.w3.org/2000/svg', 'text');
	element.style.cssText = `font: ${weight} ${size}px var(--sans); white-space: pre`;
	element.textContent = text;
	svg.append(element);
	document.body.append(svg);
	const width = element.getComputedTextLength();
	svg.remove();
	return width;
}

afterEach(() => document.documentElement.removeAttribute('lang'));

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
