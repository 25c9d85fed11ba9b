import { describe, expect, test } from 'vitest';
import { compileTimeline } from '../../../../src/lib/data/compile/compile.ts';
import { makeGoodProject } from '../fixture.ts';

const SOURCES = 'data/sources.yaml';
const FIELD = '  language: it\n';
const withOmitted = (text: string) => {
	const project = makeGoodProject();
	project.change(SOURCES, FIELD, `${FIELD}  omitted: ${text}\n`);
	return project;
};

describe('the “omitted” list of a source', () => {
	test('is part of the dataset, and empty by default', () => {
		const { folder } = withOmitted('[That the shed is full has no date.]');
		const { sources } = compileTimeline({ folder, articles: null }).timeline!;
		expect(sources.map(({ omitted }) => omitted)).toEqual([
			[],
			['That the shed is full has no date.']
		]);
	});

	test.each([
		[
			'A full shed.',
			'field "omitted": is text, not a list: write a list of sentences in our own words on what the article says that did not become an event'
		],
		[
			'[""]',
			'field "omitted[0]": is empty: write a sentence in our own words on what the article says that did not become an event, and why'
		],
		['[2013]', 'field "omitted[0]": 2013 is a number: put it in quotation marks']
	])('must consist of sentences: %s', (text, expected) => {
		const [problem, ...more] = withOmitted(text).problems();
		expect(more).toEqual([]);
		expect(problem).toContain(`source "gazzetta-2013", ${expected}`);
	});
});
