import { describe, expect, test } from 'vitest';
import {
	EVENTS as GOOD_EVENTS,
	makeGoodProject,
	makeProject,
	TIMELINE as GOOD_TIMELINE
} from '../fixture.ts';

const EVENTS = 'data/events/first.yaml';
const SOURCES = 'data/sources.yaml';
const TIMELINE = 'data/timeline.yaml';
const SUCH_AS = 'write EDTF such as "2010-04-06", "2010-04" or "2010-10~"';
const EDTF = 'an EDTF date (ISO 8601-2) such as "2010-04-06", "2010-04" or "2010-10~"';

interface Mistake {
	mistake: string;
	file?: string;
	from: string;
	to: string;
	expected: string[];
}

const MISTAKES: Mistake[] = [
	// YAML
	{
		mistake: 'broken YAML',
		from: '  title: Founded in a shed',
		to: '  title: Founded: in a shed',
		expected: [
			`${EVENTS}:4:10: is not valid YAML: a text with a colon in it needs quotation marks: write title: "Founded: in a shed"`
		]
	},
	{
		mistake: 'an unknown tag',
		from: 'title: Founded in a shed',
		to: 'title: !big Founded in a shed',
		expected: [
			`${EVENTS}:4:10: is not valid YAML: a text that begins with ! needs quotation marks: write title: "!big Founded in a shed"`
		]
	},
	{
		mistake: 'a tab',
		from: '  title: Founded in a shed',
		to: '\ttitle: Founded in a shed',
		expected: [`${EVENTS}:4:1: is indented with a tab: use spaces`]
	},
	{
		mistake: 'a tab after spaces',
		from: '  title: Founded in a shed',
		to: '  \ttitle: Founded in a shed',
		expected: [`${EVENTS}:4:3: is indented with a tab: use spaces`]
	},
	{
		mistake: 'a quotation mark that is never closed',
		from: 'title: Founded in a shed',
		to: 'title: "Founded in a shed',
		expected: [`${EVENTS}:4:10: is not valid YAML: the quotation mark here is never closed`]
	},
	{
		mistake: 'an apostrophe that closes the text',
		from: 'title: Founded in a shed',
		to: "title: 'Founded in Ann's shed'",
		expected: [
			`${EVENTS}:4:26: is not valid YAML: the text goes on after its closing quotation mark: write title: "Founded in Ann's shed"`
		]
	},
	{
		mistake: 'text that goes on after its quotation mark',
		from: 'title: Founded in a shed',
		to: 'title: "Founded" in a shed',
		expected: [
			`${EVENTS}:4:20: is not valid YAML: the text goes on after its closing quotation mark: write title: "\\"Founded\\" in a shed"`
		]
	},
	{
		mistake: 'a reserved character',
		from: 'title: Founded in a shed',
		to: 'title: @Acme is founded',
		expected: [
			`${EVENTS}:4:10: is not valid YAML: a text that begins with @ needs quotation marks: write title: "@Acme is founded"`
		]
	},
	{
		mistake: 'a field without a colon',
		from: 'title: Founded in a shed',
		to: 'title Founded in a shed',
		expected: [
			`${EVENTS}:4:3: is not valid YAML: the line has no field name with a colon, or is not indented like the text it belongs to`
		]
	},
	{
		mistake: 'a duplicate key',
		from: '  summary: Two friends found Acme.',
		to: '  summary: Two friends found Acme.\n  title: Founded twice',
		expected: [`${EVENTS}:6, event "founding", field "title": is given twice`]
	},
	{
		mistake: 'a duplicate key in a quotation',
		from: '      translation: it repairs the kites',
		to: '      translation: it repairs the kites\n      translation: it mends kites',
		expected: [`${EVENTS}:43, event "repairs", field "evidence[1].translation": is given twice`]
	},
	// fields
	{
		mistake: 'an unknown field',
		from: '  importance: 3',
		to: '  importance: 3\n  sumary: Ours.',
		expected: [
			`${EVENTS}:10, event "founding", field "sumary": is not a field of an event; did you mean "summary"?`
		]
	},
	{
		mistake: 'an unknown field without a similar name',
		from: '{ type: follows, event: founding }',
		to: '{ type: follows, event: founding, colour: red }',
		expected: [
			`${EVENTS}:49, event "repairs", field "relations[0].colour": is not a field of this mapping; its fields are type and event`
		]
	},
	{
		mistake: 'a missing field',
		from: '  summary: Two friends found Acme.\n',
		to: '',
		expected: [
			`${EVENTS}:3, event "founding", field "summary": is missing: write one or two sentences in our own words`
		]
	},
	{
		mistake: 'a missing field in a relation',
		from: '{ type: follows, event: founding }',
		to: '{ type: follows }',
		expected: [
			`${EVENTS}:49, event "repairs", field "relations[0].event": is missing: write the id of another event in lower-case letters and digits joined by hyphens, such as "first-kite"`
		]
	},
	{
		mistake: 'an empty field',
		from: 'title: Founded in a shed',
		to: 'title:',
		expected: [
			`${EVENTS}:4, event "founding", field "title": is empty: write a title of at most 60 characters`
		]
	},
	{
		mistake: 'a blank field',
		from: 'title: Founded in a shed',
		to: 'title: " "',
		expected: [
			`${EVENTS}:4, event "founding", field "title": is empty: write a title of at most 60 characters`
		]
	},
	{
		mistake: 'an event without an id',
		from: '- id: repairs\n  title',
		to: '- title',
		expected: [
			`${EVENTS}:22, event 2, field "id": is missing: write an id in lower-case letters and digits joined by hyphens, such as "first-kite"`
		]
	},
	{
		mistake: 'an id that is not a slug',
		from: 'id: repairs',
		to: 'id: Free_Repairs',
		expected: [
			`${EVENTS}:22, event "Free_Repairs", field "id": "Free_Repairs" is not an id in lower-case letters and digits joined by hyphens, such as "first-kite"`
		]
	},
	{
		mistake: 'a title that is too long',
		from: 'title: Founded in a shed',
		to: `title: ${'Founded in a shed '.repeat(4)}`,
		expected: [
			`${EVENTS}:4, event "founding", field "title": is 71 characters long; the limit is 60`
		]
	},
	{
		mistake: 'a short title that is too long',
		from: 'title: Founded in a shed',
		to: 'title: Founded in a shed\n  short: Founded in a shed by two friends',
		expected: [
			`${EVENTS}:5, event "founding", field "short": is 32 characters long; the limit is 26`
		]
	},
	{
		mistake: 'an unknown status',
		from: 'date: "2010-04-06"\n  status: happened',
		to: 'date: "2010-04-06"\n  status: hapened',
		expected: [
			`${EVENTS}:7, event "founding", field "status": "hapened" is not one of happened, announced, planned, rumoured or context; did you mean "happened"?`
		]
	},
	{
		mistake: 'a missing status',
		from: 'date: "2010-04-06"\n  status: happened\n',
		to: 'date: "2010-04-06"\n',
		expected: [
			`${EVENTS}:3, event "founding", field "status": is missing: write the status (happened, announced, planned, rumoured or context)`
		]
	},
	{
		mistake: 'an importance out of range',
		from: 'importance: 3',
		to: 'importance: 4',
		expected: [`${EVENTS}:9, event "founding", field "importance": 4 is not one of 1, 2 or 3`]
	},
	{
		mistake: 'a number in place of text',
		from: 'title: Founded in a shed',
		to: 'title: 2010',
		expected: [
			`${EVENTS}:4, event "founding", field "title": 2010 is a number: put it in quotation marks`
		]
	},
	{
		mistake: 'text in place of a list',
		from: 'lines: [company]',
		to: 'lines: company',
		expected: [
			`${EVENTS}:8, event "founding", field "lines": is text, not a list: write at least one product line`
		]
	},
	{
		mistake: 'an invalid URL',
		file: SOURCES,
		from: 'url: https://daily.example/kites',
		to: 'url: daily.example/kites',
		expected: [
			`${SOURCES}:6, source "daily-2012", field "url": "daily.example/kites" is not an http or https address in full, such as "https://example.org/page"`
		]
	},
	{
		mistake: 'a URL that runs a script',
		file: SOURCES,
		from: 'url: https://daily.example/kites',
		to: 'url: javascript:alert(1)',
		expected: [
			`${SOURCES}:6, source "daily-2012", field "url": "javascript:alert(1)" is not an http or https address in full, such as "https://example.org/page"`
		]
	},
	{
		mistake: 'an archived copy on a disk',
		file: SOURCES,
		from: 'archive: https://archive.example/kites',
		to: 'archive: file:///home/ann/kites.html',
		expected: [
			`${SOURCES}:7, source "daily-2012", field "archive": "file:///home/ann/kites.html" is not an http or https address in full, such as "https://example.org/page"`
		]
	},
	{
		mistake: 'an unknown basis of a publication date',
		file: SOURCES,
		from: 'published: "2012-03"',
		to: 'published: "2012-03"\n  publishedBasis: guessed',
		expected: [
			`${SOURCES}:9, source "daily-2012", field "publishedBasis": "guessed" is not one of stated, derived, inferred or outside`
		]
	},
	{
		mistake: 'an invalid version',
		file: TIMELINE,
		from: 'version: "1.0.0"',
		to: 'version: "1.0"',
		expected: [`${TIMELINE}:3, field "version": "1.0" is not a version such as "1.0.0"`]
	},
	{
		mistake: 'a timeline without lines',
		file: TIMELINE,
		from: 'lines:\n  - { id: company, label: Company }\n  - { id: kites, label: Kites }',
		to: 'lines: []',
		expected: [`${TIMELINE}:7, field "lines": is an empty list: write at least one product line`]
	},
	// other names
	...(
		[
			[
				'an unknown line',
				'{ names: [Kite, 风筝], line: kitez }',
				'.line',
				'there is no line "kitez"; did you mean "kites"?'
			],
			[
				'one name',
				'{ names: [Kite] }',
				'.names',
				'has one name only: add another name of the same thing, or its "line"'
			],
			[
				'a name twice',
				'{ names: [Kite, Kite], line: kites }',
				'.names[1]',
				'"Kite" is listed twice'
			],
			[
				'no name',
				'{ names: [], line: kites }',
				'.names',
				'is an empty list: write at least one name'
			],
			[
				'a name that is none',
				'{ names: [Kite, "!"] }',
				'.names[1]',
				'"!" is not a name with letters or digits'
			],
			[
				'no mapping',
				'Kite',
				'',
				'is text, not a mapping: write the names of one thing, such as "names: [Ada Kite, A. Kite]"'
			]
		] as const
	).map(([what, alias, field, message]) => ({
		mistake: `an alias with ${what}`,
		file: TIMELINE,
		from: 'introduction: Told',
		to: `aliases: [${alias}]\nintroduction: Told`,
		expected: [`${TIMELINE}:6, field "aliases[0]${field}": ${message}`]
	})),
	{
		mistake: 'a contact that is no address',
		file: TIMELINE,
		from: 'introduction: Told',
		to: 'contact: Ann Lee\nintroduction: Told',
		expected: [
			`${TIMELINE}:6, field "contact": "Ann Lee" is not a mail address, or an http or https address in full, for reports of errors`
		]
	},
	// dates
	{
		mistake: 'a bad date',
		from: '"2010-04-06"',
		to: '"2010-13"',
		expected: [`${EVENTS}:6, event "founding", field "date": "2010-13" is not a date: ${SUCH_AS}`]
	},
	{
		mistake: 'an everyday date',
		from: '"2010-04-06"',
		to: '6 April 2010',
		expected: [
			`${EVENTS}:6, event "founding", field "date": "6 April 2010" is not written in EDTF: write "2010-04-06"`
		]
	},
	{
		mistake: 'an impossible date',
		from: '"2010-04-06"',
		to: '"2010-02-30"',
		expected: [
			`${EVENTS}:6, event "founding", field "date": "2010-02-30" is not a date: that month has 28 days`
		]
	},
	{
		mistake: 'a bad date in a mapping',
		from: 'date: "2010-04-06"',
		to: 'date: { edtf: "2010/" }',
		expected: [
			`${EVENTS}:6, event "founding", field "date.edtf": "2010/" has no end: write "2010/.." for what is still going on`
		]
	},
	{
		mistake: 'an unquoted year',
		from: '"2010-04-06"',
		to: '2010',
		expected: [
			`${EVENTS}:6, event "founding", field "date": 2010 is a number: put it in quotation marks`
		]
	},
	{
		mistake: 'an unquoted day',
		from: '"2010-04-06"',
		to: '2010-04-06',
		expected: [
			`${EVENTS}:6, event "founding", field "date": is a date without quotation marks: write "2010-04-06"`
		]
	},
	{
		mistake: 'an unquoted day in a mapping',
		from: 'date: "2010-04-06"',
		to: 'date: { edtf: 2010-04-06 }',
		expected: [
			`${EVENTS}:6, event "founding", field "date.edtf": is a date without quotation marks: write "2010-04-06"`
		]
	},
	{
		mistake: 'an unquoted set',
		from: '"2010-04-06"',
		to: '[2010-04-06,2010-04-07]',
		expected: [
			`${EVENTS}:6, event "founding", field "date": is a list, not text: put it in quotation marks, or write ${EDTF}`
		]
	},
	{
		mistake: 'an unknown basis',
		from: 'date: "2010-04-06"',
		to: 'date: { edtf: "2010-04-06", basis: guessed }',
		expected: [
			`${EVENTS}:6, event "founding", field "date.basis": "guessed" is not one of stated, derived, inferred or outside`
		]
	},
	{
		mistake: 'a date that is not stated, without reasoning',
		from: 'date: "2010-04-06"',
		to: 'date: { edtf: "2010-04-06", basis: derived }',
		expected: [
			`${EVENTS}:6, event "founding", field "date.note": is missing: a date that is derived, not stated, needs its reasoning`
		]
	},
	{
		mistake: 'an ongoing period that starts after its sources',
		from: '"2010/.."',
		to: '"2014/.."',
		expected: [
			`${EVENTS}:25, event "repairs", field "date": is ongoing from 2014-01-01, but the last source that supports it is dated 2013-05-06`
		]
	},
	{
		mistake: 'a day that does not exist',
		file: TIMELINE,
		from: '"2013-12-31"',
		to: '"2013-12-32"',
		expected: [
			`${TIMELINE}:15, chapter "beginnings", field "to": "2013-12-32" is not a day such as "2010-04-06"`
		]
	},
	{
		mistake: 'a chapter that ends before it starts',
		file: TIMELINE,
		from: '"2013-12-31"',
		to: '"2009-12-31"',
		expected: [
			`${TIMELINE}:15, chapter "beginnings", field "to": "2009-12-31" is before the chapter’s first day, "2010-01-01"`
		]
	},
	{
		mistake: 'an article published over a period',
		file: SOURCES,
		from: '"2012-03"',
		to: '"2012/2013"',
		expected: [
			`${SOURCES}:8, source "daily-2012", field "published": "2012/2013" is a period: write one date, or a set such as "[a..b]"`
		]
	},
	{
		mistake: 'a comment older than its article',
		from: 'translation: it repairs the kites',
		to: 'translation: it repairs the kites\n      voice: comment\n      date: "2013-05-05"',
		expected: [
			`${EVENTS}:44, event "repairs", field "evidence[1].date": "2013-05-05" is earlier than the article, which was published "2013-05-06"`
		]
	},
	{
		mistake: 'a comment with a bad date',
		from: 'translation: it repairs the kites',
		to: 'translation: it repairs the kites\n      voice: comment\n      date: yesterday',
		expected: [
			`${EVENTS}:44, event "repairs", field "evidence[1].date": "yesterday" is not a date: ${SUCH_AS}`
		]
	},
	// references
	{
		mistake: 'an unknown source',
		from: 'source: gazzetta-2013',
		to: 'source: gazetta-2013',
		expected: [
			`${EVENTS}:40, event "repairs", field "evidence[1].source": there is no source "gazetta-2013"; did you mean "gazzetta-2013"?`
		]
	},
	{
		mistake: 'an unknown line',
		from: 'lines: [kites, company]',
		to: 'lines: [kites, boats]',
		expected: [`${EVENTS}:27, event "repairs", field "lines[1]": there is no line "boats"`]
	},
	{
		mistake: 'a line listed twice',
		from: 'lines: [kites, company]',
		to: 'lines: [kites, kites]',
		expected: [`${EVENTS}:27, event "repairs", field "lines[1]": "kites" is listed twice`]
	},
	{
		mistake: 'an unknown chapter',
		from: 'importance: 2\n  chapter: beginnings',
		to: 'importance: 2\n  chapter: beginning',
		expected: [
			`${EVENTS}:29, event "repairs", field "chapter": there is no chapter "beginning"; did you mean "beginnings"?`
		]
	},
	{
		mistake: 'an unknown event',
		from: 'event: founding',
		to: 'event: ending',
		expected: [
			`${EVENTS}:49, event "repairs", field "relations[0].event": there is no event "ending"`
		]
	},
	{
		mistake: 'a relation to itself',
		from: 'event: founding',
		to: 'event: repairs',
		expected: [
			`${EVENTS}:49, event "repairs", field "relations[0]": relates the event to itself (follows)`
		]
	},
	{
		mistake: 'a relation written twice',
		from: '- { type: follows, event: founding }',
		to: '- { type: follows, event: founding }\n    - { type: follows, event: founding }',
		expected: [
			`${EVENTS}:50, event "repairs", field "relations[1]": repeats the relation "follows" to "founding"`
		]
	},
	{
		mistake: 'an unknown type of relation',
		from: 'type: follows',
		to: 'type: follow',
		expected: [
			`${EVENTS}:49, event "repairs", field "relations[0].type": "follow" is not one of announces, rumours, fulfils, follows or contradicts; did you mean "follows"?`
		]
	},
	{
		mistake: 'a duplicate event id',
		from: 'id: repairs',
		to: 'id: founding',
		expected: [
			`${EVENTS}:22, event "founding", field "id": is already in use, at ${EVENTS}:3`,
			`${EVENTS}:49, event "founding", field "relations[0]": relates the event to itself (follows)`
		]
	},
	{
		mistake: 'a duplicate line id',
		file: TIMELINE,
		from: '- { id: kites, label: Kites }',
		to: '- { id: kites, label: Kites }\n  - { id: kites, label: Boats }',
		expected: [`${TIMELINE}:10, line "kites", field "id": is already in use, at ${TIMELINE}:9`]
	},
	// evidence
	{
		mistake: 'an event without evidence',
		from: '  relations:\n',
		to: '- id: nothing\n  title: Nothing\n  summary: Nothing happens.\n  date: "2011"\n  status: happened\n  lines: [company]\n  importance: 1\n  chapter: beginnings\n  evidence: []\n  relations:\n',
		expected: [
			`${EVENTS}:56, event "nothing", field "evidence": is an empty list: write at least one quotation`
		]
	},
	{
		mistake: 'an event with only disputing evidence',
		from: '      highlight: founded Acme in a shed',
		to: '      stance: disputes\n      highlight: founded Acme in a shed',
		expected: [
			`${EVENTS}:11, event "founding", field "evidence": has no quotation that supports the event`
		]
	},
	{
		mistake: 'an empty quotation',
		from: 'exact: ripara gli aquiloni',
		to: 'exact: ""',
		expected: [
			`${EVENTS}:41, event "repairs", field "evidence[1].exact": is empty: write the quoted words of at most 300 characters`
		]
	},
	{
		mistake: 'a quotation that is too long',
		from: 'exact: ripara gli aquiloni',
		to: `exact: ${'ripara gli aquiloni '.repeat(16)}`,
		expected: [
			`${EVENTS}:41, event "repairs", field "evidence[1].exact": is 319 characters long; the limit is 300`
		]
	},
	{
		mistake: 'a quotation in a foreign language without translation',
		from: '      translation: it repairs the kites\n',
		to: '',
		expected: [
			`${EVENTS}:40, event "repairs", field "evidence[1].translation": is missing: the source is in Italian, so translate the quotation into English`
		]
	},
	{
		mistake: 'brackets in a translation that the quotation does not have',
		from: 'translation: it repairs the kites',
		to: 'translation: it [Acme] repairs the kites',
		expected: [
			`${EVENTS}:42, event "repairs", field "evidence[1].translation": has brackets that the quotation does not have, "[Acme]": translate only the words of the quotation`
		]
	},
	{
		mistake: 'a highlight that is not in the quotation',
		from: 'highlight: founded Acme in a shed',
		to: 'highlight: in a barn',
		expected: [
			`${EVENTS}:14, event "founding", field "evidence[0].highlight": "in a barn" is not in the quotation: it must occur there once`
		]
	},
	{
		mistake: 'a highlight that occurs more than once in the quotation',
		from: 'highlight: founded Acme in a shed',
		to: 'highlight: ed',
		expected: [
			`${EVENTS}:14, event "founding", field "evidence[0].highlight": "ed" occurs 2 times in the quotation: it must occur there once`
		]
	}
];

describe('the compiler reports file, line, record and field of', () => {
	test.each(MISTAKES)('$mistake', ({ file = EVENTS, from, to, expected }) => {
		const project = makeGoodProject();
		project.change(file, from, to);
		expect(project.problems()).toEqual(expected);
	});
});

describe('the compiler reports a file that', () => {
	test.each([
		['is missing', SOURCES, null, [`${SOURCES}: is missing`]],
		['is empty', EVENTS, '# nothing yet\n', [`${EVENTS}: is empty`]],
		[
			'is not a list',
			EVENTS,
			'id: founding\n',
			[`${EVENTS}: is not a list: begin each event with "- id:"`]
		],
		[
			'is not a mapping',
			TIMELINE,
			'- Acme\n',
			[`${TIMELINE}: is not a mapping: write one field per line, such as "title: …"`]
		],
		[
			'has text in place of a record',
			EVENTS,
			'- founding\n',
			[`${EVENTS}:1, event 1: is not a mapping: write one field per line, such as "id: …"`]
		],
		['is the only events file, but missing', EVENTS, null, ['data/events: contains no YAML file']],
		[
			'uses an undefined anchor',
			EVENTS,
			'- *founding\n',
			[
				`${EVENTS}: is not valid YAML: Unresolved alias (the anchor must be set before the alias): founding`
			]
		]
	])('%s', (_title, name, text, expected) => {
		const project = makeProject({ [name]: text });
		const messages = project.problems().filter((sentence) => !sentence.includes('npm run'));
		expect(messages).toEqual(expected);
	});
});

test('all problems are reported at once, one line each, sorted by file and line', () => {
	const project = makeGoodProject();
	project.change(EVENTS, '"2010-04-06"', '"2010-13"');
	project.change(EVENTS, 'summary: Acme repairs kites.', 'summary: ""');
	project.change(EVENTS, 'type: follows', 'type: fulfills');
	project.change(TIMELINE, 'version: "1.0.0"', 'version: 1');
	project.change(SOURCES, 'kind: blog', 'kind: "a\\nb"');
	expect(project.problems()).toEqual([
		`${EVENTS}:6, event "founding", field "date": "2010-13" is not a date: ${SUCH_AS}`,
		`${EVENTS}:24, event "repairs", field "summary": is empty: write one or two sentences in our own words`,
		`${EVENTS}:49, event "repairs", field "relations[0].type": "fulfills" is not one of announces, rumours, fulfils, follows or contradicts; did you mean "fulfils"?`,
		`${SOURCES}:15, source "gazzetta-2013", field "kind": "a\\nb" is not one of news, blog, fan-site, press-release, report, book, encyclopedia, interview, video or post`,
		`${TIMELINE}:3, field "version": 1 is a number: put it in quotation marks`
	]);
});

test('a record with one invalid field is still checked in all other fields', () => {
	const project = makeGoodProject();
	project.change(EVENTS, 'title: Founded in a shed', `title: ${'x'.repeat(61)}`);
	project.change(EVENTS, 'lines: [company]', 'lines: [compny]');
	project.change(EVENTS, 'exact: Two friends', 'exact: Three friends');
	expect(project.problems()).toEqual([
		`${EVENTS}:4, event "founding", field "title": is 61 characters long; the limit is 60`,
		`${EVENTS}:8, event "founding", field "lines[0]": there is no line "compny"; did you mean "company"?`,
		`${EVENTS}:13, event "founding", field "evidence[0].exact": is not in the article word for word: the article has “Two friends founded…”, the record “Three friends founded…”`
	]);
});

test('a contradiction written on both sides is reported', () => {
	const other = (text: string) =>
		text.replaceAll('founding', 'rival').replace('Founded', 'Started');
	const events = GOOD_EVENTS.replace('follows', 'contradicts');
	const founding = GOOD_EVENTS.slice(GOOD_EVENTS.indexOf('- id'), GOOD_EVENTS.indexOf('# What'));
	const rival = `${other(founding).trimEnd()}\n  relations: [{ type: contradicts, event: repairs }]\n`;
	const project = makeGoodProject({
		'data/events/first.yaml': events.replace('event: founding', 'event: rival'),
		'data/events/second.yaml': rival
	});
	expect(project.problems()).toEqual([
		'data/events/second.yaml:18, event "rival", field "relations[0]": "repairs" already contradicts this event: write the relation once'
	]);
});

test('events in an unreadable file are not reported as unknown', () => {
	const project = makeGoodProject({ 'data/events/second.yaml': '- id: [' });
	project.change(EVENTS, 'event: founding', 'event: elsewhere');
	expect(project.problems()).toEqual([
		'data/events/second.yaml:1:8: is not valid YAML: Flow sequence in block collection must be sufficiently indented and end with a ]'
	]);
});

test('an event id that is used in two files is reported', () => {
	const project = makeGoodProject({ 'data/events/second.yaml': GOOD_EVENTS });
	expect(project.problems()).toContain(
		`data/events/second.yaml:3, event "founding", field "id": is already in use, at ${EVENTS}:3`
	);
});

test('comments and CRLF line endings are accepted', () => {
	const project = makeGoodProject({ [TIMELINE]: GOOD_TIMELINE.replaceAll('\n', ' # Acme\r\n') });
	expect(project.problems()).toEqual([]);
});
