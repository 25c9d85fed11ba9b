import { describe, expect, test } from 'vitest';
import type { Evidence, Source } from '../../../src/lib/model/types.ts';
import { basisWords, publishedWords } from '../../../src/lib/view/ui/names.ts';
import { dateOf, eventOf, evidenceOf, sourceOf } from '../model/records.ts';

describe('the words on the basis of a date', () => {
	const words = (
		basis: Source['publishedBasis'],
		evidence: Evidence[] = [evidenceOf('daily')],
		sources: Source[] = [sourceOf('daily')]
	) => {
		const date = dateOf('2012-05-01', '2012-05-01', { basis });
		return basisWords(eventOf('kite', { date, evidence }), sources);
	};
	const undated = sourceOf('gazzetta', { publishedBasis: 'outside' });

	test('name a fact from outside the articles as such', () => {
		expect(words('outside')).toBe('based on a fact from outside the articles');
	});

	test('speak of the article’s own date only where the article states one', () => {
		expect(words('inferred')).toBe('inferred from the article’s own date');
		expect(words('inferred', [evidenceOf('gazzetta')], [undated])).toBe(
			'inferred from the date of the article, which the article itself does not state'
		);
		const both = [evidenceOf('gazzetta'), evidenceOf('daily')];
		expect(words('inferred', both, [undated, sourceOf('daily')])).toContain('own date');
	});

	test('do not take the date from an article that disputes the event', () => {
		const evidence = [evidenceOf('gazzetta'), evidenceOf('daily', { stance: 'disputes' })];
		expect(words('inferred', evidence, [undated, sourceOf('daily')])).not.toContain('own date');
	});

	test('speak of the words quoted where these have a date of their own', () => {
		const comment = evidenceOf('daily', { voice: 'comment', date: '2012-05-01' });
		expect(words('inferred', [comment])).toBe('inferred from the date of the words quoted');
	});

	test('are missing for an article that states its date', () => {
		expect(publishedWords(sourceOf('daily'))).toBe('');
		expect(publishedWords(undated)).toBe('based on a fact from outside the articles');
		expect(publishedWords({ publishedBasis: 'inferred' })).toBe('inferred');
	});
});
