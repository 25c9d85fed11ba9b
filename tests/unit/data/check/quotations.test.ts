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

	test('that is not verbatim is reported beside the nearest passage, with the difference', () => {
		expect(problemsWith('exact: Two friends founded Acme in a barn.')).toEqual([
			`${EVENTS}:13, event "founding", field "evidence[0].exact": is not in the article word for word: the article has “…Acme in a shed”, the record “…Acme in a barn.”`
		]);
	});

	test('of another article is reported with that article', () => {
		expect(problemsWith('exact: ripara gli aquiloni')).toEqual([
			`${EVENTS}:13, event "founding", field "evidence[0].exact": is not in the article of "daily-2012", but in that of "gazzetta-2013": correct "source"`
		]);
	});

	test('like no passage of the article is reported as such', () => {
		expect(problemsWith('exact: Boats sail all over the world.')).toEqual([
			`${EVENTS}:13, event "founding", field "evidence[0].exact": is not in the article, and no passage is close to it`
		]);
	});

	test('that occurs twice in the article needs a prefix or suffix', () => {
		expect(problemsWith('exact: The red kite')).toEqual([
			`${EVENTS}:13, event "founding", field "evidence[0].exact": occurs 2 times in the article, and its prefix and suffix match none of them`
		]);
		expect(problemsWith('exact: The red kite', withoutAnchors)).toEqual([
			`${EVENTS}:13, event "founding", field "evidence[0].exact": occurs 2 times in the article: add a prefix or suffix that says which one is meant`
		]);
		expect(problemsWith('exact: e\n      prefix: "t"', withoutAnchors)[0]).toMatch(
			/^data\/events\/first.yaml:13, event "founding", field "evidence\[0\].exact": occurs \d+ times in the article, and its prefix and suffix match \d+ of them$/
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
			`data: 3 quotations and 2 sources have no recorded positions, hashes or digests yet: ${RUN}`
		]);
	});

	test('without anchors is named last, after the real faults', () => {
		const project = makeProject();
		project.change(SOURCES, 'kind: blog', 'kind: diary');
		const [first, ...rest] = project.problems();
		expect(first).toContain(`${SOURCES}:13, source "gazzetta-2013", field "kind"`);
		expect(rest).toEqual([expect.stringMatching(/^data: 3 quotations and 2 sources/)]);
	});

	test('alone without anchors is counted as one', () => {
		const project = makeGoodProject();
		withoutAnchors(project);
		expect(project.problems()).toEqual([
			`data: 1 quotation has no recorded positions, hashes or digests yet: ${RUN}`
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
			'/nowhere: is not a folder: name the one with the articles'
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
			`data: 3 quotations and 2 sources have no recorded positions, hashes or digests yet: ${THERE}`
		]);
	});

	test.each([
		[
			'replaced by another of the same length',
			['ripara gli aquiloni', 'rifiuta gli aquilon'],
			`${EVENTS}:47, event "repairs", field "evidence[1].digest": does not match: the quotation, its position or its article has changed since it was recorded: ${THERE}`
		],
		[
			'lengthened',
			['ripara gli aquiloni', 'ripara gli aquiloni di'],
			`${EVENTS}:46, event "repairs", field "evidence[1].end": is 19 characters after "start", but the quotation has 22: ${THERE}`
		],
		[
			'moved',
			['start: 9\n      end: 28', 'start: 19\n      end: 38'],
			`${EVENTS}:47, event "repairs", field "evidence[1].digest": does not match: the quotation, its position or its article has changed since it was recorded: ${THERE}`
		],
		[
			'moved past the end of its article',
			['start: 9\n      end: 28', 'start: 909\n      end: 928'],
			`${EVENTS}:46, event "repairs", field "evidence[1].end": is outside the article, which has 180 characters: ${THERE}`
		],
		[
			'given a break in the middle of a word',
			['end: 28\n', 'end: 28\n      breaks: [3]\n'],
			`${EVENTS}:47, event "repairs", field "evidence[1].breaks": must each follow a space: ${THERE}`
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
			`${EVENTS}:19, event "founding", field "evidence[0].digest": does not match: the quotation, its position or its article has changed since it was recorded: ${THERE}`,
			`${EVENTS}:39, event "repairs", field "evidence[0].digest": does not match: the quotation, its position or its article has changed since it was recorded: ${THERE}`
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
		/^data\/sources.yaml:12, source "gazzetta-2013": its quotations, with their prefixes and suffixes, cover 5\d% of the article; the limit is 50%$/
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
