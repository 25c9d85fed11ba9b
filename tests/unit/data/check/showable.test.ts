/** What the site cannot show, the checker refuses. */
import { describe, expect, test } from 'vitest';
import { EVENTS, makeGoodProject, SOURCES } from '../fixture.ts';

const FILE = 'data/events/first.yaml';

describe('the checker refuses', () => {
	test.each(['[]\n', '', '# none yet\n'])('a dataset without sources: %j', (sources) => {
		const { problems } = makeGoodProject({ 'data/sources.yaml': sources });
		expect(problems()).toEqual(['data/sources.yaml: has no source: an event needs one']);
	});

	test('a dataset without events', () => {
		const { problems } = makeGoodProject({ [FILE]: '[]\n' });
		expect(problems()).toEqual(['data/events: has no event']);
	});

	test.each([
		'main',
		'timeline',
		's1',
		'c20',
		'title-beginnings',
		'chapter-beginnings',
		'evidence-repairs'
	])('an event called %s, since pages use that id themselves', (id) => {
		const { problems } = makeGoodProject({ [FILE]: EVENTS.replaceAll('founding', id) });
		expect(problems()).toEqual([
			`${FILE}:3, event "${id}", field "id": "${id}" is an id that pages use themselves: choose another`
		]);
	});

	test('a language that browsers refuse', () => {
		const { problems } = makeGoodProject({
			'data/sources.yaml': SOURCES.replace('language: it', 'language: it-IT-CH')
		});
		expect(problems()).toEqual([
			'data/sources.yaml:19, source "gazzetta-2013", field "language": is not a language that browsers know: write BCP 47 such as "en" or "zh-Hans"'
		]);
	});
});

describe('the checker accepts', () => {
	test.each(['index', 'embed', 'constructor', 'title', 'chapter-two', 's1-launch', 'c'])(
		'an event called %s',
		(id) => {
			const { problems } = makeGoodProject({ [FILE]: EVENTS.replaceAll('founding', id) });
			expect(problems()).toEqual([]);
		}
	);
});
