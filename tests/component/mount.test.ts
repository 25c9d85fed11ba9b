/** `mountTimeline` on a page that provides only data, without any styles. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import {
	mountTimeline,
	type EventInput,
	type MountedTimeline,
	type MountOptions,
	type TimelineInput
} from '../../src/lib/index.ts';
import { apart, eventOf, LINES, small } from './mounted.ts';

const DAY = 86_400_000;
const STATUSES = ['happened', 'announced', 'planned', 'rumoured', 'context'] as const;

let target: HTMLElement;
let mounted: MountedTimeline | null = null;

beforeEach(async () => {
	await page.viewport(1280, 900);
	target = document.createElement('div');
	document.body.append(target);
});
afterEach(() => {
	mounted?.destroy();
	mounted = null;
	target.remove();
});

async function mount(timeline: TimelineInput, options?: MountOptions): Promise<MountedTimeline> {
	mounted = mountTimeline(target, timeline, options);
	await expect.poll(() => target.querySelectorAll('svg.chart').length).toBe(1);
	return mounted;
}

/** `count` events, spread over 20 years deterministically. */
function many(count: number): TimelineInput {
	const start = Date.parse('2000-01-01');
	return {
		lines: LINES,
		events: Array.from({ length: count }, (_, i) => {
			const at = start + ((i * 7919) % 7300) * DAY;
			const day = new Date(at).toISOString().slice(0, 10);
			return eventOf(`event-${i}`, day, {
				lines: [LINES[i % 2]!.id],
				status: STATUSES[i % 5]!
			});
		})
	};
}

const drawn = () =>
	[...target.querySelectorAll<SVGElement>('a[data-event]')].map(({ dataset }) => dataset.event!);
const focused = () => (document.activeElement as SVGElement | null)?.dataset.event;
const elements = () => target.querySelectorAll('*').length;
const range = () => target.querySelector('.navigator [popovertarget]')!.textContent;

describe('a small timeline', () => {
	test('renders from required fields alone, on a page without styles', async () => {
		await mount(small());
		expect(drawn().toSorted()).toEqual(['first', 'fourth', 'second', 'third']);
		expect(target.textContent).toContain('Title of first');
		expect(target.textContent).toContain('Balloons');
		expect(target.querySelector('canvas')).toBeNull();
		// without `kind`, equal start and end make a moment, anything else a period
		const widthOf = (id: string) =>
			target.querySelector(`[data-event=${id}] .solid`)!.getBoundingClientRect().width;
		expect(widthOf('first')).toBeCloseTo(11, 0);
		expect(widthOf('third')).toBeGreaterThan(20);
		expect(target.querySelector('[data-event=first]')!.getAttribute('href')).toBe('#first');
	});

	test('takes the links of its events from href', async () => {
		await mount(small(), { href: (id) => `/kites/${id}/` });
		expect(target.querySelector('[data-event=first]')!.getAttribute('href')).toBe('/kites/first/');
	});

	test('replaces the whole filter with setFilter, and an empty filter clears it', async () => {
		const { setFilter } = await mount(small());
		setFilter({ lines: ['balloons'] });
		await expect.poll(drawn).toEqual(['second', 'fourth']);
		setFilter({ status: ['happened'] });
		await expect.poll(() => drawn().toSorted()).toEqual(['first', 'fourth', 'third']);
		setFilter({ from: '2013', to: '2014' });
		await expect.poll(drawn).toEqual(['third']);
		setFilter({ q: 'title of second' });
		await expect.poll(drawn).toEqual(['second']);
		setFilter({ q: 'balloon' });
		await expect.poll(drawn).toEqual(['second', 'fourth']);
		setFilter({ q: 'may 2012' });
		await expect.poll(drawn).toEqual(['second']);
		setFilter({});
		await expect.poll(() => drawn().length).toBe(4);
	});

	test('moves to a date range with show, and rejects an invalid range', async () => {
		const { show } = await mount(small());
		show('2012-01-01', '2012-12-31');
		await expect.poll(range).toMatch(/2012\s*$/);
		expect(drawn()).toEqual(['second']);
		show('2010-04', '2010-04');
		await expect.poll(range).toMatch(/1 Apr 2010 – 30 Apr 2010\s*$/);
		expect(drawn()).toEqual(['first']);
		for (const [from, to] of [
			['2012-12-31', '2012-01-01'],
			['soon', '2012'],
			['2012', '']
		] as const)
			expect(() => show(from, to)).toThrow(RangeError);
		expect(drawn()).toEqual(['first']);
	});

	test('chooses an event with select, brings it into view, and clears the choice with null', async () => {
		const { select, show } = await mount(small());
		const current = () => target.querySelector<SVGElement>('[aria-current]')?.dataset.event;
		select('first');
		await expect.poll(current).toBe('first');
		show('2018-01-01', '2019-12-31');
		await expect.poll(drawn).toEqual(['fourth']);
		select('second');
		await expect.poll(current).toBe('second');
		select(null);
		await expect.poll(current).toBeUndefined();
		expect(() => select('nothing')).toThrow('There is no event "nothing" to select.');
	});

	test('calls onselect with the chosen event, or null when the choice is cleared', async () => {
		const onselect = vi.fn();
		await mount(small(), { onselect });
		const mark = () => target.querySelector('[data-event=first] .solid')!;
		await userEvent.click(mark());
		expect(onselect.mock.calls).toEqual([['first']]);
		await expect.poll(() => target.querySelector('[data-event=first][aria-current]')).toBeTruthy();
		await userEvent.click(mark());
		expect(onselect.mock.calls).toEqual([['first'], [null]]);
	});

	test('removes everything it added when destroyed', async () => {
		const before = document.body.querySelectorAll('*').length;
		const { destroy, show } = await mount(small());
		show('2012', '2013');
		destroy();
		mounted = null;
		await expect.poll(() => target.childNodes.length).toBe(0);
		expect(document.body.querySelectorAll('*').length).toBe(before);
	});

	test('shares no element id with another timeline on the page', async () => {
		await mount(small());
		const other = document.createElement('div');
		document.body.append(other);
		const second = mountTimeline(other, small());
		const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
		expect(new Set(ids).size).toBe(ids.length);
		second.destroy();
		other.remove();
	});
});

describe('an invalid timeline is rejected with record and field', () => {
	const broken = (rest: object): TimelineInput => ({
		...small(),
		events: [small().events[0]!, { ...small().events[1]!, ...rest } as EventInput]
	});
	test.each<[string, unknown]>([
		['A timeline needs "lines" and "events", both arrays.', { lines: LINES }],
		['events[1] has no "id".', broken({ id: undefined })],
		['events[1] ("second") has no "title".', broken({ title: '' })],
		['events[1] ("second") has no "status", such as "happened".', broken({ status: undefined })],
		['events[1] ("second") is not on any of the timeline’s "lines".', broken({ lines: ['cars'] })],
		[
			'events[1] ("second") has no "date.start" such as "2010-04-06".',
			broken({ date: { start: 'soon', end: null } })
		],
		[
			'events[1] ("second") has a "date.end" that is not a day: "later".',
			broken({ date: { start: '2010-04-06', end: 'later' } })
		]
	])('%s', (sentence, timeline) => {
		expect(() => mountTimeline(target, timeline as TimelineInput)).toThrow(new TypeError(sentence));
		expect(target.childNodes).toHaveLength(0);
	});
});

/** Number of canvas pixels with an alpha above 40 of 255. */
function painted(): number {
	const canvas = target.querySelector('canvas')!;
	const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
	let count = 0;
	for (let i = 3; i < data.length; i += 4) if (data[i]! > 40) count++;
	return count;
}

describe.each([300, 3000])('%i events', (count) => {
	test('are drawn on a canvas with at most 400 elements, at rest and zoomed in', async () => {
		const { show } = await mount(many(count));
		await expect.poll(() => target.querySelector('canvas')).not.toBeNull();
		await expect.poll(painted).toBeGreaterThan(2000);
		expect(elements()).toBeLessThanOrEqual(400);
		for (const [from, to] of [
			['2005-01-01', '2010-12-31'],
			['2008-01-01', '2008-12-31'],
			['2008-03-01', '2008-03-31']
		] as const) {
			show(from, to);
			await expect.poll(range).toContain('2008'.slice(0, 3));
			await new Promise((resolve) => setTimeout(resolve, 500));
			expect(elements(), `${from} to ${to}`).toBeLessThanOrEqual(400);
			if (target.querySelector('canvas')) expect(painted()).toBeGreaterThan(500);
			else expect(drawn().length).toBeGreaterThan(0);
		}
	});

	test('have SVG text labels', async () => {
		const { show } = await mount(many(count));
		show('2008-01-01', count > 1000 ? '2008-06-30' : '2011-12-31');
		await expect
			.poll(() => target.querySelectorAll('svg text.label').length, { timeout: 3000 })
			.toBeGreaterThan(3);
	});

	test('are reached one by one with the arrow keys, in time order', async () => {
		const timeline = many(count);
		await mount(timeline);
		const starts = new Map(timeline.events.map(({ id, date }) => [id, date.start]));
		const stop = target.querySelector<SVGElement>('a[tabindex="0"]')!;
		stop.focus();
		await userEvent.keyboard('{Home}');
		const visited = [focused()!];
		for (let step = 0; step < 24; step++) {
			await userEvent.keyboard('{ArrowRight}');
			visited.push(focused()!);
		}
		const sortedStarts = timeline.events.map(({ date }) => date.start).toSorted();
		expect(visited.map((id) => starts.get(id))).toEqual(sortedStarts.slice(0, visited.length));
		expect(new Set(visited).size).toBe(visited.length);
		await userEvent.keyboard('{End}');
		expect(starts.get(focused()!)).toBe(sortedStarts.at(-1));
		expect(target.querySelectorAll('a[tabindex="0"]')).toHaveLength(1);
	});
});

test('a mark on the canvas has a tooltip and is chosen by a click', async () => {
	const onselect = vi.fn();
	await mount(apart(80), { onselect });
	await expect.poll(() => target.querySelector('canvas')).not.toBeNull();
	// move the focus to a mark to find its position
	target.querySelector<SVGElement>('a[tabindex="0"]')!.focus();
	await userEvent.keyboard('{Home}{ArrowRight}{ArrowRight}');
	const id = focused()!;
	const shape = target.querySelector(`[data-event="${id}"] .solid`)!.getBoundingClientRect();
	await userEvent.keyboard('{End}');
	await expect.poll(() => target.querySelector(`[data-event="${id}"]`)).toBeNull();

	const svg = target.querySelector('svg.chart')!;
	const clientX = (shape.left + shape.right) / 2;
	const clientY = (shape.top + shape.bottom) / 2;
	const at = { bubbles: true, cancelable: true, clientX, clientY };
	svg.dispatchEvent(new PointerEvent('pointermove', at));
	await expect
		.poll(() => document.querySelector('[data-card]')?.textContent)
		.toContain(`Title of ${id}`);
	svg.dispatchEvent(new PointerEvent('click', at));
	expect(onselect.mock.calls).toEqual([[id]]);
	await expect.poll(() => target.querySelector(`[data-event="${id}"][aria-current]`)).toBeTruthy();
});

test('a cluster of one day opens a list of links that choose events', async () => {
	const onselect = vi.fn();
	const crowd = Array.from({ length: 20 }, (_, i) => eventOf(`same-${i}`, '2012-05-01'));
	await mount({ lines: LINES, events: [eventOf('before', '2010-01-01'), ...crowd] }, { onselect });
	const cluster = target.querySelector<SVGElement>('[data-cluster]')!;
	const ids = cluster.dataset.events!.split(' ');
	expect(ids.length).toBeGreaterThan(1);
	await userEvent.click(cluster.querySelector('rect')!);
	const list = () => document.querySelector('[role=group][popover]');
	await expect.poll(() => list()?.querySelectorAll('a').length).toBe(ids.length);
	await expect.poll(() => list()!.contains(document.activeElement)).toBe(true);
	await userEvent.click(list()!.querySelectorAll('a')[1]!);
	expect(onselect.mock.calls).toEqual([[ids[1]]]);
	await expect.poll(list).toBeNull();
});

test.each<[string, string[], RegExp]>([
	['BCE', ['-0500-03-01', '-0044-03-15', '0476-09-04'], /^(\d+ BCE|\d+)$/],
	['in the far future', ['1990-01-01', '9000-06-01'], /^\d{4}$/]
])('years %s have distinct ticks of the right format', async (_, starts, words) => {
	await mount({ lines: LINES, events: starts.map((start, i) => eventOf(`event-${i}`, start)) });
	const ticks = [...target.querySelectorAll('.tick:not(.over)')]
		.map(({ textContent }) => textContent)
		.filter(Boolean);
	expect(ticks.length).toBeGreaterThan(3);
	expect(ticks.length).toBeLessThan(30);
	for (const tick of ticks) expect(tick).toMatch(words);
	expect(new Set(ticks).size).toBe(ticks.length);
	expect(drawn().toSorted()).toEqual(starts.map((__, i) => `event-${i}`));
});

test('a single event is shown within its year', async () => {
	await mount({ lines: LINES, events: [eventOf('only', '2012-05-01')] });
	const ticks = [...target.querySelectorAll('.tick')].map(({ textContent }) => textContent);
	expect(ticks).toContain('May');
	expect(ticks).toContain('2012');
	expect(drawn()).toEqual(['only']);
});
