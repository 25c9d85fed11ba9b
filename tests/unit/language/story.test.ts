import { describe, expect, test } from 'vitest';
import * as m from '../../../src/lib/language/all-languages.ts';

const LOCALES = ['en', 'it', 'zh'] as const;
/** 1,000,000 has the plural category “many” in Italian. */
const COUNTS = [0, 1, 2, 12, 1_000_000];

describe.each(LOCALES)('the counts of the story in %s', (locale) => {
	test.each(COUNTS)('have messages for %i', (count) => {
		const number = String(count);
		const inputs = { count, number, shown: count, events: number };
		const messages = [
			m.quotation_count,
			m.verdict_not_shown,
			m.written_later,
			m.written_after_due,
			m.articles_first,
			m.events_of_filter,
			m.all_events,
			m.events_all_of_timeline,
			m.calendar_leaves_out,
			m.events_of_all,
			m.events_from
		];
		// a message without a matching variant returns its own key
		for (const message of messages) expect(message(inputs, { locale })).not.toMatch(/^\w+_\w+$/);
	});
});

describe('grammar', () => {
	test('agrees with the number in each language', () => {
		expect(m.written_after_due({ count: 1, number: 'uno' }, { locale: 'it' })).toBe(
			'uno è stato pubblicato dopo la scadenza.'
		);
		expect(m.events_of_all({ shown: 1, count: 48 }, { locale: 'it' })).toBe('1 evento su 48');
		expect(m.events_of_all({ shown: 1, count: 48 }, { locale: 'en' })).toBe('1 of 48 events');
		expect(m.verdict_not_shown({ count: 5, number: '五' }, { locale: 'zh' })).toBe(
			'五篇文章均未说明。'
		);
		expect(m.verdict_not_shown({ count: 1, number: '一' }, { locale: 'zh' })).toBe(
			'文章没有说明。'
		);
	});
});
