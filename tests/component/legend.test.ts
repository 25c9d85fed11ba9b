import { describe, expect, test } from 'vitest';
import type { TimelineEvent } from '../../src/lib/model/types.ts';
import Legend from '../../src/lib/view/key/Legend.svelte';
import { dateOf, eventOf, evidenceOf, timelineOf } from '../unit/model/records.ts';
import { show, timelineAt } from './given.ts';

const date = (rest = {}, end: string | null = '2012-05-31') => dateOf('2012-05-01', end, rest);

async function explanationsOf(events: TimelineEvent[], props = {}, query = ''): Promise<string[]> {
	const { container, unmount } = await show(Legend, timelineAt(timelineOf(events), query), props);
	const words = [...container.querySelectorAll('dd')].map(({ textContent }) =>
		textContent.trim().replace(/^[?≠]\s*/, '')
	);
	await unmount();
	return words;
}

const DAY = eventOf('day');
const PROMISE = eventOf('promise', { relations: [{ type: 'announces', event: 'due' }] });
const DUE = eventOf('due', { status: 'planned', date: date() });
const LAUNCH = eventOf('launch', { relations: [{ type: 'fulfils', event: 'due' }] });

describe('the legend', () => {
	test.each<[string, TimelineEvent[], string[]]>([
		['a day', [DAY], ['happened', 'to the day']],
		[
			'an announcement dated to a month',
			[eventOf('a', { status: 'announced', date: date() })],
			['announced', 'within this span']
		],
		[
			'a rumour with an approximate date',
			[eventOf('a', { status: 'rumoured', date: date({ approximate: true }) })],
			['rumoured', 'around then']
		],
		[
			'a period of context',
			[eventOf('a', { status: 'context', date: date({ kind: 'period' }) })],
			['by others, not Acme', 'throughout']
		],
		[
			'an ongoing period',
			[eventOf('a', { date: date({ kind: 'period', ongoing: true }, null) })],
			['happened', 'ongoing when last reported']
		],
		[
			'an uncertain day',
			[eventOf('a', { date: date({ uncertain: true }, '2012-05-01') })],
			['happened', 'to the day', 'date uncertain']
		],
		[
			'a disputed event',
			[eventOf('a', { evidence: [evidenceOf('daily', { stance: 'disputes' })] })],
			['happened', 'to the day', 'sources disagree']
		],
		[
			'an open promise',
			[PROMISE, DUE],
			['happened', 'planned', 'to the day', 'within this span', 'promised; outcome not reported']
		],
		[
			'a kept promise',
			[PROMISE, DUE, LAUNCH],
			['happened', 'planned', 'to the day', 'within this span', 'kept, or came true']
		]
	])('of %s explains exactly its signs', async (_, events, words) => {
		expect(await explanationsOf(events)).toEqual(words);
	});

	test('follows the filter', async () => {
		expect(await explanationsOf([DAY, PROMISE, DUE], {}, 'status=planned')).toEqual([
			'planned',
			'within this span'
		]);
	});

	test('is empty when no event is shown', async () => {
		expect(await explanationsOf([DAY], {}, 'status=planned')).toEqual([]);
	});

	test('of a frame explains above the chart how sure events are, and below it the rest', async () => {
		expect(await explanationsOf([DAY, DUE], { part: 'head' })).toEqual(['happened', 'planned']);
		expect(await explanationsOf([DAY, DUE], { part: 'foot' })).toEqual(['within this span']);
		expect(await explanationsOf([DAY], { part: 'foot' })).toEqual([]);
	});

	test('above a frame’s chart stays the same while the reader zooms', async () => {
		const events = [DAY, eventOf('later', { status: 'planned', date: dateOf('2019-05-01', null) })];
		const view = 'view=2012-01-01..2012-12-31';
		expect(await explanationsOf(events, { part: 'head' }, view)).toEqual(['happened', 'planned']);
		expect(await explanationsOf(events, {}, view)).toEqual(['happened', 'to the day']);
	});
});
