import { describe, expect, test } from 'vitest';
import { searchText } from '../../../src/lib/model/filter.ts';
import { correctQuery, findClosest } from '../../../src/lib/model/spelling.ts';
import type { TimelineEvent } from '../../../src/lib/model/types.ts';
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

const suggest = (query: string, events: TimelineEvent[]) =>
	correctQuery(query, events.map(searchText));

describe('a search without matches', () => {
	test('is offered the closest word of the dataset', () => {
		expect(suggest('tabelt', events)).toMatch(/^tablet/);
		expect(suggest('cosy', events)).toBe('cosi');
	});

	test('is offered the closest characters in Chinese, which has no spaces between words', () => {
		const chinese = [
			eventOf('talk', { title: '雷军与米粉对话', summary: '新的MIUI将在今年下半年发布。' }),
			eventOf('phone', { title: '小米手机首次发布', summary: '由富士康生产。' })
		];
		expect(suggest('小米手鸡', chinese)).toBe('小米手机');
		expect(suggest('富士慷', chinese)).toBe('富士康');
		expect(suggest('miuy 雷军', chinese)).toBe('miui 雷军');
		expect(suggest('电视', chinese)).toBeNull();
	});

	test('is offered nothing that would have no matches either', () => {
		expect(suggest('xyzzy', events)).toBeNull();
		expect(suggest('', events)).toBeNull();
		expect(suggest('…', events)).toBeNull();
	});
});

describe('the closest word', () => {
	test('has the fewest edits, at most a third of its letters', () => {
		expect(findClosest('tittle', ['summary', 'title', 'tile'])).toBe('title');
		expect(findClosest('colour', ['title', 'status'])).toBeNull();
		expect(findClosest('id', ['is', 'importance'])).toBe('is');
		expect(findClosest('x', [])).toBeNull();
	});
});
