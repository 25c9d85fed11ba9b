import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findHits, foldWords, matchesWords } from '../../../src/lib/model/search.ts';

describe('words', () => {
	test('are folded to lower case without accents', () => {
		expect(foldWords('Così Überall ÇA VA Łódź')).toEqual(['cosi', 'uberall', 'ca', 'va', 'łodz']);
		expect(foldWords('e\u0301te\u0301')).toEqual(foldWords('été'));
	});

	test('end at any character that is neither letter nor digit', () => {
		expect(foldWords('“Mi MIX-4”, due: 2021/22!')).toEqual(['mi', 'mix', '4', 'due', '2021', '22']);
	});

	test('are an empty list without letters and digits', () => {
		expect(foldWords(' — … 🎉 ')).toEqual([]);
	});

	test('may be in any script', () => {
		expect(foldWords('小米 手机, МИКС')).toEqual(['小米', '手机', 'микс']);
	});

	test('in Latin letters are separate within Chinese text, and so are numbers', () => {
		expect(foldWords('它的系统MIUI，于2010年')).toEqual(['它的系统', 'miui', '于', '2010', '年']);
	});

	test('are converted from the full-width letters of Chinese keyboards', () => {
		expect(foldWords('ＭＩＸ４')).toEqual(['mix4']);
	});

	test('in Italian end at an apostrophe', () => {
		expect(foldWords("Nell’aprile l'azienda è già lì")).toEqual([
			'nell',
			'aprile',
			'l',
			'azienda',
			'e',
			'gia',
			'li'
		]);
	});
});

describe('a search', () => {
	test('matches the beginnings of words', () => {
		expect(matchesWords('The tablets are coming', 'tab')).toBe(true);
		expect(matchesWords('The tablets are coming', 'lets')).toBe(false);
	});

	test('ignores accents in query and text', () => {
		expect(matchesWords('ci sarà il lancio', 'sara')).toBe(true);
		expect(matchesWords('ci sara il lancio', 'SARÀ')).toBe(true);
	});

	test('matches Italian words without their accents and articles', () => {
		const text = 'La società dirà perché l’azienda è più grande';
		for (const query of ['societa', 'perche piu', 'azienda', 'L’AZIENDA', 'dira'])
			expect(matchesWords(text, query), query).toBe(true);
		expect(matchesWords(text, 'ienda')).toBe(false);
	});

	test.each([
		['米粉', true],
		['对话米粉', false],
		['对话 米粉', true],
		['MIX', true],
		['mix4', false],
		['小米MIX', true],
		['ＭＩＸ', true],
		['2021', true],
		['21', false],
		['手表', false]
	])('for %s in a Chinese text returns %s', (query, isThere) => {
		const text = '雷军与米粉对话，说新的小米MIX 4将在2021年下半年到来。';
		expect(matchesWords(text, query)).toBe(isThere);
	});

	test('needs every word, in any order', () => {
		expect(matchesWords('Mi MIX 4 is coming', 'coming mix')).toBe(true);
		expect(matchesWords('Mi MIX 4 is coming', 'coming pad')).toBe(false);
	});

	test('without words matches everything', () => {
		expect(matchesWords('anything', '')).toBe(true);
		expect(matchesWords('anything', ' – ')).toBe(true);
	});

	test('does not interpret patterns', () => {
		expect(matchesWords('abc', '.*')).toBe(true);
		expect(matchesWords('abc', 'a.c')).toBe(false);
		expect(matchesWords('abc', '(((')).toBe(true);
	});

	test('matches every text by each prefix of each of its words', () => {
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

describe('the hits of a search', () => {
	const hits = (text: string, query: string) =>
		findHits(text, query).map(([start, end]) => text.slice(start, end));

	test('are the matched prefixes of words', () => {
		expect(hits('Tablets, and the tablet again', 'tab')).toEqual(['Tab', 'tab']);
		expect(hits('Mi MIX 4 in 2021', '4 mix')).toEqual(['MIX', '4']);
		expect(hits('untabled', 'tab')).toEqual([]);
	});

	test('are found regardless of accents in query and text', () => {
		expect(hits('Così volerà', 'vola così')).toEqual(['Così']);
		expect(hits('Così volerà', 'volera')).toEqual(['volerà']);
		expect(hits('e\u0301te\u0301 passe\u0301', 'ete')).toEqual(['e\u0301te\u0301']);
	});

	test('may start anywhere in a script without spaces between words', () => {
		expect(hits('小米手机发布', '手机')).toEqual(['手机']);
		expect(matchesWords('小米手机发布', '手机')).toBe(true);
	});

	test('in Chinese text are all occurrences of every word, the longer words first', () => {
		expect(hits('小米手机和小米平板', '小米')).toEqual(['小米', '小米']);
		expect(hits('小米手机和小米平板', '平板 小米 小米手机')).toEqual(['小米手机', '小米', '平板']);
		expect(hits('新的小米MIX手机', 'mix 手机')).toEqual(['MIX', '手机']);
		expect(hits('新的ＭＩＸ手机', 'mi')).toEqual(['ＭＩ']);
	});

	test('are an empty list without words', () => {
		expect(findHits('Tablets', ' … ')).toEqual([]);
	});

	test('are not empty if the search matches', () => {
		const texts = () =>
			fc.oneof(
				fc.string({ unit: 'grapheme' }),
				fc.string({ unit: fc.constantFrom(...'小米手机MIX4ＭＩà ，’') })
			);
		fc.assert(
			fc.property(texts(), texts(), (text, query) => {
				const nfc = text.normalize('NFC');
				const isMatch = foldWords(query).length > 0 && matchesWords(nfc, query);
				if (isMatch) expect(findHits(nfc, query).length).toBeGreaterThan(0);
			})
		);
	});
});
