import { describe, expect, test } from 'vitest';
import { compileTimeline } from '../../../../src/lib/data/compile/compile.ts';
import { describeProblem } from '../../../../src/lib/data/read/problem.ts';
import type { Language } from '../../../../src/lib/language/languages.ts';
import { writeDigests } from '../../../../src/lib/data/write/write.ts';
import { EVENTS, ITALIAN, makeGoodProject } from '../fixture.ts';
import type { Project } from '../fixture.ts';

const FILE = 'data/translations/it.yaml';
const RUN = 'run "npm run check:data -- --write"';

/** A project that is translated, with a note of each date of its own. */
function makeTranslated(): Project {
	const project = makeGoodProject({ [FILE]: ITALIAN });
	expect(writeDigests(project.folder, 'it')).toEqual([FILE]);
	return project;
}

function compileIn({ folder }: Project, language: Language) {
	return compileTimeline({ folder, articles: null, language });
}

const problemsOf = (project: Project) => compileIn(project, 'it').problems.map(describeProblem);

interface Mistake {
	what: string;
	file?: string;
	from: string;
	to: string;
	says: string[];
}

const MISTAKES: Mistake[] = [
	{
		what: 'an event that is not translated',
		from: ITALIAN.slice(
			ITALIAN.indexOf('  - id: repairs'),
			ITALIAN.indexOf('    evidence', ITALIAN.indexOf('- id: repairs'))
		),
		to: '  - id: founding\n',
		says: [
			`${FILE}, event "repairs": is not translated`,
			`${FILE}:28, event "founding", field "id": is translated already, at ${FILE}:20`,
			`${FILE}:30, event "founding", field "evidence[0].begins": no quotation of the event begins with "Since 2010"`,
			`${FILE}:29, event "founding", field "evidence": lacks the quotation that begins with "Two friends founded Acme in a shed on 6 April 2010."`
		]
	},
	{
		what: 'an id that is none of the English',
		from: '{ id: kites,',
		to: '{ id: kite,',
		says: [
			`${FILE}, line "kites": is not translated`,
			`${FILE}:8, line "kite", field "id": there is no line "kite"; did you mean "kites"?`
		]
	},
	{
		what: 'a version that is none of the English',
		from: 'version: "1.0.0"',
		to: 'version: "1.0.1"',
		says: [
			`${FILE}, change "1.0.0": is not translated`,
			`${FILE}:36, change 1, field "version": there is no change "1.0.1"; did you mean "1.0.0"?`
		]
	},
	{
		what: 'a missing field',
		from: '    summary: Due amici cominciano.\n',
		to: '',
		says: [
			`${FILE}:10, chapter "beginnings", field "summary": is missing: the English is "Two friends begin."`
		]
	},
	{
		what: 'a missing word of the timeline itself',
		from: '  introduction: Raccontata da due giornali.\n',
		to: '',
		says: [
			`${FILE}:2, field "timeline.introduction": is missing: the English is "Told by two papers."`
		]
	},
	{
		what: 'an empty field',
		from: 'title: Gli inizi',
		to: 'title:',
		says: [
			`${FILE}:11, chapter "beginnings", field "title": is empty: write a title of at most 60 characters`
		]
	},
	{
		what: 'a title that is too long',
		from: 'title: Fondata in un capanno',
		to: `title: ${'Fondata in un capanno '.repeat(4)}`,
		says: [`${FILE}:21, event "founding", field "title": is 87 characters long; the limit is 60`]
	},
	{
		what: 'a short title that is too long',
		from: 'short: Nata in un capanno',
		to: 'short: Nata in un capanno di legno',
		says: [`${FILE}:22, event "founding", field "short": is 27 characters long; the limit is 26`]
	},
	{
		what: 'an unknown field',
		from: 'title: Gli inizi',
		to: 'title: Gli inizi\n    from: "2010-01-01"',
		says: [
			`${FILE}:12, chapter "beginnings", field "from": is not a field of a chapter; its fields are id, title, summary and english`
		]
	},
	{
		what: 'a translation of what the English has none of',
		from: 'summary: Due amici fondano Acme.',
		to: 'summary: Due amici fondano Acme.\n    note: Una nota.',
		says: [`${FILE}:24, event "founding", field "note": translates nothing: the English has none`]
	},
	{
		what: 'a reasoning of a date that is stated',
		from: 'summary: Due amici fondano Acme.',
		to: 'summary: Due amici fondano Acme.\n    reasoning: Un calcolo.',
		says: [
			`${FILE}:24, event "founding", field "reasoning": translates nothing: the English has none`
		]
	},
	{
		what: 'a quotation without a translation',
		from: '\n        translation: Dal 2010 ripara gratis ogni aquilone.',
		to: '',
		says: [
			`${FILE}:32, event "repairs", field "evidence[0].translation": is missing: the quotation is "Since 2010 it has repaired every kite for free."`
		]
	},
	{
		what: 'a quotation that is left out',
		from: `    evidence:
      - begins: Since 2010
        translation: Dal 2010 ripara gratis ogni aquilone.
`,
		to: '',
		says: [
			`${FILE}:28, event "repairs", field "evidence": lacks the quotation that begins with "Since 2010 it has repaired every kite for free."`
		]
	},
	{
		what: 'a translation of a quotation that is in the language already',
		from: 'begins: Since 2010\n        translation: Dal 2010 ripara gratis ogni aquilone.',
		to: 'begins: Since 2010\n        translation: Dal 2010.\n      - begins: ripara\n        translation: Ripara.',
		says: [
			`${FILE}:35, event "repairs", field "evidence[1].translation": is not needed: the quotation is in this language`
		]
	},
	{
		what: 'a quotation translated twice',
		from: 'begins: Since 2010\n        translation: Dal 2010 ripara gratis ogni aquilone.',
		to: 'begins: Since 2010\n        translation: Dal 2010.\n      - begins: Since\n        translation: Da.',
		says: [`${FILE}:34, event "repairs", field "evidence[1].begins": is translated twice`]
	},
	{
		what: 'broken YAML',
		from: 'title: Gli inizi',
		to: 'title: Gli: inizi',
		says: [`${FILE}:11:12: is not good YAML: Nested mappings are not allowed in compact mappings`]
	},
	{
		what: 'a repeated key',
		from: 'title: Gli inizi',
		to: 'title: Gli inizi\n    title: Inizi',
		says: [`${FILE}:12, chapter "beginnings", field "title": is written twice`]
	}
];

describe('a translation', () => {
	test('gives the dataset in its language, dates too', () => {
		const { timeline, changes, problems } = compileIn(makeTranslated(), 'it');
		expect(problems).toEqual([]);
		expect(timeline).toMatchObject({
			language: 'it',
			title: 'Acme, dal 2010 al 2013',
			introduction: 'Raccontata da due giornali.',
			lines: [{ label: 'Azienda' }, { label: 'Aquiloni' }],
			chapters: [{ title: 'Gli inizi', summary: 'Due amici cominciano.', from: '2010-01-01' }],
			sources: [{ title: 'A shed full of kites', publication: { label: 'marzo 2012' } }, {}],
			events: [
				{
					id: 'repairs',
					title: 'Gli aquiloni si riparano gratis',
					short: null,
					date: { label: 'dal 2010, ancora così il 6 maggio 2013' }
				},
				{ id: 'founding', short: 'Nata in un capanno', date: { label: '6 aprile 2010' } }
			]
		});
		expect(changes).toMatchObject([{ version: '1.0.0', title: 'La prima edizione' }]);
	});

	test('translates what is quoted in another language, and leaves the quotation as it is', () => {
		const { timeline } = compileIn(makeTranslated(), 'it');
		const [repairs, founding] = timeline!.events;
		expect(repairs!.evidence).toMatchObject([
			{ translation: 'Dal 2010 ripara gratis ogni aquilone.' },
			{ exact: 'ripara gli aquiloni', translation: null }
		]);
		expect(founding!.evidence).toMatchObject([
			{ exact: 'Two friends founded Acme in a shed on 6 April 2010.' }
		]);
	});

	test('changes neither the English nor anything but words', () => {
		const project = makeTranslated();
		const [english, italian] = [compileIn(project, 'en'), compileIn(project, 'it')];
		expect(english.timeline).toEqual(
			compileTimeline({ folder: makeGoodProject().folder, articles: null }).timeline
		);
		const bare = ({ timeline }: typeof english) =>
			timeline!.events.map(({ id, status, lines, relations, date: { start, end, edtf } }) => ({
				...{ id, status, lines, relations, start, end, edtf }
			}));
		expect(bare(italian)).toEqual(bare(english));
	});

	test('has the reasoning of a date, readings, notes and what was left out', () => {
		const project = makeGoodProject({ [FILE]: ITALIAN });
		project.change(
			'data/events/first.yaml',
			'date: "2010-04-06"',
			'date: { edtf: "2010-04~", basis: derived, note: Three years before. }'
		);
		project.change(
			'data/events/first.yaml',
			'translation: it',
			'reading: For all\n      translation: it'
		);
		project.change(
			'data/sources.yaml',
			'language: it',
			'language: it\n  note: Old.\n  omitted: [The boats.]'
		);
		expect(problemsOf(project).filter((problem) => !problem.includes(RUN))).toEqual([
			`${FILE}:14, source "gazzetta-2013", field "note": is missing: the English is "Old."`,
			`${FILE}:14, source "gazzetta-2013", field "omitted": has 0 entries, but the English 1`,
			`${FILE}:16, event "founding", field "reasoning": is missing: the English is "Three years before."`,
			`${FILE}:26, event "repairs", field "evidence": lacks the quotation that begins with "ripara gli aquiloni"`
		]);
		project.change(
			FILE,
			'- id: gazzetta-2013',
			'- id: gazzetta-2013\n    note: Vecchio.\n    omitted: [Le barche.]'
		);
		project.change(
			FILE,
			'summary: Due amici fondano Acme.',
			'summary: Due.\n    reasoning: Tre anni prima.'
		);
		project.change(
			FILE,
			'ogni aquilone.',
			'ogni aquilone.\n      - begins: ripara\n        reading: Per tutti'
		);
		writeDigests(project.folder, 'it');
		const { timeline, problems } = compileIn(project, 'it');
		expect(problems).toEqual([]);
		expect(timeline!.sources[1]).toMatchObject({ note: 'Vecchio.', omitted: ['Le barche.'] });
		expect(timeline!.events[1]!.date).toMatchObject({
			label: 'aprile 2010 circa',
			note: 'Tre anni prima.'
		});
		expect(timeline!.events[0]!.evidence[1]).toMatchObject({
			translation: null,
			reading: 'Per tutti'
		});
	});

	test.each(MISTAKES)('with $what is told so', ({ from, to, says }) => {
		const project = makeTranslated();
		project.change(FILE, from, to);
		const { timeline, changes } = compileIn(project, 'it');
		expect({ timeline, changes }).toEqual({ timeline: null, changes: [] });
		const found = problemsOf(project).filter((problem) => !problem.includes(RUN));
		expect(found.sort()).toEqual(says.toSorted());
		expect(compileIn(project, 'en').problems).toEqual([]);
	});

	test('that is not there is told so', () => {
		expect(problemsOf(makeGoodProject())).toEqual([`${FILE}: is missing`]);
	});

	test.each([
		[
			'changes:',
			'nessuno',
			`${FILE}:29, field "changes": is text where a list belongs: write the changes`
		],
		['events:', '[founding]', `${FILE}:15, event 1: is not a mapping of fields`],
		[
			'timeline:',
			'Acme',
			`${FILE}:1, field "timeline": is text where a mapping belongs: write the timeline’s title, company and introduction`
		]
	])('whose %s is %s is told so', (key, value, says) => {
		const pattern = new RegExp(`(^|\\n)${key}\\n( .*\\n)*`);
		const file = ITALIAN.replace(pattern, `$1${key} ${value}\n`);
		expect(problemsOf(makeGoodProject({ [FILE]: file }))).toContain(says);
	});

	test('may leave a short title out when the title itself is short, but not otherwise', () => {
		const project = makeGoodProject({ [FILE]: ITALIAN });
		project.change(
			'data/events/first.yaml',
			'title: Kites are',
			'short: Free repairs\n  title: Kites are'
		);
		project.change(
			'data/events/first.yaml',
			'title: Founded',
			'short: In a shed\n  title: Founded'
		);
		project.change(FILE, '    short: Nata in un capanno\n', '');
		writeDigests(project.folder, 'it');
		expect(problemsOf(project)).toEqual([
			`${FILE}:${lineOf(project, 'id: repairs')}, event "repairs", field "short": is missing: the English is "Free repairs"`
		]);
	});

	test('does not guess which of two quotations is meant', () => {
		const events = EVENTS.replace(
			'    - source: gazzetta-2013',
			'    - source: daily-2012\n      exact: Since 2010 it has\n    - source: gazzetta-2013'
		);
		const project = makeGoodProject({ [FILE]: ITALIAN, 'data/events/first.yaml': events });
		writeDigests(project.folder, 'it');
		expect(problemsOf(project)[0]).toBe(
			`${FILE}:${lineOf(project, 'begins: Since')}, event "repairs", field "evidence[0].begins": 2 quotations of the event begin so: write more of the words`
		);
	});
});

describe('which English was translated', () => {
	test('is recorded by --write, once, and nothing else is touched', () => {
		const project = makeTranslated();
		const written = project.read(FILE);
		const lines = (text: string) =>
			text.split('\n').map((line) => line.replace(/,? *english: "\w{8}"/, ''));
		expect(lines(written).filter(Boolean)).toEqual(lines(ITALIAN).filter(Boolean));
		expect(written.match(/english: "[0-9a-f]{8}"/g)).toHaveLength(9);
		expect(writeDigests(project.folder, 'it')).toEqual([]);
		expect(project.read(FILE)).toBe(written);
	});

	test('must be recorded', () => {
		expect(problemsOf(makeGoodProject({ [FILE]: ITALIAN }))).toEqual([
			`${FILE}: does not record which English 9 of its records were made from: ${RUN}`
		]);
		const project = makeTranslated();
		const [digest] = /english: "\w{8}"/.exec(project.read(FILE))!;
		project.change(FILE, digest, 'english:');
		expect(problemsOf(project)).toEqual([
			`${FILE}: does not record which English 1 of its records was made from: ${RUN}`
		]);
		expect(writeDigests(project.folder, 'it')).toEqual([FILE]);
		expect(project.read(FILE)).toContain(digest);
		expect(problemsOf(project)).toEqual([]);
	});

	test('is eight hexadecimal digits', () => {
		const project = makeTranslated();
		const [digest] = /english: "\w{8}"/.exec(project.read(FILE))!;
		project.change(FILE, digest, 'english: "12"');
		expect(problemsOf(project)[0]).toBe(
			`${FILE}:5, field "timeline.english": "12" is not what "npm run check:data -- --write" fills in`
		);
	});

	test.each([
		[
			'data/timeline.yaml',
			'Told by two papers.',
			'Told by two newspapers.',
			'field "timeline.english"'
		],
		[
			'data/timeline.yaml',
			'Two friends begin.',
			'Two friends start.',
			'chapter "beginnings", field "english"'
		],
		[
			'data/events/first.yaml',
			'Acme repairs kites.',
			'Acme mends kites.',
			'event "repairs", field "english"'
		],
		['data/changelog.yaml', 'The first edition', 'First edition', 'change 1, field "english"']
	])(
		'no longer fits when %s says otherwise than “%s”, and stays so until it is looked over',
		(file, from, to, field) => {
			const project = makeTranslated();
			project.change(file, from, to);
			const stale = new RegExp(
				`^${FILE}:\\d+, ${field}: shows that the English has changed since it was translated: look it over, empty this field and ${RUN}$`
			);
			expect(problemsOf(project)).toEqual([expect.stringMatching(stale)]);
			expect(writeDigests(project.folder, 'it')).toEqual([]);
			expect(problemsOf(project)).toEqual([expect.stringMatching(stale)]);

			const [digest] = /english: "\w{8}"/.exec(
				project.read(FILE).split('\n')[Number(/:(\d+)/.exec(problemsOf(project)[0]!)![1]) - 1]!
			)!;
			project.change(FILE, digest, 'english:');
			expect(writeDigests(project.folder, 'it')).toEqual([FILE]);
			expect(problemsOf(project)).toEqual([]);
		}
	);

	test('does not depend on the order of the quotations, nor on where they stand', () => {
		const project = makeTranslated();
		const [first, second] = [
			/ {4}- source: daily-2012\n {6}exact: >-\n[^]*?(?= {4}- source: gazzetta)/,
			/ {4}- source: gazzetta-2013\n[^]*?(?= {2}relations)/
		].map((pattern) => pattern.exec(project.read('data/events/first.yaml'))![0]);
		project.change('data/events/first.yaml', first! + second!, second! + first!);
		expect(problemsOf(project)).toEqual([]);
	});
});

function lineOf(project: Project, text: string): number {
	const lines = project.read(FILE).split('\n');
	return lines.findIndex((line) => line.includes(text)) + 1;
}
