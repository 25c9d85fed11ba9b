import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY, formatDay, spanOf } from '../../../../src/lib/model/date.ts';
import { compareEvents, type ChartEvent } from '../../../../src/lib/model/event.ts';
import {
	findNeighbour,
	type Step,
	type NavigationOrder
} from '../../../../src/lib/layout/scene/neighbour.ts';
import { dateOf, eventOf } from '../../model/records.ts';

const on = (id: string, day: string, line: string) =>
	eventOf(id, { date: dateOf(day), lines: [line] });
const wayOf = (events: ChartEvent[], page = 365 * DAY): NavigationOrder => ({
	events: events.toSorted(compareEvents),
	lanes: ['company', 'empty', 'kites', 'trains'],
	laneOf: ({ lines }) => lines[0],
	page
});
const events = [
	on('founding', '2012-01-10', 'company'),
	on('first-kite', '2012-06-01', 'kites'),
	on('first-train', '2012-12-01', 'trains'),
	on('second-kite', '2013-06-01', 'kites')
];
const way = wayOf(events);

describe('a step with the keyboard', () => {
	test.each([
		['founding', 'next', 'first-kite'],
		['first-kite', 'next', 'first-train'],
		['first-train', 'previous', 'first-kite'],
		['first-train', 'first', 'founding'],
		['founding', 'last', 'second-kite'],
		['founding', 'below', 'first-kite'],
		['first-kite', 'above', 'founding'],
		['second-kite', 'below', 'first-train'],
		['founding', 'page-next', 'second-kite'],
		['second-kite', 'page-previous', 'first-kite']
	] as const)('leads from %s to the %s one, %s', (from, step, to) => {
		expect(findNeighbour(way, from, step)).toBe(to);
	});

	test.each([
		['founding', 'previous'],
		['founding', 'first'],
		['second-kite', 'next'],
		['second-kite', 'last'],
		['founding', 'above'],
		['first-train', 'below'],
		['second-kite', 'page-next'],
		['founding', 'page-previous']
	] as const)('leads nowhere at the end of the way: from %s to the %s one', (from, step) => {
		expect(findNeighbour(way, from, step)).toBe(from);
	});

	test('of a page that is longer than the way leads to its end', () => {
		expect(findNeighbour(way, 'first-train', 'page-next')).toBe('second-kite');
		expect(findNeighbour(way, 'first-kite', 'page-previous')).toBe('founding');
	});

	test('from what is not there leads to the first', () => {
		expect(findNeighbour(way, 'gone', 'next')).toBe('founding');
	});

	test('without any events leads nowhere', () => {
		expect(findNeighbour(wayOf([]), 'gone', 'next')).toBe('gone');
	});

	test('from an event without a lane leads to no other lane', () => {
		const lost = wayOf([...events, on('lost', '2012-03-01', 'nowhere')]);
		expect(findNeighbour(lost, 'lost', 'above')).toBe('lost');
		expect(findNeighbour(lost, 'lost', 'next')).toBe('first-kite');
	});
});

describe('from every event', () => {
	const ways = fc
		.record({
			days: fc.array(
				fc.record({
					day: fc.integer({ min: 15_000, max: 16_000 }),
					lane: fc.constantFrom('company', 'kites', 'trains')
				}),
				{ minLength: 1, maxLength: 40 }
			),
			page: fc.integer({ min: 1, max: 500 })
		})
		.map(({ days, page }) =>
			wayOf(
				days.map(({ day, lane }, i) => on(`event-${i}`, formatDay(day * DAY), lane)),
				page * DAY
			)
		);
	const startOf = ({ date }: ChartEvent) => spanOf(date).start;
	const walk = (some: NavigationOrder, from: ChartEvent, step: Step) => {
		const id = findNeighbour(some, from.id, step);
		return some.events.find((event) => event.id === id)!;
	};

	test('steps to the next and to the previous one reach all others, in time order', () => {
		fc.assert(
			fc.property(ways, (some) => {
				const forth = [some.events[0]!];
				const back = [some.events.at(-1)!];
				for (let i = 1; i < some.events.length; i++) {
					forth.push(walk(some, forth.at(-1)!, 'next'));
					back.push(walk(some, back.at(-1)!, 'previous'));
				}
				expect(forth).toEqual(some.events);
				expect(back.toReversed()).toEqual(some.events);
			})
		);
	});

	test('a page leads to the first event that lies a page away, and passes over none beyond it', () => {
		fc.assert(
			fc.property(ways, fc.nat(), (some, n) => {
				const from = some.events[n % some.events.length]!;
				const next = startOf(walk(some, from, 'page-next'));
				const previous = startOf(walk(some, from, 'page-previous'));
				const times = some.events.map(startOf);
				const after = times.filter((time) => time >= startOf(from) + some.page);
				const before = times.filter((time) => time <= startOf(from) - some.page);
				expect(next).toBe(Math.min(...(after.length ? after : [times.at(-1)!])));
				expect(previous).toBe(Math.max(...(before.length ? before : [times[0]!])));
			})
		);
	});

	test('a step up or down leads to the nearest event of the next lane that has any', () => {
		fc.assert(
			fc.property(ways, fc.nat(), fc.boolean(), (some, n, isUp) => {
				const from = some.events[n % some.events.length]!;
				const at = some.lanes.indexOf(from.lines[0]!);
				const further = isUp ? some.lanes.slice(0, at).reverse() : some.lanes.slice(at + 1);
				const inLane = (lane: string) => some.events.filter(({ lines }) => lines[0] === lane);
				const lane = further.find((id) => inLane(id).length);
				const to = walk(some, from, isUp ? 'above' : 'below');
				if (!lane) {
					expect(to).toBe(from);
					return;
				}
				const distance = (event: ChartEvent) => Math.abs(startOf(event) - startOf(from));
				expect(to.lines).toEqual([lane]);
				expect(distance(to)).toBe(Math.min(...inLane(lane).map(distance)));
			})
		);
	});
});
