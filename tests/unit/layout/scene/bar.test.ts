import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { parseDay } from '../../../../src/lib/model/date.ts';
import { barParts, drawBar, layoutBar } from '../../../../src/lib/layout/scene/bar.ts';
import type { Scene } from '../../../../src/lib/layout/scene/types.ts';
import { stackLanes } from '../../../../src/lib/layout/scene/zoom-level.ts';
import { dateOf, eventOf } from '../../model/records.ts';
import { drawings } from '../datasets.ts';
import { findLabelFaults } from '../oracle.ts';
import { runs } from '../../../property.ts';

// generous for slow machines: speed is not under test
vi.setConfig({ testTimeout: 120_000 });

const lines = ['company', 'kites', 'trains', 'balloons'].map((id) => ({ id, label: id }));
const may = { start: parseDay('2012-05-01'), end: parseDay('2012-06-01') };

/** A chapter of May 2012 in which each of `count` lines has `each` events on one day, in turn of importance 1 to 3. */
function crowd(count: number, each: number, title: string) {
	const lines = Array.from({ length: count }, (_, i) => ({ id: `line-${i}`, label: `Line ${i}` }));
	const events = lines.flatMap(({ id }) =>
		Array.from({ length: each }, (_, i) => ({
			...eventOf(`${id}-${i}`, {
				lines: [id],
				importance: ((i % 3) + 1) as 1 | 2 | 3,
				date: dateOf('2012-05-15')
			}),
			title
		}))
	);
	return { lines, events };
}
const levelOf = ({ lines, events }: ReturnType<typeof crowd>, width: number, line?: string) =>
	layoutBar({ lines, events }, events, { domain: may, width, line: () => line });

/** @returns the pairs of labels above each other that are closer than a line of 12 px text is high */
function findStacked({ labels }: Scene): string[][] {
	return labels.flatMap((a, i) =>
		labels
			.slice(i + 1)
			.filter((b) => a.left < b.right && b.left < a.right)
			.filter((b) => Math.abs(a.y + a.dy - b.y - b.dy) < 14)
			.map((b) => [a.text, b.text])
	);
}

describe('the bar', () => {
	test('has one height for all chapters, open or folded', () => {
		expect(barParts(1180)).toMatchObject({ open: 312, folded: 80, isPhone: false });
		expect(barParts(358)).toMatchObject({ open: 264, folded: 82, isPhone: true });
		for (const width of [358, 1180]) {
			const { header, strip, chart, open, folded } = barParts(width);
			expect(header + strip + chart).toBeLessThan(open);
			expect(header + strip).toBeLessThanOrEqual(folded);
		}
	});

	test.each([1180, 700, 358])('of few rows has the largest pitch at %d px', (width) => {
		const { geometry, lanes } = levelOf(crowd(2, 1, 'One'), width);
		expect(geometry.row).toBe(18);
		expect(lanes).toHaveLength(2);
	});

	test('drops minor labels, then padding, then all but important labels as rows become more', () => {
		const states: string[] = [];
		for (let lines = 1; lines <= 8; lines++)
			for (let each = 1; each <= 6; each++) {
				const { geometry } = levelOf(crowd(lines, each, 'A title of some length'), 1180);
				const state = `${geometry.labelled} ${geometry.padding.top > 7 ? 'padded' : 'tight'}`;
				if (!states.includes(state)) states.push(state);
				if (geometry.labelled < 3) expect(geometry.row).toBeGreaterThanOrEqual(13);
				expect(geometry.row).toBeGreaterThanOrEqual(9.5);
			}
		const order = ['1 padded', '2 padded', '2 tight', '3 tight'];
		expect(states).toEqual(order.filter((state) => states.includes(state)));
		expect(states).toContain('3 tight');
	});

	test('clusters marks where the smallest pitch is too large, and finally keeps one lane', () => {
		const some = levelOf(crowd(10, 4, 'One'), 1180);
		expect(some.lanes).toHaveLength(10);
		expect(drawBar(some, null).clusters.length).toBeGreaterThan(0);
		const many = crowd(20, 2, 'One');
		many.events.push({ ...many.events[6]!, id: 'more' });
		expect(levelOf(many, 1180, 'line-7').lanes.map(({ id }) => id)).toEqual(['line-7']);
		expect(levelOf(many, 1180).lanes.map(({ id }) => id)).toEqual(['line-3']);
		expect(levelOf(many, 1180, 'elsewhere').lanes.map(({ id }) => id)).toEqual(['line-3']);
	});

	test('labels only the current event on a phone, by its short title', () => {
		const { lines, events } = crowd(2, 2, 'A title of some length');
		events[1]!.short = 'Brief';
		const level = levelOf({ lines, events }, 358);
		expect(drawBar(level, null).labels).toEqual([]);
		expect(drawBar(level, 'line-0-1').labels).toMatchObject([{ id: 'line-0-1', text: 'Brief' }]);
	});

	test('keeps its rows while the current event changes', () => {
		const level = levelOf(crowd(3, 5, 'A title of some length'), 1180);
		const rowsOf = (current: string | null) =>
			drawBar(level, current).marks.map(({ event, y }) => [event.id, y]);
		expect(rowsOf('line-1-0')).toEqual(rowsOf(null));
	});
});

describe('the bar of a chapter', () => {
	const eventIn = (id: string, chapter: string, from: string, to: string, more = {}) => ({
		...eventOf(id, { date: dateOf(from, to), ...more }),
		chapter
	});
	const barOf = (events: ReturnType<typeof eventIn>[]) =>
		drawBar(
			layoutBar({ lines, events }, events, { domain: may, chapter: 'may', width: 1180 }),
			null
		);
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

	test('names a promised event that may be due at any time in the chapter, or later, at its edge', () => {
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
			width: fc.integer({ min: 280, max: 1500 }),
			hasCurrent: fc.boolean(),
			n: fc.nat()
		})
		.map(({ drawing: { timeline, events, options }, width, hasCurrent, n }) => {
			const { domain, lines } = options;
			const current = hasCurrent ? (events[n % (events.length || 1)]?.id ?? null) : null;
			const level = layoutBar(timeline, events, { domain, width, lines });
			return { scene: drawBar(level, current), level, width, current };
		});

	test('fits its height, has no empty lane, and no label that overlaps or leaves the frame', () => {
		fc.assert(
			fc.property(bars, ({ scene, width, current }) => {
				if (scene.lanes.length > 1) expect(scene.height).toBeLessThanOrEqual(barParts(width).chart);
				for (const { count } of scene.lanes) expect(count).toBeGreaterThan(0);
				expect(findLabelFaults(scene, 1, current)).toEqual([]);
			}),
			runs(150)
		);
	});

	test('has no label that overlaps another, as high as a line of text, at any width', () => {
		const wide = fc.integer({ min: 320, max: 2560 });
		fc.assert(
			fc.property(drawings, wide, fc.nat(), ({ timeline, events, options }, width, n) => {
				const current = events[n % (events.length || 1)]?.id ?? null;
				const { domain, lines } = options;
				const level = layoutBar(timeline, events, { domain, width, lines });
				expect(findStacked(drawBar(level, current))).toEqual([]);
				expect(findStacked(drawBar(level, null))).toEqual([]);
			}),
			runs(150)
		);
	});

	test('has the largest row pitch that fits', () => {
		fc.assert(
			fc.property(bars, ({ level, width }) => {
				const { row, padding } = level.geometry;
				fc.pre(row < 18 && row > 9.5);
				const isTight = padding.top === 7 && padding.top !== row / 2 + 2.25;
				const next = row + 0.5;
				const top = isTight ? 7 : next / 2 + 2.25;
				const higher = stackLanes(level, { row: next, padding: { top, bottom: top } });
				expect(higher.height).toBeGreaterThan(barParts(width).chart);
			}),
			runs(150)
		);
	});
});
