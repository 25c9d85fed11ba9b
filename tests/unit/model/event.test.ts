import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	compareEvents,
	drawnLine,
	eventsNear,
	findPledges,
	groupByDate,
	importanceOf,
	isDisputed
} from '../../../src/lib/model/event.ts';
import { spanOf } from '../../../src/lib/model/date.ts';
import { dateOf, eventOf, evidenceOf } from './records.ts';

const ids = (events: { id: string }[]) => events.map(({ id }) => id);

describe('events in time order', () => {
	const inOrder = (...events: Parameters<typeof compareEvents>[0][]) =>
		ids(events.toSorted(compareEvents));

	test('are sorted by their first day', () => {
		const early = eventOf('z', { date: dateOf('2011-01-01', '2019-12-31') });
		const late = eventOf('a', { date: dateOf('2012-01-01') });
		expect(inOrder(late, early)).toEqual(['z', 'a']);
	});

	test('are sorted by their last day if they begin together', () => {
		const long = eventOf('a', { date: dateOf('2011-01-01', '2011-12-31') });
		const brief = eventOf('z', { date: dateOf('2011-01-01') });
		expect(inOrder(long, brief)).toEqual(['z', 'a']);
	});

	test('of one day are sorted by importance, the greater first', () => {
		const great = eventOf('z', { importance: 3 });
		const small = eventOf('a', { importance: 1 });
		const middling = { ...eventOf('m'), importance: undefined };
		expect(inOrder(small, middling, great)).toEqual(['z', 'm', 'a']);
	});

	test('are sorted by id if all else is equal', () => {
		expect(inOrder(eventOf('b'), eventOf('c'), eventOf('a'))).toEqual(['a', 'b', 'c']);
	});

	test('do not depend on input order', () => {
		const recordLists = fc.uniqueArray(
			fc.record({
				id: fc.stringMatching(/^[a-c]{1,3}$/),
				start: fc.constantFrom('2011-01-01', '2011-02-01'),
				end: fc.constantFrom('2011-02-01', '2011-03-01'),
				importance: fc.constantFrom(1, 2, 3)
			}),
			{ selector: ({ id }) => id, maxLength: 12 }
		);
		fc.assert(
			fc.property(recordLists, fc.infiniteStream(fc.nat()), (records, keys) => {
				const events = records.map(({ id, start, end, importance }) =>
					eventOf(id, { date: dateOf(start, end), importance: importance as 1 | 2 | 3 })
				);
				const shuffled = events
					.map((event) => ({ event, key: keys.next().value! }))
					.toSorted((a, b) => a.key - b.key)
					.map(({ event }) => event);
				expect(inOrder(...shuffled)).toEqual(inOrder(...events));
			})
		);
	});
});

describe('an event', () => {
	test('is disputed if one of its quotations disputes it', () => {
		const agreed = eventOf('a', { evidence: [evidenceOf('daily')] });
		const disputed = eventOf('b', {
			evidence: [evidenceOf('daily'), evidenceOf('gazzetta', { stance: 'disputes' })]
		});
		expect([isDisputed(agreed), isDisputed(disputed)]).toEqual([false, true]);
		expect(isDisputed({ ...agreed, evidence: undefined })).toBe(false);
	});

	test('has importance 2 by default', () => {
		expect(importanceOf({ ...eventOf('a'), importance: undefined })).toBe(2);
	});

	test('is drawn on its first line', () => {
		expect(drawnLine(eventOf('a', { lines: ['kites', 'company'] }), undefined)).toBe('kites');
		expect(drawnLine(eventOf('a', { lines: ['kites', 'company'] }), [])).toBe('kites');
	});

	test('is drawn on the first of its lines that passes the filter', () => {
		const event = eventOf('a', { lines: ['kites', 'company', 'balloons'] });
		expect(drawnLine(event, ['balloons', 'company'])).toBe('company');
		expect(drawnLine(event, ['trains'])).toBeUndefined();
	});
});

describe('a promise', () => {
	const promise = eventOf('promise', { relations: [{ type: 'announces', event: 'due' }] });
	const due = eventOf('due', { status: 'planned' });

	test('links to the event it announces, and is open unless an event fulfils it', () => {
		expect(findPledges([promise, due])).toEqual([{ from: 'promise', to: 'due', kept: false }]);
	});

	test('is kept if an event fulfils the announced one', () => {
		const launch = eventOf('launch', { relations: [{ type: 'fulfils', event: 'due' }] });
		expect(findPledges([promise, due, launch])).toContainEqual({
			from: 'promise',
			to: 'due',
			kept: true
		});
	});

	test('without an announced event links to the event that fulfils it', () => {
		const question = eventOf('question');
		const answer = eventOf('answer', { relations: [{ type: 'fulfils', event: 'question' }] });
		expect(findPledges([question, answer])).toEqual([
			{ from: 'question', to: 'answer', kept: true }
		]);
	});

	test('of several events links to each of them', () => {
		const both = eventOf('promise', {
			relations: [
				{ type: 'announces', event: 'due' },
				{ type: 'announces', event: 'other' }
			]
		});
		expect(findPledges([both, due, eventOf('other')]).map(({ to }) => to)).toEqual([
			'due',
			'other'
		]);
	});

	test('is not created by follows, contradicts or rumours', () => {
		const event = eventOf('a', {
			relations: [
				{ type: 'follows', event: 'due' },
				{ type: 'contradicts', event: 'due' },
				{ type: 'rumours', event: 'due' }
			]
		});
		expect(findPledges([event, due])).toEqual([]);
		expect(findPledges([{ ...event, relations: undefined }])).toEqual([]);
	});
});

describe('events of one date', () => {
	const on = (id: string, label: string) =>
		eventOf(id, { date: dateOf('2012-05-01', '2012-05-01', { label }) });

	test('form one group, in order', () => {
		const groups = groupByDate([on('a', 'May'), on('b', 'May'), on('c', 'June')]);
		expect(groups.map(ids)).toEqual([['a', 'b'], ['c']]);
	});

	test('form two groups if another date is between them', () => {
		const groups = groupByDate([on('a', 'May'), on('b', 'June'), on('c', 'May')]);
		expect(groups.map(ids)).toEqual([['a'], ['b'], ['c']]);
	});

	test('form no group if there are none', () => {
		expect(groupByDate([])).toEqual([]);
	});
});

describe('the events near an article', () => {
	const on = (day: string, end = day) => eventOf(day, { date: dateOf(day, end) });

	test('dated to a day begin at most a week before or after it', () => {
		const published = spanOf({ start: '2011-12-26', end: '2011-12-26' });
		const events = ['2011-12-18', '2011-12-19', '2011-12-26', '2012-01-02', '2012-01-03'];
		expect(
			ids(
				eventsNear(
					published,
					events.map((day) => on(day))
				)
			)
		).toEqual(['2011-12-19', '2011-12-26', '2012-01-02']);
	});

	test('dated to a month begin in that month', () => {
		const published = spanOf({ start: '2018-03-01', end: '2018-03-31' });
		const events = ['2018-02-28', '2018-03-01', '2018-03-31', '2018-04-01'];
		expect(
			ids(
				eventsNear(
					published,
					events.map((day) => on(day))
				)
			)
		).toEqual(['2018-03-01', '2018-03-31']);
	});

	test('are selected by their start, not by their duration', () => {
		const published = spanOf({ start: '2018-03-01', end: '2018-03-31' });
		expect(eventsNear(published, [on('2010-01-01', '2020-12-31')])).toEqual([]);
		expect(eventsNear(published, [on('2018-03-31', '2020-12-31')])).toHaveLength(1);
	});
});
