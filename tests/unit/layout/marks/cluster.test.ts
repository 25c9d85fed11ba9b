import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clusterWidth, shortCount } from '../../../../src/lib/layout/marks/cluster.ts';
import { CLUSTER } from '../../../../src/lib/layout/marks/spacing.ts';
import { runs } from '../../../property.ts';

describe('a short count', () => {
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
		[999_999, '999k'],
		[1_000_000, '1M'],
		[1_290_000, '1.2M'],
		[57_000_000, '57M']
	])('of %d is %s', (count, text) => {
		expect(shortCount(count)).toBe(text);
	});

	test('is rounded down, by less than 10 %, to at most four characters', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 999_999 }), (count) => {
				const text = shortCount(count);
				const value = Number.parseFloat(text) * (text.endsWith('k') ? 1000 : 1);
				expect(text.length).toBeLessThanOrEqual(4);
				expect(Math.round(value)).toBeLessThanOrEqual(count);
				expect(value).toBeGreaterThan(0.9 * count);
			}),
			runs(1000)
		);
	});
});

test('the width of a cluster follows the length of its count and stays below 40 px', () => {
	expect([2, 12, 123].map(clusterWidth)).toEqual([17, 23, 29]);
	fc.assert(
		fc.property(fc.integer({ min: 2, max: 999_999 }), (count) => {
			expect(clusterWidth(count)).toBe(11 + 6 * shortCount(count).length);
			expect(clusterWidth(count)).toBeLessThan(40);
		})
	);
});

test('a cluster of any count keeps within the width that is reserved for it', () => {
	fc.assert(
		fc.property(fc.integer({ min: 2, max: 2 ** 21 }), (count) => {
			expect(clusterWidth(count)).toBeLessThanOrEqual(CLUSTER);
		})
	);
});
