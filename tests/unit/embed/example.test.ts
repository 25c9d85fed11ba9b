import { describe, expect, test } from 'vitest';
import { chooseExample, formatExample } from '../../../src/lib/embed/example.ts';
import { eventOf, timelineOf } from '../model/records.ts';

const line = (id: string) => ({ id, label: `The ${id} & “more”` });
const chapter = (id: string, from: string, to: string) => ({
	id,
	title: id,
	summary: id,
	from,
	to
});
const dataset = timelineOf([
	eventOf('first', { lines: ['kites'], importance: 3 }),
	eventOf('second', { lines: ['balloons'], importance: 3, title: 'A <red> balloon' }),
	eventOf('third', { lines: ['balloons'], importance: 1 })
]);
const timeline = {
	...dataset,
	language: 'de',
	lines: [line('empty'), line('kites'), line('balloons')],
	chapters: [chapter('one', '1871-01-01', '1913-12-31'), chapter('two', '1914-01-01', '1945-12-31')]
};

describe('the example of messages', () => {
	test('has a line with events, and its most important event', () => {
		expect(chooseExample(timeline)).toMatchObject({
			line: { id: 'kites' },
			event: { id: 'first' },
			from: '1871-01-01',
			to: '1913-12-31'
		});
		const [, ...used] = timeline.lines;
		const full = { ...timeline, lines: [line('kites'), line('kites'), ...used.slice(1)] };
		expect(chooseExample(full)).toMatchObject({
			line: { id: 'balloons' },
			event: { id: 'second' }
		});
	});

	test('is a page whose buttons carry the messages, and name what they select', () => {
		const html = formatExample({ ...timeline, lines: [line('balloons')] });
		const buttons = [...html.matchAll(/<button data-message="(.*?)">(.*?)<\/button>/g)].map(
			([, message, words]) => [JSON.parse(message!.replaceAll('&quot;', '"')), words] as const
		);
		expect(buttons).toEqual([
			[
				{ type: 'timeline:filter', filter: { lines: ['balloons'] } },
				'<bdi lang="de">The balloons &amp; “more”</bdi> only'
			],
			[{ type: 'timeline:filter', filter: {} }, 'All product lines'],
			[{ type: 'timeline:select', event: 'second' }, '<bdi lang="de">A &lt;red&gt; balloon</bdi>'],
			[{ type: 'timeline:show', from: '1871-01-01', to: '1913-12-31' }, '1871-01-01 to 1913-12-31']
		]);
	});

	test('has no buttons without events', () => {
		expect(formatExample({ ...timeline, events: [] })).not.toContain('<button');
	});
});
