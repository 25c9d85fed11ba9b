import { describe, expect, test } from 'vitest';
import type { TimelineEvent } from '../../src/lib/model/types.ts';
import Legend from '../../src/lib/view/chart/Legend.svelte';
import { dateOf, eventOf, evidenceOf, timelineOf } from '../unit/model/records.ts';
import { show, timelineAt } from './given.ts';

const date = (rest = {}, end: string | null = '2012-05-31') => dateOf('2012-05-01', end, rest);

async function explained(events: TimelineEvent[], props = {}, query = ''): Promise<string[]> {
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

describe('the key', () => {
	test.each<[string, TimelineEvent[], string[]]>([
		['a day', [DAY], ['happened', 'to the day']],
		[
			'an announcement of some month',
			[eventOf('a', { status: 'announced', date: date() })],
			['announced', 'some time in here']
		],
		[
			'a rumour of about then',
			[eventOf('a', { status: 'rumoured', date: date({ approximate: true }) })],
			['rumoured', 'about then']
		],
		[
			'what others did for a while',
			[eventOf('a', { status: 'context', date: date({ kind: 'period' }) })],
			['not Acme’s own act', 'from then till then']
		],
		[
			'what still goes on',
			[eventOf('a', { date: date({ kind: 'period', ongoing: true }, null) })],
			['happened', 'still going on']
		],
		[
			'a doubtful day',
			[eventOf('a', { date: date({ uncertain: true }, '2012-05-01') })],
			['happened', 'to the day', 'doubtful']
		],
		[
			'what sources tell differently',
			[eventOf('a', { evidence: [evidenceOf('daily', { stance: 'disputes' })] })],
			['happened', 'to the day', 'sources disagree']
		],
		[
			'a promise',
			[PROMISE, DUE],
			[
				'happened',
				'planned',
				'to the day',
				'some time in here',
				'promised; the articles don’t show if kept'
			]
		],
		[
			'a promise that was kept',
			[PROMISE, DUE, LAUNCH],
			['happened', 'planned', 'to the day', 'some time in here', 'kept']
		]
	])('of %s explains that and nothing else', async (_, events, words) => {
		expect(await explained(events)).toEqual(words);
	});

	test('follows the filter', async () => {
		expect(await explained([DAY, PROMISE, DUE], {}, 'status=planned')).toEqual([
			'planned',
			'some time in here'
		]);
	});

	test('explains nothing when nothing is shown', async () => {
		expect(await explained([DAY], {}, 'status=planned')).toEqual([]);
	});

	test('in short leaves out what explains itself', async () => {
		expect(await explained([DAY, DUE], { compact: true })).toEqual([
			'happened',
			'planned',
			'some time in here'
		]);
	});
});
