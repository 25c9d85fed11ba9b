import { describe, expect, test } from 'vitest';
import { compareMessages, findRepeated, listInputs } from '../../../scripts/messages.js';

const english = {
	'a.json': { search: 'Search', count: '{count} events', link: 'See {#a}it{/a}.' }
};

describe('the messages of a language', () => {
	test('are complete if every English message has a counterpart', () => {
		const italian = {
			'a.json': { search: 'Cerca', count: '{count} eventi', link: '{#a}Vedi{/a}.' }
		};
		expect(compareMessages(english, italian, 'it')).toEqual([]);
	});

	test('that are missing or empty are reported with their file and the English', () => {
		const italian = { 'a.json': { search: '', link: '{#a}Vedi{/a}.' } };
		expect(compareMessages(english, italian, 'it')).toEqual([
			'src/lib/language/it/a.json: “search” is missing; in English it is "Search".',
			'src/lib/language/it/a.json: “count” is missing; in English it is "{count} events".'
		]);
	});

	test('with other inputs, or unknown in English, are reported', () => {
		const italian = {
			'a.json': { search: 'Cerca', count: 'eventi', link: 'Vedi.', more: 'Di più' }
		};
		expect(compareMessages(english, italian, 'it')).toEqual([
			'src/lib/language/it/a.json: “count” has no inputs, but the English has {count}.',
			'src/lib/language/it/a.json: “link” has no inputs, but the English has {#a} {/a}.',
			'src/lib/language/it/a.json: “more” does not exist in English.'
		]);
	});

	test('have each key in one file only', () => {
		const messages = { 'a.json': { search: 'Search' }, 'b.json': { search: 'Find', other: '' } };
		expect(findRepeated(messages, 'en')).toEqual([
			'src/lib/language/en/b.json: “search” is also in a.json.'
		]);
	});
});

test('the inputs of a message are found in its variants, too', () => {
	const variants = [{ match: { 'n=one': '{n} day of {year}', 'n=*': '{n} days of {year}' } }];
	expect(listInputs(variants)).toBe('{n} {year}');
});
