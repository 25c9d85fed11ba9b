import { describe, expect, test } from 'vitest';
import { measureText } from '../../../../src/lib/layout/scale/text-width.ts';

describe('the width of a text', () => {
	test('grows with each letter and with the size', () => {
		expect(measureText('Mi MIX', 12)).toBeGreaterThan(measureText('Mi MI', 12));
		expect(measureText('Mi MIX', 24)).toBeCloseTo(2 * measureText('Mi MIX', 12), 9);
		expect(measureText('', 12)).toBe(0);
	});

	test('is greater in bold', () => {
		expect(measureText('Mi MIX 4', 12, true)).toBeGreaterThan(measureText('Mi MIX 4', 12));
	});

	test('is the same with accents, however they are written', () => {
		expect(measureText('così', 12)).toBe(measureText('cosi', 12));
		expect(measureText('e\u0301', 12)).toBe(measureText('é', 12));
	});

	test('of a Chinese character is its size, beyond the Basic Plane too', () => {
		expect(measureText('小米', 12)).toBe(24);
		expect(measureText('（', 12)).toBe(12);
		expect(measureText('𠮷', 12)).toBe(12);
	});

	test('of signs is theirs in a Chinese font where the text is Chinese', () => {
		expect(measureText('“小米”——2021年…', 10)).toBe(10 * 8 + 4 * 6.4);
		expect(measureText('“', 10)).toBe(7);
	});

	test('of anything else is that of a wide letter, or of a wide sign', () => {
		expect(measureText('Ж', 10)).toBe(7);
		expect(measureText('→', 10, true)).toBe(10);
	});
});
