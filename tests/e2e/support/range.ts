import { expect, type Locator, type Page } from '@playwright/test';
import { drawings, mark } from './support.ts';

/** Milliseconds in UTC; `end` is exclusive. */
export interface Range {
	start: number;
	end: number;
}

export const DAY = 86_400_000;

/** The first day to the last, both inclusive. */
export function days(from: string, to: string): Range {
	return { start: Date.parse(from), end: Date.parse(to) + DAY };
}

/** What stands under the chart. */
export function navigator(page: Page): Locator {
	return page.getByRole('group', { name: 'Time shown' });
}

export function button(page: Page, name: 'Farther' | 'Nearer' | 'All years'): Locator {
	return navigator(page).getByRole('button', { name, exact: true });
}

/** The button that says which range is shown. */
export function rangeButton(page: Page): Locator {
	return navigator(page).getByRole('button', { name: /^Time shown: / });
}

export function handle(page: Page, name: 'From' | 'To'): Locator {
	return navigator(page).getByRole('slider', { name, exact: true });
}

/** What the chart shows, to the millisecond; null for all. */
export function shown(page: Page): Promise<Range | null> {
	return navigator(page).evaluate((element) => {
		const read = (name: string) =>
			element.querySelector(`[role=slider][aria-label=${name}]`)?.getAttribute('aria-valuenow');
		const [start, end] = [read('From'), read('To')];
		return start && end ? { start: Number(start), end: Number(end) } : null;
	});
}

/** All of the chart's time, while it shows less. */
export async function extent(page: Page): Promise<[number, number]> {
	return handle(page, 'From').evaluate((element) => [
		Number(element.getAttribute('aria-valuemin')),
		Number(element.getAttribute('aria-valuemax'))
	]);
}

/** What the chart shows once it has stopped moving; not all of its time. */
export async function shownNear(page: Page): Promise<Range> {
	let range: Range | null = null;
	await expect
		.poll(async () => {
			const before = range;
			range = await shown(page);
			return range !== null && range.start === before?.start && range.end === before.end;
		})
		.toBe(true);
	return range!;
}

/** Waits until the chart shows these days, to the nearest. */
export async function shows(page: Page, from: string, to: string): Promise<void> {
	const { start, end } = days(from, to);
	await expect
		.poll(async () => {
			const range = await shown(page);
			return range && [range.start - start, range.end - end].map((by) => Math.round(by / DAY));
		})
		.toEqual([0, 0]);
}

export async function showsAll(page: Page): Promise<void> {
	await expect.poll(() => shown(page)).toBeNull();
}

/** The plot in the window, px. */
export async function plot(page: Page) {
	return (await drawings(page).boundingBox())!;
}

/** Where the middle of a mark is in the window, px. */
export async function middleOf(page: Page, id: string): Promise<{ x: number; y: number }> {
	const shape = mark(page, id).locator('.solid, .hollow, .context, .edge').first();
	const { x, y, width, height } = (await shape.boundingBox())!;
	return { x: x + width / 2, y: y + height / 2 };
}

/** A point of the plot, with nothing over it, from which every mark, cluster and label is far. */
export function emptyPoint(page: Page): Promise<{ x: number; y: number }> {
	return drawings(page).evaluate((chart) => {
		const plot = chart.getBoundingClientRect();
		const boxes = [...chart.querySelectorAll('[data-event], [data-cluster]')].map((element) =>
			element.getBoundingClientRect()
		);
		let best = { x: 0, y: 0 };
		let most = -1;
		for (let x = plot.left + 0.15 * plot.width; x < plot.left + 0.85 * plot.width; x += 11)
			for (let y = plot.top + 70; y < Math.min(plot.bottom, innerHeight) - 8; y += 7) {
				const far = Math.min(
					...boxes.map(({ left, right, top, bottom }) =>
						Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom))
					)
				);
				if (far > most && chart.contains(document.elementFromPoint(x, y)))
					[best, most] = [{ x, y }, far];
			}
		return best;
	});
}

/** Moves the pointer to the chart, and waits until gestures are listened to: what zooms is fetched then. */
export async function approach(page: Page, at?: { x: number; y: number }): Promise<void> {
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

/** Drags with the mouse, in steps. */
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
