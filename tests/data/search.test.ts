/** What the search finds in the curated dataset, by the names of its things in all languages. */
import { describe, expect, test } from 'vitest';
import { compileTimeline } from '../../src/lib/data/compile/compile.ts';
import { filterEvents } from '../../src/lib/model/filter.ts';

describe.each(['en', 'it', 'zh'])('in the edition %s', (language) => {
	const timeline = compileTimeline({ folder: 'data', language }).timeline!;
	const found = (q: string) => filterEvents(timeline.events, { q }, timeline).map(({ id }) => id);

	test.each([
		['Lei Jun', '雷军', '雷軍', 'leijun'],
		['tablets', 'tablet', '平板', '平板电脑', 'Mi Pad'],
		['mimix', 'mi-mix', 'MiMIX'],
		['Xiaomi', 'XIAOMI'],
		['小米', '小米科技'],
		['Smart home', 'smart-home', 'casa smart', '智能家居']
	])('“%s” finds the same as its other names and spellings', (name, ...others) => {
		expect(found(name)).not.toEqual([]);
		for (const other of others) expect(found(other), other).toEqual(found(name));
	});

	test('each name of a line finds its events', () => {
		for (const { line, names } of timeline.aliases)
			for (const name of names) {
				const own = timeline.events.filter(({ lines }) => lines.includes(line!));
				expect(found(name), name).toEqual(expect.arrayContaining(own.map(({ id }) => id)));
			}
	});

	test('AT&T is one word', () => {
		for (const q of ['AT&T', 'at & t']) expect(found(q)).toEqual(['att-and-huawei']);
	});

	test('an event of 2018 is found by the year, but not by a month', () => {
		expect(found('2018')).toContain('mi-pad-4');
		for (const q of ['march 2018', '2018-03', '2018年3月']) {
			expect(found(q)).toContain('us-plan');
			expect(found(q)).not.toContain('mi-pad-4');
		}
	});
});
