import { describe, expect, test } from 'vitest';
import { compileTimeline } from '../../../../src/lib/data/compile/compile.ts';
import { describeProblem } from '../../../../src/lib/data/read/problem.ts';
import type { Language } from '../../../../src/lib/language/languages.ts';
import { writeDigests } from '../../../../src/lib/data/write/write.ts';
import { EVENTS, ITALIAN, makeGoodProject } from '../fixture.ts';
import type { Project } from '../fixture.ts';

const FILE = 'data/translations/it.yaml';
const RUN = 'run "npm run check:data -- --write"';

/** A valid project with an Italian translation and its digests. */
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
	mistake: string;
	file?: string;
	from: string;
	to: string;
	expected: string[];
}

const MISTAKES: Mistake[] = [
	{
		mistake: 'an untranslated event',
		from: ITALIAN.slice(
			ITALIAN.indexOf('  - id: repairs'),
			ITALIAN.indexOf('    evidence', ITALIAN.indexOf('- id: repairs'))
		),
		to: '  - id: founding\n',
		expected: [
			`${FILE}, event "repairs": is not translated`,
			`${FILE}:28, event "founding", field "id": is already translated, at ${FILE}:20`,
			`${FILE}:30, event "founding", field "evidence[0].begins": the event has no quotation that begins with "Since 2010"`,
			`${FILE}:29, event "founding", field "evidence": has no entry for the quotation that begins with "Two friends founded Acme in a shed on 6 April 2010."`
		]
	},
	{
		mistake: 'an unknown id',
		from: '{ id: kites,',
		to: '{ id: kite,',
		expected: [
			`${FILE}, line "kites": is not translated`,
			`${FILE}:8, line "kite", field "id": there is no line "kite"; did you mean "kites"?`
		]
	},
	{
		mistake: 'an unknown version',
		from: 'version: "1.0.0"',
		to: 'version: "1.0.1"',
		expected: [
			`${FILE}, change "1.0.0": is not translated`,
			`${FILE}:36, change 1, field "version": there is no change "1.0.1"; did you mean "1.0.0"?`
		]
	},
	{
		mistake: 'a missing field',
		from: '    summary: Due amici cominciano.\n',
		to: '',
		expected: [
			`${FILE}:10, chapter "beginnings", field "summary": is missing: the original is "Two friends begin."`
		]
	},
	{
		mistake: 'a missing field of the timeline itself',
		from: '  introduction: Raccontata da due giornali.\n',
		to: '',
		expected: [
			`${FILE}:2, field "timeline.introduction": is missing: the original is "Told by two papers."`
		]
	},
	{
		mistake: 'an empty field',
		from: 'title: Gli inizi',
		to: 'title:',
		expected: [
			`${FILE}:11, chapter "beginnings", field "title": is empty: write a title of at most 60 characters`
		]
	},
	{
		mistake: 'a title that is too long',
		from: 'title: Fondata in un capanno',
		to: `title: ${'Fondata in un capanno '.repeat(4)}`,
		expected: [
			`${FILE}:21, event "founding", field "title": is 87 characters long; the limit is 60`
		]
	},
	{
		mistake: 'a short title that is too long',
		from: 'short: Nata in un capanno',
		to: 'short: Nata in un capanno di legno',
		expected: [
			`${FILE}:22, event "founding", field "short": is 27 characters long; the limit is 26`
		]
	},
	{
		mistake: 'an unknown field',
		from: 'title: Gli inizi',
		to: 'title: Gli inizi\n    from: "2010-01-01"',
		expected: [
			`${FILE}:12, chapter "beginnings", field "from": is not a field of a chapter; its fields are id, title, summary and original`
		]
	},
	{
		mistake: 'a note that the English lacks',
		from: 'summary: Due amici fondano Acme.',
		to: 'summary: Due amici fondano Acme.\n    note: Una nota.',
		expected: [
			`${FILE}:24, event "founding", field "note": has no counterpart: the original has no such text`
		]
	},
	{
		mistake: 'a reasoning for a stated date',
		from: 'summary: Due amici fondano Acme.',
		to: 'summary: Due amici fondano Acme.\n    reasoning: Un calcolo.',
		expected: [
			`${FILE}:24, event "founding", field "reasoning": has no counterpart: the original has no such text`
		]
	},
	{
		mistake: 'brackets that the quotation does not have',
		from: 'Dal 2010 ripara gratis ogni aquilone.',
		to: 'Dal 2010 (o prima) ripara gratis ogni aquilone.',
		expected: [
			`${FILE}:33, event "repairs", field "evidence[0].translation": has brackets that the quotation does not have, "(o prima)": translate only the words of the quotation`
		]
	},
	{
		mistake: 'a quotation without a translation',
		from: '\n        translation: Dal 2010 ripara gratis ogni aquilone.',
		to: '',
		expected: [
			`${FILE}:32, event "repairs", field "evidence[0].translation": is missing: the quotation is "Since 2010 it has repaired every kite for free."`
		]
	},
	{
		mistake: 'a missing quotation',
		from: `    evidence:
      - begins: Since 2010
        translation: Dal 2010 ripara gratis ogni aquilone.
`,
		to: '',
		expected: [
			`${FILE}:28, event "repairs", field "evidence": has no entry for the quotation that begins with "Since 2010 it has repaired every kite for free."`
		]
	},
	{
		mistake: 'a translation of a quotation in the same language',
		from: 'begins: Since 2010\n        translation: Dal 2010 ripara gratis ogni aquilone.',
		to: 'begins: Since 2010\n        translation: Dal 2010.\n      - begins: ripara\n        translation: Ripara.',
		expected: [
			`${FILE}:35, event "repairs", field "evidence[1].translation": is not needed: the quotation is already in this language`
		]
	},
	{
		mistake: 'a quotation translated twice',
		from: 'begins: Since 2010\n        translation: Dal 2010 ripara gratis ogni aquilone.',
		to: 'begins: Since 2010\n        translation: Dal 2010.\n      - begins: Since\n        translation: Da.',
		expected: [`${FILE}:34, event "repairs", field "evidence[1].begins": is translated twice`]
	},
	{
		mistake: 'broken YAML',
		from: 'title: Gli inizi',
		to: 'title: Gli: inizi',
		expected: [
			`${FILE}:11:12: is not valid YAML: a text with a colon in it needs quotation marks: write title: "Gli: inizi"`
		]
	},
	{
		mistake: 'a duplicate key',
		from: 'title: Gli inizi',
		to: 'title: Gli inizi\n    title: Inizi',
		expected: [`${FILE}:12, chapter "beginnings", field "title": is given twice`]
	}
];

describe('a translation', () => {
	test('yields the dataset in its language, with date labels', () => {
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
					date: { label: 'dal 2010, ancora in corso il 6 maggio 2013' }
				},
				{ id: 'founding', short: 'Nata in un capanno', date: { label: '6 aprile 2010' } }
			]
		});
		expect(changes).toMatchObject([{ version: '1.0.0', title: 'La prima edizione' }]);
	});

	test('translates quotations in other languages, and keeps the originals', () => {
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

	test('changes only text, and leaves the English dataset unchanged', () => {
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

	test('covers the reasoning of dates, readings, notes and omitted statements', () => {
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
			`${FILE}:14, source "gazzetta-2013", field "note": is missing: the original is "Old."`,
			`${FILE}:14, source "gazzetta-2013", field "omitted": has 0 entries, but the original has 1`,
			`${FILE}:16, event "founding", field "reasoning": is missing: the original is "Three years before."`,
			`${FILE}:26, event "repairs", field "evidence": has no entry for the quotation that begins with "ripara gli aquiloni"`
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

	test.each(MISTAKES)('with $mistake is rejected', ({ from, to, expected }) => {
		const project = makeTranslated();
		project.change(FILE, from, to);
		const { timeline, changes } = compileIn(project, 'it');
		expect({ timeline, changes }).toEqual({ timeline: null, changes: [] });
		const found = problemsOf(project).filter((problem) => !problem.includes(RUN));
		expect(found.sort()).toEqual(expected.toSorted());
		expect(compileIn(project, 'en').problems).toEqual([]);
	});

	test('that is missing is reported', () => {
		expect(problemsOf(makeGoodProject())).toEqual([`${FILE}: is missing`]);
	});

	test.each([
		['changes:', 'nessuno', `${FILE}:29, field "changes": is text, not a list: write the changes`],
		[
			'events:',
			'[founding]',
			`${FILE}:15, event 1: is not a mapping: write one field per line, such as "id: …"`
		],
		[
			'timeline:',
			'Acme',
			`${FILE}:1, field "timeline": is text, not a mapping: write the timeline’s title, company and introduction`
		]
	])('whose %s is %s is rejected', (key, value, expected) => {
		const pattern = new RegExp(`(^|\\n)${key}\\n( .*\\n)*`);
		const file = ITALIAN.replace(pattern, `$1${key} ${value}\n`);
		expect(problemsOf(makeGoodProject({ [FILE]: file }))).toContain(expected);
	});

	test('may omit a short title only if the title itself is short enough', () => {
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
			`${FILE}:${lineOf(project, 'id: repairs')}, event "repairs", field "short": is missing: the original is "Free repairs"`
		]);
	});

	test('rejects an ambiguous beginning of a quotation', () => {
		const events = EVENTS.replace(
			'    - source: gazzetta-2013',
			'    - source: daily-2012\n      exact: Since 2010 it has\n    - source: gazzetta-2013'
		);
		const project = makeGoodProject({ [FILE]: ITALIAN, 'data/events/first.yaml': events });
		writeDigests(project.folder, 'it');
		expect(problemsOf(project)[0]).toBe(
			`${FILE}:${lineOf(project, 'begins: Since')}, event "repairs", field "evidence[0].begins": 2 quotations of the event begin with these words: write more of them`
		);
	});
});

describe('the digest of the original', () => {
	test('is written once by --write, which changes nothing else', () => {
		const project = makeTranslated();
		const written = project.read(FILE);
		const lines = (text: string) =>
			text.split('\n').map((line) => line.replace(/,? *original: "\w{8}"/, ''));
		expect(lines(written).filter(Boolean)).toEqual(lines(ITALIAN).filter(Boolean));
		expect(written.match(/original: "[0-9a-f]{8}"/g)).toHaveLength(9);
		expect(writeDigests(project.folder, 'it')).toEqual([]);
		expect(project.read(FILE)).toBe(written);
	});

	test('is required', () => {
		expect(problemsOf(makeGoodProject({ [FILE]: ITALIAN }))).toEqual([
			`${FILE}: does not record which text 9 of its records were translated from: ${RUN}`
		]);
		const project = makeTranslated();
		const [digest] = /original: "\w{8}"/.exec(project.read(FILE))!;
		project.change(FILE, digest, 'original:');
		expect(problemsOf(project)).toEqual([
			`${FILE}: does not record which text 1 of its records was translated from: ${RUN}`
		]);
		expect(writeDigests(project.folder, 'it')).toEqual([FILE]);
		expect(project.read(FILE)).toContain(digest);
		expect(problemsOf(project)).toEqual([]);
	});

	test('must be eight hexadecimal digits', () => {
		const project = makeTranslated();
		const [digest] = /original: "\w{8}"/.exec(project.read(FILE))!;
		project.change(FILE, digest, 'original: "12"');
		expect(problemsOf(project)[0]).toBe(
			`${FILE}:5, field "timeline.original": "12" is not what "npm run check:data -- --write" fills in`
		);
	});

	test.each([
		[
			'data/timeline.yaml',
			'Told by two papers.',
			'Told by two newspapers.',
			'field "timeline.original"'
		],
		[
			'data/timeline.yaml',
			'Two friends begin.',
			'Two friends start.',
			'chapter "beginnings", field "original"'
		],
		[
			'data/events/first.yaml',
			'Acme repairs kites.',
			'Acme mends kites.',
			'event "repairs", field "original"'
		],
		['data/changelog.yaml', 'The first edition', 'First edition', 'change 1, field "original"']
	])(
		'is stale when %s no longer has “%s”, until the translation is reviewed',
		(file, from, to, field) => {
			const project = makeTranslated();
			project.change(file, from, to);
			const stale = new RegExp(
				`^${FILE}:\\d+, ${field}: does not match: the original has changed since it was translated, so revise the translation, empty this field and ${RUN}$`
			);
			expect(problemsOf(project)).toEqual([expect.stringMatching(stale)]);
			expect(writeDigests(project.folder, 'it')).toEqual([]);
			expect(problemsOf(project)).toEqual([expect.stringMatching(stale)]);

			const [digest] = /original: "\w{8}"/.exec(
				project.read(FILE).split('\n')[Number(/:(\d+)/.exec(problemsOf(project)[0]!)![1]) - 1]!
			)!;
			project.change(FILE, digest, 'original:');
			expect(writeDigests(project.folder, 'it')).toEqual([FILE]);
			expect(problemsOf(project)).toEqual([]);
		}
	);

	test('does not depend on the order or position of quotations', () => {
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
