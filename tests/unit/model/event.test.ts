import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	compareEvents,
	drawnLine,
	eventsNear,
	findPledges,
	groupByDate,
	hasPromises,
	importanceOf,
	isDisputed
} from '../../../src/lib/model/event.ts';
import { promisesOf } from '../../../src/lib/model/outcome.ts';
import { RELATIONS } from '../../../src/lib/model/vocabulary.ts';
import { runs } from '../../property.ts';
import type { EventDate, Source, TimelineEvent } from '../../../src/lib/model/types.ts';
import { dateOf, eventOf, evidenceOf, sourceOf } from './records.ts';

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

	test('stay in the order given if all else is equal', () => {
		expect(inOrder(eventOf('e1'), eventOf('e2'), eventOf('e10'))).toEqual(['e1', 'e2', 'e10']);
		expect(inOrder(eventOf('c'), eventOf('a'), eventOf('b'))).toEqual(['c', 'a', 'b']);
	});

	test('depend on the order given only if all else is equal', () => {
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
				const ranks = (list: TimelineEvent[]) =>
					list.toSorted(compareEvents).map(({ date, importance }) => [date, importance]);
				expect(ranks(shuffled)).toEqual(ranks(events));
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

	test('is drawn once, and kept, if the announced event fulfils it', () => {
		const launch = eventOf('due', { relations: [{ type: 'fulfils', event: 'promise' }] });
		expect(findPledges([promise, launch])).toEqual([{ from: 'promise', to: 'due', kept: true }]);
	});

	test('is drawn once for any relations, and is kept where the list of promises says so', () => {
		const names = ['a', 'b', 'c', 'ab', 'bc'];
		const relation = fc.record({
			type: fc.constantFrom(...RELATIONS),
			event: fc.constantFrom(...names)
		});
		fc.assert(
			fc.property(
				fc.array(fc.uniqueArray(relation, { selector: JSON.stringify }), {
					minLength: 5,
					maxLength: 5
				}),
				(relations) => {
					const events = names.map((id, index) =>
						eventOf(id, { relations: relations[index]!.filter(({ event }) => event !== id) })
					);
					const pledges = findPledges(events);
					const pairs = pledges.map(({ from, to }) => [from, to].toSorted().join(' '));
					expect(new Set(pairs).size).toBe(pairs.length);
					const promises = promisesOf(events, [sourceOf('daily')]);
					for (const { from, to, kept } of pledges)
						for (const { outcome } of promises.filter(
							({ said, due }) => said.id === from && due?.id === to
						))
							expect(outcome).toBe(kept ? 'kept' : 'not-shown');
					const listed = promises.map(({ said, due }) => `${said.id} ${due?.id}`);
					expect(new Set(listed).size).toBe(listed.length);
					expect(promises.length > 0).toBe(hasPromises(events));
				}
			),
			runs(300)
		);
	});

	test('is kept if an event fulfils the announced one', () => {
		const launch = eventOf('launch', { relations: [{ type: 'fulfils', event: 'due' }] });
		expect(findPledges([promise, due, launch])).toContainEqual({
			from: 'promise',
			to: 'due',
			kept: true
		});
	});

	test('is kept if an event fulfils the announcement itself', () => {
		const launch = eventOf('launch', { relations: [{ type: 'fulfils', event: 'promise' }] });
		expect(findPledges([promise, due, launch])).toContainEqual({
			from: 'promise',
			to: 'due',
			kept: true
		});
	});

	test('is no pledge if another event contradicts one of its ends', () => {
		const launch = eventOf('launch', { relations: [{ type: 'fulfils', event: 'due' }] });
		const denial = (event: string) =>
			eventOf('denial', { relations: [{ type: 'contradicts', event }] });
		expect(findPledges([promise, due, launch, denial('promise')])).toEqual([]);
		expect(findPledges([promise, due, launch, denial('due')])).toEqual([]);
		const answer = eventOf('answer', { relations: [{ type: 'fulfils', event: 'question' }] });
		expect(findPledges([eventOf('question'), answer, denial('question')])).toEqual([]);
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
	const published = (start: string, end = start) =>
		sourceOf('daily', { publication: { start, end, label: '' } });
	const told = (start: string, end: string | null = start, rest: Partial<EventDate> = {}) =>
		eventOf([start, end].join(' '), {
			date: dateOf(start, end, rest),
			evidence: [evidenceOf('daily')]
		});
	const near = (source: Source, ...events: TimelineEvent[]) =>
		eventsNear(source, events).map(({ date }) => date.start);

	test('of a known day lie at most a week before or after it', () => {
		const days = ['2011-12-18', '2011-12-19', '2011-12-26', '2012-01-02', '2012-01-03'];
		expect(near(published('2011-12-26'), ...days.map((day) => told(day)))).toEqual([
			'2011-12-19',
			'2011-12-26',
			'2012-01-02'
		]);
	});

	test('of one of several days lie at most a week before the first or after the last', () => {
		const days = ['2021-01-30', '2021-01-31', '2021-02-15', '2021-02-16'];
		expect(near(published('2021-02-07', '2021-02-08'), ...days.map((day) => told(day)))).toEqual([
			'2021-01-31',
			'2021-02-15'
		]);
	});

	test('of a month lie in that month', () => {
		const days = ['2018-02-28', '2018-03-01', '2018-03-31', '2018-04-01'];
		expect(near(published('2018-03-01', '2018-03-31'), ...days.map((day) => told(day)))).toEqual([
			'2018-03-01',
			'2018-03-31'
		]);
	});

	test('lie there with their whole interval', () => {
		const month = published('2018-03-01', '2018-03-31');
		expect(near(month, told('2018-03-01', '2018-03-31'))).toEqual(['2018-03-01']);
		expect(near(month, told('2018-03-01', '2018-12-31'))).toEqual([]);
		expect(near(month, told('2017-01-01', '2018-03-31'))).toEqual([]);
	});

	test('have an end that is known: no approximate or ongoing date', () => {
		const month = published('2018-03-01', '2018-03-31');
		const about = told('2018-03-05', '2018-03-05', { approximate: true });
		const since = told('2018-03-05', null, { ongoing: true, asOf: '2018-03-06' });
		expect(near(month, about, since)).toEqual([]);
	});

	test('rest on that article, not on another one', () => {
		const elsewhere = eventOf('other', { evidence: [evidenceOf('gazzetta')] });
		const both = eventOf('both', { evidence: [evidenceOf('gazzetta'), evidenceOf('daily')] });
		const unquoted = { ...eventOf('bare'), evidence: undefined };
		expect(ids(eventsNear(published('2012-05-01'), [elsewhere, both, unquoted]))).toEqual(['both']);
	});
});
