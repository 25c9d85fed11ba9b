import { describe, expect, test } from 'vitest';
import { findAddedBrackets } from '../../../../src/lib/model/quotation/brackets.ts';

describe('brackets in a translation', () => {
	test.each([
		['that the quotation lacks', 'vola', 'it [the kite] flies', '[the kite]'],
		['of another kind than in the quotation', 'vola (in alto)', 'it flies [high]', '[high]'],
		[
			'in more places than in the quotation',
			'vola (oggi)',
			'it (the kite) flies (today)',
			'(today)'
		],
		['in full width', 'It flies.', '（风筝）在飞。', '（风筝）']
	])('%s are found', (_title, quotation, translation, expected) => {
		expect(findAddedBrackets(quotation, translation)).toBe(expected);
	});

	test.each([
		['that the quotation has', 'vola (in alto)', 'it flies (high)'],
		['in another width', 'It flies (high).', '它在飞（很高）。'],
		['that only the quotation has', 'vola [in alto]', 'it flies high'],
		['that are none', 'vola', 'it flies']
	])('%s are accepted', (_title, quotation, translation) => {
		expect(findAddedBrackets(quotation, translation)).toBeNull();
	});
});
