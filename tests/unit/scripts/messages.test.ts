import { describe, expect, test } from 'vitest';
import { compareMessages, findRepeated, listInputs } from '../../../scripts/messages.js';

const english = {
	'a.json': { search: 'Search', count: '{count} events', link: 'See {#a}it{/a}.' }
};
const compare = (base: object, other: object) =>
	compareMessages({ 'a.json': { ...base } }, { 'a.json': { ...other } }, 'it');
const forms = (...words: string[]) => [
	{ match: Object.fromEntries(words.map((word) => [`n=${word}`, `{count} ${word}`])) }
];

describe('the messages of a language', () => {
	test('are complete if every English message is there with its placeholders', () => {
		const italian = { search: 'Cerca', count: '{count} eventi', link: '{#a}Vedi{/a}.' };
		expect(compare(english['a.json'], italian)).toEqual([]);
		expect(compare({ of: '{place} of {count}' }, { of: '{place} di {count}' })).toEqual([]);
	});

	test.each([
		[{ all: 'All' }, {}, 'src/lib/language/it/a.json: “all” is missing; in English it is "All".'],
		[
			{ all: 'All' },
			{ all: '' },
			'src/lib/language/it/a.json: “all” is missing; in English it is "All".'
		],
		[{}, { all: 'Tutti' }, 'src/lib/language/it/a.json: “all” does not exist in English.'],
		[
			{ of: '{place} of {count}' },
			{ of: '{place} di' },
			'src/lib/language/it/a.json: “of” has {place}, but the English has {count} {place}.'
		],
		[
			{ read: 'Read {#link}it{/link}' },
			{ read: 'Leggilo' },
			'src/lib/language/it/a.json: “read” has no inputs, but the English has {#link} {/link}.'
		]
	])('%j to %j is reported in one sentence', (base, other, sentence) => {
		expect(compare(base, other)).toEqual([sentence]);
	});

	test('that are missing or empty are reported with their file and the English', () => {
		expect(compare(english['a.json'], { search: '', link: '{#a}Vedi{/a}.' })).toEqual([
			'src/lib/language/it/a.json: “search” is missing; in English it is "Search".',
			'src/lib/language/it/a.json: “count” is missing; in English it is "{count} events".'
		]);
	});

	test('with other inputs, or unknown in English, are reported', () => {
		const italian = { search: 'Cerca', count: 'eventi', link: 'Vedi.', more: 'Di più' };
		expect(compare(english['a.json'], italian)).toEqual([
			'src/lib/language/it/a.json: “count” has no inputs, but the English has {count}.',
			'src/lib/language/it/a.json: “link” has no inputs, but the English has {#a} {/a}.',
			'src/lib/language/it/a.json: “more” does not exist in English.'
		]);
	});

	test('may have more or fewer plural forms than the English', () => {
		expect(compare({ n: forms('one', 'other') }, { n: forms('one', 'many', 'other') })).toEqual([]);
		expect(compare({ n: forms('one', 'other') }, { n: '{count}个' })).toEqual([]);
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
	expect(listInputs(forms('one', 'other'))).toBe('{count}');
});
