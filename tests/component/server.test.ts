/** The server-rendered chart: the container width is unknown, so every drawing is sent. */
import { dataset } from './dataset.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { chooseGeometry, GEOMETRIES, servesUntil } from '../../src/lib/layout/geometry.ts';
import '../../src/lib/view/chart/served-chart.css';
import Timeline from '../../src/lib/view/chart/Timeline.svelte';
import { show, timelineAt } from './given.ts';

const PURPOSES = ['rest', 'embed', 'embed-line'] as const;
const queryOf = (purpose: string) => (purpose === 'embed-line' ? 'line=kites' : '');

let hidden: HTMLElement;
beforeEach(async () => {
	await page.viewport(1600, 900);
	hidden = document.createElement('div');
	document.body.append(hidden);
});
afterEach(() => hidden.remove());

/**
 * Renders as the server does: a hidden container has no width, so all drawings stay.
 * @returns a clone, which no script updates
 */
async function send(purpose: (typeof PURPOSES)[number]): Promise<HTMLElement> {
	hidden.style.display = 'none';
	const props = { purpose, href: ({ id }: { id: string }) => `#${id}` };
	await show(Timeline, timelineAt(dataset, queryOf(purpose)), props, hidden);
	const page = document.createElement('div');
	page.append(hidden.querySelector('.timeline')!.cloneNode(true));
	hidden.replaceWith(page);
	hidden = page;
	return page;
}
const drawingsOf = (page: HTMLElement) => [...page.querySelectorAll<HTMLElement>('[data-serves]')];
const heightOf = (page: HTMLElement) =>
	page.querySelector('.timeline')!.getBoundingClientRect().height;
const isShown = (element: Element) => element.getClientRects().length > 0;

describe.each(PURPOSES)('the chart of %s before hydration', (purpose) => {
	test('has one drawing per geometry', async () => {
		const page = await send(purpose);
		expect(drawingsOf(page).map(({ dataset }) => dataset.serves)).toEqual(
			GEOMETRIES[purpose].map(
				(geometry) => `${geometry.from}-${servesUntil(purpose, geometry) ?? ''}`
			)
		);
	});

	test('shows only the drawing for the width of its container', async () => {
		const page = await send(purpose);
		// the contents do not affect the result and are slow to lay out
		for (const drawing of drawingsOf(page)) drawing.replaceChildren('…');
		for (let width = 280; width <= 1400; width += 4) {
			page.style.width = `${width}px`;
			const shown = drawingsOf(page).filter(isShown);
			const { from } = chooseGeometry(purpose, width);
			expect(shown.map(({ dataset }) => dataset.serves?.split('-')[0])).toEqual([String(from)]);
		}
	});

	test('links each event in every drawing, and has unique element ids', async () => {
		const page = await send(purpose);
		const events = timelineAt(dataset, queryOf(purpose)).visible.map(({ id }) => id);
		for (const drawing of drawingsOf(page)) {
			const links = [...drawing.querySelectorAll('a')].flatMap(({ dataset }) =>
				(dataset.event ?? dataset.events)!.split(' ')
			);
			expect(links.toSorted()).toEqual(events.toSorted());
			for (const link of drawing.querySelectorAll('a'))
				expect(link.getAttribute('href')).toMatch(/^#[a-z]/);
		}
		const ids = [...page.querySelectorAll('[id]')].map(({ id }) => id);
		expect(new Set(ids).size).toBe(ids.length);
	});

	test('has the same height as after hydration, so that nothing shifts', async () => {
		const sent = await send(purpose);
		const live = document.createElement('div');
		document.body.append(live);
		const props = { purpose, href: ({ id }: { id: string }) => `#${id}` };
		await show(Timeline, timelineAt(dataset, queryOf(purpose)), props, live);
		for (const width of [300, 358, 480, 700, 1000, 1180, 1400]) {
			sent.style.width = live.style.width = `${width}px`;
			const { from } = chooseGeometry(purpose, width);
			const serving = () => drawingsOf(live).map(({ dataset }) => dataset.serves?.split('-')[0]);
			await expect.poll(serving).toEqual([String(from)]);
			expect(heightOf(live)).toBe(heightOf(sent));
		}
		live.remove();
	});
});
