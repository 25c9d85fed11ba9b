import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hash, readArticle } from '../../../../src/lib/data/read/articles.ts';
import {
	findAll,
	normalise,
	splitsWord
} from '../../../../src/lib/model/quotation/article-text.ts';

/** Text with white space, combining characters and characters of two code units. */
const anyText = fc
	.array(fc.oneof(fc.constantFrom(' ', '\n', '\t', '\u00a0', '\u0301', 'e', '🪁'), fc.string()))
	.map((parts) => parts.join(''));

describe('normalised text', () => {
	test('is trimmed NFC, with each run of white space replaced by one space', () => {
		expect(normalise('\ufeff  cafe\u0301\u00a0 \r\n\tbar ')).toBe('café bar');
	});

	test('is unchanged when normalised again', () => {
		fc.assert(
			fc.property(anyText, (text) => {
				expect(normalise(normalise(text))).toBe(normalise(text));
			})
		);
	});

	test('is hashed as UTF-8', () => {
		// printf 'café' | sha256sum
		expect(hash('café')).toBe('850f7dc43910ff890f8879c0ed26fe697c93a067ad93a7d50f466a7028a9bf4e');
	});
});

describe('an article', () => {
	test('has the positions at which its paragraphs begin', () => {
		const { text, breaks } = readArticle('\n\nOne  two.\n\n  Three.\u2028Four\u00a0five. \n');
		expect(text).toBe('One two. Three. Four five.');
		expect(breaks.map((at) => text.slice(at, at + 5))).toEqual(['Three', 'Four ']);
	});

	test('has a paragraph for each line that is not blank', () => {
		fc.assert(
			fc.property(anyText, (raw) => {
				const { text, breaks } = readArticle(raw);
				const lines = raw
					.normalize('NFC')
					.split(/[\n\r\u2028\u2029]/)
					.map(normalise);
				const paragraphs = [0, ...breaks].map((at, index) =>
					text.slice(at, breaks[index] ?? text.length).trim()
				);
				expect(paragraphs.filter(Boolean)).toEqual(lines.filter(Boolean));
			})
		);
	});

	test('is searched for all occurrences, including overlapping ones', () => {
		expect(findAll('ababab', 'abab')).toEqual([0, 2]);
		expect(findAll('abc', '')).toEqual([]);
	});
});

test.each([
	['kit', 'e', true],
	['2', '0', true],
	['kite', ' ', false],
	['kite', '', false],
	['Ann', '’s', false],
	['cafe', '\u0301', true],
	['𝒦', '𝒦', true],
	['小', '米', false]
])('a cut between %j and %j splits a word: %s', (before, after, splits) => {
	expect(splitsWord(before, after)).toBe(splits);
});
