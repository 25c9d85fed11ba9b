import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layoutStrip } from '../../../../src/lib/layout/place/article-strip.ts';

describe('the strip of an article', () => {
	const passage = fc
		.tuple(fc.nat(900), fc.integer({ min: 1, max: 99 }))
		.map(([start, length]) => ({ start, end: start + length }));

	test('places a passage in percent of the article', () => {
		expect(layoutStrip([{ start: 250, end: 350 }], 1000)).toEqual([
			{ left: 25, width: 10, row: 0 }
		]);
	});

	test('packs separate passages into one row and overlapping ones into another', () => {
		const passages = [
			{ start: 0, end: 20 },
			{ start: 10, end: 40 },
			{ start: 20, end: 30 },
			{ start: 40, end: 60 }
		];
		expect(layoutStrip(passages, 100).map(({ row }) => row)).toEqual([0, 1, 0, 0]);
	});

	test('gives even a short passage a target of 24 px on a phone', () => {
		const passages = [
			{ start: 0, end: 10 },
			{ start: 60, end: 70 },
			{ start: 150, end: 160 }
		];
		expect(layoutStrip(passages, 1000).map(({ row }) => row)).toEqual([0, 1, 0]);
		fc.assert(
			fc.property(fc.array(passage, { maxLength: 20 }), (unsorted) => {
				const passages = unsorted.toSorted((a, b) => a.start - b.start || a.end - b.end);
				const targets = layoutStrip(passages, 1000).map(({ left, width, row }) => {
					const padding = Math.max(0, 24 - 2.88 * width) / 2;
					return { left: 2.88 * left - padding, right: 2.88 * (left + width) + padding, row };
				});
				targets.forEach((a, i) =>
					targets.slice(i + 1).forEach((b) => {
						if (a.row === b.row) expect(b.left).toBeGreaterThanOrEqual(a.right - 1e-9);
					})
				);
			})
		);
	});

	test('never overlaps passages of a row', () => {
		fc.assert(
			fc.property(fc.array(passage, { maxLength: 20 }), (unsorted) => {
				const passages = unsorted.toSorted((a, b) => a.start - b.start || a.end - b.end);
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
