import { describe, expect, test } from 'vitest';
import {
	countPassages,
	latestOf,
	publishedAfter,
	quotationsOf,
	quotedShare
} from '../../../src/lib/model/source.ts';
import type { EventDate } from '../../../src/lib/model/types.ts';
import { dateOf, eventOf, evidenceOf, sourceOf } from './records.ts';

const at = (source: string, start: number, exact = 'Acme') => evidenceOf(source, { start, exact });
const ids = (events: { id: string }[]) => events.map(({ id }) => id);
const read = (...events: ReturnType<typeof eventOf>[]) =>
	quotationsOf('daily', events).map(({ evidence, supports }) => [evidence.start, ids(supports)]);

describe('the quotations of an article', () => {
	test('are in reading order, regardless of the order of events', () => {
		expect(
			read(
				eventOf('late', { evidence: [at('daily', 300), at('daily', 20)] }),
				eventOf('early', { evidence: [at('daily', 100)] })
			)
		).toEqual([
			[20, ['late']],
			[100, ['early']],
			[300, ['late']]
		]);
	});

	test('are only those of that article', () => {
		expect(read(eventOf('a', { evidence: [at('gazzetta', 1), at('daily', 2)] }))).toEqual([
			[2, ['a']]
		]);
	});

	test('list each event that uses the same quotation once', () => {
		expect(
			read(
				eventOf('a', { evidence: [at('daily', 10)] }),
				eventOf('b', { evidence: [at('daily', 10)] })
			)
		).toEqual([[10, ['a', 'b']]]);
	});

	test('list an event that uses the same quotation twice once', () => {
		const [one, other] = [at('daily', 10), { ...at('daily', 10), highlight: [0, 4] as [0, 4] }];
		expect(read(eventOf('a', { evidence: [one, other] }))).toEqual([[10, ['a']]]);
	});

	test('that begin together are ordered by their end and not merged', () => {
		const [long, brief] = [at('daily', 10, 'Acme flew'), at('daily', 10, 'Acme')];
		expect(read(eventOf('a', { evidence: [long] }), eventOf('b', { evidence: [brief] }))).toEqual([
			[10, ['b']],
			[10, ['a']]
		]);
	});

	test('separate the events they support from those they dispute', () => {
		const disputing = evidenceOf('daily', { start: 10, exact: 'Acme', stance: 'disputes' });
		const [quoted, ...more] = quotationsOf('daily', [
			eventOf('a', { evidence: [at('daily', 10)] }),
			eventOf('b', { evidence: [disputing] })
		]);
		expect(more).toEqual([]);
		expect([ids(quoted!.supports), ids(quoted!.disputes)]).toEqual([['a'], ['b']]);
	});
});

test('a passage that several quotations share is counted once', () => {
	const events = [
		eventOf('a', { evidence: [at('daily', 10), at('daily', 20), at('gazzetta', 10)] }),
		eventOf('b', { evidence: [at('daily', 10), at('daily', 10, 'Acme flew')] })
	];
	expect(countPassages(events)).toBe(4);
	expect(countPassages([])).toBe(0);
});

describe('the quoted share of an article', () => {
	const article = { characters: 100 };

	test('counts quotations alone, without the words around them', () => {
		const quotation = evidenceOf('daily', { exact: 'x'.repeat(20), start: 30 });
		const around = { ...quotation, prefix: 'y'.repeat(20), suffix: 'z'.repeat(20) };
		expect(quotedShare([around], article)).toBe(0.2);
		expect(quotedShare([], article)).toBe(0);
	});

	test('counts what several quotations share once', () => {
		const passages = [
			{ start: 0, end: 30 },
			{ start: 10, end: 20 },
			{ start: 20, end: 40 },
			{ start: 90, end: 100 }
		];
		expect(quotedShare(passages, article)).toBe(0.5);
	});
});

describe('an article', () => {
	const articleOf = (start: string, end = start, published = start) =>
		sourceOf('daily', { published, publication: { start, end, label: start } });
	const isLater = (article: ReturnType<typeof articleOf>, date: EventDate, sameDay = false) => {
		const { certain, possible } = publishedAfter([article], date, sameDay);
		return certain.length ? 'later' : possible.length ? 'unknown' : 'not later';
	};

	test.each([
		['2012-05-01', '2012-05-01', 'not later'],
		['2012-05-01', '2012-05-02', 'later'],
		['2012-05-02', '2012-05-01', 'not later'],
		['2012-05-07/2012-05-08', '2012-05-08', 'unknown'],
		['2012-05-07/2012-05-08', '2012-05-07', 'not later'],
		['2012-05-07/2012-05-08', '2012-05-09', 'later'],
		['2012-05-04/2012-05-08', '2012-05-07/2012-05-08', 'unknown'],
		['2012-05-04', '2012-05-01/2012-05-31', 'unknown'],
		['2012-04-30', '2012-05-01/2012-05-31', 'later'],
		['2012-05-31', '2012-05-01/2012-05-31', 'not later'],
		['2012-01-01/2012-12-31', '2012-05-01', 'unknown'],
		['2012-05-01/2012-12-31', '2012-05-01', 'not later']
	])('compares whole intervals: with an event of %s, one of %s is %s', (event, article, wanted) => {
		const date = dateOf(...(event.split('/') as [string, string?]));
		expect(isLater(articleOf(...(article.split('/') as [string, string?])), date)).toBe(wanted);
	});

	test('of the same day may be later, where the hour counts', () => {
		const day = dateOf('2012-05-01');
		expect(isLater(articleOf('2012-05-01'), day, true)).toBe('unknown');
		expect(isLater(articleOf('2012-04-30'), day, true)).toBe('not later');
		expect(isLater(articleOf('2012-05-02'), day, true)).toBe('later');
	});

	test('is not certainly later than an approximate date close to it, or one that has no end', () => {
		const about = dateOf('2012-05-01', '2012-05-31', { approximate: true });
		expect(isLater(articleOf('2012-06-15'), about)).toBe('unknown');
		expect(isLater(articleOf('2012-08-01'), about)).toBe('later');
		const since = dateOf('2012-05-01', null, { ongoing: true, asOf: '2012-05-02' });
		expect(isLater(articleOf('2015-01-01'), since)).toBe('unknown');
	});

	test('is not certainly later if its own date is approximate, and close', () => {
		const about = articleOf('2012-06-01', '2012-06-30', '2012-06~');
		expect(isLater(about, dateOf('2012-05-20'))).toBe('unknown');
		expect(isLater(about, dateOf('2012-03-20'))).toBe('later');
	});

	test('is the latest if it may be younger than all others, the more exactly dated one of two', () => {
		const [year, month, day] = [
			articleOf('2012-01-01', '2012-12-31'),
			articleOf('2012-12-01', '2012-12-31'),
			articleOf('2012-12-24')
		];
		expect(latestOf([day, year])).toBe(year);
		expect(latestOf([year, month, day])).toBe(month);
		expect(latestOf([month, year, day])).toBe(month);
	});
});
