import { describe, expect, test } from 'vitest';
import {
	chooseGeometry,
	GEOMETRIES,
	plotWidth,
	servesUntil,
	type Purpose
} from '../../../src/lib/layout/geometry.ts';

const PURPOSES = Object.keys(GEOMETRIES) as Purpose[];

describe.each(PURPOSES)('the geometries of %s', (purpose) => {
	const all = GEOMETRIES[purpose];

	test('are sorted by width and serve until the next one', () => {
		const widths = all.map(({ from }) => from);
		expect(widths).toEqual(widths.toSorted((a, b) => a - b));
		expect(new Set(widths).size).toBe(widths.length);
		expect(all.map((geometry) => servesUntil(purpose, geometry))).toEqual([
			...widths.slice(1),
			null
		]);
	});

	test('are chosen by width: the widest that fits, else the narrowest', () => {
		for (let width = 0; width < 1600; width++) {
			const { from } = chooseGeometry(purpose, width);
			const fitting = all.filter((geometry) => geometry.from <= width);
			expect(from).toBe(Math.max(all[0]!.from, ...fitting.map((geometry) => geometry.from)));
		}
	});

	test('leave a plot of at least 180 px', () => {
		for (const geometry of all) expect(plotWidth(geometry)).toBeGreaterThanOrEqual(180);
	});

	test('have space for a mark in its row and for the name of its lane', () => {
		for (const { row, radius, padding, laneNames, font, lanes, ticks } of all) {
			expect(row).toBeGreaterThanOrEqual(2 * radius);
			expect(padding.top).toBeGreaterThanOrEqual(radius);
			expect(padding.bottom).toBeGreaterThanOrEqual(radius);
			if (laneNames === 'above') expect(padding.top - radius).toBeGreaterThanOrEqual(font.lane);
			expect(lanes).toBeGreaterThan(ticks);
		}
	});
});

test('the page has its reference geometries at 1280 px and at 390 px', () => {
	expect(chooseGeometry('rest', 1180)).toMatchObject({
		...{ from: 1120, left: 100, right: 168, row: 17, ticks: 60, lanes: 69 },
		...{ padding: { top: 11, bottom: 10.5 }, radius: 5.5 }
	});
	expect(chooseGeometry('rest', 358)).toMatchObject({
		...{ from: 300, left: 11, right: 12, row: 14, ticks: 59, lanes: 66 },
		...{ padding: { top: 25, bottom: 8 }, radius: 4.5 }
	});
});
