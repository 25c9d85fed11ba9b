import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	admit,
	countFacet,
	FACETS,
	filterEvents,
	filterKey,
	isFiltering,
	isFoundInside,
	countWithoutPart,
	without,
	type Filter
} from '../../../src/lib/model/filter.ts';
import { dateOf, eventOf, evidenceOf } from './records.ts';

const founding = eventOf('founding', {
	title: 'Founded in a shed',
	summary: 'Two friends begin.',
	date: dateOf('2010-04-06'),
	lines: ['company'],
	evidence: [evidenceOf('daily', { exact: 'They founded Acme on 6 April.' })]
});
const repairs = eventOf('repairs', {
	title: 'Kites are repaired for free',
	date: dateOf('2010-01-01', null, { kind: 'period', ongoing: true, asOf: '2013-05-06' }),
	lines: ['kites', 'company'],
	evidence: [
		evidenceOf('daily', { exact: 'Since 2010 it has repaired every kite.' }),
		evidenceOf('gazzetta', { exact: 'ripara gli aquiloni', translation: 'it mends them all' })
	]
});
const balloon = eventOf('balloon', {
	title: 'A balloon is due',
	status: 'planned',
	date: dateOf('2012-03-01', '2012-03-31'),
	lines: ['balloons'],
	evidence: [evidenceOf('gazzetta', { exact: 'È così che volerà' })]
});
const ALL = [founding, repairs, balloon];

const passing = (filter: Filter) => filterEvents(ALL, filter).map(({ id }) => id);

describe('a filter', () => {
	test('without criteria passes all events, in order', () => {
		expect(passing({})).toEqual(['founding', 'repairs', 'balloon']);
		expect(passing({ lines: [], status: [], sources: [], q: '' })).toHaveLength(3);
	});

	test('of lines passes events on any of them', () => {
		expect(passing({ lines: ['company'] })).toEqual(['founding', 'repairs']);
		expect(passing({ lines: ['kites', 'balloons'] })).toEqual(['repairs', 'balloon']);
	});

	test('of statuses passes events with any of them', () => {
		expect(passing({ status: ['planned'] })).toEqual(['balloon']);
		expect(passing({ status: ['planned', 'happened'] })).toHaveLength(3);
		expect(passing({ status: ['rumoured'] })).toEqual([]);
	});

	test('of sources passes events quoted from any of them', () => {
		expect(passing({ sources: ['gazzetta'] })).toEqual(['repairs', 'balloon']);
		expect(passing({ sources: ['daily', 'gazzetta'] })).toHaveLength(3);
	});

	test('of words searches titles, summaries, quotations and translations', () => {
		expect(passing({ q: 'shed' })).toEqual(['founding']);
		expect(passing({ q: 'friends' })).toEqual(['founding']);
		expect(passing({ q: 'aquiloni' })).toEqual(['repairs']);
		expect(passing({ q: 'mends' })).toEqual(['repairs']);
		expect(passing({ q: 'cosi' })).toEqual(['balloon']);
	});

	test('of several words needs all of them, anywhere in the event', () => {
		expect(passing({ q: 'kites aquiloni' })).toEqual(['repairs']);
		expect(passing({ q: 'kites shed' })).toEqual([]);
	});

	test('of several kinds needs all of them to match', () => {
		expect(passing({ lines: ['company'], sources: ['gazzetta'] })).toEqual(['repairs']);
		expect(passing({ lines: ['company'], status: ['planned'] })).toEqual([]);
		expect(passing({ lines: ['kites'], q: 'free', from: '2013', to: '2013' })).toEqual(['repairs']);
	});

	test('of a source hides an event without evidence, but one of words can match it', () => {
		const bare = { ...founding, evidence: undefined };
		expect(filterEvents([bare], { sources: ['daily'] })).toEqual([]);
		expect(filterEvents([bare], { q: 'shed' })).toEqual([bare]);
	});
});

describe('a filter of time', () => {
	test('passes events that overlap the range, not only those within it', () => {
		expect(passing({ from: '2011' })).toEqual(['repairs', 'balloon']);
		expect(passing({ to: '2010' })).toEqual(['founding', 'repairs']);
		expect(passing({ from: '2012-03-31', to: '2012-03-31' })).toEqual(['repairs', 'balloon']);
		expect(passing({ from: '2012-04', to: '2012-04' })).toEqual(['repairs']);
	});

	test('includes its first and last day', () => {
		expect(passing({ from: '2010-04-06', to: '2010-04-06' })).toContain('founding');
		expect(passing({ from: '2010-04-07' })).not.toContain('founding');
		expect(passing({ to: '2010-04-05' })).not.toContain('founding');
	});

	test('ends an ongoing period on its last confirmed day', () => {
		expect(passing({ from: '2013-05-06' })).toEqual(['repairs']);
		expect(passing({ from: '2013-05-07' })).toEqual([]);
	});

	test('that ends before it begins passes only events that span both dates', () => {
		expect(passing({ from: '2012', to: '2011' })).toEqual(['repairs']);
	});

	test('with invalid dates passes all events', () => {
		expect(passing({ from: 'soon', to: '2012-02-30' })).toHaveLength(3);
	});
});

test('removing a criterion from a filter never hides an event', () => {
	const filters: fc.Arbitrary<Filter> = fc.record(
		{
			lines: fc.subarray(['company', 'kites', 'balloons']),
			status: fc.subarray(['happened' as const, 'planned' as const]),
			sources: fc.subarray(['daily', 'gazzetta']),
			from: fc.constantFrom('2010', '2011-06', '2012-03-15'),
			to: fc.constantFrom('2010', '2011-06', '2012-03-15'),
			q: fc.constantFrom('kite', 'shed', 'e')
		},
		{ requiredKeys: [] }
	);
	fc.assert(
		fc.property(
			filters,
			fc.constantFrom('lines', 'status', 'sources', 'from', 'to', 'q'),
			(f, key) => {
				const looser = passing({ ...f, [key]: undefined });
				expect(looser).toEqual(expect.arrayContaining(passing(f)));
			}
		)
	);
});

test('a filter is active if it has any criterion', () => {
	expect(isFiltering({})).toBe(false);
	expect(isFiltering({ lines: [], q: '', from: undefined })).toBe(false);
	expect(isFiltering({ lines: ['kites'] })).toBe(true);
	expect(isFiltering({ to: '2012' })).toBe(true);
});

test('filters whose keys have the same values have the same key', () => {
	const key = filterKey({ lines: ['kites'], q: 'red' });
	expect(filterKey({ q: 'red', status: [], from: '', lines: ['kites'], to: undefined })).toBe(key);
	expect(filterKey({ lines: ['kites'] })).not.toBe(key);
	expect(filterKey({ lines: [] })).toBe(filterKey({}));
});

describe('the facet count of a value', () => {
	const countsOf = (facet: (typeof FACETS)[number], filter: Filter = {}) =>
		Object.fromEntries(countFacet(ALL, filter, facet).counts);

	test('includes an event once for each of its values', () => {
		expect(countsOf('lines')).toEqual({ company: 2, kites: 1, balloons: 1 });
		expect(countsOf('sources')).toEqual({ daily: 2, gazzetta: 2 });
		const twice = eventOf('twice', { evidence: [evidenceOf('daily'), evidenceOf('daily')] });
		expect(countFacet([twice], {}, 'sources').counts.get('daily')).toBe(1);
	});

	test('is the number of events after choosing that value, with any other filter', () => {
		const filters = fc.record(
			{
				lines: fc.subarray(['company', 'kites', 'balloons']),
				status: fc.subarray(['happened' as const, 'planned' as const]),
				sources: fc.subarray(['daily', 'gazzetta']),
				q: fc.constantFrom('', 'kite', 'due'),
				from: fc.constantFrom('2010', '2012-02')
			},
			{ requiredKeys: [] }
		);
		fc.assert(
			fc.property(filters, fc.constantFrom(...FACETS), (filter, facet) => {
				const { counts, total } = countFacet(ALL, filter, facet);
				for (const [value, count] of counts)
					expect(passing({ ...filter, [facet]: [value] })).toHaveLength(count);
				expect(passing({ ...filter, [facet]: [] })).toHaveLength(total);
			})
		);
	});
});

describe('a filter without matches', () => {
	test('reports for each of its parts how many events pass without it', () => {
		const filter: Filter = { lines: ['kites'], status: ['planned'], from: '2012', to: '2013' };
		expect(passing(filter)).toEqual([]);
		expect(countWithoutPart(ALL, filter)).toEqual([
			{ part: 'lines', count: 1 },
			{ part: 'status', count: 1 },
			{ part: 'dates', count: 0 }
		]);
	});

	test('loses both of its dates together', () => {
		expect(without({ from: '2012', to: '2013', q: 'kite' }, 'dates')).toEqual({ q: 'kite' });
		expect(without({ q: 'kite', lines: ['kites'] }, 'q').lines).toEqual(['kites']);
	});
});

test('words found only in quotations are distinguished from those in title and summary', () => {
	expect(isFoundInside(repairs, { q: 'ripara' })).toBe(true);
	expect(isFoundInside(repairs, { q: 'free' })).toBe(false);
	expect(isFoundInside(repairs, {})).toBe(false);
});

describe('a filter that admits an event', () => {
	test('loses the parts that hide it, and no other', () => {
		const filter: Filter = { lines: ['kites'], status: ['planned'], from: '2012', q: 'balloon' };
		const admitting = admit(filter, balloon);
		expect(filterEvents(ALL, admitting)).toContain(balloon);
		expect(admitting).toMatchObject({ status: ['planned'], from: '2012', q: 'balloon' });
		expect(admitting.lines).toBeUndefined();
		expect(admit({ status: ['planned'] }, balloon)).toEqual({ status: ['planned'] });
	});
});
