import { describe, expect, test } from 'vitest';
import { bears, legendOf } from '../../../../src/lib/layout/marks/legend.ts';
import { findPledges, type ChartEvent } from '../../../../src/lib/model/event.ts';
import { dateOf, eventOf, evidenceOf } from '../../model/records.ts';

const signsOf = (events: ChartEvent[]) => [...legendOf(events, findPledges(events))];

const doubtful = eventOf('doubtful', {
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
	test('of nothing explains nothing', () => {
		expect(signsOf([])).toEqual([]);
	});

	test('explains the statuses and the marks of dates that are there, and no other', () => {
		const signs = signsOf([
			eventOf('day'),
			eventOf('month', { status: 'planned', date: dateOf('2012-05-01', '2012-05-31') }),
			eventOf('about', { date: dateOf('2012-05-01', '2012-05-31', { approximate: true }) })
		]);
		expect(signs.toSorted()).toEqual(['capsule', 'fade', 'happened', 'planned', 'point']);
	});

	test('tells a period from a set of as many days', () => {
		const date = dateOf('2012-05-01', '2012-05-31', { kind: 'period' });
		expect(signsOf([eventOf('a', { date })])).toEqual(['happened', 'bar']);
	});

	test('explains what is doubtful, disputed or still going on, where it is', () => {
		expect(signsOf([doubtful])).toEqual(['happened', 'point', 'doubtful']);
		expect(signsOf([disputed])).toEqual(['happened', 'point', 'disputed']);
		expect(signsOf([ongoing])).toEqual(['happened', 'bar', 'ongoing']);
	});

	test('explains promises when both ends are there', () => {
		const promises = (events: ChartEvent[]) =>
			signsOf(events).filter((sign) => sign === 'open' || sign === 'kept');
		expect(promises([promise, due])).toEqual(['open']);
		expect(promises([promise, due, launch])).toEqual(['kept']);
		expect(promises([promise])).toEqual([]);
		expect(promises([launch])).toEqual([]);
	});

	test('of what is on screen explains promises by all that the articles tell', () => {
		const pledges = findPledges([promise, due, launch]);
		expect(legendOf([promise, due], pledges)).toContain('kept');
		expect(legendOf([promise], pledges)).not.toContain('kept');
	});
});

describe('a sign that the legend points at', () => {
	test('is borne by the events whose mark has it, and by no other', () => {
		const events = [doubtful, disputed, ongoing, due];
		const bearing = (sign: Parameters<typeof bears>[1]) =>
			events.filter((event) => bears(event, sign, [])).map(({ id }) => id);
		expect(bearing('doubtful')).toEqual(['doubtful']);
		expect(bearing('disputed')).toEqual(['disputed']);
		expect(bearing('ongoing')).toEqual(['ongoing']);
		expect(bearing('bar')).toEqual(['ongoing']);
		expect(bearing('planned')).toEqual(['due']);
		expect(bearing('point')).toEqual(['doubtful', 'disputed', 'due']);
		expect(bearing('open')).toEqual([]);
	});

	test('is borne by both ends of a promise, kept or open', () => {
		const open = findPledges([promise, due]);
		expect(bears(promise, 'open', open) && bears(due, 'open', open)).toBe(true);
		expect(bears(promise, 'kept', open) || bears(due, 'kept', open)).toBe(false);
		const kept = findPledges([promise, due, launch]);
		expect(bears(promise, 'kept', kept) && bears(due, 'kept', kept)).toBe(true);
		expect(bears(promise, 'open', kept)).toBe(false);
		expect(bears(launch, 'kept', kept)).toBe(false);
	});

	test('is in the legend when an event on screen bears it', () => {
		const events = [doubtful, disputed, ongoing, promise, due, launch];
		const pledges = findPledges(events);
		for (const sign of legendOf(events, pledges))
			expect(events.some((event) => bears(event, sign, pledges))).toBe(true);
	});
});
