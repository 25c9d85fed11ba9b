import { describe, expect, test } from 'vitest';
import type { TimelineEvent } from '../../../src/lib/model/types.ts';
import { claimOf, deadlinesOf, type Telling } from '../../../src/lib/model/telling.ts';
import { dateOf, eventOf, evidenceOf, sourceOf } from './records.ts';

const sources = [
	sourceOf('daily', {
		publication: { start: '2012-05-01', end: '2012-05-01', label: '1 May 2012' }
	}),
	sourceOf('gazzetta', { publication: { start: '2015-01-01', end: '2015-12-31', label: '2015' } })
];
const due = eventOf('due', {
	status: 'planned',
	date: dateOf('2013-01-01', '2013-12-31', { label: '2013' }),
	evidence: [evidenceOf('daily', { exact: 'In 2013 it will fly.' })]
});
const read = ({ words, by, sources, quotation }: Telling) => [
	words,
	by,
	sources.map(({ id }) => id).join(' '),
	quotation.exact
];
const claim = (rest: Partial<TimelineEvent>, about: TimelineEvent | null = due) =>
	claimOf({ said: eventOf('said', { status: 'announced', ...rest }), due: about }, sources);

describe('a claim', () => {
	test('was made on its own day by the one it names, in its own words', () => {
		const { isReport, ...told } = claim({
			by: 'Ann',
			date: dateOf('2012-04-30'),
			evidence: [
				evidenceOf('gazzetta', { stance: 'disputes', exact: 'She never said so.' }),
				evidenceOf('daily', { exact: 'It will fly, said Ann.' })
			]
		});
		expect(isReport).toBe(false);
		expect(read(told)).toEqual(['2012-04-30', 'Ann', 'daily', 'It will fly, said Ann.']);
	});

	test('that names nobody is made by the articles that support it', () => {
		const evidence = [
			evidenceOf('daily'),
			evidenceOf('gazzetta'),
			evidenceOf('daily', { start: 50 })
		];
		expect(read(claim({ evidence })).slice(1, 3)).toEqual([null, 'daily gazzetta']);
	});

	test('dated after its article was reported on that day, not made on it', () => {
		const evidence = [evidenceOf('daily')];
		const inferred = dateOf('2012-05-01', '2012-05-01', { basis: 'inferred' });
		expect(claim({ by: 'Ann', date: inferred, evidence }).isReport).toBe(true);
		expect(claim({ by: 'Ann', date: dateOf('2012-05-01'), evidence }).isReport).toBe(false);
		const eve = dateOf('2012-04-30', '2012-04-30', { basis: 'inferred' });
		expect(claim({ by: 'Ann', date: eve, evidence }).isReport).toBe(false);
	});

	test('of an article itself is no report', () => {
		const date = dateOf('2012-05-01', '2012-05-01', { basis: 'inferred' });
		const evidence = [evidenceOf('daily')];
		for (const by of [null, 'daily']) expect(claim({ by, date, evidence }).isReport).toBe(false);
	});

	test('without an announcement is dated by its quotation, not by its due date', () => {
		const told = (rest: Partial<TimelineEvent>) => {
			const event = { ...due, ...rest };
			const { isReport, words, by } = claimOf({ said: event, due: event }, sources);
			return [isReport, words, by];
		};
		expect(told({})).toEqual([false, '1 May 2012', null]);
		expect(told({ by: 'Ann' })).toEqual([true, '1 May 2012', 'Ann']);
		const dated = evidenceOf('daily', { date: '2012-05-03', dateLabel: '3 May 2012' });
		expect(told({ by: 'Ann', evidence: [dated] })).toEqual([false, '3 May 2012', 'Ann']);
	});

	test('of a comment is not dated after the article above it', () => {
		const comment = evidenceOf('daily', { voice: 'comment' });
		const event = { ...due, by: 'a reader', evidence: [comment] };
		expect(claimOf({ said: event, due: event }, sources)).toMatchObject({
			words: null,
			isReport: false
		});
		const inferred = dateOf('2012-05-01', '2012-05-01', { basis: 'inferred' });
		expect(claim({ by: 'a reader', date: inferred, evidence: [comment] }).isReport).toBe(false);
	});
});

describe('a deadline', () => {
	const deadlines = (rest: Partial<TimelineEvent>) => deadlinesOf({ ...due, ...rest }, sources);
	const some = evidenceOf('daily', { reading: 'Some time in 2013', exact: 'In 2013.' });
	const autumn = evidenceOf('gazzetta', { reading: 'In autumn', exact: 'In autunno.' });

	test('is given by the one whom the due event names, not by the one who makes the claim', () => {
		expect(deadlines({ by: 'Bob' }).map(read)).toEqual([
			['2013', 'Bob', 'daily', 'In 2013 it will fly.']
		]);
		expect(deadlines({}).map(read)).toEqual([['2013', null, 'daily', 'In 2013 it will fly.']]);
	});

	test('is not attributed to a source that disputes it', () => {
		const against = { ...autumn, stance: 'disputes' as const };
		expect(deadlines({ evidence: [some, against] }).map(read)).toEqual([
			['2013', null, 'daily', 'In 2013.']
		]);
	});

	test('of quotations that read differently is what each of them says', () => {
		expect(deadlines({ by: 'Bob', evidence: [some, autumn] }).map(read)).toEqual([
			['Some time in 2013', null, 'daily', 'In 2013.'],
			['In autumn', null, 'gazzetta', 'In autunno.']
		]);
	});
});
