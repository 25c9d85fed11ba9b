import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linkToQuotation } from '../../../../src/lib/model/quotation/text-fragment.ts';

const URL = 'https://daily.example/kites';
const fragmentOf = (exact: string, breaks: number[] = []) =>
	linkToQuotation(URL, { exact, breaks }).slice(`${URL}#:~:text=`.length);

describe('a link to a quotation', () => {
	test('contains a short quotation in full', () => {
		expect(linkToQuotation(URL, { exact: 'Acme flew a kite.' })).toBe(
			'https://daily.example/kites#:~:text=Acme%20flew%20a%20kite.'
		);
		expect(fragmentOf('1 2 3 4 5 6 7 8 9 10')).toBe('1%202%203%204%205%206%207%208%209%2010');
	});

	test('contains only the first and last words of a long quotation', () => {
		expect(fragmentOf('1 2 3 4 5 6 7 8 9 10 11')).toBe('1%202%203%204,8%209%2010%2011');
	});

	test('never crosses a paragraph break, even in a short quotation', () => {
		const exact = 'So it began. In a shed.';
		expect(fragmentOf(exact, [exact.indexOf('In')])).toBe('So%20it%20began.,In%20a%20shed.');
	});

	test('takes its words from the first and the last paragraph', () => {
		const exact = 'One two. Middle of it all, long as it may be. Eight nine.';
		const breaks = [exact.indexOf('Middle'), exact.indexOf('Eight')];
		expect(fragmentOf(exact, breaks)).toBe('One%20two.,Eight%20nine.');
	});

	test('contains text without spaces in full', () => {
		expect(fragmentOf('风筝')).toBe('%E9%A3%8E%E7%AD%9D');
	});

	test('encodes the reserved characters of a text fragment', () => {
		expect(fragmentOf('R&D, so-called')).toBe('R%26D%2C%20so%2Dcalled');
	});

	test('replaces a hash', () => {
		expect(linkToQuotation(`${URL}?a=1#comments`, { exact: 'Acme' })).toBe(
			`${URL}?a=1#:~:text=Acme`
		);
	});

	test('contains the beginning and the end of any quotation', () => {
		const word = fc
			.string({ unit: 'grapheme', minLength: 1, maxLength: 8 })
			.map((text) => text.replace(/\s/gu, '_'));
		fc.assert(
			fc.property(fc.array(word, { minLength: 1, maxLength: 30 }), (parts) => {
				const exact = parts.join(' ');
				const fragment = fragmentOf(exact);
				expect(fragment).not.toMatch(/[-&#\s]/);
				const [start = '', end, ...more] = fragment.split(',');
				expect(more).toEqual([]);
				expect(exact.startsWith(decodeURIComponent(start))).toBe(true);
				if (end === undefined) expect(decodeURIComponent(start)).toBe(exact);
				else expect(exact.endsWith(decodeURIComponent(end))).toBe(true);
			})
		);
	});
});
