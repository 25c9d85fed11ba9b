import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layoutStrip } from '../../../src/lib/layout/strip.ts';

describe('the strip of an article', () => {
	test('shows where a passage stands, in percent', () => {
		expect(layoutStrip([{ start: 250, end: 350 }], 1000)).toEqual([
			{ left: 25, width: 10, row: 0 }
		]);
	});

	test('has what lies apart in one row, and what overlaps in another', () => {
		const passages = [
			{ start: 0, end: 10 },
			{ start: 5, end: 20 },
			{ start: 10, end: 15 },
			{ start: 20, end: 30 }
		];
		expect(layoutStrip(passages, 100).map(({ row }) => row)).toEqual([0, 1, 0, 0]);
	});

	test('never lays one passage over another', () => {
		const passage = fc
			.tuple(fc.nat(900), fc.integer({ min: 1, max: 99 }))
			.map(([start, length]) => ({ start, end: start + length }));
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
