import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COLUMNS, sortEventsBy } from '../../../src/lib/model/sort.ts';
import { dateOf, eventOf, evidenceOf, sourceOf, timelineOf } from './records.ts';

const events = [
	eventOf('b', {
		title: 'Étude 10',
		date: dateOf('2012-01-01'),
		lines: ['kites'],
		status: 'planned',
		evidence: [evidenceOf('zeitung')]
	}),
	eventOf('a', {
		title: 'etude 9',
		date: dateOf('2011-01-01'),
		lines: ['company'],
		evidence: [evidenceOf('daily')]
	}),
	eventOf('c', {
		title: 'Zebra',
		date: dateOf('2010-01-01'),
		lines: ['kites', 'company'],
		status: 'announced',
		evidence: [evidenceOf('daily')]
	})
];
const known = timelineOf(events, {
	sources: [
		sourceOf('zeitung', { publisher: 'Zeitung' }),
		sourceOf('daily', { publisher: 'Daily' })
	]
});
const sorted = (
	...[column, direction]: [(typeof COLUMNS)[number], ('ascending' | 'descending')?]
) => sortEventsBy(events, column, direction ?? 'ascending', known).map(({ id }) => id);

describe('a table', () => {
	test('sorts titles by their letters, whatever quotation marks begin them', () => {
		const titles = ['Zebra', '‘Quoted’ kite', '“Arrow”', 'Quiet', '(Brackets)'];
		const named = titles.map((title, i) => eventOf(`e${i}`, { title }));
		expect(
			sortEventsBy(named, 'title', 'ascending', timelineOf(named)).map(({ title }) => title)
		).toEqual(['“Arrow”', '(Brackets)', 'Quiet', '‘Quoted’ kite', 'Zebra']);
	});

	test('is sorted by any column, with ties in time order', () => {
		expect(sorted('date')).toEqual(['c', 'a', 'b']);
		expect(sorted('status')).toEqual(['a', 'c', 'b']);
		expect(sorted('line')).toEqual(['a', 'c', 'b']);
		expect(sorted('source')).toEqual(['c', 'a', 'b']);
	});

	test('sorts titles alphabetically, and numbers in them by value', () => {
		expect(sorted('title')).toEqual(['a', 'b', 'c']);
	});

	test('is reversed in descending order, with ties still in time order', () => {
		expect(sorted('date', 'descending')).toEqual(['b', 'a', 'c']);
		expect(sorted('source', 'descending')).toEqual(['b', 'c', 'a']);
	});

	test('keeps the same events and leaves the input list unchanged', () => {
		fc.assert(
			fc.property(fc.constantFrom(...COLUMNS), fc.shuffledSubarray(events), (column, subset) => {
				const before = [...subset];
				const after = sortEventsBy(subset, column, 'descending', known);
				expect(subset).toEqual(before);
				expect(after.map(({ id }) => id).toSorted()).toEqual(subset.map(({ id }) => id).toSorted());
			})
		);
	});
});
