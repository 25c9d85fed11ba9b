import { describe, expect, test } from 'vitest';
import { measureText } from '../../../../src/lib/layout/scale/text-width.ts';

describe('the width of a text', () => {
	test('grows with each letter and with the font size', () => {
		expect(measureText('Red KITE', 12)).toBeGreaterThan(measureText('Red KIT', 12));
		expect(measureText('Red KITE', 24)).toBeCloseTo(2 * measureText('Red KITE', 12), 9);
		expect(measureText('', 12)).toBe(0);
	});

	test('is greater in bold', () => {
		expect(measureText('KITE 4', 12, true)).toBeGreaterThan(measureText('KITE 4', 12));
	});

	test('ignores accents, composed or decomposed', () => {
		expect(measureText('così', 12)).toBe(measureText('cosi', 12));
		expect(measureText('e\u0301', 12)).toBe(measureText('é', 12));
	});

	test('of a Chinese character is the font size, also outside the Basic Multilingual Plane', () => {
		expect(measureText('风筝', 12)).toBe(24);
		expect(measureText('（', 12)).toBe(12);
		expect(measureText('𠮷', 12)).toBe(12);
	});

	test('of punctuation in Chinese text is that of a Chinese font', () => {
		expect(measureText('“风筝”——2021年…', 10)).toBe(10 * 8 + 4 * 6.48);
		expect(measureText('“', 10)).toBeCloseTo(4.54);
	});

	test('of any other character is that of a wide letter or symbol', () => {
		expect(measureText('Ж', 10)).toBe(7);
		expect(measureText('→', 10, true)).toBe(10);
	});
});
