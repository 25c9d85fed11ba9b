import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countFacet, filterEvents, isFoundInside } from '../../../src/lib/model/filter.ts';
import { searchIn } from '../../../src/lib/model/search/event-search.ts';
import { foldWords } from '../../../src/lib/model/search.ts';
import type { ChartEvent } from '../../../src/lib/model/event.ts';
import type { Timeline } from '../../../src/lib/model/types.ts';
import { dateOf, eventOf, evidenceOf, sourceOf, timelineOf } from './records.ts';

const kite = eventOf('kite', {
	title: 'The Sky-Hook 4 is shown',
	short: 'Hook shown',
	summary: 'Ann Lee shows the SkyHook4 in a shed, says B&O.',
	date: dateOf('2018-03-20', '2018-03-20', { edtf: '2018-03-20', label: '20 March 2018' }),
	lines: ['kites'],
	by: 'a spokesman',
	note: 'The shed is a barn.',
	evidence: [evidenceOf('daily', { exact: 'Miss Lee held up her hook.', reading: 'It was a hook' })]
});
const year = eventOf('year', {
	title: 'Balloons are sold at a fair',
	date: dateOf('2018-01-01', '2018-12-31', { edtf: '2018', label: '2018' }),
	status: 'rumoured',
	lines: ['balloons'],
	evidence: [evidenceOf('gazzetta', { exact: 'i palloni', translation: 'the balloons' })]
});
const range = eventOf('range', {
	title: 'The factory moves',
	date: dateOf('2017-10-01', '2018-04-30', {
		edtf: '[2017-10..2018-04]',
		label: 'between October 2017 and April 2018'
	}),
	status: 'planned',
	lines: ['company']
});
const years = eventOf('years', {
	title: 'A rival grows',
	date: dateOf('2011-01-01', '2015-12-31', { edtf: '2011/2015', label: '2011 to 2015' }),
	status: 'context',
	lines: ['company'],
	chapter: 'later'
});
const timeline = timelineOf([kite, year, range, years], {
	lines: [
		{ id: 'company', label: 'Company' },
		{ id: 'kites', label: 'Kites' },
		{ id: 'balloons', label: 'Airships' }
	],
	chapters: [
		...timelineOf([]).chapters,
		{
			id: 'later',
			title: 'Storm and calm',
			summary: 'Then a rival comes.',
			from: '2011-01-01',
			to: '2016-12-31'
		}
	],
	sources: [
		sourceOf('daily', { publisher: 'Daily Wing', title: 'Up and away', language: 'en' }),
		sourceOf('gazzetta', { publisher: 'La Gazzetta', title: 'In volo', language: 'it' })
	],
	aliases: [
		{ names: ['Ann Lee', '李安'], line: null },
		{ names: ['dirigible', '飞艇', '飞行船', 'Dirigibili'], line: 'balloons' },
		{ names: ['Sky-Hook', '天钩'], line: null }
	]
});
const found = (q: string, within: Timeline = timeline) =>
	filterEvents(within.events, { q }, within).map(({ id }) => id);

describe('a search finds an event by', () => {
	test.each([
		['its title', 'hook shown', ['kite']],
		['its summary', 'shed', ['kite']],
		['a note', 'barn', ['kite']],
		['who said it', 'spokesman', ['kite']],
		['a quotation', 'miss', ['kite']],
		['what a source says of it', '"was a hook"', ['kite']],
		['a translation', 'the balloons', ['year']],
		['a publisher', 'daily wing', ['kite']],
		['its status', 'planned', ['range']],
		['its status, by the name of the company', '"not Acme"', ['years']],
		['the name of its line', 'airship', ['year']],
		['its date', '20 march', ['kite']]
	])('%s', (_, q, ids) => {
		expect(found(q)).toEqual(ids);
	});

	test('the title of its chapter or of an article, if no event has the words itself', () => {
		expect(found('storm')).toEqual(['years']);
		expect(found('up away')).toEqual(['kite']);
		const named = timelineOf([...timeline.events, eventOf('gale', { title: 'Storm' })], {
			chapters: timeline.chapters
		});
		expect(found('storm', named)).toEqual(['gale']);
	});
});

test('the name of a line finds at least the events that its chip counts', () => {
	const { counts } = countFacet(timeline.events, {}, 'lines', timeline);
	for (const { id, label } of timeline.lines)
		expect(found(label).length, label).toBeGreaterThanOrEqual(counts.get(id)!);
});

describe('a date is found', () => {
	test.each([
		['march 2018', ['kite', 'range']],
		['March of 2018', ['kite', 'range']],
		['mar 2018', ['kite', 'range']],
		['2018 march', ['kite', 'range']],
		['marzo 2018', ['kite', 'range']],
		['2018-03', ['kite', 'range']],
		['2018/3', ['kite', 'range']],
		['2018年3月', ['kite', 'range']],
		['２０１８年３月', ['kite', 'range']],
		['20 march 2018', ['kite']],
		['March 20th, 2018', ['kite']],
		['2018-03-20', ['kite']],
		['2018年3月20日', ['kite']],
		['2018-03-21', []],
		['may 2018', []],
		['november 2017', ['range']],
		['2018', ['kite', 'year', 'range']],
		['2018年', ['kite', 'year', 'range']],
		['2013', ['years']],
		['june 2013', []],
		['march 2018 hook', ['kite']]
	])('by “%s” wherever it may be meant, and known as exactly', (q, ids) => {
		expect(found(q)).toEqual(ids);
	});

	test('by month and year only where both stand together', () => {
		const apart = timelineOf([
			eventOf('apart', { title: 'It may rain', summary: 'So it was in 2018, and in a March.' }),
			eventOf('near', { title: 'It rained', summary: 'In May of 2018, and in March.' })
		]);
		expect(found('may 2018', apart)).toEqual(['near']);
		expect(found('march 2018', apart)).toEqual([]);
	});

	test('that is invalid is searched as words', () => {
		const odd = timelineOf([eventOf('odd', { title: 'Model 2018-99 and 0000' })]);
		expect(found('2018-99', odd)).toEqual(['odd']);
		expect(found('2018-99')).toEqual([]);
	});
});

describe('other names', () => {
	test('of a person or a thing find what any of its names finds', () => {
		for (const q of ['李安', 'ann lee', 'annlee', 'Ann-Lee']) expect(found(q), q).toEqual(['kite']);
		expect(found('天钩')).toEqual(['kite']);
		expect(found('李安 天钩')).toEqual(['kite']);
		expect(found('李安 balloons')).toEqual([]);
	});

	test('of a line find its events and what has its names', () => {
		for (const q of ['飞艇', '飞行船', 'dirigible', 'dirigibles', 'Dirigibile', 'airships'])
			expect(found(q), q).toEqual(['year']);
	});

	test('are found by their beginnings, but not by a letter or two', () => {
		expect(found('dirig')).toEqual(['year']);
		expect(found('飞行')).toEqual(['year']);
		expect(found('di')).toEqual([]);
	});

	test('that are a prefix of another name find only their own matches', () => {
		const within = timelineOf(timeline.events, {
			aliases: [
				{ names: ['barn', '飞行'], line: null },
				{ names: ['balloon', '飞行船'], line: 'balloons' }
			]
		});
		expect(found('飞行', within)).toEqual(['kite']);
		expect(found('飞行船', within)).toEqual(['year']);
	});

	test('in quotation marks are not expanded', () => {
		expect(found('"李安"')).toEqual([]);
	});

	test('are highlighted in a text whichever of them it has', () => {
		const { query } = searchIn(timeline, '李安 飞艇');
		const text = 'Ann Lee’s Airships, Lee';
		expect(query.findHits(text).map(([start, end]) => text.slice(start, end))).toEqual([
			'Ann Lee',
			'Airships'
		]);
	});
});

test('an event opens for what is only in its quotations, its publishers or its note', () => {
	for (const q of ['miss', 'wing', 'barn'])
		expect(isFoundInside(kite, { q }, timeline), q).toBe(true);
	for (const q of ['shed', 'kites', 'march', 'happened', 'miss nobody'])
		expect(isFoundInside(kite, { q }, timeline), q).toBe(false);
});

describe('events with the required fields alone', () => {
	const bare = (id: string, start: string, end: string | null = start): ChartEvent => ({
		id,
		title: `Model ${id}`,
		status: 'planned',
		lines: ['kites'],
		date: { start, end }
	});
	const events = [
		bare('day', '2018-03-20'),
		bare('span', '2018-02-10', '2018-06-30'),
		bare('old', '-000043-03-15')
	];
	const around = { lines: [{ id: 'kites', label: 'Kites' }], events };
	const ids = (q: string) => filterEvents(events, { q }, around).map(({ id }) => id);

	test('are found by title, status, line and date', () => {
		expect(ids('model span')).toEqual(['span']);
		expect(ids('planned kite')).toEqual(['day', 'span', 'old']);
		expect(ids('march 2018')).toEqual(['day', 'span']);
		expect(ids('20 mar 2018')).toEqual(['day', 'span']);
		expect(ids('june')).toEqual(['span']);
		expect(ids('march 44 bce')).toEqual(['old']);
	});

	test('may have null, and a timeline may lack everything', () => {
		const empty = { ...events[0]!, summary: undefined, short: null, evidence: undefined };
		expect(filterEvents([empty], { q: 'model' })).toEqual([empty]);
		const nulls = { chapters: null, sources: null, aliases: null, language: null };
		expect(filterEvents([empty], { q: 'model' }, nulls as never)).toEqual([empty]);
	});
});

const WORDS = [
	'kite',
	'Sky',
	'HOOK',
	'mi',
	'Città',
	'Straße',
	'ΟΔΟΣ',
	'B&O',
	'4',
	'2018',
	'风筝',
	'新的',
	'e-mail'
];
const phrases = fc
	.array(fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(' ', '-', ', ', '/', '')), {
		minLength: 1,
		maxLength: 6
	})
	.map((parts) => parts.flat().join(''));

describe('whatever text an event shows,', () => {
	const shown = fc.record({
		title: phrases,
		summary: phrases,
		note: phrases,
		exact: phrases,
		label: phrases,
		publisher: phrases
	});
	const build = (texts: {
		[key in 'title' | 'summary' | 'note' | 'exact' | 'label' | 'publisher']: string;
	}) => {
		const event = eventOf('one', {
			title: texts.title,
			summary: texts.summary,
			note: texts.note,
			evidence: [evidenceOf('daily', { exact: texts.exact })]
		});
		return timelineOf([event], {
			lines: [{ id: 'kites', label: texts.label }],
			sources: [sourceOf('daily', { publisher: texts.publisher })]
		});
	};

	test('each of its words finds the event', () => {
		fc.assert(
			fc.property(shown, fc.nat(), (texts, n) => {
				const words = Object.values(texts).flatMap(foldWords);
				const word = words[n % words.length]!;
				expect(found(word, build(texts)), word).toEqual(['one']);
			})
		);
	});

	test('a part of it finds the event in any case, without accents, and with hyphens or nothing for spaces', () => {
		const changes: ((text: string) => string)[] = [
			(text) => text,
			(text) => text.toUpperCase(),
			(text) => text.toLowerCase(),
			(text) => text.normalize('NFD').replace(/\p{M}/gu, ''),
			(text) => text.normalize('NFD'),
			(text) => text.replaceAll(' ', '-'),
			(text) => text.replaceAll('-', ' '),
			(text) => text.replaceAll('-', ''),
			(text) => text.replaceAll(' ', '')
		];
		const named = fc
			.array(fc.constantFrom('gull', 'Sky', 'Città', 'Straße', 'B&O', 'mi', '4G'), {
				minLength: 1,
				maxLength: 3
			})
			.chain((words) => fc.constantFrom(words.join(' '), words.join('-')));
		fc.assert(
			fc.property(
				named,
				fc.constantFrom(...changes),
				fc.constantFrom(...changes),
				(name, one, two) => {
					const within = timelineOf([
						eventOf('one', { title: `The ${name} is here` }),
						eventOf('other', { title: 'Nothing' })
					]);
					expect(found(two(one(name)), within)).toEqual(['one']);
				}
			)
		);
	});

	test('a search with hits in a text finds the text', () => {
		fc.assert(
			fc.property(phrases, phrases, (text, q) => {
				const { query } = searchIn(undefined, q);
				const title = text.normalize('NFC');
				const isFound = filterEvents([eventOf('one', { title })], { q }).length > 0;
				const hits = query.findHits(title);
				if (isFound && !/\d{4}/.test(q)) expect(hits.length).toBeGreaterThan(0);
				for (const [start, end] of hits) {
					expect(start).toBeLessThan(end);
					expect(foldWords(title.slice(start, end))).not.toEqual([]);
				}
			})
		);
	});
});
