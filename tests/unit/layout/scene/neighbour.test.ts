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
const navigationOf = (events: ChartEvent[], page = 365 * DAY): NavigationOrder => ({
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
const navigation = navigationOf(events);

describe('a keyboard step', () => {
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
	] as const)('from %s with “%s” moves to %s', (from, step, to) => {
		expect(findNeighbour(navigation, from, step)).toBe(to);
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
	] as const)('at the end of the order does not move: from %s with “%s”', (from, step) => {
		expect(findNeighbour(navigation, from, step)).toBe(from);
	});

	test('of a page beyond the end moves to the last event in that direction', () => {
		expect(findNeighbour(navigation, 'first-train', 'page-next')).toBe('second-kite');
		expect(findNeighbour(navigation, 'first-kite', 'page-previous')).toBe('founding');
	});

	test('from an unknown event moves to the first', () => {
		expect(findNeighbour(navigation, 'gone', 'next')).toBe('founding');
	});

	test('without events does not move', () => {
		expect(findNeighbour(navigationOf([]), 'gone', 'next')).toBe('gone');
	});

	test('from an event without a lane does not change the lane', () => {
		const lost = navigationOf([...events, on('lost', '2012-03-01', 'nowhere')]);
		expect(findNeighbour(lost, 'lost', 'above')).toBe('lost');
		expect(findNeighbour(lost, 'lost', 'next')).toBe('first-kite');
	});
});

describe('from every event', () => {
	const navigations = fc
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
			navigationOf(
				days.map(({ day, lane }, i) => on(`event-${i}`, formatDay(day * DAY), lane)),
				page * DAY
			)
		);
	const startOf = ({ date }: ChartEvent) => spanOf(date).start;
	const walk = (order: NavigationOrder, from: ChartEvent, step: Step) => {
		const id = findNeighbour(order, from.id, step);
		return order.events.find((event) => event.id === id)!;
	};

	test('next and previous reach all other events in time order', () => {
		fc.assert(
			fc.property(navigations, (order) => {
				const forward = [order.events[0]!];
				const backward = [order.events.at(-1)!];
				for (let i = 1; i < order.events.length; i++) {
					forward.push(walk(order, forward.at(-1)!, 'next'));
					backward.push(walk(order, backward.at(-1)!, 'previous'));
				}
				expect(forward).toEqual(order.events);
				expect(backward.toReversed()).toEqual(order.events);
			})
		);
	});

	test('a page moves to the nearest event that is at least a page away, else to the end', () => {
		fc.assert(
			fc.property(navigations, fc.nat(), (order, n) => {
				const from = order.events[n % order.events.length]!;
				const next = startOf(walk(order, from, 'page-next'));
				const previous = startOf(walk(order, from, 'page-previous'));
				const times = order.events.map(startOf);
				const after = times.filter((time) => time >= startOf(from) + order.page);
				const before = times.filter((time) => time <= startOf(from) - order.page);
				expect(next).toBe(Math.min(...(after.length ? after : [times.at(-1)!])));
				expect(previous).toBe(Math.max(...(before.length ? before : [times[0]!])));
			})
		);
	});

	test('above and below move to the nearest event of the next lane with events', () => {
		fc.assert(
			fc.property(navigations, fc.nat(), fc.boolean(), (order, n, isUp) => {
				const from = order.events[n % order.events.length]!;
				const at = order.lanes.indexOf(from.lines[0]!);
				const further = isUp ? order.lanes.slice(0, at).reverse() : order.lanes.slice(at + 1);
				const inLane = (lane: string) => order.events.filter(({ lines }) => lines[0] === lane);
				const lane = further.find((id) => inLane(id).length);
				const to = walk(order, from, isUp ? 'above' : 'below');
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
