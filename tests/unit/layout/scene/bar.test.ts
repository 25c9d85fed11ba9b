import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { parseDay } from '../../../../src/lib/model/date.ts';
import { layoutBar, type BarScene } from '../../../../src/lib/layout/scene/bar.ts';
import { dateOf, eventOf } from '../../model/records.ts';
import { drawings } from '../datasets.ts';
import { findLabelFaults } from '../oracle.ts';
import { runs } from '../../../property.ts';

// generous for slow machines: speed is not under test
vi.setConfig({ testTimeout: 120_000 });

/** Maximum height of a bar as a share of the viewport height. */
const shareOf = ({ scene }: BarScene) => (scene.geometry.from < 560 ? 0.34 : 0.42);

const lines = ['company', 'kites', 'trains', 'balloons'].map((id) => ({ id, label: id }));
/** A week in May 2012 in which each line has events, `trains` most of them. */
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
	test('has all its parts in a tall viewport', () => {
		const bar = barAt(2000, null, width);
		expect(bar.strip).toBeGreaterThan(0);
		expect(lanesOf(bar)).toEqual(['company', 'kites', 'trains', 'balloons']);
		expect(bar.height).toBeGreaterThanOrEqual(bar.scene.height + bar.strip);
	});

	test('drops the strip, then padding, then minor labels, then lanes as the viewport gets lower', () => {
		const full = barAt(2000, null, width);
		const states: string[] = [];
		for (let height = 1000; height >= 60; height -= 6) {
			const bar = barAt(height, null, width);
			const { geometry, lanes } = bar.scene;
			const dropped = [
				bar.strip === 0,
				geometry.padding.bottom < full.scene.geometry.padding.bottom,
				geometry.labelled > 1 && geometry.labelled !== full.scene.geometry.labelled,
				lanes.length < full.scene.lanes.length
			];
			const state = dropped.map(Number).join('');
			if (states.at(-1) !== state) states.push(state);
		}
		// on a phone the bar has no labels to drop
		const steps = ['0000', '1000', '1100', '1110', '1111'];
		const phone = ['0000', '1000', '1100', '1101'];
		const allowed = width < 560 ? phone : steps;
		expect(states[0]).toBe('0000');
		expect(states.at(-1)).toBe(allowed.at(-1));
		expect(states).toEqual(allowed.filter((state) => states.includes(state)));
	});

	test('finally keeps only the lane of the current event', () => {
		const bar = barAt(100, 'balloons-4-1', width);
		expect(lanesOf(bar)).toEqual(['balloons']);
		expect(bar.scene.marks).toHaveLength(3);
	});

	test('finally keeps the fullest lane if there is no current event', () => {
		expect(lanesOf(barAt(100, null, width))).toEqual(['trains']);
		expect(lanesOf(barAt(100, 'not-in-this-chapter', width))).toEqual(['trains']);
	});
});

describe('the bar of a chapter', () => {
	const may = { start: parseDay('2012-05-01'), end: parseDay('2012-06-01') };
	const eventIn = (id: string, chapter: string, from: string, to: string, more = {}) => ({
		...eventOf(id, { date: dateOf(from, to), ...more }),
		chapter
	});
	const barOf = (events: ReturnType<typeof eventIn>[]) =>
		layoutBar({ lines, events }, events, {
			domain: may,
			chapter: 'may',
			width: 1180,
			viewportHeight: 900,
			current: null
		}).scene;
	const drawnBy = (...all: ReturnType<typeof eventIn>[]) =>
		barOf(all).marks.map(({ event }) => event.id);

	test('has its own events, and those of others that lie within its days or lasted', () => {
		const lasted = { date: dateOf('2012-01-01', '2012-12-31', { kind: 'period' }) };
		const ids = drawnBy(
			eventIn('own', 'may', '2012-01-01', '2012-12-31'),
			eventIn('within', 'june', '2012-05-02', '2012-05-03'),
			eventIn('overlapping', 'june', '2012-05-20', '2012-06-20'),
			eventIn('lasting', 'june', '', '', lasted)
		);
		expect(ids.toSorted()).toEqual(['lasting', 'own', 'within']);
	});

	test('names what was announced for any time in it, or after it, at its edge', () => {
		const relations = [{ type: 'announces' as const, event: 'due' }];
		const said = eventIn('said', 'may', '2012-05-07', '2012-05-07', { relations });
		const due = eventIn('due', 'may', '2012-04-01', '2012-12-31', { status: 'planned' });
		const scene = barOf([said, due]);
		expect(scene.marks.map(({ event }) => event.id)).toEqual(['said']);
		expect(scene.arcs).toMatchObject([{ from: 'said', to: 'due' }]);
		expect(drawnBy(said, eventIn('due', 'may', '2012-05-01', '2012-12-31'))).toContain('due');
	});
});

describe('every bar', () => {
	const bars = fc
		.record({
			drawing: drawings,
			width: fc.integer({ min: 280, max: 1400 }),
			viewportHeight: fc.integer({ min: 240, max: 1400 }),
			hasCurrent: fc.boolean(),
			n: fc.nat()
		})
		.map(({ drawing: { timeline, events, options }, width, viewportHeight, hasCurrent, n }) => {
			const { domain, lines } = options;
			const current = hasCurrent ? (events[n % (events.length || 1)]?.id ?? null) : null;
			const bar = layoutBar(timeline, events, { domain, width, viewportHeight, lines, current });
			return { bar, viewportHeight };
		});
	test('fits its share of the viewport unless one lane is left, and has no empty lane or overlapping label', () => {
		fc.assert(
			fc.property(bars, ({ bar, viewportHeight }) => {
				const { scene, height } = bar;
				if (height > viewportHeight * shareOf(bar))
					expect(scene.lanes.length).toBeLessThanOrEqual(1);
				for (const { count } of scene.lanes) expect(count).toBeGreaterThan(0);
				expect(findLabelFaults(scene)).toEqual([]);
			}),
			runs(150)
		);
	});
});
