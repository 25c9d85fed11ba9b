import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY, formatDay, parseDay, spanOf } from '../../../src/lib/model/date.ts';
import { describeFault } from '../../../src/lib/model/rules/fault.ts';
import { timelineFaults } from '../../../src/lib/model/rules/timeline.ts';
import { completeTimeline, type TimelineInput } from '../../../src/lib/model/input.ts';
import { STATUSES } from '../../../src/lib/model/vocabulary.ts';
import { eventOf, sourceOf } from './records.ts';
import { anyInputs, validInputs } from '../../inputs.ts';
import { runs } from '../../property.ts';

const kite = {
	id: 'first',
	title: 'The first kite',
	date: { start: '2012-05-01', end: '2012-05-01' },
	lines: ['kites'],
	status: 'happened'
};
const lines = [{ id: 'kites', label: 'Kites' }];
const faultsOf = (timeline: unknown) => [...timelineFaults(timeline)].map(describeFault);
/** Faults of a second event with other fields, without the name of the record. */
const withEvent = (change: object) =>
	faultsOf({ lines, events: [kite, { ...kite, id: 'x', ...change }] }).map((words) =>
		words.replace(/^events\[1\] \("x"\) /, '')
	);
const withDate = (date: object) => withEvent({ date: { ...kite.date, ...date } });

describe('a day that is wrong is explained', () => {
	test.each<[unknown, string]>([
		['2021-02-30', 'that does not exist: "2021-02-30"; that month has 28 days'],
		['2100-02-29', 'that does not exist: "2100-02-29"; that month has 28 days'],
		['-0004-04-31', 'that does not exist: "-0004-04-31"; that month has 30 days'],
		['2021-13-01', 'that does not exist: "2021-13-01"; a year has 12 months'],
		['2021', 'that is not a day: "2021"; give the first one, "2021-01-01"'],
		[2021, 'that is not a day: 2021; give the first one, "2021-01-01"'],
		['-0044', 'that is not a day: "-0044"; give the first one, "-000044-01-01"'],
		['2021-05', 'that is not a day: "2021-05"; give the first one, "2021-05-01"'],
		['2021-05-01T10:00:00Z', 'that has a time of day: "2021-05-01T10:00:00Z"; give "2021-05-01"'],
		['2021-05-01 10:00', 'that has a time of day: "2021-05-01 10:00"; give "2021-05-01"'],
		[new Date(0), 'that has a time of day: "1970-01-01T00:00:00.000Z"; give "1970-01-01"'],
		['2021-5-1', 'that is not a day: "2021-5-1"; give one such as "2010-04-06"'],
		['2021-01-00', 'that is not a day: "2021-01-00"; give one such as "2010-04-06"'],
		['20210501', 'that is not a day: "20210501"; give one such as "2010-04-06"'],
		['-43-03-15', 'that is not a day: "-43-03-15"; give one such as "2010-04-06"'],
		['1.5.2021', 'that is not a day: "1.5.2021"; give one such as "2010-04-06"'],
		['-271821-12-31', 'that is out of reach: "-271821-12-31"; years run from -271820 to 275759'],
		['+275760-09-13', 'that is out of reach: "+275760-09-13"; years run from -271820 to 275759'],
		[{}, 'that is not a day: {}; give one such as "2010-04-06"'],
		[10n, 'that is not a day: 10; give one such as "2010-04-06"']
	])('%s', (start, words) => {
		expect(withDate({ start, end: '2021-06-01' })).toEqual([`has a "date.start" ${words}.`]);
	});

	test('with the last day of a year or month as the end', () => {
		expect(withDate({ end: '2021-02' })).toEqual([
			'has a "date.end" that is not a day: "2021-02"; give the last one, "2021-02-28".'
		]);
		expect(withDate({ end: '2021' })[0]).toContain('give the last one, "2021-12-31"');
	});

	test('without an end', () => {
		const sentence =
			'has no "date.end"; give its last day, "2012-05-01" for that day alone, or null while it lasts.';
		expect(withDate({ end: undefined })).toEqual([sentence]);
		expect(withDate({ end: '' })).toEqual([sentence]);
	});

	test('with an end before its start', () => {
		const sentence = 'has a "date.end" before its "date.start".';
		expect(withDate({ start: '2015-03-03', end: '2005-03-03' })).toEqual([sentence]);
		expect(withDate({ start: '-0043-03-15', end: '-0044-03-15' })).toEqual([sentence]);
		expect(withDate({ start: '+12345-01-01', end: '9999-12-31' })).toEqual([sentence]);
	});
});

describe('an event that is wrong is explained', () => {
	test.each<[object, string]>([
		[
			{ status: 'done' },
			`has a "status" that is not "happened", "announced", "planned", "rumoured" or "context": "done".`
		],
		[
			{ status: 7 },
			`has a "status" that is not "happened", "announced", "planned", "rumoured" or "context": 7.`
		],
		[{ title: ' ' }, 'has no "title".'],
		[{ title: 7 }, 'has a "title" that is not text: 7.'],
		[{ short: ['x'] }, 'has a "short" that is not text: ["x"].'],
		[{ summary: {} }, 'has a "summary" that is not text: {}.'],
		[{ lines: 'kites' }, 'has a "lines" that is not an array: "kites".'],
		[{ lines: [] }, 'is not on any of the timeline’s "lines".'],
		[{ lines: [null] }, 'is not on any of the timeline’s "lines".'],
		[{ importance: 4 }, 'has an "importance" that is not 1, 2 or 3: 4.'],
		[{ importance: '3' }, 'has an "importance" that is not 1, 2 or 3: "3".'],
		[{ date: '2012' }, 'has a "date" that is not an object of "start" and "end": "2012".'],
		[
			{ date: { ...kite.date, kind: 'era' } },
			'has a "date.kind" that is not "moment" or "period": "era".'
		],
		[
			{ date: { ...kite.date, ongoing: true } },
			'is "ongoing" and has a "date.end"; give null as "date.end".'
		],
		[
			{ date: { start: '2012-05-01', end: null, kind: 'moment' } },
			'is a "moment" and has no "date.end"; give its last day.'
		],
		[
			{ date: { start: '2012-05-01', end: null, asOf: '2011-01-01' } },
			'has a "date.asOf" before its "date.start".'
		],
		[
			{ date: { start: '2012-05-01', end: null, asOf: '2013' } },
			'has a "date.asOf" that is not a day: "2013"; give the last one, "2013-12-31".'
		],
		[
			{ date: { ...kite.date, uncertain: 'yes' } },
			'has a "date.uncertain" that is not true or false: "yes".'
		],
		[{ date: { ...kite.date, label: 2012 } }, 'has a "date.label" that is not text: 2012.'],
		[{ relations: {} }, 'has a "relations" that is not an array: {}.'],
		[{ relations: [null] }, 'has a "relations[0]" that is not an object: null.'],
		[
			{ relations: [{ type: 'announces', event: 'x' }] },
			'relates the event to itself (announces).'
		],
		[
			{ relations: [{ type: 'kills', event: 'first' }] },
			'has a "relations[0].type" that is not "announces", "rumours", "fulfils", "follows" or "contradicts": "kills".'
		],
		[{ relations: [{ type: 'follows' }] }, 'has no "relations[0].event".'],
		[
			{ relations: [1, 2].map(() => ({ type: 'follows', event: 'first' })) },
			'repeats the relation "follows" to "first".'
		],
		[{ evidence: 'daily' }, 'has an "evidence" that is not an array: "daily".'],
		[
			{ evidence: [{ stance: 'doubts' }] },
			'has an "evidence[0].stance" that is not "supports" or "disputes": "doubts".'
		],
		[{ evidence: [{ exact: 7 }] }, 'has an "evidence[0].exact" that is not text: 7.']
	])('%j', (change, sentence) => {
		expect(withEvent(change)).toEqual([sentence]);
	});

	test.each<[unknown, string]>([
		[null, 'null'],
		[undefined, 'undefined'],
		['kite', '"kite"'],
		[[], '[]']
	])('if it is not an object: %j', (event, words) => {
		expect(faultsOf({ lines, events: [kite, event] })).toEqual([
			`events[1] is not an object: ${words}.`
		]);
	});

	test('if the list has a hole', () => {
		const events = [kite];
		events[2] = { ...kite, id: 'x' };
		expect(faultsOf({ lines, events })).toEqual(['events[1] is not an object: undefined.']);
	});

	test('by all of its faults, of which the first is thrown', () => {
		expect(withEvent({ title: '', status: 'done', importance: 0 })).toHaveLength(3);
	});
});

describe('a duplicate id', () => {
	test('is a fault of the second event or line', () => {
		expect(faultsOf({ lines, events: [kite, kite, kite] })).toEqual([
			'events[1] ("first") has the "id" of another.',
			'events[2] ("first") has the "id" of another.'
		]);
		expect(faultsOf({ lines: [...lines, ...lines], events: [] })).toEqual([
			'lines[1] ("kites") has the "id" of another.'
		]);
	});

	test('may be any text, such as a name of an object’s own properties', () => {
		const ids = ['__proto__', 'constructor', 'toString', 'a b', '"', 'é'];
		expect(faultsOf({ lines, events: ids.map((id) => ({ ...kite, id })) })).toEqual([]);
		expect(
			faultsOf({ lines, events: ['__proto__', '__proto__'].map((id) => ({ ...kite, id })) })
		).toEqual(['events[1] ("__proto__") has the "id" of another.']);
	});
});

describe('a line or a source that is wrong is explained', () => {
	test.each<[object, string]>([
		[{ lines: [null], events: [] }, 'lines[0] is not an object: null.'],
		[{ lines: [{ id: 'a' }], events: [] }, 'lines[0] ("a") has no "label".'],
		[{ lines: [{ label: 'A' }], events: [] }, 'lines[0] has no "id".'],
		[{ lines: [{ id: 7, label: 'A' }], events: [] }, 'lines[0] has an "id" that is not text: 7.'],
		[{ lines, events: [], sources: {} }, 'A timeline has "sources" that are not an array.'],
		[{ lines, events: [], title: 7 }, 'A timeline has a "title" that is not text: 7.'],
		[{ lines, events: [], sources: [{ id: 'daily' }] }, 'sources[0] ("daily") has no "publisher".'],
		[
			{
				lines,
				events: [],
				sources: [
					{ id: 'daily', publisher: 'Daily', publication: { start: '2012', end: '2012-12-31' } }
				]
			},
			'sources[0] ("daily") has a "publication.start" that is not a day: "2012"; give the first one, "2012-01-01".'
		]
	])('%j', (timeline, sentence) => {
		expect(faultsOf(timeline)[0]).toBe(sentence);
	});

	test('before events are judged by them', () => {
		expect(faultsOf({ lines: [{ id: 'kites' }], events: [kite] })).toEqual([
			'lines[0] ("kites") has no "label".'
		]);
	});
});

test('an invalid language tag is a fault, explained in a sentence', () => {
	const withLanguage = (language: unknown) => faultsOf({ lines, events: [kite], language });
	for (const language of ['Deutsch (AT)', 'de_AT', '', 7, 'en-US-GB'])
		expect(withLanguage(language)[0]).toMatch(/"language" that is not a language tag/);
	for (const language of ['de', 'pt-BR', 'zh-Hans', null, undefined])
		expect(withLanguage(language)).toEqual([]);
});

describe('a timeline without faults', () => {
	test('may be empty, of required fields alone, or compiled', () => {
		expect(faultsOf({ lines: [], events: [] })).toEqual([]);
		for (const status of STATUSES) expect(withEvent({ status })).toEqual([]);
		const compiled = {
			lines,
			events: [eventOf('a', { lines: ['kites'] })],
			sources: [sourceOf('daily')]
		};
		expect(faultsOf(compiled)).toEqual([]);
		const nothing = { short: null, importance: null, relations: null, evidence: null };
		expect(withEvent({ ...nothing, date: { ...kite.date, kind: null, asOf: null } })).toEqual([]);
	});

	test('may be any generated one that is valid', () => {
		fc.assert(fc.property(validInputs, (input) => void expect(faultsOf(input)).toEqual([])));
	});
});

test('whatever the input, each fault is a sentence that begins with its record', () => {
	let faulty = 0;
	fc.assert(
		fc.property(
			fc.oneof({ arbitrary: anyInputs, weight: 9 }, fc.anything({ withNullPrototype: true })),
			(input) => {
				const faults = faultsOf(input);
				if (faults.length) faulty++;
				const { events, lines: own } = (input ?? {}) as Record<string, unknown>;
				for (const words of faults) {
					const [, list, index, id] = /^(\w+)\[(\d+)\](?: \("(.*?)"\))? .+\.$/.exec(words) ?? [];
					if (!list) {
						expect(words).toMatch(/^A timeline .+\.$/);
						continue;
					}
					const record = ({ events, lines: own } as Record<string, { id?: unknown }[]>)[list]![
						Number(index)
					];
					if (id !== undefined) expect(record!.id).toBe(id);
				}
			}
		),
		runs(1000)
	);
	expect(faulty).toBeGreaterThan(50);
});

describe('what is drawn of a timeline', () => {
	const complete = (events: object[], given: object = {}) =>
		completeTimeline({ lines, events, ...given } as TimelineInput);

	test('is the same, if nothing is left open', () => {
		const [event] = complete([kite]).events;
		expect(event).toBe(kite);
	});

	test('has each event on the lines that there are, once', () => {
		const { events } = complete([{ ...kite, lines: ['gone', 'kites', 'kites', null] }]);
		expect(events[0]!.lines).toEqual(['kites']);
	});

	test('has a period without an end until the end of the last year', () => {
		const open = { ...kite, id: 'open', date: { start: '2012-05-01', end: null } };
		const late = { ...kite, id: 'late', date: { start: '2019-03-03', end: '2019-03-03' } };
		const { date } = complete([open, late]).events[0]!;
		expect(date).toMatchObject({ until: '2019-12-31', ongoing: true, kind: 'period' });
		expect(formatDay(spanOf(date).end - DAY)).toBe('2019-12-31');
	});

	test('has a period without an end for a year at least, but no longer than days go', () => {
		const until = (start: string) =>
			complete([{ ...kite, date: { start, end: null } }]).events[0]!.date.until;
		expect(until('2019-12-31')).toBe('2020-12-31');
		expect(until('-0044-03-15')).toBe('-000043-12-31');
		expect(until('+275759-06-01')).toBe('+275759-12-31');
	});

	test('has an ongoing period until it was last known to last, if that is given', () => {
		const date = { start: '2012-05-01', end: null, asOf: '2013-01-01' };
		const { date: drawn } = complete([{ ...kite, date }]).events[0]!;
		expect(formatDay(spanOf(drawn).end - DAY)).toBe('2013-01-01');
		expect(drawn).toMatchObject({ ongoing: true });
		expect(drawn.until).toBeUndefined();
	});

	test('has no event that ends before it starts', () => {
		fc.assert(
			fc.property(validInputs, (input) => {
				for (const { date } of completeTimeline(input).events) {
					const { start, end } = spanOf(date);
					expect(start).toBe(parseDay(date.start));
					expect(end).toBeGreaterThanOrEqual(start + DAY);
				}
			})
		);
	});
});
