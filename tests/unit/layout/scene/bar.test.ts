import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { parseDay } from '../../../../src/lib/model/date.ts';
import { layoutBar, type BarScene } from '../../../../src/lib/layout/scene/bar.ts';
import { dateOf, eventOf } from '../../model/records.ts';
import { drawings } from '../datasets.ts';
import { findLabelFaults } from '../oracle.ts';

// enough for the slowest computer: what is tested is not how fast it goes
vi.setConfig({ testTimeout: 120_000 });

/** The part of the window that a bar may take. */
const shareOf = ({ scene }: BarScene) => (scene.geometry.from < 560 ? 0.34 : 0.42);

const lines = ['company', 'kites', 'trains', 'balloons'].map((id) => ({ id, label: id }));
/** Two months in which each line has some events, the trains most of them. */
const events = ['company', 'kites', 'trains', 'trains', 'balloons'].flatMap((line, i) =>
	([1, 2, 3] as const).map((importance) =>
		eventOf(`${line}-${i}-${importance}`, {
			lines: [line, 'company'],
			importance,
			date: dateOf(`2012-05-0${importance + i}`)
		})
	)
);
const timeline = { lines, events };

const barAt = (viewportHeight: number, current: string | null = null, width = 1180) =>
	layoutBar(timeline, events, {
		domain: { start: parseDay('2012-05-01'), end: parseDay('2012-06-01') },
		width,
		viewportHeight,
		current
	});
const lanesOf = ({ scene }: BarScene) => scene.lanes.map(({ id }) => id);

describe.each([1180, 700, 358])('the bar in a column of %d px', (width) => {
	test('has all it could have where the window is high', () => {
		const bar = barAt(2000, null, width);
		expect(bar.strip).toBeGreaterThan(0);
		expect(lanesOf(bar)).toEqual(['company', 'kites', 'trains', 'balloons']);
		expect(bar.height).toBeGreaterThanOrEqual(bar.scene.height + bar.strip);
	});

	test('gives up the strip, then air, then small labels, then lanes, as the window gets lower', () => {
		const full = barAt(2000, null, width);
		const states: string[] = [];
		for (let height = 1000; height >= 60; height -= 6) {
			const bar = barAt(height, null, width);
			const { geometry, lanes } = bar.scene;
			const given = [
				bar.strip === 0,
				geometry.padding.bottom < full.scene.geometry.padding.bottom,
				geometry.labelled > 1 && geometry.labelled !== full.scene.geometry.labelled,
				lanes.length < full.scene.lanes.length
			];
			const state = given.map(Number).join('');
			if (states.at(-1) !== state) states.push(state);
		}
		// a phone's bar has no labels to give up
		const steps = ['0000', '1000', '1100', '1110', '1111'];
		const phone = ['0000', '1000', '1100', '1101'];
		const allowed = width < 560 ? phone : steps;
		expect(states[0]).toBe('0000');
		expect(states.at(-1)).toBe(allowed.at(-1));
		expect(states).toEqual(allowed.filter((state) => states.includes(state)));
	});

	test('keeps at last the lane of the event that is being read, and no event of another', () => {
		const bar = barAt(100, 'balloons-4-1', width);
		expect(lanesOf(bar)).toEqual(['balloons']);
		expect(bar.scene.marks).toHaveLength(3);
	});

	test('keeps at last the fullest lane when no event is being read', () => {
		expect(lanesOf(barAt(100, null, width))).toEqual(['trains']);
		expect(lanesOf(barAt(100, 'not-in-this-chapter', width))).toEqual(['trains']);
	});
});

describe('every bar', () => {
	const bars = fc
		.record({
			drawing: drawings,
			width: fc.integer({ min: 280, max: 1400 }),
			viewportHeight: fc.integer({ min: 240, max: 1400 }),
			isRead: fc.boolean(),
			n: fc.nat()
		})
		.map(({ drawing: { timeline, events, options }, width, viewportHeight, isRead, n }) => {
			const { domain, lines } = options;
			const current = isRead ? (events[n % (events.length || 1)]?.id ?? null) : null;
			const bar = layoutBar(timeline, events, { domain, width, viewportHeight, lines, current });
			return { bar, viewportHeight };
		});
	test('is no higher than its share of the window, unless but one lane is left; has no empty lane, and no label on another', () => {
		fc.assert(
			fc.property(bars, ({ bar, viewportHeight }) => {
				const { scene, height } = bar;
				if (height > viewportHeight * shareOf(bar))
					expect(scene.lanes.length).toBeLessThanOrEqual(1);
				for (const { count } of scene.lanes) expect(count).toBeGreaterThan(0);
				expect(findLabelFaults(scene)).toEqual([]);
			}),
			{ numRuns: 150 }
		);
	});
});
