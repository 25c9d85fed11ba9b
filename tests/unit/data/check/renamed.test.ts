import { describe, expect, test } from 'vitest';
import { compileTimeline } from '../../../../src/lib/data/compile/compile.ts';
import { makeGoodProject } from '../fixture.ts';

const FILE = 'data/renamed.yaml';
const GOOD = `events: { the-beginning: founding, repaired: repairs }
lines: { firm: company }
sources: { daily: daily-2012 }
`;

test('what was renamed is in the timeline, and nothing is where nothing was', () => {
	const renamedIn = (file: string | null) => {
		const { folder } = makeGoodProject({ [FILE]: file });
		return compileTimeline({ folder, articles: null }).timeline!.renamed;
	};
	expect(renamedIn(GOOD)).toEqual({
		events: { 'the-beginning': 'founding', repaired: 'repairs' },
		lines: { firm: 'company' },
		sources: { daily: 'daily-2012' }
	});
	expect(renamedIn('events: { a: founding }\n')).toEqual({
		events: { a: 'founding' },
		lines: {},
		sources: {}
	});
	expect(renamedIn('events: {}\n')).toBeUndefined();
	expect(renamedIn(null)).toBeUndefined();
});

const MISTAKES: { what: string; from: string; to: string; says: string }[] = [
	{
		what: 'that leads nowhere',
		from: 'firm: company',
		to: 'firm: compny',
		says: `${FILE}:2, field "lines.firm": there is no line "compny"; did you mean "company"?`
	},
	{
		what: 'that is in use',
		from: 'the-beginning: founding, repaired: repairs',
		to: 'repairs: founding',
		says: `${FILE}:1, field "events.repairs": is the id of an event still: an id that was renamed is not used again`
	},
	{
		what: 'that leads to another',
		from: 'repaired: repairs',
		to: 'repaired: the-beginning',
		says: `${FILE}:1, field "events.repaired": leads to "the-beginning", which was renamed, too: write what that is called now`
	},
	{
		what: 'that could never have been one',
		from: 'daily:',
		to: 'The Daily:',
		says: `${FILE}:3, field "sources.The Daily": "The Daily" is not an id in lower-case letters and digits joined by hyphens, such as "mi-mix-4"`
	},
	{
		what: 'without a new one',
		from: 'daily: daily-2012',
		to: 'daily: ',
		says: `${FILE}:3, field "sources.daily": is empty: write an id in lower-case letters and digits joined by hyphens, such as "mi-mix-4"`
	},
	{
		what: 'written twice',
		from: 'repaired: repairs',
		to: 'repaired: repairs, repaired: founding',
		says: `${FILE}:1: an id is written twice`
	},
	{
		what: 'of a kind that has no address',
		from: 'sources:',
		to: 'chapters:',
		says: `${FILE}:3, field "chapters": is not a field of this file; its fields are events, lines and sources`
	}
];

describe('the compiler names file, line and field of an old id', () => {
	test.each(MISTAKES)('$what', ({ from, to, says }) => {
		const project = makeGoodProject({ [FILE]: GOOD });
		project.change(FILE, from, to);
		expect(project.problems()).toEqual([says]);
	});

	test('in a file that is no mapping', () => {
		const project = makeGoodProject({ [FILE]: '- founding\n' });
		expect(project.problems()).toEqual([`${FILE}: is not a mapping of fields`]);
	});
});
