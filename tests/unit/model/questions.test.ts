import { describe, expect, test } from 'vitest';
import {
	askAboutEvent,
	askAboutSource,
	type AskedEvent
} from '../../../src/lib/model/questions.ts';
import type { EvidenceRecord, SourceRecord } from '../../../src/lib/model/types.ts';

const DAILY: Partial<SourceRecord> = {
	id: 'daily',
	language: 'en',
	published: '2012-05-01',
	publishedBasis: 'stated'
};
const GAZZETTA: Partial<SourceRecord> = {
	id: 'gazzetta',
	language: 'it',
	published: '2013-05',
	publishedBasis: 'outside'
};

const quote = (source: string, rest: Partial<EvidenceRecord> = {}): Partial<EvidenceRecord> => ({
	source,
	stance: 'supports',
	...rest
});

/** An event that raises no question. */
const eventOf = (rest: Partial<AskedEvent> = {}): AskedEvent => ({
	id: 'founding',
	title: 'Founded in a shed',
	summary: 'Two friends found Acme.',
	status: 'happened',
	date: '2010-04-06',
	evidence: [quote('daily', { highlight: 'founded Acme' })],
	...rest
});

function ask(event: AskedEvent, others: AskedEvent[] = [], sources = [DAILY, GAZZETTA]) {
	const surroundings = { language: 'en', sources, events: [event, ...others] };
	return askAboutEvent(event, surroundings).map(
		({ path, message }) => `${path.join('.')}: ${message}`
	);
}

test('an ordinary event raises no question', () => {
	expect(ask(eventOf())).toEqual([]);
});

describe('an event that happened on the day of its article', () => {
	const question =
		'date: "2012-05-01" is also the date of "daily": say in a note of the date what in the source places the event then, or write when it can have happened';

	test('raises a question', () => {
		expect(ask(eventOf({ date: '2012-05-01' }))).toEqual([question]);
		const date = { edtf: '2012-05-01', basis: 'stated' } as const;
		expect(ask(eventOf({ date }))).toEqual([question]);
	});

	test('raises it for a month that is the article’s, too, and for the date of a comment', () => {
		const monthly = quote('gazzetta');
		expect(ask(eventOf({ date: '2013-05', evidence: [monthly] }))[0]).toContain(
			'"2013-05" is also the date of "gazzetta"'
		);
		const comment = quote('daily', { date: '2012-06-07' });
		expect(ask(eventOf({ date: '2012-06-07', evidence: [comment] }))).toHaveLength(1);
		expect(ask(eventOf({ date: '2012-05-01', evidence: [comment] }))).toEqual([]);
	});

	test('is answered by a note of the date', () => {
		const date = { edtf: '2012-05-01', basis: 'stated', note: '“This morning”.' } as const;
		expect(ask(eventOf({ date }))).toEqual([]);
	});

	test.each([
		['happened on another day', eventOf({ date: '2012-04-30' })],
		['happened in the month of the article', eventOf({ date: '2012-05' })],
		['was said that day', eventOf({ date: '2012-05-01', status: 'announced', by: 'Ann' })],
		[
			'is disputed by the article of that day',
			eventOf({ date: '2012-05-01', evidence: [quote('daily', { stance: 'disputes' })] })
		]
	])('is not meant if the event %s', (_title, event) => {
		expect(ask(event)).toEqual([]);
	});
});

describe('a date that is inferred from an article without a stated date', () => {
	const date = { edtf: '2013-04', basis: 'inferred', note: '“Last month”.' } as const;

	test('raises a question, which no note answers', () => {
		expect(ask(eventOf({ date, evidence: [quote('gazzetta')] }))).toEqual([
			'date: is inferred from the date of "gazzetta", which is itself outside: give the event the basis that holds for both, such as "outside", or correct "publishedBasis"'
		]);
	});

	test.each([
		[
			'another basis',
			eventOf({ date: { ...date, basis: 'outside' }, evidence: [quote('gazzetta')] })
		],
		[
			'an article with a stated date',
			eventOf({ date, evidence: [quote('gazzetta'), quote('daily')] })
		],
		[
			'a comment with a date of its own',
			eventOf({ date, evidence: [quote('gazzetta', { date: '2013-05-09' })] })
		]
	])('is answered by %s', (_title, event) => {
		expect(ask(event)).toEqual([]);
	});

	test('is not answered by an article that disputes the event', () => {
		const evidence = [quote('gazzetta'), quote('daily', { stance: 'disputes' })];
		expect(ask(eventOf({ date, evidence }))).toHaveLength(1);
	});
});

describe('a promise without “by”', () => {
	const due = eventOf({ id: 'due', status: 'planned', date: '2014' });
	const says = (type: 'announces' | 'rumours' | 'follows', by: string | null) =>
		eventOf({ id: 'told', by, relations: [{ type, event: 'due' }] });

	test.each(['announced', 'planned'] as const)('raises a question if it is %s', (status) => {
		expect(ask(eventOf({ status }))).toEqual([
			'by: is missing: name who said so, here or at an event that announces or rumours this one'
		]);
	});

	test('is answered by its own “by”', () => {
		expect(ask({ ...due, by: 'Ann' })).toEqual([]);
	});

	test.each(['announces', 'rumours'] as const)(
		'is answered by the “by” of an event that %s it',
		(type) => {
			expect(ask(due, [says(type, 'Ann')])).toEqual([]);
			expect(ask(due, [says(type, null)])).toHaveLength(1);
		}
	);

	test('is answered by the “by” of the event that it announces', () => {
		const announcement = eventOf({
			status: 'announced',
			relations: [{ type: 'announces', event: 'due' }]
		});
		expect(ask(announcement, [{ ...due, by: 'Ann' }])).toEqual([]);
	});

	test('is not answered by an event that merely follows it', () => {
		expect(ask(due, [says('follows', 'Ann')])).toHaveLength(1);
	});
});

describe('a highlight that shares no word with title or summary', () => {
	const asked = (
		rest: Partial<EvidenceRecord>,
		event: Partial<AskedEvent> = {},
		source = 'daily'
	) => ask(eventOf({ evidence: [quote(source, rest)], ...event }));

	test('raises a question', () => {
		expect(asked({ highlight: 'the kite is red' })).toEqual([
			'evidence.0.highlight: "the kite is red" shares no word with the title or the summary: highlight the words they rest on, or say in a note of the date what it shows'
		]);
	});

	test.each([
		['the title', { highlight: 'in a shed' }],
		['the summary', { highlight: 'two friends' }],
		['the year', { highlight: 'on 6 April 2010' }]
	])('is not asked about if it shares one with %s', (_title, rest) => {
		expect(asked(rest)).toEqual([]);
	});

	test('is answered by a note of the date that has one of its words', () => {
		const highlight = 'half a year later';
		const date = { edtf: '2010-10~', basis: 'derived' } as const;
		const noted = { date: { ...date, note: 'Half a year after the founding.' } };
		expect(asked({ highlight }, noted)).toEqual([]);
		expect(asked({ highlight }, { date: { ...date, note: 'Counted.' } })).toHaveLength(1);
	});

	test('is compared by the translation if the quotation is in another language', () => {
		const highlight = 'in un capanno';
		expect(asked({ highlight, translation: 'in a shed' }, {}, 'gazzetta')).toEqual([]);
		expect(asked({ highlight, translation: 'kites fly' }, {}, 'gazzetta')).toHaveLength(1);
	});

	test('cannot be compared without a translation', () => {
		expect(asked({ highlight: 'in un capanno', translation: null }, {}, 'gazzetta')).toEqual([]);
	});

	test('in the language of the data is compared itself, even if it has a translation', () => {
		const event = eventOf({
			title: 'Fondata in un capanno',
			evidence: [quote('gazzetta', { highlight: 'in un capanno', translation: 'kites fly' })]
		});
		const surroundings = { language: 'it', sources: [GAZZETTA], events: [event] };
		expect(askAboutEvent(event, surroundings)).toEqual([]);
	});
});

describe('a planned event that lasts', () => {
	const planned = { status: 'planned', by: 'Ann' } as const;

	test.each([
		[
			'2017-01/2017-06',
			'date: "2017-01/2017-06" means that it lasts from beginning to end: write "[2017-01..2017-06]" if it is due at one moment, or say in a note of the date that it lasts'
		],
		[
			'2017/..',
			'date: "2017/.." means that it lasts from beginning to end: write a date or "[a..b]" if it is due at one moment, or say in a note of the date that it lasts'
		]
	])('raises a question: %s', (date, question) => {
		expect(ask(eventOf({ ...planned, date }))).toEqual([question]);
	});

	test('is answered by a note of the date', () => {
		const date = {
			edtf: '2017-01/2017-06',
			basis: 'stated',
			note: 'A fair of half a year.'
		} as const;
		expect(ask(eventOf({ ...planned, date }))).toEqual([]);
	});

	test.each([
		['is due at one moment', eventOf({ ...planned, date: '[2017-01..2017-06]' })],
		['happened', eventOf({ date: '2017-01/2017-06' })]
	])('is not meant if the event %s', (_title, event) => {
		expect(ask(event)).toEqual([]);
	});
});

describe('a publication date that is not stated', () => {
	test('raises a question without a note of the source', () => {
		expect(askAboutSource(GAZZETTA)).toEqual([
			{
				path: ['publishedBasis'],
				message: '"outside" needs its reasoning: say in "note" how the date of publication is known'
			}
		]);
	});

	test('is answered by a note', () => {
		expect(askAboutSource({ ...GAZZETTA, note: 'Dated by its address.' })).toEqual([]);
		expect(askAboutSource(DAILY)).toEqual([]);
	});
});
