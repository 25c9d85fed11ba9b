import { describe, expect, test } from 'vitest';
import type { Relation, TimelineEvent } from '../../../src/lib/model/types.ts';
import { findPledges } from '../../../src/lib/model/event.ts';
import { disagreementsOf, promisesOf } from '../../../src/lib/model/outcome.ts';
import { dateOf, eventOf, evidenceOf, sourceOf } from './records.ts';

const daily = sourceOf('daily', {
	publication: { start: '2012-05-01', end: '2012-05-01', label: '1 May 2012' }
});
const gazzetta = sourceOf('gazzetta', {
	publication: { start: '2015-01-01', end: '2015-12-31', label: '2015' }
});
const relation = (type: Relation['type'], event: string): Relation => ({ type, event });
const read = (...events: TimelineEvent[]) =>
	promisesOf(events, [daily, gazzetta]).map(({ said, due, outcome, shownBy, later }) => ({
		said: said.id,
		due: due?.id ?? null,
		outcome,
		shownBy: shownBy.map(({ id }) => id),
		later: later.certain.map(({ id }) => id)
	}));

const promise = eventOf('promise', {
	status: 'announced',
	date: dateOf('2012-01-01'),
	relations: [relation('announces', 'due')]
});
const due = eventOf('due', { status: 'planned', date: dateOf('2013-01-01', '2013-12-31') });

describe('a promise', () => {
	test('that is both announced and rumoured is listed once, as a promise', () => {
		const both = {
			...promise,
			relations: [relation('rumours', 'due'), relation('announces', 'due')]
		};
		expect(promisesOf([both, due], [daily])).toMatchObject([{ isPromise: true }]);
	});

	test('is paired with its planned event, and not shown to be kept by default', () => {
		expect(read(promise, due)).toEqual([
			{ said: 'promise', due: 'due', outcome: 'not-shown', shownBy: [], later: ['gazzetta'] }
		]);
	});

	test.each(['promise', 'due'])('is kept if an event fulfils its %s', (end) => {
		const keeper = eventOf('keeper', { relations: [relation('fulfils', end)] });
		expect(read(promise, due, keeper)).toMatchObject([{ outcome: 'kept', shownBy: ['keeper'] }]);
	});

	test.each<[string, string]>([
		['due', 'other'],
		['other', 'due']
	])('is contradicted if %s contradicts %s, even if another event fulfils it', (from, to) => {
		const keeper = eventOf('keeper', { relations: [relation('fulfils', 'due')] });
		const against = [relation('contradicts', to)];
		const events = [due, eventOf('other')].map((event) =>
			event.id === from ? { ...event, relations: against } : event
		);
		expect(read(promise, ...events, keeper)).toMatchObject([
			{ outcome: 'contradicted', shownBy: ['other', 'keeper'] }
		]);
	});

	test('of several events has a separate outcome for each', () => {
		const both = {
			...promise,
			relations: [relation('announces', 'due'), relation('announces', 'second')]
		};
		const second = eventOf('second', { status: 'planned' });
		const keeper = eventOf('keeper', { relations: [relation('fulfils', 'second')] });
		expect(read(both, due, second, keeper).map(({ due, outcome }) => [due, outcome])).toEqual([
			['due', 'not-shown'],
			['second', 'kept']
		]);
	});

	test('without a due date counts the articles published after it was made as later', () => {
		expect(read(eventOf('vague', { status: 'announced', date: dateOf('2012-05-01') }))).toEqual([
			{ said: 'vague', due: null, outcome: 'not-shown', shownBy: [], later: ['gazzetta'] }
		]);
	});

	test('may be followed by an article of its day only where a time was given', () => {
		const possible = (status: TimelineEvent['status']) =>
			promisesOf([eventOf('vague', { status, date: dateOf('2012-05-01') })], [daily])[0]!.later
				.possible;
		expect(possible('planned')).toEqual([daily]);
		expect(possible('announced')).toEqual([]);
	});

	test('has the outcome that its arc in the chart has, or no arc if it is contradicted', () => {
		const keeper = (end: string) => eventOf('keeper', { relations: [relation('fulfils', end)] });
		const denial = (end: string) =>
			eventOf('denial', { relations: [relation('contradicts', end)] });
		for (const others of [
			[],
			[keeper('due')],
			[keeper('promise')],
			[denial('due')],
			[denial('promise'), keeper('due')]
		]) {
			const events = [promise, due, ...others];
			const arc = findPledges(events).find(({ to }) => to === 'due');
			const { outcome } = read(...events)[0]!;
			expect(arc ? (arc.kept ? 'kept' : 'not-shown') : 'contradicted').toBe(outcome);
		}
	});
});

describe('a statement about the future', () => {
	test('may be a rumour of a planned event', () => {
		const rumour = eventOf('rumour', {
			status: 'rumoured',
			relations: [relation('rumours', 'due')]
		});
		expect(read(rumour, due)).toMatchObject([{ said: 'rumour', due: 'due' }]);
	});

	test('may be a planned event that no event announces', () => {
		expect(read(due)).toMatchObject([{ said: 'due', due: 'due', later: ['gazzetta'] }]);
	});

	test('is neither a happened nor a context event, unless that announces something', () => {
		expect(read(eventOf('a'), eventOf('b', { status: 'context' }))).toEqual([]);
		const letter = { ...promise, status: 'happened' as const };
		expect(read(letter, due)).toMatchObject([{ said: 'promise', due: 'due' }]);
	});

	test('is a promise if it was announced, and none if it was rumoured or merely planned', () => {
		const rumour = eventOf('rumour', {
			status: 'rumoured',
			relations: [relation('rumours', 'dream')]
		});
		const events = [
			promise,
			due,
			rumour,
			eventOf('dream', { status: 'planned' }),
			eventOf('vague', { status: 'announced' }),
			eventOf('gossip', { status: 'rumoured' }),
			eventOf('wish', { status: 'planned' })
		];
		const kinds = promisesOf(events, []).map(({ said, isPromise }) => [said.id, isPromise]);
		expect(Object.fromEntries(kinds)).toEqual({
			promise: true,
			rumour: false,
			vague: true,
			gossip: false,
			wish: false
		});
	});

	test('is listed in order of its date', () => {
		const events = ['2014-01-01', '2011-01-01', '2012-06-01'].map((day) =>
			eventOf(day, { status: 'announced', date: dateOf(day) })
		);
		expect(read(...events).map(({ said }) => said)).toEqual([
			'2011-01-01',
			'2012-06-01',
			'2014-01-01'
		]);
	});
});

describe('a disagreement', () => {
	const [one, other] = [
		evidenceOf('daily', { start: 10 }),
		evidenceOf('gazzetta', { start: 30, stance: 'disputes' })
	];

	test('is an event with disputing evidence', () => {
		const events = [eventOf('a', { evidence: [one] }), eventOf('b', { evidence: [one, other] })];
		expect(disagreementsOf(events)).toMatchObject([
			{ events: [{ id: 'b' }], quotedIn: [{ id: 'b' }] }
		]);
	});

	test('shared by two events is listed once', () => {
		const turned = [
			{ ...other, stance: 'supports' as const },
			{ ...one, stance: 'disputes' as const }
		];
		const events = [eventOf('a', { evidence: [one, other] }), eventOf('b', { evidence: turned })];
		expect(disagreementsOf(events)).toMatchObject([
			{ events: [{ id: 'a' }, { id: 'b' }], quotedIn: [{ id: 'a' }] }
		]);
	});

	test('may be two events that contradict each other, the earlier first', () => {
		const late = eventOf('late', {
			date: dateOf('2014-01-01'),
			relations: [relation('contradicts', 'early')]
		});
		expect(disagreementsOf([eventOf('early'), late])).toMatchObject([
			{ quotedIn: [{ id: 'early' }, { id: 'late' }] }
		]);
	});
});
