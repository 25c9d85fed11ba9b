import { describe, expect, test } from 'vitest';
import { compileTimeline } from '../../../../src/lib/data/compile/compile.ts';
import { makeGoodProject, TIMELINE as GOOD_TIMELINE } from '../fixture.ts';

const EVENTS = 'data/events/first.yaml';
const SOURCES = 'data/sources.yaml';
const TIMELINE = 'data/timeline.yaml';

describe('quotations are translated into the language of the data', () => {
	const makeItalian = () => makeGoodProject({ [TIMELINE]: `${GOOD_TIMELINE}language: it\n` });

	test('which is English by default', () => {
		const { timeline } = compileTimeline(makeGoodProject());
		expect(timeline!.language).toBe('en');
	});

	test('or the one that timeline.yaml names', () => {
		const project = makeItalian();
		expect(project.problems()).toEqual([
			`${EVENTS}:12, event "founding", field "evidence[0].translation": is missing: the source is in English, so translate the quotation into Italian`,
			`${EVENTS}:31, event "repairs", field "evidence[0].translation": is missing: the source is in English, so translate the quotation into Italian`
		]);
	});

	test('whatever their script and region', () => {
		const project = makeItalian();
		project.change(SOURCES, 'language: en', 'language: it-CH');
		project.change(EVENTS, '      translation: it repairs the kites\n', '');
		expect(project.problems()).toEqual([]);
		expect(compileTimeline(project).timeline!.language).toBe('it');
	});

	test('which is a BCP 47 tag', () => {
		const project = makeGoodProject({ [TIMELINE]: `${GOOD_TIMELINE}language: Italian\n` });
		expect(project.problems()).toEqual([
			`${TIMELINE}:16, field "language": "Italian" is not the language of the data in BCP 47, such as "en" or "zh-Hans"`
		]);
	});
});
