import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY, formatDay, spanOf } from '../../../../src/lib/model/date.ts';
import { createScale, wholeDomain } from '../../../../src/lib/layout/scale/scale.ts';
import { toColumns } from '../../../../src/lib/layout/place/event-columns.ts';
import { traceLane } from '../../../../src/lib/layout/scene/traces.ts';
import { dateOf, eventOf } from '../../model/records.ts';

const on = (start: number, length: number) =>
	eventOf(`${start}-${length}`, {
		date: dateOf(formatDay(start * DAY), formatDay((start + length) * DAY))
	});
const lists = fc
	.array(
		fc.tuple(
			fc.integer({ min: 14_000, max: 18_000 }),
			fc.oneof(fc.constant(0), fc.nat({ max: 500 }))
		),
		{ minLength: 1, maxLength: 80, size: 'max' }
	)
	.map((records) => records.map(([start, length]) => on(start, length)));

/** Asserts a property of the traces of any line, on a strip of any width. */
function always(
	holds: (
		traces: [number, number][],
		boxes: { left: number; right: number }[],
		width: number
	) => void
) {
	fc.assert(
		fc.property(lists, fc.integer({ min: 100, max: 1500 }), (events, width) => {
			const scale = createScale(wholeDomain(events), width);
			const boxes = events.map(({ date }) => {
				const { start, end } = spanOf(date);
				return { left: scale.position(start), right: scale.position(end) };
			});
			holds(traceLane(toColumns(events), scale), boxes, width);
		})
	);
}

describe('the traces of a line', () => {
	test('cover each event of the line', () => {
		always((traces, boxes) => {
			const uncovered = boxes.filter(
				({ left, right }) => !traces.some(([from, to]) => from <= left && to >= right)
			);
			expect(uncovered).toEqual([]);
		});
	});

	test('are in order from left to right and do not touch', () => {
		always((traces) => {
			for (const [i, [from, to]] of traces.entries()) {
				expect(to).toBeGreaterThan(from);
				if (i) expect(from).toBeGreaterThan(traces[i - 1]![1] + 1);
			}
		});
	});

	test('are at least 3 px wide, and their number is limited by the width of the strip', () => {
		always((traces, _, width) => {
			for (const [from, to] of traces) expect(to - from).toBeGreaterThanOrEqual(3 - 1e-9);
			expect(traces.length).toBeLessThanOrEqual(width / 4 + 1);
		});
	});

	test('start and end at events', () => {
		always((traces, boxes) => {
			for (const [from, to] of traces) {
				expect(boxes.some(({ left }) => left === from)).toBe(true);
				expect(boxes.some(({ left, right }) => to === Math.max(left + 3, right))).toBe(true);
			}
		});
	});

	test('are an empty list for an empty line', () => {
		expect(traceLane(toColumns([]), createScale({ start: 0, end: DAY }, 100))).toEqual([]);
	});
});
