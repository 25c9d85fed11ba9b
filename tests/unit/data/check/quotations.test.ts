import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeAnchors } from '../../../../src/lib/data/write/write.ts';
import { makeGoodProject, makeProject } from '../fixture.ts';
import type { Project } from '../fixture.ts';

const EVENTS = 'data/events/first.yaml';
const SOURCES = 'data/sources.yaml';
const RUN = 'run "npm run check:data -- --write"';
const THERE = `${RUN} where the articles are`;
const FOUNDING = 'exact: Two friends founded Acme in a shed on 6 April 2010.';

describe('with the articles, a quotation', () => {
	test('that occurs verbatim in its article is accepted', () => {
		expect(makeGoodProject().problems()).toEqual([]);
	});

	test('that is not verbatim is reported with the point where it differs', () => {
		expect(problemsWith('exact: Two friends founded Acme in a barn.')).toEqual([
			`${EVENTS}:13, event "founding", field "evidence[0].exact": is not in the article word for word: it differs after "friends founded Acme in a "`
		]);
	});

	test('that occurs twice in the article needs a prefix or suffix', () => {
		expect(problemsWith('exact: The red kite')).toEqual([
			`${EVENTS}:13, event "founding", field "evidence[0].exact": stands 2 times in the article, of which its prefix and suffix fit none`
		]);
		expect(problemsWith('exact: The red kite', withoutAnchors)).toEqual([
			`${EVENTS}:13, event "founding", field "evidence[0].exact": stands 2 times in the article: add a prefix or suffix that settles which is meant`
		]);
		expect(problemsWith('exact: e\n      prefix: "t"', withoutAnchors)[0]).toMatch(
			/^data\/events\/first.yaml:13, event "founding", field "evidence\[0\].exact": stands \d+ times in the article, of which its prefix and suffix fit \d+$/
		);
	});

	test.each([
		['starts', 'exact: wo friends founded Acme in a shed on 6 April 2010.'],
		['ends', 'exact: Two friends founded Acme in a shed on 6 April 20'],
		['starts and ends', 'exact: wo friends founded Acme in a shed on 6 April 20']
	])('that %s inside a word is rejected', (sides, exact) => {
		const project = makeProject();
		project.change(EVENTS, FOUNDING, exact);
		writeAnchors(project);
		const expected = `${EVENTS}:13, event "founding", field "evidence[0].exact": ${sides} inside a word: quote whole words`;
		expect(project.problems()).toEqual([expected]);
		expect(project.problems({ articles: null })).toEqual([expected]);
	});

	test('without anchors asks for --write, and so does its source', () => {
		const project = makeProject();
		expect(project.problems()).toEqual([
			`${EVENTS}:12, event "founding", field "evidence[0]": prefix, suffix, start, end and digest are missing: ${RUN}`,
			`${EVENTS}:26, event "repairs", field "evidence[0]": prefix, suffix, start, end and digest are missing: ${RUN}`,
			`${EVENTS}:30, event "repairs", field "evidence[1]": prefix, suffix, start, end and digest are missing: ${RUN}`,
			`${SOURCES}:2, source "daily-2012": characters and sha256 are missing: ${RUN}`,
			`${SOURCES}:10, source "gazzetta-2013": characters and sha256 are missing: ${RUN}`
		]);
	});

	test('with a wrong position is out of date', () => {
		const project = makeGoodProject();
		project.change(EVENTS, 'start: 21', 'start: 20');
		expect(project.problems()).toEqual([
			`${EVENTS}:12, event "founding", field "evidence[0]": start is out of date: ${RUN}`
		]);
	});

	test('with a wrong prefix is out of date', () => {
		const project = makeGoodProject();
		project.change(EVENTS, 'prefix: "ditta "', 'prefix: "casa "');
		expect(project.problems()).toEqual([
			`${EVENTS}:40, event "repairs", field "evidence[1]": prefix is out of date: ${RUN}`
		]);
	});

	test('of a changed article is out of date, and so is its source', () => {
		const project = makeGoodProject();
		project.change('articles/gazzetta-2013.txt', 'La ditta', 'Oggi la ditta');
		expect(project.problems()).toEqual([
			`${EVENTS}:40, event "repairs", field "evidence[1]": start, end and digest are out of date: ${RUN}`,
			`${SOURCES}:12, source "gazzetta-2013": characters and sha256 are out of date: ${RUN}`
		]);
	});

	test('of an article that is missing from the folder is reported', () => {
		const project = makeGoodProject();
		rmSync(join(project.articles, 'daily-2012.txt'));
		expect(project.problems()).toEqual([
			`${SOURCES}:2, source "daily-2012", field "id": there is no article daily-2012.txt in ${project.articles}`
		]);
	});

	test('cannot be checked against a folder that does not exist', () => {
		expect(makeGoodProject().problems({ articles: '/nowhere' })).toEqual([
			'/nowhere: is not a folder: give the one that holds the articles'
		]);
	});
});

describe('without the articles, a quotation', () => {
	test('that matches its record is accepted', () => {
		expect(makeGoodProject().problems({ articles: null })).toEqual([]);
	});

	test('without anchors asks for --write where the articles are', () => {
		const project = makeProject();
		expect(project.problems({ articles: null })).toEqual([
			`${EVENTS}:12, event "founding", field "evidence[0]": prefix, suffix, start, end and digest are missing: ${THERE}`,
			`${EVENTS}:26, event "repairs", field "evidence[0]": prefix, suffix, start, end and digest are missing: ${THERE}`,
			`${EVENTS}:30, event "repairs", field "evidence[1]": prefix, suffix, start, end and digest are missing: ${THERE}`,
			`${SOURCES}:2, source "daily-2012": characters and sha256 are missing: ${THERE}`,
			`${SOURCES}:10, source "gazzetta-2013": characters and sha256 are missing: ${THERE}`
		]);
	});

	test.each([
		[
			'replaced by another of the same length',
			['ripara gli aquiloni', 'rifiuta gli aquilon'],
			`${EVENTS}:47, event "repairs", field "evidence[1].digest": shows that the quotation, its place or its article has changed since: ${THERE}`
		],
		[
			'lengthened',
			['ripara gli aquiloni', 'ripara gli aquiloni di'],
			`${EVENTS}:46, event "repairs", field "evidence[1].end": is 19 after start, but the quotation has 22 characters: ${THERE}`
		],
		[
			'moved',
			['start: 9\n      end: 28', 'start: 19\n      end: 38'],
			`${EVENTS}:47, event "repairs", field "evidence[1].digest": shows that the quotation, its place or its article has changed since: ${THERE}`
		],
		[
			'moved past the end of its article',
			['start: 9\n      end: 28', 'start: 909\n      end: 928'],
			`${EVENTS}:46, event "repairs", field "evidence[1].end": puts the quotation outside its article of 180 characters: ${THERE}`
		],
		[
			'given a break in the middle of a word',
			['end: 28\n', 'end: 28\n      breaks: [3]\n'],
			`${EVENTS}:47, event "repairs", field "evidence[1].breaks": do not follow a space: ${THERE}`
		]
	])('that was %s is reported', (_title, [from, to], expected) => {
		const project = makeGoodProject();
		project.change(EVENTS, from!, to!);
		expect(project.problems({ articles: null })).toEqual([expected]);
	});

	test('of an article with another hash is reported', () => {
		const project = makeGoodProject();
		const sha256 = /sha256: "(.*)"/.exec(project.read(SOURCES))![1]!;
		project.change(SOURCES, sha256, sha256.replace(/./g, '0'));
		expect(project.problems({ articles: null })).toEqual([
			`${EVENTS}:19, event "founding", field "evidence[0].digest": shows that the quotation, its place or its article has changed since: ${THERE}`,
			`${EVENTS}:39, event "repairs", field "evidence[0].digest": shows that the quotation, its place or its article has changed since: ${THERE}`
		]);
	});
});

test('quotations that cover more than half of an article are reported, with or without the articles', () => {
	const project = makeProject();
	project.change(
		EVENTS,
		'exact: ripara gli aquiloni',
		'exact: La ditta ripara gli aquiloni di tutti, e da qualche tempo anche le barche a vela dei vicini.'
	);
	writeAnchors(project);
	const expected = expect.stringMatching(
		/^data\/sources.yaml:12, source "gazzetta-2013": its quotations, prefixes and suffixes counted, cover 5\d % of the article; the limit is 50 %$/
	) as string;
	expect(project.problems()).toEqual([expected]);
	expect(project.problems({ articles: null })).toEqual([expected]);
});

function problemsWith(exact: string, prepare: (project: Project) => void = () => {}): string[] {
	const project = makeGoodProject();
	prepare(project);
	project.change(EVENTS, FOUNDING, exact);
	return project.problems().filter((sentence) => !sentence.includes('.highlight'));
}

/** Removes the anchors of the first quotation. */
function withoutAnchors(project: Project): void {
	const anchors = /( {6}(prefix|suffix|start|end|digest): .*\n)+/.exec(project.read(EVENTS))![0];
	project.change(EVENTS, anchors, '');
}
