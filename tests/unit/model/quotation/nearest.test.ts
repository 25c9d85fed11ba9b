import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { distance } from 'fastest-levenshtein';
import { describeDifference } from '../../../../src/lib/model/quotation/difference.ts';
import { findNearest } from '../../../../src/lib/model/quotation/nearest.ts';
import { runs } from '../../../property.ts';

const ARTICLE =
	'Acme sold its last kite in May. There was only one for €99, and it was red, says Ann. Nobody wept.';

describe('the nearest passage', () => {
	test.each([
		['of the words themselves is where they are', 'only one for €99, and it was red', 0],
		['tolerates a missing comma', 'only one for €99 and it was red', 1],
		['tolerates another word', 'only one for €99, and that was red', 3],
		['tolerates words left out', 'There was only one, and it was red', 8]
	])('%s', (_title, quotation, edits) => {
		const passage = findNearest(ARTICLE, quotation)!;
		expect(passage.edits).toBe(edits);
		const found = ARTICLE.slice(passage.start, passage.end);
		expect(distance(found, quotation)).toBe(edits);
	});

	test('consists of whole words', () => {
		const { start, end } = findNearest(ARTICLE, 'nly one for €98, and it was re')!;
		expect(ARTICLE.slice(start, end)).toBe('only one for €99, and it was red');
	});

	test('is as long as the quotation if passages have as many edits', () => {
		const { start, end } = findNearest('a kite in a shed on a hill', 'a kite in a barn')!;
		expect('a kite in a shed on a hill'.slice(start, end)).toBe('a kite in a shed');
	});

	test.each(['Boats sail all over the seven seas', 'xyzzy'])(
		'is none if more than a third would change: %s',
		(quotation) => expect(findNearest(ARTICLE, quotation)).toBeNull()
	);

	test('has no more edits than any other substring', () => {
		const letters = (max: number) => fc.stringMatching(new RegExp(`^[ab]{1,${max}}$`));
		fc.assert(
			fc.property(letters(12), letters(6), (text, quotation) => {
				let fewest = quotation.length;
				for (let from = 0; from < text.length; from++)
					for (let to = from + 1; to <= text.length; to++)
						fewest = Math.min(fewest, distance(text.slice(from, to), quotation));
				const limit = Math.max(1, Math.floor(quotation.length / 3));
				const found = findNearest(text, quotation);
				expect(found?.edits ?? null).toBe(fewest <= limit ? fewest : null);
			}),
			runs(300)
		);
	});

	test('of a long quotation in a long article is found within a second', () => {
		const article = `${'The kite flew over the town and the sea. '.repeat(480)}`;
		const quotation = `${'The kite flew over the town and a lake. '.repeat(8)}`.slice(0, 300);
		const started = performance.now();
		expect(findNearest(article, quotation)).not.toBeNull();
		expect(performance.now() - started).toBeLessThan(1000);
	});
});

describe('the difference between a passage and a quotation', () => {
	test.each([
		[
			'a comma',
			'There was only one for €99, and it was red.',
			'There was only one for €99 and it was red.',
			'the article has “…only one for €99, and it was…”, the record “…only one for €99 and it was…”'
		],
		[
			'the first word',
			'Two friends founded Acme in a shed.',
			'Three friends founded Acme in a shed.',
			'the article has “Two friends founded…”, the record “Three friends founded…”'
		],
		[
			'the last word',
			'Two friends founded Acme in a shed.',
			'Two friends founded Acme in a barn.',
			'the article has “…Acme in a shed.”, the record “…Acme in a barn.”'
		],
		[
			'words left out',
			'Two old friends founded Acme, a company, in a shed.',
			'Two old friends founded Acme in a shed.',
			'the article has “…friends founded Acme, a company, in a shed.”, the record “…friends founded Acme in a shed.”'
		],
		[
			'two words',
			'Two friends, says Ann, founded the company Acme in a shed.',
			'Three friends, says Ann, founded the company Acme in a barn.',
			'the article has “Two friends, says…Acme in a shed.”, the record “Three friends, says…Acme in a barn.”'
		],
		[
			'more than two words',
			'one two three four five six seven eight nine ten',
			'ONE two three FOUR five six SEVEN eight nine TEN',
			'the article has “one two three four five six…”, the record “ONE two three FOUR five six…”, and 2 more differences'
		],
		[
			'a character of Chinese',
			'公司于二〇一〇年四月六日在北京的一间小屋里成立，当时只有两个朋友。',
			'公司于二〇一〇年四月六日在北京的一间小屋里创立，当时只有两个朋友。',
			'the article has “…日在北京的一间小屋里成立，当时只有两个朋友…”, the record “…日在北京的一间小屋里创立，当时只有两个朋友…”'
		],
		[
			'an invisible character',
			'Two friends founded Ac\u00adme.',
			'Two friends founded Acme.',
			'the article has “…friends founded Ac[U+00AD]me.”, the record “…friends founded Acme.”'
		]
	])('of %s is shown with the words around it', (_title, passage, quotation, expected) => {
		expect(describeDifference(passage, quotation)).toBe(expected);
	});
});
