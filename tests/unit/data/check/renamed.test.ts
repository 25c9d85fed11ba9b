import { describe, expect, test } from 'vitest';
import { compileTimeline } from '../../../../src/lib/data/compile/compile.ts';
import { makeGoodProject } from '../fixture.ts';

const FILE = 'data/renamed.yaml';
const GOOD = `events: { the-beginning: founding, repaired: repairs }
lines: { firm: company }
sources: { daily: daily-2012 }
`;

test('renamed ids are in the timeline, which has no field for them if there are none', () => {
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

const MISTAKES: { mistake: string; from: string; to: string; expected: string }[] = [
	{
		mistake: 'that maps to an unknown id',
		from: 'firm: company',
		to: 'firm: compny',
		expected: `${FILE}:2, field "lines.firm": there is no line "compny"; did you mean "company"?`
	},
	{
		mistake: 'that is still in use',
		from: 'the-beginning: founding, repaired: repairs',
		to: 'repairs: founding',
		expected: `${FILE}:1, field "events.repairs": is still the id of an event: a renamed id must not be used again`
	},
	{
		mistake: 'that maps to another old id',
		from: 'repaired: repairs',
		to: 'repaired: the-beginning',
		expected: `${FILE}:1, field "events.repaired": leads to "the-beginning", which has been renamed too: write its current id`
	},
	{
		mistake: 'that is not a valid id',
		from: 'daily:',
		to: 'The Daily:',
		expected: `${FILE}:3, field "sources.The Daily": "The Daily" is not an id in lower-case letters and digits joined by hyphens, such as "first-kite"`
	},
	{
		mistake: 'without a new id',
		from: 'daily: daily-2012',
		to: 'daily: ',
		expected: `${FILE}:3, field "sources.daily": is empty: write an id in lower-case letters and digits joined by hyphens, such as "first-kite"`
	},
	{
		mistake: 'written twice',
		from: 'repaired: repairs',
		to: 'repaired: repairs, repaired: founding',
		expected: `${FILE}:1: an id is given twice`
	},
	{
		mistake: 'of an unsupported kind of record',
		from: 'sources:',
		to: 'chapters:',
		expected: `${FILE}:3, field "chapters": is not a field of this file; its fields are events, lines and sources`
	}
];

describe('the compiler reports file, line and field of an old id', () => {
	test.each(MISTAKES)('$mistake', ({ from, to, expected }) => {
		const project = makeGoodProject({ [FILE]: GOOD });
		project.change(FILE, from, to);
		expect(project.problems()).toEqual([expected]);
	});

	test('in a file that is not a mapping', () => {
		const project = makeGoodProject({ [FILE]: '- founding\n' });
		expect(project.problems()).toEqual([
			`${FILE}: is not a mapping: write "events:", "lines:" or "sources:"`
		]);
	});
});
