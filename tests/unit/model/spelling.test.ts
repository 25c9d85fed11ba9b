import { describe, expect, test } from 'vitest';
import { searchText } from '../../../src/lib/model/search/event-search.ts';
import { correctQuery, findClosest } from '../../../src/lib/model/spelling.ts';
import type { TimelineEvent } from '../../../src/lib/model/types.ts';
import { eventOf, evidenceOf } from './records.ts';

const events = [
	eventOf('lantern', { title: 'Lanterns come back', summary: 'The lantern returns.' }),
	eventOf('naming', {
		title: 'A name',
		evidence: [
			evidenceOf('gazzetta', { exact: 'Così si chiamerà', translation: 'so it will be called' })
		]
	})
];

const suggest = (query: string, events: TimelineEvent[]) =>
	correctQuery(
		query,
		events.map((event) => searchText(event))
	);

describe('a search without matches', () => {
	test('is offered the closest word of the dataset', () => {
		expect(suggest('lantenr', events)).toMatch(/^lantern/);
		expect(suggest('cosy', events)).toBe('cosi');
	});

	test('is offered the closest characters in Chinese, which has no spaces between words', () => {
		const chinese = [
			eventOf('talk', { title: '安妮与邻居对话', summary: '新的KITE将在今年下半年发布。' }),
			eventOf('phone', { title: '风筝气球首次发布', summary: '由造船厂生产。' })
		];
		expect(suggest('风筝气求', chinese)).toBe('风筝气球');
		expect(suggest('造船场', chinese)).toBe('造船厂');
		expect(suggest('kity 安妮', chinese)).toBe('kite 安妮');
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
