import { expect, test, type Page } from '@playwright/test';
import type { TimelineEvent } from '../../../src/lib/model/types.ts';
import { DESKTOP, eventOf, open, PHONE, resize, timeline } from '../support/support.ts';
import { tabIntoChart } from '../support/focus.ts';
import { laneOf, onLines, samplePair, TALL, yearsFrom } from '../support/samples.ts';
import { visibleRange, settledRange, expectFullExtent } from '../support/range.ts';

const { events, lines } = timeline;
/** An event with others before and after it. */
const middle = events[Math.floor(events.length / 5)]!;
const dayAt = ({ start }: { start: number }) => new Date(start).toISOString().slice(0, 10);

/** The focused mark, whether it is in view, and its tooltip's text. */
function focused(page: Page) {
	return page.evaluate(() => {
		const element = document.activeElement!.closest<SVGElement>('a[data-event]');
		const plot = document.querySelector('[data-timeline] svg')!.getBoundingClientRect();
		// the focus frame of the mark
		const frame = element?.querySelector('.hit')?.getBoundingClientRect();
		return {
			id: element?.dataset.event,
			card: document.querySelector('[data-card]')?.textContent ?? '',
			isInPlot:
				frame !== undefined &&
				frame.left < plot.right + 12 &&
				frame.right > plot.left - 12 &&
				frame.top >= 0 &&
				frame.bottom <= innerHeight,
			scrolled: window.scrollY
		};
	});
}

const titleOf = (id: string | undefined) => eventOf(id).title;

/** Moves the focus with arrow keys through all events, from the first to the last and back. */
async function walkThrough(page: Page) {
	await tabIntoChart(page);
	await page.keyboard.press('Home');
	const visited: string[] = [];
	while (visited.length < events.length) {
		const { id, card, isInPlot, scrolled } = await focused(page);
		visited.push(id!);
		expect(isInPlot, `${id} is in view`).toBe(true);
		if (!card.includes(titleOf(id)))
			await expect(page.locator('[data-card]')).toContainText(titleOf(id));
		expect(scrolled).toBe(0);
		await page.keyboard.press('ArrowRight');
	}
	expect(visited).toEqual(events.map(({ id }) => id));
	// the last ArrowRight left the focus on the last event
	expect((await focused(page)).id).toBe(visited.at(-1));
	await page.keyboard.press('ArrowLeft');
	expect((await focused(page)).id).toBe(visited.at(-2));
	await page.keyboard.press('Home');
	expect((await focused(page)).id).toBe(visited[0]);
	await page.keyboard.press('End');
	expect((await focused(page)).id).toBe(visited.at(-1));
	await expect(page.locator('[data-timeline] a[tabindex="0"]')).toHaveCount(1);
}

/** High enough for a chart of all lines, and what is around it. */
const HEIGHT = TALL + 100;

test('the chart is a single Tab stop; arrow keys move between lanes; the focus has a frame, and keys zoom about it', async ({
	page
}) => {
	await page.setViewportSize({ ...DESKTOP, height: TALL });
	await open(page);
	await test.step('the chart is a single Tab stop', async () => {
		await tabIntoChart(page);
		await expect(page.locator('[data-timeline] a[tabindex="0"]')).toHaveCount(1);
		await page.keyboard.press('Tab');
		expect((await focused(page)).id).toBeUndefined();
		expect(
			await page.evaluate(
				() => document.activeElement!.closest('[aria-label="Dates shown"]') !== null
			)
		).toBe(true);
		await page.keyboard.press('Shift+Tab');
		expect((await focused(page)).id).toBeTruthy();
	});

	await test.step('ArrowUp and ArrowDown move between lanes and stop at the outermost', async () => {
		await tabIntoChart(page);
		// a lane without an event has no mark
		const lanes = lines.map(({ id }) => id).filter((id) => laneOf(id).length > 0);
		const focusedLane = async () => {
			const { id } = await focused(page);
			return lanes.indexOf(eventOf(id).lines[0]!);
		};
		await page.keyboard.press('Home');
		let lane = await focusedLane();
		for (let step = 0; step < lanes.length; step++) {
			await page.keyboard.press('ArrowDown');
			const next = await focusedLane();
			expect(next).toBe(Math.min(lane + 1, lanes.length - 1));
			lane = next;
		}
		for (let step = 0; step < lanes.length; step++) {
			await page.keyboard.press('ArrowUp');
			lane = Math.max(0, lane - 1);
			expect(await focusedLane()).toBe(lane);
		}
		expect((await focused(page)).scrolled).toBe(0);
	});

	await test.step('the focused mark has a frame around it', async () => {
		await tabIntoChart(page);
		for (const key of ['Home', 'ArrowRight', 'End']) {
			await page.keyboard.press(key);
			const { stroke, width, around } = await page
				.locator('a[data-event]:focus')
				.evaluate((link) => {
					const frame = link.querySelector('.hit')!;
					const box = frame.getBoundingClientRect();
					const shapes = [...link.querySelectorAll('.solid, .hollow, .context, .edge, .wide')];
					const style = getComputedStyle(frame);
					return {
						stroke: style.stroke,
						width: Number.parseFloat(style.strokeWidth),
						around: shapes
							.map((shape) => shape.getBoundingClientRect())
							.every(
								({ left, right, top, bottom }) =>
									box.left < left && box.right > right && box.top < top && box.bottom > bottom
							)
					};
				});
			expect(stroke).toMatch(/^rgb\(/);
			expect(width).toBeGreaterThanOrEqual(2);
			expect(around).toBe(true);
		}
	});
	await resize(page, DESKTOP);
	await test.step('plus and minus zoom about the focused mark, which keeps the focus, and 0 shows the full extent', async () => {
		await tabIntoChart(page);
		await page.keyboard.press('Home');
		const isOfOneDay = ({ date }: TimelineEvent) => date.start === date.end;
		const steps = timeline.events.findIndex((event, i) => i > 0 && isOfOneDay(event));
		for (let step = 0; step < steps; step++) await page.keyboard.press('ArrowRight');
		const { id } = await focused(page);
		for (const key of ['+', '=', '+']) {
			const before = await visibleRange(page);
			await page.keyboard.press(key);
			await expect.poll(async () => (await visibleRange(page))?.start).not.toBe(before?.start);
			await settledRange(page);
			expect(await focused(page)).toMatchObject({ id, isInPlot: true });
		}
		const near = await settledRange(page);
		await page.keyboard.press('-');
		await expect
			.poll(async () => {
				const { start, end } = (await visibleRange(page))!;
				return (end - start) / (near.end - near.start);
			})
			.toBeCloseTo(2, 1);
		await page.keyboard.press('0');
		await expectFullExtent(page);
		expect((await focused(page)).id).toBe(id);
		expect(dayAt(near) <= eventOf(id).date.start).toBe(true);
	});
});

test('arrow keys move through all events, also in clusters', async ({ page }) => {
	test.slow();
	await page.setViewportSize({ ...DESKTOP, height: HEIGHT });
	await open(page);
	await test.step('at 1280 px', () => walkThrough(page));
	await resize(page, { ...PHONE, height: HEIGHT });
	await test.step('at 390 px', () => walkThrough(page));
});

test('in a zoomed chart PageDown and PageUp move by a viewport, and arrow keys through all events', async ({
	page
}) => {
	test.slow();
	await page.setViewportSize({ ...DESKTOP, height: HEIGHT });
	await open(page, `/?view=${yearsFrom(middle.date.start, 2).view}`);
	await test.step('PageDown and PageUp move the focus by a viewport and pan the chart', async () => {
		await tabIntoChart(page);
		await page.keyboard.press('Home');
		const before = await settledRange(page);
		const first = (await focused(page)).id;
		await page.keyboard.press('PageDown');
		const { id, scrolled } = await focused(page);
		const start = (one: string | undefined) => Date.parse(eventOf(one).date.start);
		expect(start(id) - start(first)).toBeGreaterThanOrEqual(before.end - before.start);
		expect(scrolled).toBe(0);
		const after = await settledRange(page);
		expect(after.start).toBeGreaterThan(before.start);
		expect(after.end - after.start).toBeCloseTo(before.end - before.start, -3);
		await page.keyboard.press('PageUp');
		expect(start((await focused(page)).id)).toBeLessThan(start(id));
	});
	await test.step('arrow keys move through all events', () => walkThrough(page));
});

test('Escape closes the tooltip, then the selection, then resets the zoom', async ({ page }) => {
	await page.setViewportSize(DESKTOP);
	const [event] = samplePair();
	const { view } = yearsFrom(event.date.start, 2);
	await open(page, `/embed/?line=${event.lines[0]}&view=${view}`);
	await page.keyboard.press('Tab');
	await expect.poll(async () => (await focused(page)).id).toBeTruthy();
	for (let step = 0; step < events.length && (await focused(page)).id !== event.id; step++)
		await page.keyboard.press('ArrowRight');
	expect((await focused(page)).id).toBe(event.id);
	await page.keyboard.press('Enter');
	const article = page.locator(`article[data-event="${event.id}"]`);
	await expect(article).toBeVisible();
	const isFirst = onLines(event.lines[0]!)[0] === event;
	await page.keyboard.press(isFirst ? 'ArrowRight' : 'ArrowLeft');
	await page.keyboard.press(isFirst ? 'ArrowLeft' : 'ArrowRight');
	await expect(page.locator('[data-card]')).toHaveCount(1);

	await page.keyboard.press('Escape');
	await expect(page.locator('[data-card]')).toHaveCount(0);
	await expect(article).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(article).toHaveCount(0);
	expect(await visibleRange(page)).not.toBeNull();
	await page.keyboard.press('Escape');
	await expectFullExtent(page);
	expect((await focused(page)).id).toBe(event.id);
});
