/** What `mountTimeline` promises to its host: links, the choice, new data, empty data, refused data. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import {
	mountTimeline,
	type MountedTimeline,
	type MountOptions,
	type TimelineInput
} from '../../src/lib/index.ts';
import { apart, eventOf, LINES, periodOf, small } from './mounted.ts';

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
	history.replaceState(null, '', location.pathname + location.search);
});

async function mount(timeline: TimelineInput, options?: MountOptions): Promise<MountedTimeline> {
	mounted = mountTimeline(target, timeline, options);
	await expect.poll(() => target.querySelector('[data-timeline]')).not.toBeNull();
	return mounted;
}

const chart = () => target.querySelector<HTMLElement>('[data-timeline]')!;
const drawn = () =>
	[...target.querySelectorAll<SVGElement>('a[data-event]')].map(({ dataset }) => dataset.event!);
const mark = (id: string) => target.querySelector<SVGElement>(`a[data-event="${id}"]`)!;
const shape = (id: string) => mark(id).querySelector('.solid, .hollow, .core, .edge')!;
const current = () => target.querySelector<SVGElement>('[aria-current]')?.dataset.event;
const ticks = () =>
	[...target.querySelectorAll('.tick')].map(({ textContent }) => textContent).filter(Boolean);
const range = () => target.querySelector('.navigator [popovertarget]')!.textContent;
const plot = () => target.querySelector('svg.chart')!.getBoundingClientRect();

describe('without onselect', () => {
	const href = (id: string) => `#/kites/${id}`;

	test('a click on a mark follows its link', async () => {
		await mount(small(), { href });
		await userEvent.click(shape('first'));
		expect(location.hash).toBe('#/kites/first');
		expect(current()).toBeUndefined();
	});

	test('Enter follows the link, too', async () => {
		await mount(small(), { href });
		target.querySelector<SVGElement>('a[tabindex="0"]')!.focus();
		await userEvent.keyboard('{Home}{Enter}');
		expect(location.hash).toBe('#/kites/first');
	});

	test('a first touch shows the tooltip, and a second follows the link', async () => {
		await mount(small(), { href });
		const touch = () =>
			shape('first').dispatchEvent(
				new PointerEvent('click', { bubbles: true, cancelable: true, pointerType: 'touch' })
			);
		touch();
		await expect
			.poll(() => document.querySelector('[data-card]')?.textContent)
			.toContain('Title of first');
		expect(location.hash).toBe('');
		touch();
		expect(location.hash).toBe('#/kites/first');
	});

	test('a handler of the page may take the click instead', async () => {
		await mount(small(), { href });
		const take = vi.fn((event: Event) => event.preventDefault());
		target.addEventListener('click', take);
		await userEvent.click(shape('first'));
		expect(take).toHaveBeenCalledOnce();
		expect(location.hash).toBe('');
	});

	test('a click on a mark of the canvas follows its link, seen by handlers of the page', async () => {
		await mount(apart(80), { href });
		await expect.poll(() => target.querySelector('canvas')).not.toBeNull();
		const seen: (string | undefined)[] = [];
		const see = ({ target }: Event) => seen.push((target as Element).closest('a')?.hash);
		target.addEventListener('click', see);
		const { left, width } = plot();
		const svg = target.querySelector('svg.chart')!;
		const rows = target.querySelector('canvas')!.getBoundingClientRect();
		for (let y = rows.top; y < rows.bottom && !location.hash; y += 4)
			svg.dispatchEvent(
				new PointerEvent('click', {
					...{ bubbles: true, cancelable: true },
					...{ clientX: left + width / 2, clientY: y }
				})
			);
		expect(location.hash).toMatch(/^#\/kites\/event-\d+$/);
		expect(seen).toContain(location.hash);
		expect(chart().querySelectorAll(':scope > a')).toHaveLength(0);
	});

	test('an event in the list of a cluster is followed by its link', async () => {
		const crowd = Array.from({ length: 20 }, (_, i) => eventOf(`same-${i}`, '2012-05-01'));
		await mount({ lines: LINES, events: [eventOf('before', '2010-01-01'), ...crowd] }, { href });
		await userEvent.click(target.querySelector('[data-cluster] rect')!);
		const links = () => document.querySelectorAll<HTMLAnchorElement>('[role=group][popover] a');
		await expect.poll(() => links().length).toBeGreaterThan(1);
		const { hash } = links()[1]!;
		await userEvent.click(links()[1]!);
		expect(location.hash).toBe(hash);
	});
});

describe('onselect is called after every change of the selection', () => {
	test('by a click, a second click, Escape, and the handle', async () => {
		const onselect = vi.fn();
		const { select } = await mount(small(), { onselect });
		const told = () => onselect.mock.calls.splice(0).map(([id]) => id as string | null);
		await userEvent.click(shape('first'));
		expect(told()).toEqual(['first']);
		expect(location.hash).toBe('');
		await userEvent.click(shape('first'));
		expect(told()).toEqual([null]);
		select('second');
		expect(told()).toEqual(['second']);
		select('second');
		expect(told()).toEqual([]);
		await expect.poll(current).toBe('second');
		mark('second').focus();
		await userEvent.keyboard('{Escape}{Escape}');
		expect(told()).toEqual([null]);
		select('first');
		select(null);
		select(null);
		expect(told()).toEqual(['first', null]);
	});

	test('but not a filter, a range or new data that keep it', async () => {
		const onselect = vi.fn();
		const { select, setFilter, show, update } = await mount(small(), { onselect });
		select('first');
		setFilter({ lines: ['balloons'] });
		show('2012', '2013');
		update(small());
		expect(onselect.mock.calls).toEqual([['first']]);
	});

	test('with null when new data no longer has the event', async () => {
		const onselect = vi.fn();
		const { select, update } = await mount(small(), { onselect });
		select('first');
		update({ ...small(), events: small().events.slice(1) });
		expect(onselect.mock.calls).toEqual([['first'], [null]]);
		await expect.poll(current).toBeUndefined();
	});
});

describe('update', () => {
	test('draws the new data', async () => {
		const { update } = await mount(small());
		update({
			lines: [{ id: 'boats', label: 'Boats' }],
			events: [eventOf('boat', '2020-01-01', { lines: ['boats'] })]
		});
		await expect.poll(drawn).toEqual(['boat']);
		expect(target.textContent).toContain('Boats');
		expect(target.textContent).not.toContain('Balloons');
		expect(ticks()).toContain('2020');
	});

	test('draws data that was changed in place', async () => {
		const timeline = small();
		const { update } = await mount(timeline);
		timeline.events[0]!.title = 'Another title';
		timeline.events.push(eventOf('fifth', '2015-06-01'));
		update(timeline);
		await expect.poll(() => drawn().length).toBe(5);
		expect(target.textContent).toContain('Another title');
	});

	test('keeps the dates shown, the filter and the choice', async () => {
		const { update, show, setFilter, select } = await mount(small());
		show('2012', '2013');
		setFilter({ lines: ['kites'] });
		select('third');
		await expect.poll(range).toMatch(/2012–2013/);
		await expect.poll(drawn).toEqual(['third']);
		const more = [eventOf('fifth', '2012-06-01'), eventOf('sixth', '1990-06-01')];
		update({ ...small(), events: [...small().events, ...more] });
		await expect.poll(drawn).toEqual(['fifth', 'third']);
		expect(range()).toMatch(/2012–2013/);
		expect(current()).toBe('third');
	});

	test('shows the whole of the new data if it showed the whole of the old', async () => {
		const { update } = await mount(small());
		expect(range()).toMatch(/2010–2019/);
		update({ ...small(), events: [...small().events, eventOf('fifth', '2031-06-01')] });
		await expect.poll(range).toMatch(/2010–2031/);
		expect(drawn()).toContain('fifth');
	});

	test('closes the list of a cluster', async () => {
		const crowd = Array.from({ length: 20 }, (_, i) => eventOf(`same-${i}`, '2012-05-01'));
		const events = [eventOf('before', '2010-01-01'), ...crowd];
		const { update } = await mount({ lines: LINES, events }, { onselect: () => {} });
		await userEvent.click(target.querySelector('[data-cluster] rect')!);
		const list = () => document.querySelector('[role=group][popover]');
		await expect.poll(list).not.toBeNull();
		update(small());
		await expect.poll(list).toBeNull();
	});

	test('marks articles on the axis when the data first has them', async () => {
		const { update } = await mount(small());
		const publication = { start: '2014-01-01', end: '2014-01-01' };
		update({ ...small(), sources: [{ id: 'daily', publisher: 'The Daily', publication }] });
		await expect.poll(() => target.textContent).toContain('The Daily');
		update(small());
		await expect.poll(() => target.textContent).not.toContain('The Daily');
	});

	test('stays within the new data', async () => {
		const { update, show } = await mount(small());
		show('2018', '2019');
		await expect.poll(range).toMatch(/2018–2019/);
		update({ ...small(), events: small().events.slice(0, 2) });
		await expect.poll(range).toMatch(/Jan 2011 – Dec 2012/);
		expect(drawn()).toEqual(['second']);
	});

	test('drops from the filter what the new data does not have', async () => {
		const { update, setFilter } = await mount(small());
		setFilter({ lines: ['balloons'] });
		await expect.poll(() => drawn().length).toBe(2);
		update({
			lines: [LINES[0]!],
			events: small().events.map((event) => ({ ...event, lines: ['kites'] }))
		});
		await expect.poll(() => drawn().length).toBe(4);
	});

	test('with faulty data throws, and leaves the old data as it is', async () => {
		const { update, setFilter } = await mount(small());
		const before = target.innerHTML;
		const [first, ...rest] = small().events;
		expect(() => update({ ...small(), events: [{ ...first!, title: '' }, ...rest] })).toThrow(
			new TypeError('events[0] ("first") has no "title".')
		);
		expect(target.innerHTML).toBe(before);
		setFilter({ lines: ['balloons'] });
		await expect.poll(drawn).toEqual(['second', 'fourth']);
	});
});

describe('no events', () => {
	const sentences: [string, TimelineInput][] = [
		['no data', { lines: LINES, events: [] }],
		['no lines either', { lines: [], events: [] }]
	];
	test.each(sentences)('say so in place of an axis: %s', async (_, timeline) => {
		const { update } = await mount(timeline);
		expect(chart().textContent.trim()).toBe('There are no events.');
		expect(target.textContent).not.toMatch(/1970/);
		update(small());
		await expect.poll(() => drawn().length).toBe(4);
		expect(target.textContent).not.toContain('There are no events.');
		update(timeline);
		await expect.poll(() => chart().textContent.trim()).toBe('There are no events.');
	});

	test.each([
		{ q: 'nothing of the kind' },
		{ status: ['rumoured' as const] },
		{ from: '1800', to: '1801' },
		{ lines: ['trains'] },
		{ sources: ['daily'] }
	])('match a filter, so the chart says so: %j', async (filter) => {
		const { setFilter } = await mount(small());
		setFilter(filter);
		await expect.poll(() => chart().textContent.trim()).toBe('No events match the filter.');
		setFilter({});
		await expect.poll(() => drawn().length).toBe(4);
	});
});

test('a line that is not there matches nothing beside one that is', async () => {
	const { setFilter } = await mount(small());
	setFilter({ lines: ['trains', 'balloons'] });
	await expect.poll(drawn).toEqual(['second', 'fourth']);
	expect(target.textContent).not.toContain('Kites');
});

test('a filter of the wrong form is refused, and leaves the old one', async () => {
	const { setFilter } = await mount(small());
	const set = (filter: object) => () => setFilter(filter as never);
	setFilter({ lines: ['balloons'] });
	for (const [filter, words] of [
		[{ lines: 'kites' }, 'has a "lines" that is not an array: "kites"'],
		[
			{ status: ['done'] },
			'has a "status" that is not "happened", "announced", "planned", "rumoured" or "context": "done"'
		],
		[{ from: 'soon' }, 'has a "from" that is not a year, a month or a day: "soon"'],
		[{ to: '2012-02-30' }, 'has a "to" that is not a year, a month or a day: "2012-02-30"'],
		[{ q: 7 }, 'has a "q" that is not text: 7'],
		[null, 'is an object, such as { "q": "kite" }']
	] as const)
		expect(set(filter as never)).toThrow(new TypeError(`A filter ${words}.`));
	expect(set({ from: '2014', to: '2012' })).toThrow(RangeError);
	await expect.poll(drawn).toEqual(['second', 'fourth']);
	setFilter({ lines: [], status: [], from: '', to: undefined, q: '' });
	await expect.poll(() => drawn().length).toBe(4);
});

test('after destroy, no call throws or draws', async () => {
	const onselect = vi.fn();
	const handle = await mount(small(), { onselect });
	handle.show('2012', '2013');
	handle.destroy();
	for (const call of [
		() => handle.setFilter({ lines: ['kites'] }),
		() => handle.show('2012', '2013'),
		() => handle.select('first'),
		() => handle.update(small()),
		() => handle.destroy()
	])
		expect(call).not.toThrow();
	await expect.poll(() => target.childNodes.length).toBe(0);
	expect(onselect).not.toHaveBeenCalled();
});

test.each([[null], [undefined], ['#chart'], [{}]])('a target that is no element: %j', (missing) => {
	expect(() => mountTimeline(missing as never, small())).toThrow(TypeError);
	expect(() => mountTimeline(missing as never, small())).toThrow(/^The target is not an element/);
});

describe('a period without an end', () => {
	test.each<[string, object]>([
		['with its kind alone', { kind: 'period' }],
		['without a kind', {}],
		['that says it is ongoing', { kind: 'period', ongoing: true }],
		['with null for what it lacks', { kind: 'period', asOf: null, ongoing: null }]
	])('has a bar to the end of the chart: %s', async (_, rest) => {
		const events = [eventOf('early', '2010-06-01'), periodOf('open', '2015-01-01', null, rest)];
		await mount({ lines: LINES, events: [...events, eventOf('late', '2019-06-01')] });
		const { left, right, width } = plot();
		const bar = shape('open').getBoundingClientRect();
		const [start, from, until] = ['2015-01-01', '2010-01-01', '2020-01-01'].map(Date.parse) as [
			number,
			number,
			number
		];
		expect(bar.left).toBeCloseTo(left + (width * (start - from)) / (until - from), 0);
		expect(right - mark('open').getBoundingClientRect().right).toBeLessThan(2);
		expect(mark('open').getAttribute('aria-label')).toContain('1 Jan 2015 →');
	});

	test('ends on the day on which it was known to last, if that is given', async () => {
		const open = periodOf('open', '2012-01-01', null, { asOf: '2014-12-31' });
		await mount({
			lines: LINES,
			events: [eventOf('early', '2010-06-01'), open, eventOf('late', '2019-06-01')]
		});
		const { left, width } = plot();
		expect(mark('open').querySelector('path:last-of-type')).not.toBeNull();
		const bar = shape('open').getBoundingClientRect();
		expect(bar.right).toBeLessThan(left + width * 0.51);
	});

	test('is never a stub, even if it is the last event', async () => {
		await mount({ lines: LINES, events: [periodOf('open', '2015-12-31', null)] });
		expect(shape('open').getBoundingClientRect().width).toBeGreaterThan(plot().width / 4);
	});

	test('passes a filter of any later date', async () => {
		const { setFilter } = await mount({
			...small(),
			events: [periodOf('open', '2015-01-01', null)]
		});
		setFilter({ from: '2030' });
		await expect.poll(drawn).toEqual(['open']);
	});
});

test('an event whose first line is unknown is drawn on its first known one', async () => {
	const events = [eventOf('both', '2012-05-01', { lines: ['trains', 'balloons', 'balloons'] })];
	await mount({ lines: LINES, events });
	expect(drawn()).toEqual(['both']);
	expect(mark('both').getAttribute('aria-label')).toContain('Balloons');
});

test('a quotation without words is not shown', async () => {
	const evidence = [{ source: 'daily', stance: 'supports' as const }];
	await mount({ lines: LINES, events: [eventOf('told', '2012-05-01', { evidence })] });
	await userEvent.hover(shape('told'));
	await expect
		.poll(() => document.querySelector('[data-card]')?.textContent)
		.toContain('Title of told');
	expect(document.querySelector('[data-card]')!.textContent).not.toMatch(/undefined|“/);
});

describe('far years', () => {
	test.each([
		['-260000-01-01', '2000-01-01'],
		['-271820-01-01', '+275759-12-31'],
		['-200000-01-01', '-199999-01-01'],
		['+275759-12-30', '+275759-12-31']
	])('from %s to %s are drawn, at rest and zoomed in', async (first, last) => {
		const { show, select } = await mount({
			lines: LINES,
			events: [eventOf('a', first), eventOf('b', last)]
		});
		expect(drawn()).toEqual(['a', 'b']);
		expect(ticks().length).toBeGreaterThan(1);
		expect(ticks().length).toBeLessThan(40);
		const year = last.slice(0, last.indexOf('-', 1));
		show(year, year);
		await expect.poll(drawn).toContain('b');
		show(last, last);
		await expect.poll(() => ticks().length).toBeGreaterThan(0);
		select('a');
		await expect.poll(drawn).toContain('a');
		await userEvent.keyboard('0');
	});

	test('are zoomed into, down to a day, with the keyboard', async () => {
		const events = [eventOf('a', '-200000-02-01'), eventOf('b', '+200000-02-01')];
		const { select } = await mount({ lines: LINES, events });
		select('b');
		await expect.poll(() => mark('b')).not.toBeNull();
		mark('b').focus();
		for (let i = 0; i < 32; i++) {
			await userEvent.keyboard('+');
			await new Promise((resolve) => setTimeout(resolve, 20));
		}
		await expect.poll(range).toMatch(/200000/);
		await expect.poll(drawn).toEqual(['b']);
		await userEvent.keyboard('0');
		await expect.poll(() => drawn().length).toBe(2);
	});

	test('are taken by the form of the dates shown', async () => {
		const events = [eventOf('marius', '-0099-06-01'), eventOf('far', '+20000-01-01')];
		await mount({ lines: LINES, events });
		await userEvent.click(target.querySelector('.navigator [popovertarget]')!);
		const field = (name: string) => target.querySelector<HTMLInputElement>(`input[name=${name}]`)!;
		// the form is loaded with the first press
		await expect.poll(() => field('from')?.value).toBe('-000099-01-01');
		expect(field('to').value).toBe('+020000-12-31');
		await userEvent.fill(field('from'), '-0044');
		await userEvent.fill(field('to'), '+12000');
		await userEvent.keyboard('{Enter}');
		await expect.poll(range).toContain('45 BCE–12000');
	});

	test('are taken by show: a year, a month or a day of either era', async () => {
		const events = [
			eventOf('marius', '-0099-06-01'),
			eventOf('caesar', '-0043-03-15'),
			eventOf('now', '2026-01-01')
		];
		const { show } = await mount({ lines: LINES, events });
		for (const [from, to, words] of [
			['-0044', '-0043', '45 BCE–44 BCE'],
			['-000043-03', '-0043-03', '1 Mar 44 BCE – 31 Mar 44 BCE'],
			['-0043-03-15', '-0043-03-16', '15 Mar 44 BCE – 16 Mar 44 BCE']
		] as const) {
			show(from, to);
			await expect.poll(range).toContain(words);
		}
		expect(() => show('-300000', '2000')).toThrow(RangeError);
	});
});
