/** What the pages state about the promises of the published dataset. */
import { describe, expect, test } from 'vitest';
import { compileTimeline } from '../../src/lib/data/compile/compile.ts';
import { promisesOf } from '../../src/lib/model/outcome.ts';
import { claimOf, deadlinesOf } from '../../src/lib/model/telling.ts';

const { events, sources } = compileTimeline({ folder: 'data', articles: null }).timeline!;
const promises = promisesOf(events, sources);
const find = (id: string) => promises.find(({ said }) => said.id === id)!;

test('the M2, US, Mi MIX 4 and tablet promises are listed, and none is shown to be kept', () => {
	const wanted = [
		['m2-rumour', null],
		['us-plan', 'us-entry'],
		['mix-4-confirmed', 'mix-4-due'],
		['tablets-restart', 'tablets-due']
	];
	for (const [said, due] of wanted)
		expect(find(said!)).toMatchObject({ due: due && { id: due }, outcome: 'not-shown' });
});

describe('the articles published later', () => {
	const laterOf = (id: string) => find(id).later.certain.map(({ id }) => id);

	test('are two after the US entry was due', () => {
		expect(laterOf('us-plan')).toEqual(['xiaomidna-2021', 'tuttoandroid-2021']);
	});

	test('are not certain to follow a deadline in 2021', () => {
		for (const id of ['mix-4-confirmed', 'tablets-restart']) expect(laterOf(id)).toEqual([]);
	});
});

test('the second half of 2021 is TuttoAndroid’s guess for the Mi MIX 4, never Lei Jun’s', () => {
	const tellings = promises.flatMap(({ due }) => (due ? deadlinesOf(due, sources) : []));
	const guesses = tellings.filter(({ words }) => /second half/i.test(words!));
	expect(guesses).toHaveLength(1);
	expect(guesses[0]!.by).toBeNull();
	expect(guesses[0]!.sources.map(({ publisher }) => publisher)).toEqual(['TuttoAndroid']);
});

test('it was the blog that passed on the M2 rumour on 26 December 2011, after Gizchina', () => {
	const { words, by, isReport, sources: articles } = claimOf(find('m2-rumour'), sources);
	expect(words).toBe('26 December 2011');
	expect(articles.map(({ publisher }) => publisher)).toEqual(['itdullard']);
	expect(isReport).toBe(false);
	expect(by).toBe('a blog, citing Gizchina');
});
