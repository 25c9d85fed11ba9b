import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findHits, foldWords, matchesWords } from '../../../src/lib/model/search.ts';

describe('words', () => {
	test('are folded to lower case without accents', () => {
		expect(foldWords('Così Überall ÇA VA Łódź')).toEqual(['cosi', 'uberall', 'ca', 'va', 'łodz']);
		expect(foldWords('e\u0301te\u0301')).toEqual(foldWords('été'));
	});

	test('end at any character that is neither letter nor digit', () => {
		expect(foldWords('“Red KITE-4”, due: 2021/22!')).toEqual([
			'red',
			'kite',
			'4',
			'due',
			'2021',
			'22'
		]);
	});

	test('are an empty list without letters and digits', () => {
		expect(foldWords(' — … 🎉 ')).toEqual([]);
	});

	test('may be in any script', () => {
		expect(foldWords('风筝 气球, МИКС')).toEqual(['风筝', '气球', 'микс']);
	});

	test('in Latin letters are separate within Chinese text, and so are numbers', () => {
		expect(foldWords('它的系统KITE，于2010年')).toEqual(['它的系统', 'kite', '于', '2010', '年']);
	});

	test('are converted from the full-width letters of Chinese keyboards', () => {
		expect(foldWords('ＫＩＴＥ４')).toEqual(['kite4']);
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
		expect(matchesWords('The lanterns are coming', 'lan')).toBe(true);
		expect(matchesWords('The lanterns are coming', 'terns')).toBe(false);
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
		['邻居', true],
		['对话邻居', false],
		['对话 邻居', true],
		['KITE', true],
		['kite4', false],
		['风筝KITE', true],
		['ＫＩＴＥ', true],
		['2021', true],
		['21', false],
		['小船', false]
	])('for %s in a Chinese text returns %s', (query, isThere) => {
		const text = '安妮与邻居对话，说新的风筝KITE 4将在2021年下半年到来。';
		expect(matchesWords(text, query)).toBe(isThere);
	});

	test('needs every word, in any order', () => {
		expect(matchesWords('Red KITE 4 is coming', 'coming kite')).toBe(true);
		expect(matchesWords('Red KITE 4 is coming', 'coming boat')).toBe(false);
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
		expect(hits('Lanterns, and the lantern again', 'lan')).toEqual(['Lan', 'lan']);
		expect(hits('Red KITE 4 in 2021', '4 kite')).toEqual(['KITE', '4']);
		expect(hits('unlanterned', 'lan')).toEqual([]);
	});

	test('are found regardless of accents in query and text', () => {
		expect(hits('Così volerà', 'vola così')).toEqual(['Così']);
		expect(hits('Così volerà', 'volera')).toEqual(['volerà']);
		expect(hits('e\u0301te\u0301 passe\u0301', 'ete')).toEqual(['e\u0301te\u0301']);
	});

	test('may start anywhere in a script without spaces between words', () => {
		expect(hits('风筝气球发布', '气球')).toEqual(['气球']);
		expect(matchesWords('风筝气球发布', '气球')).toBe(true);
	});

	test('in Chinese text are all occurrences of every word, the longer words first', () => {
		expect(hits('风筝气球和风筝飞艇', '风筝')).toEqual(['风筝', '风筝']);
		expect(hits('风筝气球和风筝飞艇', '飞艇 风筝 风筝气球')).toEqual(['风筝气球', '风筝', '飞艇']);
		expect(hits('新的风筝KITE气球', 'kite 气球')).toEqual(['KITE', '气球']);
		expect(hits('新的ＫＩＴＥ气球', 'ki')).toEqual(['ＫＩ']);
	});

	test('are an empty list without words', () => {
		expect(findHits('Lanterns', ' … ')).toEqual([]);
	});

	test('are not empty if the search matches', () => {
		const texts = () =>
			fc.oneof(
				fc.string({ unit: 'grapheme' }),
				fc.string({ unit: fc.constantFrom(...'风筝气球KITE4ＫＩà ，’') })
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
