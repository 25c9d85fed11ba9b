import { expect, test } from 'vitest';
import { compileTimeline } from '../../../../src/lib/data/compile/compile.ts';
import { describeQuestions } from '../../../../src/lib/data/compile/report.ts';
import { makeGoodProject } from '../fixture.ts';
import type { Project } from '../fixture.ts';

const EVENTS = 'data/events/first.yaml';

const compile = ({ folder, articles }: Project) => compileTimeline({ folder, articles });

test('sound data has no question', () => {
	const { questions } = compile(makeGoodProject());
	expect(questions).toEqual([]);
	expect(describeQuestions(questions)).toBe('');
});

test('questions name file, line, record and field, and the data is compiled all the same', () => {
	const project = makeGoodProject();
	project.change(EVENTS, '"2010-04-06"', '"2012-03"');
	project.change(EVENTS, 'highlight: founded Acme in a shed', 'highlight: on 6 April 2010');
	project.change('data/sources.yaml', 'kind: blog', 'kind: blog\n  publishedBasis: derived');
	const { timeline, problems, questions } = compile(project);
	expect(problems).toEqual([]);
	expect(timeline!.events).toHaveLength(2);
	expect(describeQuestions(questions).split('\n')).toEqual([
		'3 questions, to be answered in the data or left open:',
		`${EVENTS}:6, event "founding", field "date": "2012-03" is also the date of "daily-2012": say in a note of the date what in the source places the event then, or write when it can have happened`,
		`${EVENTS}:14, event "founding", field "evidence[0].highlight": "on 6 April 2010" shares no word with the title or the summary: highlight the words they rest on, or say in a note of the date what it shows`,
		'data/sources.yaml:16, source "gazzetta-2013", field "publishedBasis": "derived" needs its reasoning: say in "note" how the date of publication is known'
	]);
});

test('a field that is invalid raises no question', () => {
	const project = makeGoodProject();
	project.change(EVENTS, '"2010-04-06"', '"2012-03-01T12:00"');
	const { problems, questions } = compile(project);
	expect(problems).toHaveLength(1);
	expect(questions).toEqual([]);
});
