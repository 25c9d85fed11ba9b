import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findHits, foldWords, matchesWords } from '../../../src/lib/model/search.ts';

describe('words', () => {
	test('are compared in lower case, without accents', () => {
		expect(foldWords('Così Überall ÇA VA Łódź')).toEqual(['cosi', 'uberall', 'ca', 'va', 'łodz']);
		expect(foldWords('e\u0301te\u0301')).toEqual(foldWords('été'));
	});

	test('end where neither letter nor digit stands', () => {
		expect(foldWords('“Mi MIX-4”, due: 2021/22!')).toEqual(['mi', 'mix', '4', 'due', '2021', '22']);
	});

	test('are none in what has neither letter nor digit', () => {
		expect(foldWords(' — … 🎉 ')).toEqual([]);
	});

	test('may be written in any script', () => {
		expect(foldWords('小米 手机, МИКС')).toEqual(['小米', '手机', 'микс']);
	});
});

describe('a search', () => {
	test('finds words by how they begin', () => {
		expect(matchesWords('The tablets are coming', 'tab')).toBe(true);
		expect(matchesWords('The tablets are coming', 'lets')).toBe(false);
	});

	test('finds words whatever accents either side has', () => {
		expect(matchesWords('ci sarà il lancio', 'sara')).toBe(true);
		expect(matchesWords('ci sara il lancio', 'SARÀ')).toBe(true);
	});

	test('wants every word, in any order', () => {
		expect(matchesWords('Mi MIX 4 is coming', 'coming mix')).toBe(true);
		expect(matchesWords('Mi MIX 4 is coming', 'coming pad')).toBe(false);
	});

	test('for nothing finds everything', () => {
		expect(matchesWords('anything', '')).toBe(true);
		expect(matchesWords('anything', ' – ')).toBe(true);
	});

	test('takes nothing for a pattern', () => {
		expect(matchesWords('abc', '.*')).toBe(true);
		expect(matchesWords('abc', 'a.c')).toBe(false);
		expect(matchesWords('abc', '(((')).toBe(true);
	});

	test('finds every text by each beginning of each of its words', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.nat(), (text, n) => {
				const words = foldWords(text);
				if (!words.length) return;
				const word = [...words[n % words.length]!];
				const beginning = word.slice(0, 1 + (n % word.length)).join('');
				expect(matchesWords(text, beginning)).toBe(true);
			})
		);
	});
});

describe('what a search has found', () => {
	const hits = (text: string, query: string) =>
		findHits(text, query).map(([start, end]) => text.slice(start, end));

	test('is as much of each word as was asked for', () => {
		expect(hits('Tablets, and the tablet again', 'tab')).toEqual(['Tab', 'tab']);
		expect(hits('Mi MIX 4 in 2021', '4 mix')).toEqual(['MIX', '4']);
		expect(hits('untabled', 'tab')).toEqual([]);
	});

	test('is found whatever accents either side has', () => {
		expect(hits('Così volerà', 'vola così')).toEqual(['Così']);
		expect(hits('Così volerà', 'volera')).toEqual(['volerà']);
		expect(hits('e\u0301te\u0301 passe\u0301', 'ete')).toEqual(['e\u0301te\u0301']);
	});

	test('is anywhere in a script that leaves no space between words', () => {
		expect(hits('小米手机发布', '手机')).toEqual(['手机']);
		expect(matchesWords('小米手机发布', '手机')).toBe(true);
	});

	test('is nothing when nothing is looked for', () => {
		expect(findHits('Tablets', ' … ')).toEqual([]);
	});

	test('is there whenever the search matches', () => {
		fc.assert(
			fc.property(
				fc.string({ unit: 'grapheme' }),
				fc.string({ unit: 'grapheme' }),
				(text, query) => {
					const nfc = text.normalize('NFC');
					const isMatch = foldWords(query).length > 0 && matchesWords(nfc, query);
					if (isMatch) expect(findHits(nfc, query).length).toBeGreaterThan(0);
				}
			)
		);
	});
});
