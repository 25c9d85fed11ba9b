import { flushSync, mount } from 'svelte';
import { afterEach, describe, expect, test } from 'vitest';
import type { Timeline } from '../../src/lib/model/types.ts';
import { OpenEntries } from '../../src/lib/state/open-entries.svelte.ts';
import { Reading } from '../../src/lib/state/reading.svelte.ts';
import Chapters from '../../src/lib/view/story/Chapters.svelte';
import StoryList from '../../src/lib/view/story/StoryList.svelte';
import { dateOf, eventOf, evidenceOf, timelineOf } from '../unit/model/records.ts';
import { show, timelineAt } from './given.ts';

const textOf = (element: Element | null) => element?.textContent.replace(/\s+/g, ' ').trim() ?? '';
/** The HTML of the list, as the server makes it. */
function htmlOf(timeline: Timeline): string {
	const target = document.createElement('div');
	const links = {
		href: (id: string) => `/event/${id}/`,
		sourceHref: (id: string) => `/source/${id}/`
	};
	mount(Chapters, { target, props: { timeline, citations: '/data/citations.json', ...links } });
	return target.innerHTML;
}

async function list(timeline: Timeline, query = '') {
	const entries = new OpenEntries();
	const state = timelineAt(timeline, query);
	const props = { html: htmlOf(timeline), reading: new Reading(), entries };
	const { container } = await show(StoryList, state, props);
	const shown = () =>
		[...container.querySelectorAll<HTMLElement>('article')]
			.filter((entry) => entry.checkVisibility())
			.map(({ id }) => id);
	return { container, entries, state, shown };
}

afterEach(() => document.body.replaceChildren());

describe('the list of events', () => {
	const kite = eventOf('kite', {
		lines: ['kites'],
		date: dateOf('2012-04-30'),
		evidence: [evidenceOf('daily', { exact: 'A kite over the town.' })]
	});
	const balloon = eventOf('balloon', { lines: ['balloons'], date: dateOf('2012-04-30') });
	const glider = eventOf('glider', {
		lines: ['balloons'],
		date: dateOf('2013-01-01'),
		evidence: [evidenceOf('daily', { exact: 'A wing without a tail.' })]
	});
	const timeline = timelineOf([kite, balloon, glider]);

	test('hides what the filter hides, and shows it again', async () => {
		const { shown, state, container } = await list(timeline, 'line=balloons');
		expect(shown()).toEqual(['balloon', 'glider']);
		expect(container.querySelectorAll('[data-group]:not([hidden])')).toHaveLength(2);
		expect(textOf(container.querySelector('.count'))).toBe('');
		flushSync(() => state.setFilter({}));
		expect(shown()).toEqual(['kite', 'balloon', 'glider']);
		expect(textOf(container.querySelector('.count'))).toBe('2 events');
		flushSync(() => state.setFilter({ from: '2013' }));
		expect(shown()).toEqual(['glider']);
		expect(container.querySelectorAll('[data-group]:not([hidden])')).toHaveLength(1);
	});

	test('opens an entry by its title and by its summary, and closes it', async () => {
		const { container, entries } = await list(timeline);
		const proof = container.querySelector<HTMLDetailsElement>('#kite .proof')!;
		const isSettled = (open: boolean) =>
			expect.poll(() => [proof.open, entries.opened.includes('kite')]).toEqual([open, open]);
		container.querySelector<HTMLElement>('#kite h3 a')!.click();
		await isSettled(true);
		proof.querySelector('summary')!.click();
		await isSettled(false);
		flushSync(() => entries.open('kite'));
		await isSettled(true);
	});

	test('opens an entry that a search finds in its quotations alone, and closes it afterwards', async () => {
		const { container, state, entries } = await list(timeline, 'q=tail');
		const proof = container.querySelector<HTMLDetailsElement>('#glider .proof')!;
		await expect.poll(() => proof.open).toBe(true);
		flushSync(() => state.setFilter({}));
		await expect.poll(() => proof.open).toBe(false);
		expect(entries.opened).toEqual([]);
	});
});

describe('a chapter without events', () => {
	const emptyText = async (query: string) => {
		const balloon = eventOf('balloon', { lines: ['company', 'balloons'], status: 'planned' });
		const { container } = await list(timelineOf([balloon]), query);
		return textOf(container.querySelector('.nothing:not([hidden])'));
	};

	test('has none on the chosen lines, or none that passes the rest of the filter', async () => {
		expect(await emptyText('line=kites')).toBe('No events here in the selected product lines.');
		for (const query of ['status=rumoured', 'line=balloons&status=rumoured'])
			expect(await emptyText(query)).toBe('No events here match the filter.');
	});

	test('names the words that were searched, where nothing else filters', async () => {
		expect(await emptyText('q=glider')).toBe('Its only event does not have “glider”.');
		expect(await emptyText('q=glider&status=rumoured')).toBe('No events here match the filter.');
	});

	test('is one line, 46 px high, which keeps its heading', async () => {
		const { container } = await list(timelineOf([eventOf('balloon')]), 'q=glider');
		const section = container.querySelector<HTMLElement>('section')!;
		section.style.setProperty('--date', '196px');
		section.style.setProperty('--gap', '50px');
		expect(section.querySelector('header')!.getBoundingClientRect().height).toBe(46);
		expect(section.querySelector('h2')!.checkVisibility()).toBe(true);
	});
});
