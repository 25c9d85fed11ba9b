import { expect, type Locator, type Page } from '@playwright/test';
import { chartSvg, mark } from './support.ts';

/** A time range, ms since the epoch (UTC); `end` is exclusive. */
export interface Range {
	start: number;
	end: number;
}

export const DAY = 86_400_000;

/** The range between two days, both inclusive. */
export function days(from: string, to: string): Range {
	return { start: Date.parse(from), end: Date.parse(to) + DAY };
}

/** The zoom controls below the chart. */
export function navigator(page: Page): Locator {
	return page.getByRole('group', { name: 'Dates shown' });
}

export function button(page: Page, name: 'Zoom out' | 'Zoom in' | 'Reset zoom'): Locator {
	return navigator(page).getByRole('button', { name, exact: true });
}

/** The button labelled with the visible range. */
export function rangeButton(page: Page): Locator {
	return navigator(page).getByRole('button', { name: /^Dates shown: / });
}

export function handle(page: Page, name: 'From' | 'To'): Locator {
	return navigator(page).getByRole('slider', { name, exact: true });
}

/** The visible range, to the millisecond; null at full extent. */
export function visibleRange(page: Page): Promise<Range | null> {
	return navigator(page).evaluate((element) => {
		const read = (name: string) =>
			element.querySelector(`[role=slider][aria-label=${name}]`)?.getAttribute('aria-valuenow');
		const [start, end] = [read('From'), read('To')];
		return start && end ? { start: Number(start), end: Number(end) } : null;
	});
}

/** The chart's full extent, [min, max] in ms; the chart must be zoomed, because the sliders exist only then. */
export async function extent(page: Page): Promise<[number, number]> {
	return handle(page, 'From').evaluate((element) => [
		Number(element.getAttribute('aria-valuemin')),
		Number(element.getAttribute('aria-valuemax'))
	]);
}

/** The visible range of a zoomed chart once it has stopped moving. */
export async function settledRange(page: Page): Promise<Range> {
	let range: Range | null = null;
	await expect
		.poll(async () => {
			const before = range;
			range = await visibleRange(page);
			return range !== null && range.start === before?.start && range.end === before.end;
		})
		.toBe(true);
	return range!;
}

/** Waits until the visible range, rounded to whole days, is this one. */
export async function expectRange(page: Page, from: string, to: string): Promise<void> {
	const { start, end } = days(from, to);
	await expect
		.poll(async () => {
			const range = await visibleRange(page);
			return range && [range.start - start, range.end - end].map((by) => Math.round(by / DAY));
		})
		.toEqual([0, 0]);
}

export async function expectFullExtent(page: Page): Promise<void> {
	await expect.poll(() => visibleRange(page)).toBeNull();
}

/** The plot's box, px in the window. */
export async function plot(page: Page) {
	return (await chartSvg(page).boundingBox())!;
}

/** The centre of a mark, px in the window. */
export async function middleOf(page: Page, id: string): Promise<{ x: number; y: number }> {
	const shape = mark(page, id).locator('.solid, .hollow, .context, .edge').first();
	const { x, y, width, height } = (await shape.boundingBox())!;
	return { x: x + width / 2, y: y + height / 2 };
}

/** The uncovered point of the plot farthest from all marks, clusters and labels; searched on a grid of 11 × 7 px. */
export function emptyPoint(page: Page): Promise<{ x: number; y: number }> {
	return chartSvg(page).evaluate((chart) => {
		const plot = chart.getBoundingClientRect();
		const boxes = [...chart.querySelectorAll('[data-event], [data-cluster]')].map((element) =>
			element.getBoundingClientRect()
		);
		let best = { x: 0, y: 0 };
		let bestDistance = -1;
		for (let x = plot.left + 0.15 * plot.width; x < plot.left + 0.85 * plot.width; x += 11)
			for (let y = plot.top + 70; y < Math.min(plot.bottom, innerHeight) - 8; y += 7) {
				const distance = Math.min(
					...boxes.map(({ left, right, top, bottom }) =>
						Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom))
					)
				);
				if (distance > bestDistance && chart.contains(document.elementFromPoint(x, y)))
					[best, bestDistance] = [{ x, y }, distance];
			}
		return best;
	});
}

/** Moves the pointer over the chart and waits for the zoom behaviour, which is loaded at the first approach. */
export async function hoverChart(page: Page, at?: { x: number; y: number }): Promise<void> {
	const { x, y } = at ?? (await emptyPoint(page));
	await page.mouse.move(x, y);
	await expect
		.poll(() => page.locator('[data-timeline]').evaluate((element) => '__zoom' in element))
		.toBe(true);
}

export async function wheelWith(page: Page, key: string, by: number): Promise<void> {
	await page.keyboard.down(key);
	await page.mouse.wheel(0, by);
	await page.keyboard.up(key);
}

/** Drags horizontally by `by` px, in several mouse moves. */
export async function drag(
	page: Page,
	from: { x: number; y: number },
	by: number,
	steps = 6
): Promise<void> {
	await page.mouse.move(from.x, from.y);
	await page.mouse.down();
	await page.mouse.move(from.x + by, from.y, { steps });
	await page.mouse.up();
}
