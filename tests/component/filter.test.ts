import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { View } from '../../src/lib/model/address.ts';
import { MemoryAddress } from '../../src/lib/state/address.svelte.ts';
import { FacetState } from '../../src/lib/state/facet.svelte.ts';
import { TimelineState } from '../../src/lib/state/timeline.svelte.ts';
import Empty from '../../src/lib/view/filter/EmptyState.svelte';
import FilterNotes from '../../src/lib/view/filter/FilterNotes.svelte';
import Search from '../../src/lib/view/filter/Search.svelte';
import Filters from '../../src/lib/view/filter/LineFilter.svelte';
import { dateOf, eventOf, evidenceOf, sourceOf, timelineOf } from '../unit/model/records.ts';
import { show, timelineAt } from './given.ts';

const data = timelineOf(
	[
		eventOf('founding', { lines: ['company'], date: dateOf('2010-04-06') }),
		eventOf('kite', { lines: ['kites', 'company'], evidence: [evidenceOf('gazzetta')] }),
		eventOf('due', { lines: ['kites'], status: 'planned' }),
		eventOf('balloon', { lines: ['balloons'], status: 'announced' })
	],
	{ sources: [sourceOf('daily', { publisher: 'The Daily' }), sourceOf('gazzetta')] }
);
const at = (query = '') => timelineAt(data, query);

/** As the page's address: the view follows later. */
class LateAddress extends MemoryAddress {
	override go(view: View): void {
		setTimeout(() => super.go(view), 300);
	}
}

test('the search keeps what is typed until the filter has it, and is cleared with the filter', async () => {
	const timeline = new TimelineState(data, new LateAddress());
	const screen = await show(Search, timeline);
	const input = screen.getByRole('searchbox');
	await input.fill('kite');
	const values = new Set<string>();
	await expect
		.poll(
			() => {
				values.add((input.element() as HTMLInputElement).value);
				return timeline.filter.q;
			},
			{ interval: 20 }
		)
		.toBe('kite');
	expect([...values]).toEqual(['kite']);
	timeline.setFilter({});
	await expect.element(input).toHaveValue('');
});

describe('the chips', () => {
	const pressed = () =>
		[...document.querySelectorAll('.chips button')]
			.filter((button) => button.getAttribute('aria-pressed') === 'true')
			.map((button) => button.textContent.trim().replace(/\s+/g, ' '));

	test('are one per line, in dataset order, with event counts', async () => {
		const screen = await show(Filters, at());
		const names = screen
			.getByRole('button')
			.elements()
			.map((button) => button.textContent.trim());
		expect(names.map((name) => name.replace(/\s+/g, ' '))).toEqual([
			'Company 2',
			'Kites 2',
			'Balloons 1'
		]);
		await expect.element(screen.getByRole('group', { name: 'Product lines' })).toBeVisible();
		expect(pressed()).toEqual([]);
	});

	test('show which lines are selected, possibly several', async () => {
		const timeline = at();
		const screen = await show(Filters, timeline);
		await screen.getByRole('button', { name: 'Balloons' }).click();
		await expect.poll(pressed).toEqual(['Balloons 1']);
		await screen.getByRole('button', { name: 'Company' }).click();
		await expect.poll(pressed).toEqual(['Company 2', 'Balloons 1']);
		expect(timeline.filter.lines).toEqual(['company', 'balloons']);
		await screen.getByRole('button', { name: 'Balloons' }).click();
		await expect.poll(pressed).toEqual(['Company 2']);
	});

	test('show all lines while none is pressed, also after the last one is', async () => {
		const timeline = at('line=company,kites');
		const screen = await show(Filters, timeline);
		await screen.getByRole('button', { name: 'Balloons' }).click();
		await expect.poll(pressed).toEqual([]);
		expect(timeline.visible).toHaveLength(4);
		await screen.getByRole('button', { name: 'Kites' }).click();
		await expect.poll(pressed).toEqual(['Kites 2']);
		await screen.getByRole('button', { name: 'Kites' }).click();
		await expect.poll(pressed).toEqual([]);
		expect(timeline.visible).toHaveLength(4);
	});

	test('count the events that match the rest of the filter, also if there are none', async () => {
		const screen = await show(Filters, at('status=planned'));
		for (const name of ['Company 0', 'Kites 1', 'Balloons 0'])
			await expect.element(screen.getByRole('button', { name })).toBeVisible();
	});
});

describe('the notes', () => {
	const texts = (selector: string) =>
		[...document.querySelectorAll(selector)].map(({ textContent }) =>
			textContent.trim().replace(/\s+/g, ' ')
		);

	test('state how many events are shown', async () => {
		const timeline = at();
		await show(FilterNotes, timeline);
		expect(texts('[role=status]')).toEqual(['All 4 events shown.']);
		new FacetState(timeline, 'lines').toggle('kites');
		await expect.poll(() => texts('[role=status]')).toEqual(['2 of 4 events shown.']);
	});

	test('have a remove button for each part of the filter except lines, where these have a row', async () => {
		await page.viewport(1280, 800);
		const timeline = at(
			'q=kite&status=planned,announced&source=daily&from=2010&to=2013&line=kites'
		);
		const screen = await show(FilterNotes, timeline);
		const visible = [...document.querySelectorAll('button')].filter((one) => one.checkVisibility());
		expect(visible.map(({ textContent }) => textContent.trim().split(' ×')[0])).toEqual([
			'Clear',
			'“kite”',
			'Announced',
			'Planned',
			'The Daily',
			'from 2010',
			'up to 2013'
		]);
		await screen.getByRole('button', { name: /^Remove filter: Planned\b/ }).click();
		await expect.poll(() => timeline.filter.status).toEqual(['announced']);
		await screen.getByRole('button', { name: /^Remove filter: from 2010/ }).click();
		await expect.poll(() => timeline.filter.from).toBeUndefined();
		await screen.getByRole('button', { name: 'Clear', exact: true }).click();
		await expect.poll(() => timeline.isFiltering).toBe(false);
		await expect.poll(() => texts('button')).toEqual([]);
	});

	test('list the values of the address that were ignored', async () => {
		await show(FilterNotes, at('line=trains&from=soon&event=gone&view=2013..2010'));
		expect(texts('.ignored')).toEqual([
			'“trains” was ignored: there is no such product line.',
			'“soon” was ignored: it is not a valid date.',
			'“gone” was ignored: there is no such event.',
			'“2013..2010” was ignored: it is not a valid date range.'
		]);
	});

	test('list a repeated ignored value once', async () => {
		await show(FilterNotes, at('line=trains,trains&line=trains'));
		expect(texts('.ignored')).toHaveLength(1);
	});

	test('escape markup from the address', async () => {
		await show(FilterNotes, at('q=<img src=x>&line=<b>bold</b>'));
		expect(document.querySelector('.notes :is(img, b)')).toBeNull();
		expect(texts('.ignored')[0]).toContain('<b>bold</b>');
	});
});

describe('a filter without matches', () => {
	test.each([
		['q=xyz', 'No events match “xyz”.'],
		['line=balloons', 'There are no events in Balloons.'],
		['q=xyz&line=balloons', 'No events match “xyz” in Balloons.'],
		['line=company,kites,balloons&q=x', 'No events match “x” in Company, Kites or Balloons.'],
		['status=rumoured', 'No events have the status “rumoured”.'],
		[
			'status=rumoured,planned&from=2015',
			'No events have the status “planned” or “rumoured” from 2015 onwards.'
		],
		['from=2015&to=2016', 'There are no events from 2015 to 2016.'],
		['q=xyz&status=planned', 'No events match “xyz” and have the status “planned”.']
	])('for %s shows “%s”', async (query, sentence) => {
		const screen = await show(Empty, at(query));
		await expect.element(screen.getByText(sentence, { exact: true })).toBeVisible();
	});

	test('can be cleared by search, by lines or as a whole', async () => {
		const timeline = at('q=xyz&line=balloons&status=planned');
		const screen = await show(Empty, timeline);
		await screen.getByRole('button', { name: 'Clear search' }).click();
		expect(timeline.filter).toMatchObject({ lines: ['balloons'], status: ['planned'] });
		expect(timeline.filter.q).toBeUndefined();
		await screen.getByRole('button', { name: 'All product lines' }).click();
		expect(timeline.filter).toMatchObject({ lines: undefined, status: ['planned'] });
		await screen.getByRole('button', { name: 'Clear all filters' }).click();
		expect(timeline.isFiltering).toBe(false);
	});

	test('offers to remove each part, with the resulting number of events', async () => {
		const screen = await show(Empty, at('status=rumoured&line=balloons'));
		const buttons = screen.getByRole('button').elements();
		expect(buttons.map((button) => button.textContent)).toEqual([
			'Any status: 1 event',
			'All product lines',
			'Clear all filters'
		]);
	});
});
