import { describe, expect, test } from 'vitest';
import { compileTimeline } from '../../../../src/lib/data/compile/compile.ts';
import { CHANGELOG as PLAIN, makeGoodProject } from '../fixture.ts';

const CHANGELOG = 'data/changelog.yaml';
const GOOD = `${PLAIN}  events: [founding]\n`;
const OLDER = `- version: "0.9.0"
  date: "2025-12-31"
  title: A draft
  summary: Nothing yet.
`;

const MISTAKES: { mistake: string; from: string; to: string; expected: string[] }[] = [
	{
		mistake: 'whose first version is not that of the timeline',
		from: 'version: "1.0.0"',
		to: 'version: "1.0.1"',
		expected: [
			`${CHANGELOG}:1, change 1, field "version": "1.0.1" differs from "version" in timeline.yaml, "1.0.0": the first entry is the newest change`
		]
	},
	{
		mistake: 'whose first date is not that of the timeline',
		from: '"2026-01-02"',
		to: '"2026-01-03"',
		expected: [
			`${CHANGELOG}:2, change 1, field "date": "2026-01-03" differs from "updated" in timeline.yaml, "2026-01-02": the first entry is the newest change`
		]
	},
	{
		mistake: 'that names an unknown event',
		from: '[founding]',
		to: '[fonding]',
		expected: [
			`${CHANGELOG}:5, change 1, field "events[0]": there is no event "fonding"; did you mean "founding"?`
		]
	},
	{
		mistake: 'without a summary',
		from: '  summary: Two events from two papers.\n',
		to: '',
		expected: [
			`${CHANGELOG}:1, change 1, field "summary": is missing: write one sentence or more, in our own words, on what changed`
		]
	},
	{
		mistake: 'with an unquoted date',
		from: '"2026-01-02"',
		to: '2026-01-02',
		expected: [
			`${CHANGELOG}:2, change 1, field "date": is a date without quotation marks: write "2026-01-02"`
		]
	},
	{
		mistake: 'with an unknown field',
		from: 'title: The first edition',
		to: 'title: The first edition\n  sumary: Ours.',
		expected: [
			`${CHANGELOG}:4, change 1, field "sumary": is not a field of a change; did you mean "summary"?`
		]
	},
	{
		mistake: 'with a title that is too long',
		from: 'title: The first edition',
		to: `title: ${'The first edition '.repeat(4)}`,
		expected: [`${CHANGELOG}:3, change 1, field "title": is 71 characters long; the limit is 60`]
	}
];

describe('the compiler reports file, line, record and field of a changelog', () => {
	test.each(MISTAKES)('$mistake', ({ from, to, expected }) => {
		const project = makeGoodProject({ [CHANGELOG]: GOOD });
		project.change(CHANGELOG, from, to);
		expect(project.problems()).toEqual(expected);
	});

	test('whose newest change is not first', () => {
		const project = makeGoodProject({ [CHANGELOG]: GOOD + OLDER.replace('0.9.0', '1.10.0') });
		expect(project.problems()).toEqual([
			`${CHANGELOG}:6, change 2, field "version": "1.10.0" is not older than "1.0.0" above it: write the newest change first`
		]);
	});

	test('whose dates are not in descending order', () => {
		const project = makeGoodProject({
			[CHANGELOG]: GOOD + OLDER.replace('2025-12-31', '2026-01-03')
		});
		expect(project.problems()).toEqual([
			`${CHANGELOG}:7, change 2, field "date": "2026-01-03" is later than "2026-01-02" above it: write the newest change first`
		]);
	});

	test('that is missing', () => {
		const project = makeGoodProject({ [CHANGELOG]: null });
		expect(project.problems()).toEqual([`${CHANGELOG}: is missing`]);
	});
});

test('changes are compiled newest first, with the events that they name', () => {
	const { folder } = makeGoodProject({ [CHANGELOG]: GOOD + OLDER });
	expect(compileTimeline({ folder, articles: null }).changes).toEqual([
		{
			version: '1.0.0',
			date: '2026-01-02',
			title: 'The first edition',
			summary: 'Two events from two papers.',
			events: ['founding']
		},
		{ version: '0.9.0', date: '2025-12-31', title: 'A draft', summary: 'Nothing yet.', events: [] }
	]);
});
