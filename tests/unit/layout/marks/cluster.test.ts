import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clusterWidth, shortCount } from '../../../../src/lib/layout/marks/cluster.ts';

describe('a number in short', () => {
	test.each([
		[2, '2'],
		[12, '12'],
		[999, '999'],
		[1000, '1k'],
		[1099, '1k'],
		[1100, '1.1k'],
		[3456, '3.4k'],
		[9999, '9.9k'],
		[10_000, '10k'],
		[57_999, '57k'],
		[100_000, '100k'],
		[999_999, '999k']
	])('of %d is %s', (count, text) => {
		expect(shortCount(count)).toBe(text);
	});

	test('never says more than there are, nor much less, in four characters', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 999_999 }), (count) => {
				const text = shortCount(count);
				const said = Number.parseFloat(text) * (text.endsWith('k') ? 1000 : 1);
				expect(text.length).toBeLessThanOrEqual(4);
				expect(Math.round(said)).toBeLessThanOrEqual(count);
				expect(said).toBeGreaterThan(0.9 * count);
			}),
			{ numRuns: 1000 }
		);
	});
});

test('a cluster is as wide as its number is long, and never wider than its cell', () => {
	expect([2, 12, 123].map(clusterWidth)).toEqual([17, 23, 29]);
	fc.assert(
		fc.property(fc.integer({ min: 2, max: 999_999 }), (count) => {
			expect(clusterWidth(count)).toBe(11 + 6 * shortCount(count).length);
			expect(clusterWidth(count)).toBeLessThan(40);
		})
	);
});
