import { describe, expect, test } from 'vitest';
import { compileTimeline } from '../../../src/lib/data/compile/compile.ts';
import type { Relation, TimelineEvent } from '../../../src/lib/model/types.ts';
import { findPledges } from '../../../src/lib/model/event.ts';
import { disagreementsOf, promisesOf, wordsOf } from '../../../src/lib/model/outcome.ts';
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
		later: later.map(({ id }) => id)
	}));

const promise = eventOf('promise', {
	status: 'announced',
	date: dateOf('2012-01-01'),
	relations: [relation('announces', 'due')]
});
const due = eventOf('due', { status: 'planned', date: dateOf('2013-01-01', '2013-12-31') });

describe('a promise', () => {
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

	test('is neither a happened nor a context event', () => {
		expect(read(eventOf('a'), eventOf('b', { status: 'context' }))).toEqual([]);
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

test('the quotation is that of the due event, and never a disputing one', () => {
	const against = evidenceOf('daily', { stance: 'disputes', exact: 'No.' });
	const dueEvent = eventOf('due', {
		evidence: [against, evidenceOf('gazzetta', { exact: 'Yes.' })]
	});
	const said = eventOf('said', { evidence: [evidenceOf('daily', { exact: 'Maybe.' })] });
	expect(wordsOf({ said, due: dueEvent }).exact).toBe('Yes.');
	expect(wordsOf({ said, due: null }).exact).toBe('Maybe.');
});

describe('a disagreement', () => {
	const [one, other] = [
		evidenceOf('daily', { start: 10 }),
		evidenceOf('gazzetta', { start: 30, stance: 'disputes' })
	];

	test('is an event with disputing evidence', () => {
		const events = [eventOf('a', { evidence: [one] }), eventOf('b', { evidence: [one, other] })];
		expect(disagreementsOf(events)).toMatchObject([{ events: [{ id: 'b' }], told: [{ id: 'b' }] }]);
	});

	test('shared by two events is listed once', () => {
		const turned = [
			{ ...other, stance: 'supports' as const },
			{ ...one, stance: 'disputes' as const }
		];
		const events = [eventOf('a', { evidence: [one, other] }), eventOf('b', { evidence: turned })];
		expect(disagreementsOf(events)).toMatchObject([
			{ events: [{ id: 'a' }, { id: 'b' }], told: [{ id: 'a' }] }
		]);
	});

	test('may be two events that contradict each other, the earlier first', () => {
		const late = eventOf('late', {
			date: dateOf('2014-01-01'),
			relations: [relation('contradicts', 'early')]
		});
		expect(disagreementsOf([eventOf('early'), late])).toMatchObject([
			{ told: [{ id: 'early' }, { id: 'late' }] }
		]);
	});
});

describe('in the dataset', () => {
	const { events, sources } = compileTimeline({ folder: 'data', articles: null }).timeline!;
	const promises = promisesOf(events, sources);

	test('every arc of the chart is a promise with the same outcome', () => {
		for (const { from, kept } of findPledges(events))
			expect(promises.find(({ said }) => said.id === from)).toMatchObject({
				outcome: kept ? 'kept' : 'not-shown'
			});
	});

	test('the M2, US, Mi MIX 4 and tablet promises are listed, and none is shown to be kept', () => {
		const wanted = [
			['m2-rumour', null],
			['us-plan', 'us-entry'],
			['mix-4-confirmed', 'mix-4-due'],
			['tablets-restart', 'tablets-due']
		];
		for (const [said, due] of wanted)
			expect(promises.find((promised) => promised.said.id === said)).toMatchObject({
				due: due && { id: due },
				outcome: 'not-shown'
			});
	});

	test('two articles were published after the US entry was due, and none after the Mi MIX 4 was', () => {
		const laterOf = (id: string) =>
			promises.find(({ said }) => said.id === id)!.later.map(({ id }) => id);
		expect(laterOf('us-plan')).toEqual(['xiaomidna-2021', 'tuttoandroid-2021']);
		expect(laterOf('mix-4-confirmed')).toEqual([]);
	});
});
