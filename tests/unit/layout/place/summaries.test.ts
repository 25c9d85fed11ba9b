import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sizeMark, positionOf } from '../../../../src/lib/layout/marks/sized-mark.ts';
import { GEOMETRIES } from '../../../../src/lib/layout/geometry.ts';
import {
	labelLeft,
	labelRight,
	type Label,
	type LabelStyle
} from '../../../../src/lib/layout/marks/labels.ts';
import type { PlacedGroup } from '../../../../src/lib/layout/place/placed-group.ts';
import { createScale } from '../../../../src/lib/layout/scale/scale.ts';
import { summarise } from '../../../../src/lib/layout/place/summaries.ts';
import { measureText } from '../../../../src/lib/layout/scale/text-width.ts';
import { dateOf, eventOf } from '../../model/records.ts';
import { runs } from '../../../property.ts';

const geometry = GEOMETRIES.rest.at(-1)!;
const size = geometry.font.label;
const style: LabelStyle = {
	...{
		geometry,
		minImportance: 1,
		frame: [0, 1100],
		width: 1000,
		selected: null,
		measure: measureText
	}
};
/** Label style with a frame that ends at `until` px. */
const within = (until: number): LabelStyle => ({ ...style, frame: [0, until] });
/** 1000 days at 1 px per day. */
const scale = createScale({ start: Date.UTC(2010, 0), end: Date.UTC(2010, 0, 1001) }, 1000);
const dayOf = (x: number) => new Date(scale.time(x)).toISOString().slice(0, 10);

const FIRST = 'Acme flies a kite.';
const WHOLE = `${FIRST} Nobody has seen it since, says the daily paper.`;

/** A mark at `x` px, with its label beside it. */
function unitAt(
	x: number,
	{ summary = WHOLE, side = 'right' as 'right' | 'left' | 'none', row = 0, title = 'Kite' } = {}
): PlacedGroup {
	const event = eventOf(`at-${x}`, { title, summary, date: dateOf(dayOf(x)) });
	const mark = sizeMark(event, scale, geometry.radius)!;
	const labels = { right: [labelRight], left: [labelLeft], none: [] }[side];
	return {
		marks: [mark],
		labels: labels.map((label) => label(mark, style)),
		left: positionOf(mark.left),
		right: positionOf(mark.right),
		...{ row, later: null, kept: false, importance: 2, named: true }
	};
}
const asidesOf = (
	units: PlacedGroup[],
	clusters: { x: number; row: number }[] = [],
	until = 1100
) => summarise(units, clusters, within(until)).map(({ labels }) => labels[0]?.aside.trim());

/** Width of a mark with the title “Kite” and a following text, px. */
const lengthOf = (text: string) =>
	2 * geometry.radius + 6 + measureText('Kite', size) + measureText(`  ${text}`, size);

describe('a summary', () => {
	test('follows its title in full if the row is free', () => {
		expect(asidesOf([unitAt(100)])).toEqual([WHOLE]);
	});

	test('is cut to its first sentence if no more fits', () => {
		const other = unitAt(100 + lengthOf(FIRST) + 30, { side: 'none' });
		expect(asidesOf([unitAt(100), other])).toEqual([FIRST, undefined]);
	});

	test('is left out if not even a sentence fits', () => {
		const other = unitAt(100 + lengthOf(FIRST) - 20, { side: 'none' });
		expect(asidesOf([unitAt(100), other])).toEqual(['', undefined]);
	});

	test('ends within the frame', () => {
		expect(asidesOf([unitAt(100)], [], 110 + lengthOf(WHOLE))).toEqual([WHOLE]);
		expect(asidesOf([unitAt(100)], [], 110 + lengthOf(FIRST))).toEqual([FIRST]);
		expect(asidesOf([unitAt(100)], [], 90 + lengthOf(FIRST))).toEqual(['']);
	});

	test('ends before a cluster, or a label to the left of its mark', () => {
		const x = Math.round(100 + lengthOf(FIRST) + 40);
		expect(asidesOf([unitAt(100)], [{ x, row: 0 }])).toEqual([FIRST]);
		const left = unitAt(x + measureText('Kite', size), { side: 'left' });
		expect(asidesOf([unitAt(100), left])).toEqual([FIRST, '']);
	});

	test('is not limited by other rows', () => {
		const other = unitAt(200, { row: 1, side: 'none' });
		expect(asidesOf([unitAt(100), other], [{ x: 200, row: 2 }])).toEqual([WHOLE, undefined]);
	});

	test('of one sentence needs no full stop', () => {
		expect(asidesOf([unitAt(100, { summary: 'No end to it' })])).toEqual(['No end to it']);
	});

	test('is cut after a sentence, not within a number', () => {
		const summary = 'Acme sells 1.5 million kites! Nobody knows to whom, says the daily.';
		const until = 110 + lengthOf('Acme sells 1.5 million kites!');
		expect(asidesOf([unitAt(100, { summary })], [], until)).toEqual([
			'Acme sells 1.5 million kites!'
		]);
	});

	test('is left out if it is empty', () => {
		expect(asidesOf([unitAt(100, { summary: '' })])).toEqual(['']);
	});

	test('is left out for a label left of, inside or above its mark, or with another aside', () => {
		expect(asidesOf([unitAt(500, { side: 'left' })])).toEqual(['']);
		const inside = (label: Label) => ({ ...label, inside: true });
		const due = (label: Label) => ({ ...label, aside: ' · due in May' });
		const above = (label: Label) => ({ ...label, dy: -21 });
		for (const change of [inside, due, above]) {
			const unit = unitAt(100);
			unit.labels = unit.labels.map(change);
			expect(summarise([unit], [], style)).toEqual([unit]);
		}
	});
});

test('summaries change only asides, overlap no mark, label or cluster, and stay within the frame', () => {
	const rows = fc.record({
		marks: fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 12 }),
		sides: fc.infiniteStream(fc.constantFrom('right' as const, 'left' as const, 'none' as const)),
		clusters: fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 3 }),
		until: fc.integer({ min: 1000, max: 1168 })
	});
	fc.assert(
		fc.property(rows, ({ marks, sides, clusters, until }) => {
			const apart = (label: Label, others: { left: number; right: number }[]) =>
				others.every(({ left, right }) => right + 9 <= label.left || label.right + 9 <= left);
			const crowds = clusters
				.filter((x) => !marks.includes(x))
				.map((x) => ({ x: x * 16, row: 0, left: x * 16 - 15, right: x * 16 + 15 }));
			const units: PlacedGroup[] = [];
			for (const x of marks.toSorted((a, b) => a - b)) {
				const unit = unitAt(x * 16, { side: sides.next().value! });
				const taken = [...units.flatMap((other) => [other, ...other.labels]), ...crowds];
				const others = marks.filter((other) => other !== x);
				const bare = others.map((other) => ({ left: other * 16 - 6, right: other * 16 + 6 }));
				unit.labels = unit.labels.filter((label) => apart(label, [...taken, ...bare]));
				units.push(unit);
			}
			const summarised = summarise(units, crowds, within(until));
			summarised.forEach((unit, i) => {
				const [label] = unit.labels;
				const before = units[i]!.labels[0];
				expect({ ...unit, labels: [] }).toEqual({ ...units[i], labels: [] });
				if (!label?.aside) {
					expect(label).toEqual(before);
					return;
				}
				const { aside, right } = label;
				expect({ ...label, aside: '', right: before!.right }).toEqual(before);
				expect(right).toBeCloseTo(before!.right + measureText(aside, size), 6);
				expect(right).toBeLessThanOrEqual(until);
				const others = summarised.filter((other) => other !== unit);
				const boxes = others.flatMap((other) => [other, ...other.labels]);
				expect(apart(label, [...boxes, ...crowds])).toBe(true);
			});
		}),
		runs(300)
	);
});
