import { readFileSync } from 'node:fs';
import { expect, test, type Frame, type Locator, type Page } from '@playwright/test';
import type { Timeline, TimelineEvent } from '../../../src/lib/model/types.ts';

/** The dataset as the built site serves it. */
export const timeline = JSON.parse(readFileSync('build/data/timeline.json', 'utf8')) as Timeline;

export const PHONE = { width: 390, height: 844 };
export const TABLET = { width: 768, height: 1024 };
export const DESKTOP = { width: 1280, height: 900 };

export type Box = Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'>;

/** Opens a page with a chart and waits for hydration. */
export async function open(page: Page, path = '/'): Promise<void> {
	await page.goto(path);
	await waitForHydration(page);
}

/** Opens a page without a chart and waits for `networkidle`: such a page has no visible sign of hydration. */
export async function openStatic(page: Page, path: string): Promise<void> {
	await page.goto(path, { waitUntil: 'networkidle' });
}

/** Holds requests for addresses that match `glob` back. @returns a function that lets them go on */
export async function holdRequests(page: Page, glob: string): Promise<() => void> {
	let release = () => {};
	const held = new Promise<void>((resolve) => (release = resolve));
	await page.route(glob, async (route) => {
		await held;
		await route.continue();
	});
	return release;
}

/** Waits for hydration, which keeps one of the drawings prerendered for each range of widths. */
export async function waitForHydration(page: Page | Frame): Promise<void> {
	await expect(chartSvg(page)).toHaveCount(1);
}

/** Resizes the viewport and waits three animation frames for the chart to redraw. */
export async function resize(page: Page, size: { width: number; height: number }): Promise<void> {
	await page.setViewportSize(size);
	await page.evaluate(async (width) => {
		const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
		while (innerWidth !== width) await frame();
		for (let frames = 0; frames < 3; frames++) await frame();
	}, size.width);
}

/** The chart's drawings: one per range of widths before hydration, one after. */
export function chartSvg(page: Page | Frame): Locator {
	return page.locator('[data-timeline] svg[role=group]');
}

/** The reading bar: the compact chart at the top of the window while the list is read. */
export function bar(page: Page): Locator {
	return page.locator('[data-timeline][data-bar]');
}

/** The full chart in the page's flow, as opposed to the reading bar. */
export function restingChart(page: Page): Locator {
	return page.locator('[data-timeline]:not([data-bar])');
}

export function mark(page: Page, id: string): Locator {
	return page.locator(`[data-timeline] [data-event="${id}"]`);
}

export function entry(page: Page, id: string): Locator {
	return page.locator(`article[data-event="${id}"]`);
}

export function heading(page: Page, id: string): Locator {
	return entry(page, id).getByRole('heading');
}

export function quotations(page: Page, id: string): Locator {
	return entry(page, id).locator('blockquote[data-evidence]');
}

/** Sorted ids of the visible events in the chart, cluster members included; an id drawn twice is listed twice. */
export function drawnIds(page: Page | Frame): Promise<string[]> {
	return page.locator('[data-timeline] :is([data-event], [data-cluster])').evaluateAll((marks) =>
		marks
			.filter((element) => element.checkVisibility())
			.flatMap(({ dataset }: HTMLElement | SVGElement) =>
				dataset.event ? [dataset.event] : (dataset.events ?? '').split(' ')
			)
			.toSorted()
	);
}

/** Sorted ids of the visible events in the list. */
export function listedIds(page: Page): Promise<string[]> {
	return page.locator('article[data-event]').evaluateAll((entries) =>
		entries
			.filter((element) => element.checkVisibility())
			.map((element) => (element as HTMLElement).dataset.event!)
			.toSorted()
	);
}

export function idsOf(events: TimelineEvent[]): string[] {
	return events.map(({ id }) => id).toSorted();
}

export const allIds = idsOf(timeline.events);

/** Waits until chart and list show exactly these events, each once. @param ids sorted */
export async function expectOnly(page: Page, ids: string[]): Promise<void> {
	await expect.poll(() => listedIds(page)).toEqual(ids);
	await expect.poll(() => drawnIds(page)).toEqual(ids);
}

/** Scrolls until the element's top is `below` px under the bar's lower edge. */
export async function scrollToBelowBar(element: Locator, below: number): Promise<void> {
	await element.evaluate((node, gap) => {
		const edge = document.querySelector('[data-bar]')?.getBoundingClientRect().bottom ?? 0;
		const top = node.getBoundingClientRect().top + window.scrollY - edge - gap;
		window.scrollTo({ top, behavior: 'instant' });
	}, below);
}

/** Scrolls past the resting chart until the reading bar replaces it. */
export async function scrollToBar(page: Page): Promise<void> {
	await page
		.locator('article[data-event]:not([hidden])')
		.first()
		.evaluate((node) => node.scrollIntoView());
	await expect(bar(page)).toBeVisible();
}

/** Scrolls a chapter's heading to 60 px below the bar, slightly above the scroll spy's line. */
export async function scrollToChapter(
	page: Page,
	id: string,
	{ chapters }: Pick<Timeline, 'chapters'> = timeline
): Promise<void> {
	const { title } = chapters.find((chapter) => chapter.id === id)!;
	if (!(await bar(page).isVisible())) await scrollToBar(page);
	await expect(async () => {
		await scrollToBelowBar(page.locator(`#chapter-${id} h2`), 60);
		await expect(bar(page)).toContainText(title, { timeout: 300 });
	}).toPass();
}

/** Opens the menu of chapters in the bar and chooses one. */
export async function goToChapter(page: Page, { title }: { title: string }): Promise<void> {
	const current = (await bar(page).locator('header strong').first().textContent())!;
	await clickOn(page, bar(page).getByRole('button', { name: current, exact: true }));
	await clickOn(page, bar(page).getByRole('list').getByRole('button', { name: title }));
}

export async function scrollToTop(page: Page): Promise<void> {
	await page.evaluate(() => window.scrollTo({ top: 0, behavior: 'instant' }));
}

/** Distance from the bar's lower edge to the element's top, px; null without a bar. */
export function gapBelowBar(element: Locator): Promise<number | null> {
	return element.evaluate((node) => {
		const edge = document.querySelector('[data-bar]')?.getBoundingClientRect().bottom;
		return edge === undefined ? null : node.getBoundingClientRect().top - edge;
	});
}

/** Waits until the event's heading is in view below the bar and its first quotation is visible. */
export async function expectOpenBelowBar(page: Page, id: string): Promise<void> {
	// scrolling there takes longer on a busy machine
	await expect(bar(page)).toBeVisible({ timeout: 15_000 });
	await expect(heading(page, id)).toBeInViewport({ ratio: 1, timeout: 15_000 });
	await expect.poll(() => gapBelowBar(heading(page, id))).toBeGreaterThanOrEqual(0);
	await expect(quotations(page, id).first()).toBeVisible();
}

/**
 * A point of the element that receives pointer events, even if other elements cover part of it. Playwright's own click
 * would scroll an element that is already in view.
 * @throws {Error} if no point of the element can be hit
 */
async function pointOn(element: Locator): Promise<{ x: number; y: number }> {
	await expect(element).toBeVisible();
	const point = await element.evaluate((node) => {
		const { top: above, bottom: below } = node.getBoundingClientRect();
		// a chart of many lanes is higher than the window
		if (above < 0 || below > innerHeight)
			node.scrollIntoView({ block: 'nearest', behavior: 'instant' });
		const { left, top, width, height } = node.getBoundingClientRect();
		const parts = Array.from({ length: 41 }, (_, index) => (index + 0.5) / 41);
		for (const down of [0.5, 0.25, 0.75])
			for (const along of parts) {
				const [x, y] = [left + along * width, top + down * height];
				const hit = document.elementFromPoint(x, y);
				if (hit && node.contains(hit)) return { x, y };
			}
		return null;
	});
	if (!point) throw new Error('Nothing of the element can be hit by a pointer.');
	return point;
}

export async function clickOn(page: Page, element: Locator): Promise<void> {
	const { x, y } = await pointOn(element);
	await page.mouse.click(x, y);
}

/** Boxes of the visible marks, px relative to the chart; keyed by event id, or by the ids in a cluster. */
export function markBoxes(page: Page): Promise<Record<string, Box>> {
	return page.locator('[data-timeline]').evaluate((root) => {
		const origin = root.getBoundingClientRect();
		const boxes: Record<string, Box> = {};
		for (const element of root.querySelectorAll<SVGElement>('[data-event], [data-cluster]')) {
			if (!element.checkVisibility()) continue;
			const { left, right, top, bottom } = element.getBoundingClientRect();
			boxes[(element.dataset.event ?? element.dataset.events)!] = {
				left: left - origin.left,
				right: right - origin.left,
				top: top - origin.top,
				bottom: bottom - origin.top
			};
		}
		return boxes;
	});
}

/** Time in which what moves has moved, ms: a few frames. */
const STILL = 80;

/** Polls `read` until two values, `STILL` ms apart, are equal as JSON. @returns the last value */
export async function settled<T>(read: () => Promise<T>): Promise<T> {
	let last = await read();
	await expect
		.poll(async () => {
			const before = JSON.stringify(last);
			await new Promise((resolve) => setTimeout(resolve, STILL));
			last = await read();
			return JSON.stringify(last) === before;
		})
		.toBe(true);
	return last;
}

/**
 * A sample of the data. Without one, the test that asks for it is skipped; at the top of a file, all tests of the file are.
 * @param what ends the sentence “The data has no …”
 * @param standIn keeps a file without a sample from failing while it loads
 */
export function need<Sample>(what: string, found: Sample | undefined, standIn: Sample): Sample {
	test.skip(found === undefined, `The data has no ${what}.`);
	return found ?? standIn;
}

/** The first event that passes; without one the test is skipped, as with `need`. */
export function find(
	what: string,
	passes: (event: TimelineEvent, index: number) => boolean,
	events = timeline.events
): TimelineEvent {
	return need(what, events.find(passes), timeline.events[0]!);
}

/** @throws {Error} if there is no such event */
export function eventOf(id: string | null | undefined): TimelineEvent {
	const event = timeline.events.find((one) => one.id === id);
	if (!event) throw new Error(`There is no event ${id}.`);
	return event;
}
