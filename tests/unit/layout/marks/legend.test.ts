import { describe, expect, test } from 'vitest';
import { hasSign, legendOf } from '../../../../src/lib/layout/marks/legend.ts';
import { findPledges, type ChartEvent } from '../../../../src/lib/model/event.ts';
import { dateOf, eventOf, evidenceOf } from '../../model/records.ts';

const signsOf = (events: ChartEvent[]) => [...legendOf(events, findPledges(events))];

const uncertain = eventOf('uncertain', {
	date: dateOf('2012-05-01', '2012-05-01', { uncertain: true })
});
const disputed = eventOf('disputed', { evidence: [evidenceOf('daily', { stance: 'disputes' })] });
const ongoing = eventOf('ongoing', {
	date: dateOf('2012-05-01', null, { kind: 'period', ongoing: true })
});
const promise = eventOf('promise', { relations: [{ type: 'announces', event: 'due' }] });
const due = eventOf('due', { status: 'planned' });
const launch = eventOf('launch', { relations: [{ type: 'fulfils', event: 'due' }] });

describe('a legend', () => {
	test('is empty without events', () => {
		expect(signsOf([])).toEqual([]);
	});

	test('explains only the statuses and date shapes of its events', () => {
		const signs = signsOf([
			eventOf('day'),
			eventOf('month', { status: 'planned', date: dateOf('2012-05-01', '2012-05-31') }),
			eventOf('about', { date: dateOf('2012-05-01', '2012-05-31', { approximate: true }) })
		]);
		expect(signs.toSorted()).toEqual(['capsule', 'fade', 'happened', 'planned', 'point']);
	});

	test('distinguishes a period from a set of the same length', () => {
		const date = dateOf('2012-05-01', '2012-05-31', { kind: 'period' });
		expect(signsOf([eventOf('a', { date })])).toEqual(['happened', 'bar']);
	});

	test('explains the faded end of a period that begins about a date', () => {
		const date = dateOf('2012-05-01', '2013-05-31', { kind: 'period', approximate: true });
		expect(signsOf([eventOf('a', { date })])).toEqual(['happened', 'bar', 'fade']);
	});

	test('explains uncertain, disputed and ongoing events', () => {
		expect(signsOf([uncertain])).toEqual(['happened', 'point', 'uncertain']);
		expect(signsOf([disputed])).toEqual(['happened', 'point', 'disputed']);
		expect(signsOf([ongoing])).toEqual(['happened', 'bar', 'ongoing']);
	});

	test('explains promises only if both ends are present', () => {
		const promises = (events: ChartEvent[]) =>
			signsOf(events).filter((sign) => sign === 'open' || sign === 'kept');
		expect(promises([promise, due])).toEqual(['open']);
		expect(promises([promise, due, launch])).toEqual(['kept']);
		expect(promises([promise])).toEqual([]);
		expect(promises([launch])).toEqual([]);
	});

	test('takes the outcome of promises from all events, not only from those on screen', () => {
		const pledges = findPledges([promise, due, launch]);
		expect(legendOf([promise, due], pledges)).toContain('kept');
		expect(legendOf([promise], pledges)).not.toContain('kept');
	});
});

describe('a sign of the legend', () => {
	test('belongs to exactly the events whose marks have it', () => {
		const events = [uncertain, disputed, ongoing, due];
		const idsWith = (sign: Parameters<typeof hasSign>[1]) =>
			events.filter((event) => hasSign(event, sign, [])).map(({ id }) => id);
		expect(idsWith('uncertain')).toEqual(['uncertain']);
		expect(idsWith('disputed')).toEqual(['disputed']);
		expect(idsWith('ongoing')).toEqual(['ongoing']);
		expect(idsWith('bar')).toEqual(['ongoing']);
		expect(idsWith('planned')).toEqual(['due']);
		expect(idsWith('point')).toEqual(['uncertain', 'disputed', 'due']);
		expect(idsWith('open')).toEqual([]);
	});

	test('belongs to both ends of a promise, kept or open', () => {
		const open = findPledges([promise, due]);
		expect(hasSign(promise, 'open', open) && hasSign(due, 'open', open)).toBe(true);
		expect(hasSign(promise, 'kept', open) || hasSign(due, 'kept', open)).toBe(false);
		const kept = findPledges([promise, due, launch]);
		expect(hasSign(promise, 'kept', kept) && hasSign(due, 'kept', kept)).toBe(true);
		expect(hasSign(promise, 'open', kept)).toBe(false);
		expect(hasSign(launch, 'kept', kept)).toBe(false);
	});

	test('is in the legend only if an event has it', () => {
		const events = [uncertain, disputed, ongoing, promise, due, launch];
		const pledges = findPledges(events);
		for (const sign of legendOf(events, pledges))
			expect(events.some((event) => hasSign(event, sign, pledges))).toBe(true);
	});
});
