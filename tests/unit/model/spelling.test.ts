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

	test('is offered what was meant in Chinese, where no spaces part the words', () => {
		const chinese = [
			eventOf('talk', { title: '雷军与米粉对话', summary: '新的MIUI将在今年下半年发布。' }),
			eventOf('phone', { title: '小米手机首次发布', summary: '由富士康生产。' })
		];
		expect(suggest('小米手鸡', chinese)).toBe('小米手机');
		expect(suggest('富士慷', chinese)).toBe('富士康');
		expect(suggest('miu 雷军', chinese)).toBe('miui 雷军');
		expect(suggest('电视', chinese)).toBeNull();
	});

	test('is offered nothing that would not be found', () => {
		expect(suggest('xyzzy', events)).toBeNull();
		expect(suggest('', events)).toBeNull();
		expect(suggest('…', events)).toBeNull();
	});
});
