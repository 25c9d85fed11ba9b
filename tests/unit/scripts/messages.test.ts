import { describe, expect, test } from 'vitest';
import { compareMessages, findRepeated, listInputs } from '../../../scripts/messages.js';

const english = {
	'a.json': { search: 'Search', count: '{count} events', link: 'See {#a}it{/a}.' }
};

describe('the words of a language', () => {
	test('are complete when every English message has its like', () => {
		const italian = {
			'a.json': { search: 'Cerca', count: '{count} eventi', link: '{#a}Vedi{/a}.' }
		};
		expect(compareMessages(english, italian, 'it')).toEqual([]);
	});

	test('name each message that is missing or empty, with its file and the English', () => {
		const italian = { 'a.json': { search: '', link: '{#a}Vedi{/a}.' } };
		expect(compareMessages(english, italian, 'it')).toEqual([
			'src/lib/language/it/a.json: “search” is missing; in English it is "Search".',
			'src/lib/language/it/a.json: “count” is missing; in English it is "{count} events".'
		]);
	});

	test('name what is filled in otherwise, and what is in no need', () => {
		const italian = {
			'a.json': { search: 'Cerca', count: 'eventi', link: 'Vedi.', more: 'Di più' }
		};
		expect(compareMessages(english, italian, 'it')).toEqual([
			'src/lib/language/it/a.json: “count” has no inputs, but the English has {count}.',
			'src/lib/language/it/a.json: “link” has no inputs, but the English has {#a} {/a}.',
			'src/lib/language/it/a.json: “more” is not a message of the English.'
		]);
	});

	test('have each key in one file only', () => {
		const messages = { 'a.json': { search: 'Search' }, 'b.json': { search: 'Find', other: '' } };
		expect(findRepeated(messages, 'en')).toEqual([
			'src/lib/language/en/b.json: “search” is also defined in a.json.'
		]);
	});
});

test('what a message wants filled in is found in its variants, too', () => {
	const variants = [{ match: { 'n=one': '{n} day of {year}', 'n=*': '{n} days of {year}' } }];
	expect(listInputs(variants)).toBe('{n} {year}');
});
