import { describe, expect, test } from 'vitest';
import { listLanguages } from '../../../scripts/languages.js';
import { compareMessages, listInputs } from '../../../scripts/messages.js';

const compare = (base: object, other: object) =>
	compareMessages({ 'chart.json': { ...base } }, { 'chart.json': { ...other } }, 'it');

describe('the messages of a language', () => {
	test('are complete if every English message is there with its placeholders', () => {
		expect(
			compare({ all: 'All', of: '{place} of {count}' }, { all: 'Tutti', of: '{place} di {count}' })
		).toEqual([]);
	});

	test.each([
		[
			{ all: 'All' },
			{},
			'src/lib/language/it/chart.json: “all” is missing; in English it is "All".'
		],
		[
			{ all: 'All' },
			{ all: '' },
			'src/lib/language/it/chart.json: “all” is missing; in English it is "All".'
		],
		[{}, { all: 'Tutti' }, 'src/lib/language/it/chart.json: “all” does not exist in English.'],
		[
			{ of: '{place} of {count}' },
			{ of: '{place} di' },
			'src/lib/language/it/chart.json: “of” has {place}, but the English has {count} {place}.'
		],
		[
			{ read: 'Read {#link}it{/link}' },
			{ read: 'Leggilo' },
			'src/lib/language/it/chart.json: “read” has no inputs, but the English has {#link} {/link}.'
		]
	])('%j to %j is reported in one sentence', (base, other, sentence) => {
		expect(compare(base, other)).toEqual([sentence]);
	});

	test('may have more or fewer plural forms than the English', () => {
		const forms = (...words: string[]) => [
			{ match: Object.fromEntries(words.map((word) => [`n=${word}`, `{count} ${word}`])) }
		];
		expect(listInputs(forms('one', 'other'))).toBe('{count}');
		expect(compare({ n: forms('one', 'other') }, { n: forms('one', 'many', 'other') })).toEqual([]);
		expect(compare({ n: forms('one', 'other') }, { n: '{count}个' })).toEqual([]);
	});
});

describe('the languages', () => {
	test('have the first at the root and the others in a folder each', () => {
		const [first, ...others] = listLanguages();
		expect(first?.path).toBe('');
		expect(others.map(({ path }) => path)).toEqual(others.map(({ id }) => `/${id}`));
	});

	test('have canonical BCP 47 tags and standard names', () => {
		for (const { tag, name } of listLanguages()) {
			expect(Intl.getCanonicalLocales(tag)).toEqual([tag]);
			expect(name.toLowerCase()).toBe(
				new Intl.DisplayNames(tag, { type: 'language' }).of(tag)?.toLowerCase()
			);
		}
	});
});
