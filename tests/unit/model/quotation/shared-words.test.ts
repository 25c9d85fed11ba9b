import { expect, test } from 'vitest';
import { sharesWord } from '../../../../src/lib/model/quotation/shared-words.ts';

test.each([
	['founded in a shed', 'The founders of Acme'],
	['more than 300 kites', 'Over 300 fly'],
	['a MIX of kites', 'The MIX'],
	['l’aquilóne rosso', 'aquilone'],
	['风筝在北京成立', '公司在北京']
])('“%s” and “%s” share a word', (a, b) => {
	expect(sharesWord(a, b)).toBe(true);
});

test.each([
	['one of the two', 'Two of the one'],
	['in a shed', 'Founded by friends'],
	['300 kites', '3000 boats'],
	['风筝', '公司']
])('“%s” and “%s” share no word', (a, b) => {
	expect(sharesWord(a, b)).toBe(false);
});
