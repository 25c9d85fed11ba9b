import { describe, expect, test } from 'vitest';
import * as m from '../../../src/lib/language/all-languages.ts';
import type { Language } from '../../../src/lib/language/languages.ts';

/** The sentence on the outcome of promises, by numbers kept, contradicted and open. */
function outcome(locale: Language, [kept, against, open]: [number, number, number]): string {
	const word = (count: number) => m.number_words({}, { locale }).split(' ')[count] ?? String(count);
	if (!kept && !against) return m.promises_none_shown({ articles: word(5) }, { locale });
	const shown = m.promises_shown(
		{
			articles: word(5),
			kept: word(kept),
			keptCount: kept,
			against: word(against),
			againstCount: against
		},
		{ locale }
	);
	return m.promises_outcome({ shown, open: word(open), openCount: open }, { locale });
}

describe('the outcome of promises is a sentence for any numbers', () => {
	test.each([
		[[0, 0, 3], 'The five articles don’t say what came of them.'],
		[
			[0, 2, 3],
			'The five articles contradict two of them; they don’t say what came of the other three.'
		],
		[
			[1, 0, 2],
			'The five articles show that one of them came true; they don’t say what came of the other two.'
		],
		[[7, 2, 0], 'The five articles show that seven of them came true, and contradict two.']
	] as [[number, number, number], string][])('in English: %j', (counts, sentence) => {
		expect(outcome('en', counts)).toBe(sentence);
	});

	test.each([
		[[0, 0, 3], 'Che cosa ne sia stato, i cinque articoli non lo dicono.'],
		[[0, 1, 0], 'I cinque articoli mostrano che una è contraddetta.'],
		[
			[1, 1, 1],
			'I cinque articoli mostrano che una si è avverata e che una è contraddetta; sull’altra non dicono nulla.'
		],
		[
			[7, 2, 8],
			'I cinque articoli mostrano che sette si sono avverate e che due sono contraddette; sulle altre otto non dicono nulla.'
		]
	] as [[number, number, number], string][])('in Italian: %j', (counts, sentence) => {
		expect(outcome('it', counts)).toBe(sentence);
	});

	test.each([
		[[0, 0, 3], '结果如何，五篇文章都没有说明。'],
		[[1, 2, 14], '五篇文章表明，其中一项已成真，有两项与其他说法矛盾；其余14项，文章均未说明。']
	] as [[number, number, number], string][])('in Chinese: %j', (counts, sentence) => {
		expect(outcome('zh', counts)).toBe(sentence);
	});
});

test('two counts in one sentence have separate plural forms', () => {
	const share = (locale: Language, passages: number, events: number) =>
		m.source_share({ passages, events, share: 8 }, { locale });
	expect(share('en', 1, 2)).toBe('1 passage for 2 events: 8% of the article');
	expect(share('en', 2, 1)).toContain('2 passages for 1 event:');
	expect(share('it', 1, 1)).toBe('1 passo per 1 evento: 8% dell’articolo');
	expect(share('it', 3, 2)).toContain('3 passi per 2 eventi:');
	expect(share('zh', 3, 2)).toBe('3段原文，用于2个事件，占全文8%');
});

test('quotations and their passages are counted separately', () => {
	const holds = (locale: Language, quotations: number, count: number) =>
		m.about_holds(
			{ events: 2, quotations, passages: m.passage_count({ count }, { locale }) },
			{ locale }
		);
	expect(holds('en', 3, 2)).toBe(
		'It contains 2 events, supported by 3 quotations from 2 passages.'
	);
	expect(holds('en', 2, 1)).toContain('by 2 quotations from 1 passage.');
	expect(holds('it', 3, 1)).toContain('su 3 citazioni di 1 passo.');
	expect(holds('zh', 3, 2)).toContain('依据3处引文，引自2段原文。');
});

test('a calendar counts included and omitted events with plural forms', () => {
	const held = m.calendar_holds({ count: 1 }, { locale: 'it' });
	expect(m.calendar_omits({ held, count: 4 }, { locale: 'it' })).toBe(
		'Questo calendario contiene 1 evento. Altri 4 eventi sono esclusi: durano più di un giorno, o il loro giorno esatto non è noto.'
	);
	expect(m.calendar_holds({ count: 1_000_000 }, { locale: 'it' })).toContain('1000000 eventi');
});

const LANGUAGES: Language[] = ['en', 'it', 'zh'];

describe('one is said in the singular', () => {
	const everywhere = (say: (options: { locale: Language }) => string) =>
		LANGUAGES.map((locale) => say({ locale }));

	test('of events and articles on the poster', () => {
		const poster = (count: number, articleCount: number, articles: string) =>
			everywhere((options) => m.poster_dek({ count, articles, articleCount }, options));
		expect(poster(1, 1, 'one')[0]).toBe(
			'1 event from one article. It opens to the words it rests on.'
		);
		expect(poster(1, 2, 'two')[0]).toContain('1 event from two articles. It opens');
		expect(poster(3, 1, 'one')[0]).toContain('3 events from one article. Each one opens');
		expect(poster(1, 1, 'uno')[1]).toContain('1 evento da un solo articolo. Si apre');
		expect(poster(3, 1, 'uno')[1]).toContain('3 eventi da un solo articolo. Ognuno si apre');
		expect(poster(1, 1, '一')[2]).toContain('1个事件，出自一篇文章');
	});

	test('of promises, with the outcome of the only one', () => {
		const only = (outcome: string) =>
			everywhere((options) =>
				m.promises_dek({ count: 1, outcome: m.promises_only({ outcome }, options) }, options)
			);
		expect(only('kept')).toEqual([
			'1 promise, plan or rumour. It came true.',
			'1 promessa, piano o indiscrezione. Si è avverata.',
			'1项承诺、计划和传闻。已成真。'
		]);
		expect(only('contradicted')[0]).toContain('It is contradicted.');
		expect(only('not-shown')[0]).toContain('What came of it is not said.');
	});

	test('of the only article: what it is about, and whether it is later', () => {
		const about = everywhere((options) =>
			m.about_choice_text({ company: 'Acme', count: 1 }, options)
		);
		expect(about[0]).toMatch(/^The article was read/);
		expect(about[1]).toMatch(/^L’articolo è stato letto/);
		expect(about[0]).not.toMatch(/articles/);
		const later = (due: 'no' | 'yes', later: string) =>
			everywhere((options) => m.only_article_later({ due, later }, options));
		expect(later('yes', 'no')).toEqual([
			'It was not published after the due date.',
			'Non è stato pubblicato dopo la scadenza.',
			'文章并非发表于到期之后。'
		]);
		expect(later('no', 'possibly')[0]).toBe(
			'It is not known to have been published on a later day.'
		);
	});

	test('of events in the bar', () => {
		expect(m.bar_remark({ shown: 1, count: 1 }, { locale: 'en' })).toBe('1 of 1 event.');
		expect(m.bar_remark({ shown: 1, count: 2 }, { locale: 'en' })).toBe('1 of 2 events.');
		expect(m.all_events({ count: 1 }, { locale: 'en' })).toBe('the only event');
	});
});
