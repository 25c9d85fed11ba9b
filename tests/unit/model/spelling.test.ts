import { describe, expect, test } from 'vitest';
import { suggest } from '../../../src/lib/model/spelling.ts';
import { eventOf, evidenceOf } from './records.ts';

const events = [
	eventOf('tablet', { title: 'Tablets come back', summary: 'The tablet returns.' }),
	eventOf('naming', {
		title: 'A name',
		evidence: [
			evidenceOf('gazzetta', { exact: 'Così si chiamerà', translation: 'so it will be called' })
		]
	})
];

describe('a search that nothing matches', () => {
	test('is offered the word that was meant', () => {
		expect(suggest('tabelt', events)).toMatch(/^tablet/);
		expect(suggest('cosy', events)).toBe('cosi');
	});

	test('is offered nothing that would not be found', () => {
		expect(suggest('xyzzy', events)).toBeNull();
		expect(suggest('', events)).toBeNull();
		expect(suggest('…', events)).toBeNull();
	});
});
