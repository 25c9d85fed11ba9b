import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findWords } from '../../../src/lib/export/line-breaks.ts';
import { wrapText } from '../../../src/lib/export/wrap-text.ts';
import { measureText } from '../../../src/lib/layout/scale/text-width.ts';

const wordsIn = (text: string) => findWords(text).map(({ word }) => word);

describe('a line can break', () => {
	test('only at spaces in Latin text', () => {
		const text = 'Red KITE 4 “in the second half” (of 2021), l’azienda — così: 30–50 %';
		expect(wordsIn(text)).toEqual(text.split(' '));
	});

	test('after every Chinese character, but not before closing or after opening punctuation', () => {
		expect(wordsIn('安妮说，“风筝KITE 4”（新款）将于2021年发布。')).toEqual(
			'安|妮|说，|“风|筝|KITE|4”|（新|款）|将|于|2021|年|发|布。'.split('|')
		);
	});
});

const characters = [...'风筝气球将于年发布安妮说，。、；：？！（）《》“”KITE 2021'];
test('wrapped Chinese lines fit the width, keep all text, and do not start with closing punctuation', () => {
	const text = fc
		.array(fc.constantFrom(...characters), { minLength: 1, maxLength: 80 })
		.map((all) => all.join('').trim().replace(/ +/g, ' '))
		.filter((text) => /^[风筝气球]/.test(text) && !/[，。、；：？！（）《》“”]{3}/.test(text));
	fc.assert(
		fc.property(text, fc.integer({ min: 90, max: 400 }), (whole, width) => {
			const lines = wrapText(whole, 12, width);
			expect(
				lines
					.map(({ text }) => text)
					.join('')
					.replaceAll(' ', '')
			).toBe(whole.replaceAll(' ', ''));
			for (const { text } of lines) {
				if (findWords(text).length > 1) expect(measureText(text, 12)).toBeLessThanOrEqual(width);
				if (/^[，。、；：？！）》]/.test(text)) expect(whole).toContain(` ${text}`);
			}
		})
	);
});
