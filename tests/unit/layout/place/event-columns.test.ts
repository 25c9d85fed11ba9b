import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY, formatDay, spanOf } from '../../../../src/lib/model/date.ts';
import {
	compareEvents,
	importanceOf,
	isDisputed,
	type ChartEvent
} from '../../../../src/lib/model/event.ts';
import { markKindOf, MARK_KINDS } from '../../../../src/lib/layout/marks/sized-mark.ts';
import { groupByLine } from '../../../../src/lib/layout/place/lanes.ts';
import {
	filterColumns,
	spanOfAll,
	selectLines,
	toColumns,
	type EventColumns
} from '../../../../src/lib/layout/place/event-columns.ts';
import { dateOf, eventOf } from '../../model/records.ts';

const on = (id: string, start: string, end: string | null = start) =>
	eventOf(id, { date: dateOf(start, end) });
const ids = ({ events }: EventColumns) => events.map(({ id }) => id);

/** Day numbers, many of them equal. */
const days = fc.oneof(
	fc.integer({ min: -2_900_000, max: 2_900_000 }),
	fc.integer({ min: -3, max: 3 }),
	fc.integer({ min: 15_000, max: 15_010 })
);
const lists: fc.Arbitrary<ChartEvent[]> = fc
	.array(
		fc.record({
			first: days,
			length: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 40 })),
			kind: fc.constantFrom('moment' as const, 'period' as const),
			approximate: fc.boolean(),
			uncertain: fc.boolean(),
			disputed: fc.boolean(),
			importance: fc.constantFrom(1 as const, 2 as const, 3 as const, undefined),
			line: fc.constantFrom('kites', 'balloons', 'gone')
		}),
		{ maxLength: 60, size: 'max' }
	)
	.map((records) =>
		records.map(({ first, length, disputed, importance, line, ...date }, i): ChartEvent => ({
			...{ id: `event-${i}`, title: `Event ${i}`, status: 'happened', lines: [line], importance },
			date: { ...date, start: formatDay(first * DAY), end: formatDay((first + length) * DAY) },
			evidence: disputed ? [{ source: 'daily', stance: 'disputes' }] : []
		}))
	);

/** Asserts that the columns match the events. */
function expectTrueColumns({ events, start, end, kind, importance, badges }: EventColumns) {
	expect([...start]).toEqual(events.map(({ date }) => spanOf(date).start / DAY));
	expect([...end]).toEqual(events.map(({ date }) => spanOf(date).end / DAY));
	expect([...kind].map((index) => MARK_KINDS[index])).toEqual(events.map(markKindOf));
	expect([...importance]).toEqual(events.map(importanceOf));
	expect([...badges]).toEqual(
		events.map((event) => (event.date.uncertain ? 1 : 0) + (isDisputed(event) ? 2 : 0))
	);
}

describe('sorted events', () => {
	test('are in time order, with matching columns', () => {
		fc.assert(
			fc.property(lists, (events) => {
				const sorted = toColumns(events);
				expect(sorted.events).toEqual(events.toSorted(compareEvents));
				expectTrueColumns(sorted);
			})
		);
	});

	test('depend on input order only if they have one span and one importance', () => {
		fc.assert(
			fc.property(
				lists.chain((events) =>
					fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length }))
				),
				([events, shuffled]) => {
					const keysOf = ({ start, end, importance }: EventColumns) => ({ start, end, importance });
					expect(keysOf(toColumns(shuffled))).toEqual(keysOf(toColumns(events)));
				}
			)
		);
	});

	test('stay in the order given, however many have one span and one importance', () => {
		const crowd = Array.from({ length: 100 }, (_, i) => eventOf(`e${(i * 37) % 100}`));
		for (const events of [crowd, crowd.slice(0, 20)])
			expect(ids(toColumns(events))).toEqual(events.map(({ id }) => id));
	});

	test('leave the input list unchanged', () => {
		const events = [on('b', '2012-01-02'), on('a', '2012-01-01')];
		expect(ids(toColumns(events))).toEqual(['a', 'b']);
		expect(events.map(({ id }) => id)).toEqual(['b', 'a']);
	});

	test('are in order across the start of our era', () => {
		const events = [
			on('ours', '2012-05-01'),
			on('caesar', '-0043-03-15'),
			on('before', '-000001-12-31'),
			on('nil', '0000-01-01')
		];
		const expected = ['stone', 'caesar', 'before', 'nil', 'ours', 'ahead'];
		const present = expected.filter((id) => events.some((event) => event.id === id));
		expect(ids(toColumns(events))).toEqual(present);
	});

	test('of one day are ordered by end, then importance, then as given', () => {
		const events = [
			on('long', '2012-05-01', '2012-06-01'),
			eventOf('b', { importance: 1 }),
			eventOf('a', { importance: 1 }),
			eventOf('z', { importance: 3 })
		];
		expect(ids(toColumns(events))).toEqual(['z', 'b', 'a', 'long']);
	});

	test('may be an empty list', () => {
		expect(toColumns([]).events).toEqual([]);
	});

	test('have titles of any length', () => {
		expect(toColumns([eventOf('a', { title: 'x'.repeat(2 ** 16 + 3) })]).length[0]).toBe(65_535);
	});

	test('are limited to two million', () => {
		const events = { length: 2 ** 21 } as ChartEvent[];
		expect(() => toColumns(events)).toThrow(
			new RangeError('2097152 events are too many: the limit is 2097151.')
		);
	});
});

describe('a filter of sorted events', () => {
	test('keeps their order and columns', () => {
		fc.assert(
			fc.property(lists, fc.func(fc.boolean()), (events, passes) => {
				const sorted = toColumns(events);
				const filtered = filterColumns(sorted, ({ id }) => passes(id));
				expect(filtered.events).toEqual(sorted.events.filter(({ id }) => passes(id)));
				expectTrueColumns(filtered);
			})
		);
	});

	test('that passes all returns the same object', () => {
		const sorted = toColumns([eventOf('a'), eventOf('b')]);
		expect(filterColumns(sorted, () => true)).toBe(sorted);
	});

	test('that passes none is empty', () => {
		expect(filterColumns(toColumns([eventOf('a')]), () => false).events).toEqual([]);
	});
});

describe('sorted events by line', () => {
	const lines = ['kites', 'balloons'].map((id) => ({ id, label: id }));

	test('are all events on a line of the timeline, in order, with matching columns', () => {
		fc.assert(
			fc.property(lists, (events) => {
				const sorted = toColumns(events);
				const groups = groupByLine({ lines }, sorted);
				expect([...groups.keys()]).toEqual(['kites', 'balloons']);
				for (const [line, group] of groups) {
					expect(group.events).toEqual(sorted.events.filter((event) => event.lines[0] === line));
					expectTrueColumns(group);
				}
			})
		);
	});

	test('are each on the first of their lines that passes the filter', () => {
		const both = eventOf('both', { lines: ['kites', 'balloons'] });
		const lineOf = (allowed?: string[]) =>
			[...groupByLine({ lines }, toColumns([both]), allowed)]
				.filter(([, { events }]) => events.length)
				.map(([line]) => line);
		expect(lineOf()).toEqual(['kites']);
		expect(lineOf([])).toEqual(['kites']);
		expect(lineOf(['balloons'])).toEqual(['balloons']);
		expect(lineOf(['balloons', 'kites'])).toEqual(['kites']);
		expect(lineOf(['trains'])).toEqual([]);
	});
});

describe('the extent of sorted events', () => {
	test('is the smallest span that contains all of them', () => {
		fc.assert(
			fc.property(lists, (events) => {
				fc.pre(events.length > 0);
				const spans = events.map(({ date }) => spanOf(date));
				expect(spanOfAll(toColumns(events))).toEqual({
					start: Math.min(...spans.map(({ start }) => start)),
					end: Math.max(...spans.map(({ end }) => end))
				});
			})
		);
	});

	test('is not empty without events', () => {
		const { start, end } = spanOfAll(toColumns([]));
		expect(end).toBeGreaterThan(start);
	});
});

describe('the events of some lines', () => {
	const onLines = (id: string, lines: string[]) => eventOf(id, { lines });

	test('match a linear scan, unless there are more lines than bits', () => {
		const names = Array.from({ length: 40 }, (_, i) => `line-${i}`);
		const lineSubsets = fc.subarray(names, { minLength: 1, maxLength: 4 });
		fc.assert(
			fc.property(
				fc.array(lineSubsets, { maxLength: 80, size: 'max' }),
				lineSubsets,
				(lists, wanted) => {
					const sorted = toColumns(lists.map((lines, i) => onLines(`event-${i}`, lines)));
					const found = selectLines(sorted, wanted);
					const passes = ({ lines }: ChartEvent) => lines.some((line) => wanted.includes(line));
					if (found)
						expect(found).toEqual({ ...filterColumns(sorted, passes), lineIds: sorted.lineIds });
					else expect(sorted.lineIds).toHaveLength(32);
				}
			)
		);
	});

	test('are an empty list for an unused line', () => {
		const sorted = toColumns([onLines('a', ['kites', 'balloons'])]);
		expect(ids(selectLines(sorted, ['balloons'])!)).toEqual(['a']);
		expect(ids(selectLines(sorted, ['gone'])!)).toEqual([]);
	});
});
