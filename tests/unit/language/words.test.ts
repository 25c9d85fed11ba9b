/** Messages whose grammar differs between languages. */
import { describe, expect, test } from 'vitest';
import * as m from '../../../src/lib/language/all-languages.ts';

const IN = { en: { locale: 'en' }, it: { locale: 'it' }, zh: { locale: 'zh' } } as const;
type Language = keyof typeof IN;

test.each<[Language, number, string]>([
	['en', 1, '1 event'],
	['en', 40, '40 events'],
	['it', 1, '1 evento'],
	['it', 40, '40 eventi'],
	['it', 1_000_000, '1000000 eventi'],
	['zh', 1, '1个事件'],
	['zh', 40, '40个事件']
])('in %s the event count %i is “%s”', (language, count, words) => {
	expect(m.event_count({ count }, IN[language])).toBe(words);
});

describe('the text of an article’s pin', () => {
	const remark = (language: Language, events: number, days: number) => {
		const numbers = m.number_words({}, IN[language]).split(' ');
		const inWords = (count: number) => ({ count, words: numbers[count]! });
		return m.pin_remark(
			{
				events: m.events_in_words(inWords(events), IN[language]),
				time: m.days_in_words(inWords(days), IN[language])
			},
			IN[language]
		);
	};

	test.each<[Language, number, number, string]>([
		['en', 6, 4, 'six events in four days'],
		['en', 1, 1, 'one event in one day'],
		['it', 6, 4, 'sei eventi in quattro giorni'],
		['it', 1, 1, 'un evento in un giorno'],
		['zh', 6, 4, '四天内六个事件'],
		['zh', 2, 2, '两天内两个事件']
	])('in %s for %i events in %i days is “%s”', (language, events, days, words) => {
		expect(remark(language, events, days)).toBe(words);
	});

	test('has a heading of two lines in every language', () => {
		for (const options of Object.values(IN))
			expect(m.articles_written_here({}, options).split('\n')).toHaveLength(2);
	});
});

describe('a filter without matches', () => {
	const q = 'xyz';
	test.each<[Language, string]>([
		['en', 'No events match “xyz” and have the status “planned” in Balloons from 2017 to 2019.'],
		['it', 'Nessun evento con “xyz”, con stato “planned” in Balloons dal 2017 al 2019.'],
		['zh', '在Balloons中，2017至2019，没有含有“xyz”且状态为“planned”的事件。']
	])('is described in %s in one sentence', (language, sentence) => {
		const options = IN[language];
		const what = [
			m.none_matches({ q }, options),
			m.none_with_status({ status: '“planned”' }, options)
		];
		const where = m.none_in({ lines: 'Balloons' }, options);
		const when = m.none_between({ from: '2017', to: '2019' }, options);
		expect(m.none_found({ what: what.join(m.none_and({}, options)), where, when }, options)).toBe(
			sentence
		);
	});

	test.each<[Language, string]>([
		['en', 'There are no events in Balloons from 2017 onwards.'],
		['it', 'Nessun evento in Balloons dal 2017 in poi.'],
		['zh', '在Balloons中，自2017起，没有事件。']
	])('is described in %s without search words', (language, sentence) => {
		const options = IN[language];
		const where = m.none_in({ lines: 'Balloons' }, options);
		const when = m.none_from({ from: '2017' }, options);
		expect(m.none_there({ where, when }, options)).toBe(sentence);
	});
});

test('an ignored address value is described with the right gender in Italian', () => {
	const describeIgnored = (parameter: string) => m.ignored_value({ parameter, value: 'x' }, IN.it);
	expect(describeIgnored('line')).toBe('Non c’è nessuna linea di prodotto “x”: valore ignorato.');
	expect(describeIgnored('status')).toBe('Non c’è nessuno stato “x”: valore ignorato.');
	expect(describeIgnored('to')).toBe('“x” non è una data valida: valore ignorato.');
	expect(describeIgnored('view')).toBe('“x” non è un periodo valido: valore ignorato.');
});
