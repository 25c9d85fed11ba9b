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
		['kite4', true],
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

	test('finds joined, hyphenated and separate spellings by each other', () => {
		const spellings = ['Red Kite 4', 'red-kite 4', 'RedKite4', 'redkite 4', 'RED KITE4'];
		for (const text of spellings)
			for (const query of spellings)
				expect(matchesWords(`The ${text}, at last`, query), `${query} in ${text}`).toBe(true);
		expect(matchesWords('a red balloon and a kite', 'redkite')).toBe(false);
		expect(matchesWords('a red balloon and a kite', 'red-kite')).toBe(false);
		expect(matchesWords('incredible kites', 'redkites')).toBe(false);
		expect(matchesWords('1 or 12', '112')).toBe(false);
	});

	test('takes words joined by an ampersand as one', () => {
		for (const query of ['B&O', 'b & o', 'Ｂ＆Ｏ', 'bo'])
			expect(matchesWords('a phone by B&O', query), query).toBe(true);
		for (const query of ['B&O', 'B & O'])
			for (const text of ['be or not', 'o b', 'b, o', 'B and O'])
				expect(matchesWords(text, query), text).toBe(false);
		expect(matchesWords('anything', '&')).toBe(true);
	});

	test('finds the singular by the plural, and the other way round', () => {
		const english = 'kite-kites company-companies box-boxes watch-watches knife-knives hero-heroes';
		const italian =
			'azienda-aziende telefono-telefoni cellulare-cellulari annuncio-annunci parco-parchi amica-amiche sistema-sistemi';
		for (const pair of `${english} ${italian}`.split(' ')) {
			const [one, many] = pair.split('-') as [string, string];
			expect(matchesWords(`per ${one}.`, many), pair).toBe(true);
			expect(matchesWords(`per ${many}.`, one), pair).toBe(true);
		}
	});

	test.each([
		['the newest', 'news'],
		['a glas', 'glass'],
		['the plan', 'planes'],
		['a note', 'nots'],
		['it ha', 'has'],
		['un caso', 'case']
	])('does not take for a plural what is none: in “%s”, “%s”', (text, query) => {
		expect(matchesWords(text, query)).toBe(false);
	});

	test('of words in quotation marks finds them as they are, in a row', () => {
		for (const query of ['"red kite"', '“Red Kite”', '«red kite»', 'flies "a red"'])
			expect(matchesWords('A red kite flies', query), query).toBe(true);
		for (const query of ['"kite red"', '"red kit"', '"red kites"', '"redkite"', '"red" boat'])
			expect(matchesWords('A red kite flies', query), query).toBe(false);
		expect(matchesWords('A red kite flies', '"red kit')).toBe(true);
		expect(matchesWords('新的风筝', '「风筝」')).toBe(true);
		expect(matchesWords('anything', '""')).toBe(true);
	});

	test('folds what has no single small letter', () => {
		expect(matchesWords('die Straße', 'STRASSE')).toBe(true);
		expect(matchesWords('die STRASSE', 'straße')).toBe(true);
		expect(matchesWords('ΟΔΟΣ', 'οδός')).toBe(true);
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

	test('are whole names where the query or the text joins their words', () => {
		expect(hits('The Red Kite flies', 'redkite')).toEqual(['Red Kite']);
		expect(hits('The RedKite flies', 'red kite')).toEqual(['RedKite']);
		expect(hits('Red is the Red-Kite', 'red-ki')).toEqual(['Red-Ki']);
		expect(hits('A red kite, a red boat', '"red boat"')).toEqual(['red boat']);
		expect(hits('by B&O, or B', 'b&o')).toEqual(['B&O']);
		expect(hits('one kite', 'kites')).toEqual(['kite']);
		expect(hits('on 3 May 2018, in 2018', 'may 2018')).toEqual(['May 2018']);
	});

	test('keep to their places where folding changes the length', () => {
		expect(hits('½ ﬁne… Straße, groß', 'gross')).toEqual(['groß']);
		expect(hits('e\u0301 ﬁne Straße', 'strass')).toEqual(['Straß']);
		expect(hits('😀 kite', 'kite')).toEqual(['kite']);
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
