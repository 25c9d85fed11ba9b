import { completeTimeline, type TimelineInput } from '../../../../src/lib/model/input.ts';
import { timelineFaults } from '../../../../src/lib/model/rules/timeline.ts';
import { describe, expect, test } from 'vitest';
import { compileTimeline, findArticles } from '../../../../src/lib/data/compile/compile.ts';
import { describeProblems, describeReport } from '../../../../src/lib/data/compile/report.ts';
import { compiledTimeline, toJsonSchema } from '../../../../src/lib/model/schema/compiled.ts';
import { SOURCE_KINDS } from '../../../../src/lib/model/vocabulary.ts';
import { EVENTS, makeGoodProject, makeProject } from '../fixture.ts';
import type { Project } from '../fixture.ts';

describe('the compiled dataset', () => {
	test('conforms to the schema and survives JSON', () => {
		const timeline = compile(makeGoodProject());
		expect(compiledTimeline.parse(timeline)).toEqual(timeline);
		expect(JSON.parse(JSON.stringify(timeline))).toEqual(timeline);
	});

	test('has dates as days and as a label', () => {
		const { events } = compile(makeGoodProject());
		expect(events.map(({ date }) => date)).toEqual([
			{
				edtf: '2010/..',
				start: '2010-01-01',
				end: null,
				kind: 'period',
				approximate: false,
				uncertain: false,
				ongoing: true,
				asOf: '2013-05-06',
				basis: 'stated',
				label: 'since 2010, still ongoing on 6 May 2013',
				note: null
			},
			{
				edtf: '2010-04-06',
				start: '2010-04-06',
				end: '2010-04-06',
				kind: 'moment',
				approximate: false,
				uncertain: false,
				ongoing: false,
				asOf: null,
				basis: 'stated',
				label: '6 April 2010',
				note: null
			}
		]);
	});

	test('confirms an ongoing period by a comment’s own date, and never by disputing evidence', () => {
		const project = makeGoodProject();
		project.change(
			'data/events/first.yaml',
			'      translation: it repairs the kites',
			'      translation: it repairs the kites\n      voice: comment\n      date: "2013-06-07"'
		);
		const commented = compile(project).events[0]!;
		expect(commented.date).toMatchObject({
			asOf: '2013-06-07',
			label: 'since 2010, still ongoing on 7 June 2013'
		});
		expect(commented.evidence[1]).toMatchObject({ date: '2013-06-07', dateLabel: '7 June 2013' });
		project.change('data/events/first.yaml', 'voice: comment', 'stance: disputes');
		expect(compile(project).events[0]!.date).toMatchObject({
			asOf: '2012-03-01',
			label: 'since 2010, still ongoing in March 2012'
		});
	});

	test('has the basis of a date and its reasoning', () => {
		const project = makeGoodProject();
		project.change(
			'data/events/first.yaml',
			'date: "2010-04-06"',
			'date: { edtf: "2010-04~", basis: derived, note: Three years before. }'
		);
		expect(compile(project).events[1]!.date).toMatchObject({
			basis: 'derived',
			note: 'Three years before.',
			approximate: true
		});
	});

	test('has the highlight as positions in the quotation', () => {
		const { exact, highlight } = compile(makeGoodProject()).events[1]!.evidence[0]!;
		expect(exact.slice(...highlight!)).toBe('founded Acme in a shed');
	});

	test('has the publication date and the quoted share of each source', () => {
		const { sources } = compile(makeGoodProject());
		expect(sources.map(({ publication }) => publication)).toEqual([
			{ start: '2012-03-01', end: '2012-03-31', label: 'March 2012' },
			{ start: '2013-05-06', end: '2013-05-06', label: '6 May 2013' }
		]);
		expect(sources.every(({ share }) => share > 0 && share < 0.5)).toBe(true);
		expect(sources.map(({ author, note }) => [author, note])).toEqual([
			[null, null],
			[null, null]
		]);
	});

	test('has other names and a contact, and neither by default', () => {
		const plain = makeGoodProject();
		expect(compile(plain)).toMatchObject({ aliases: [], contact: null });
		const project = makeGoodProject();
		project.change(
			'data/timeline.yaml',
			'introduction: Told',
			'contact: desk@acme.example\naliases: [{ names: [Kite, 风筝], line: kites }, { names: [Ann, 安妮] }]\nintroduction: Told'
		);
		expect(compile(project)).toMatchObject({
			contact: 'desk@acme.example',
			aliases: [
				{ names: ['Kite', '风筝'], line: 'kites' },
				{ names: ['Ann', '安妮'], line: null }
			]
		});
	});

	test('tells how the publication date of each source is known', () => {
		const project = makeGoodProject();
		const published = 'published: "2012-03"';
		project.change('data/sources.yaml', published, `${published}\n  publishedBasis: inferred`);
		const { sources } = compile(project);
		expect(sources.map(({ publishedBasis }) => publishedBasis)).toEqual(['inferred', 'stated']);
	});

	test('has no address of an archived copy where the source has none', () => {
		const project = makeGoodProject();
		project.change('data/sources.yaml', '  archive: https://archive.example/kites\n', '');
		const { sources } = compile(project);
		expect(sources.map(({ archive }) => archive)).toEqual([
			null,
			'https://archive.example/aquiloni'
		]);
	});

	test('sorts its events by start, end, importance and id', () => {
		const order = [
			['since', '2010/..', 1],
			['half', '2010-40', 1],
			['year', '2010', 1],
			['day-b', '2010-04-06', 3],
			['day-a', '2010-04-06', 2],
			['day-c', '2010-04-06', 2]
		] as const;
		const sorted = ['half', 'year', 'since', 'day-b', 'day-a', 'day-c'];
		const entry = EVENTS.slice(EVENTS.indexOf('- id'), EVENTS.indexOf('# What'));
		const events = order.map(([id, edtf, importance]) =>
			entry
				.replace('id: founding', `id: ${id}`)
				.replace('2010-04-06', edtf)
				.replace('importance: 3', `importance: ${importance}`)
		);
		const project = makeGoodProject({ 'data/events/first.yaml': events.join('') });
		expect(compile(project).events.map(({ id }) => id)).toEqual(sorted);
	});

	test('joins text over several lines into one line', () => {
		const project = makeProject();
		project.change('data/events/first.yaml', 'exact: >-', 'exact: |');
		const written = makeGoodProject({
			'data/events/first.yaml': project.read('data/events/first.yaml')
		});
		expect(compile(written).events[0]!.evidence[0]!.exact).toBe(
			'Since 2010 it has repaired every kite for free.'
		);
	});
});

describe('the compiler', () => {
	test('returns the same dataset with and without the articles, and reports which', () => {
		const { folder, articles } = makeGoodProject();
		const [found, recorded] = [
			compileTimeline({ folder, articles }),
			compileTimeline({ folder, articles: null })
		];
		expect(found.timeline).toEqual(recorded.timeline);
		expect(found.report).toEqual({ ...recorded.report, articles });
		expect(describeReport(found.report)).toMatch(
			new RegExp(
				[
					`^2 events, 3 quotations: found word for word in the articles in ${articles}`,
					'  daily-2012      2 quotations  \\d\\d\\.\\d% of the article',
					'  gazzetta-2013    1 quotation  \\d\\d\\.\\d% of the article$'
				].join('\n')
			)
		);
		expect(describeReport(recorded.report).split('\n')[0]).toBe(
			'2 events, 3 quotations: checked against recorded positions, hashes and digests (the articles are not available)'
		);
	});

	test('returns a dataset that the chart takes as it is', () => {
		const timeline: TimelineInput = compile(makeGoodProject());
		expect([...timelineFaults(timeline)]).toEqual([]);
		expect(completeTimeline(timeline).events).toEqual(timeline.events);
	});

	test('works without articles beside the project', () => {
		const { folder } = makeGoodProject();
		expect(findArticles(folder)).toBe(null);
		expect(compileTimeline({ folder }).report.articles).toBe(null);
	});

	test('returns no dataset if there is a problem', () => {
		const project = makeGoodProject();
		project.change('data/events/first.yaml', '"2010-04-06"', '"2010-13"');
		const { timeline, problems } = compileTimeline(project);
		expect(timeline).toBe(null);
		expect(describeProblems(problems)).toBe(
			'The dataset has 1 problem:\ndata/events/first.yaml:6, event "founding", field "date": "2010-13" is not a date: write EDTF such as "2010-04-06", "2010-04" or "2010-10~"'
		);
	});
});

test.each(SOURCE_KINDS)('a source may be of the kind %s', (kind) => {
	const project = makeGoodProject();
	project.change('data/sources.yaml', 'kind: blog', `kind: ${kind}`);
	expect(compile(project).sources[1]!.kind).toBe(kind);
});

test('the published JSON Schema uses draft 2020-12 and forbids additional properties', () => {
	expect(toJsonSchema()).toMatchObject({
		$schema: 'https://json-schema.org/draft/2020-12/schema',
		title: 'Company timeline',
		type: 'object',
		additionalProperties: false
	});
});

function compile(project: Project) {
	const { timeline, problems } = compileTimeline(project);
	if (!timeline) throw new Error(describeProblems(problems));
	return timeline;
}
