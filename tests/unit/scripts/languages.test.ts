import { describe, expect, test } from 'vitest';
import { listLanguages } from '../../../scripts/languages.js';

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
