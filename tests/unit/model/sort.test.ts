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
	test('is sorted by any column, and those that are alike in it by time', () => {
		expect(sorted('date')).toEqual(['c', 'a', 'b']);
		expect(sorted('status')).toEqual(['a', 'c', 'b']);
		expect(sorted('line')).toEqual(['a', 'c', 'b']);
		expect(sorted('source')).toEqual(['c', 'a', 'b']);
	});

	test('puts titles in the order of a dictionary, numbers by their value', () => {
		expect(sorted('title')).toEqual(['a', 'b', 'c']);
	});

	test('is turned round the other way, but those that are alike stay in time order', () => {
		expect(sorted('date', 'descending')).toEqual(['b', 'a', 'c']);
		expect(sorted('source', 'descending')).toEqual(['b', 'c', 'a']);
	});

	test('has the same events whatever it is sorted by, and leaves the list alone', () => {
		fc.assert(
			fc.property(fc.constantFrom(...COLUMNS), fc.shuffledSubarray(events), (column, some) => {
				const before = [...some];
				const after = sortEventsBy(some, column, 'descending', known);
				expect(some).toEqual(before);
				expect(after.map(({ id }) => id).toSorted()).toEqual(some.map(({ id }) => id).toSorted());
			})
		);
	});
});
