import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layoutStrip } from '../../../../src/lib/layout/place/article-strip.ts';

describe('the strip of an article', () => {
	const passage = fc
		.tuple(fc.nat(900), fc.integer({ min: 1, max: 99 }))
		.map(([start, length]) => ({ start, end: start + length }));

	test('shows where a passage stands, in percent', () => {
		expect(layoutStrip([{ start: 250, end: 350 }], 1000)).toEqual([
			{ left: 25, width: 10, row: 0 }
		]);
	});

	test('has what lies apart in one row, and what overlaps in another', () => {
		const passages = [
			{ start: 0, end: 20 },
			{ start: 10, end: 40 },
			{ start: 20, end: 30 },
			{ start: 40, end: 60 }
		];
		expect(layoutStrip(passages, 100).map(({ row }) => row)).toEqual([0, 1, 0, 0]);
	});

	test('leaves each passage the 24 px of a target on a phone, however short it is', () => {
		const passages = [
			{ start: 0, end: 10 },
			{ start: 60, end: 70 },
			{ start: 150, end: 160 }
		];
		expect(layoutStrip(passages, 1000).map(({ row }) => row)).toEqual([0, 1, 0]);
		fc.assert(
			fc.property(fc.array(passage, { maxLength: 20 }), (some) => {
				const passages = some.toSorted((a, b) => a.start - b.start || a.end - b.end);
				const targets = layoutStrip(passages, 1000).map(({ left, width, row }) => {
					const air = Math.max(0, 24 - 2.88 * width) / 2;
					return { left: 2.88 * left - air, right: 2.88 * (left + width) + air, row };
				});
				targets.forEach((a, i) =>
					targets.slice(i + 1).forEach((b) => {
						if (a.row === b.row) expect(b.left).toBeGreaterThanOrEqual(a.right - 1e-9);
					})
				);
			})
		);
	});

	test('never lays one passage over another', () => {
		fc.assert(
			fc.property(fc.array(passage, { maxLength: 20 }), (some) => {
				const passages = some.toSorted((a, b) => a.start - b.start || a.end - b.end);
				const places = layoutStrip(passages, 1000);
				places.forEach((a, i) =>
					places.slice(i + 1).forEach((b) => {
						if (a.row === b.row) expect(b.left).toBeGreaterThanOrEqual(a.left + a.width - 1e-9);
					})
				);
			})
		);
	});
});
