import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page } from '@playwright/test';
import type { Timeline, TimelineEvent } from '../../../src/lib/model/types.ts';

/** The dataset as the built site serves it. */
export const timeline = JSON.parse(readFileSync('build/data/timeline.json', 'utf8')) as Timeline;

export const PHONE = { width: 390, height: 844 };
export const TABLET = { width: 768, height: 1024 };
export const DESKTOP = { width: 1280, height: 900 };

export type Box = Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'>;

/** Opens a page with a chart, and waits until scripts have taken over. */
export async function open(page: Page, path = '/'): Promise<void> {
	await page.goto(path);
	await isAlive(page);
}

/** Opens a page without a chart, and waits until scripts have taken over: nothing in it would tell. */
export async function openPage(page: Page, path: string): Promise<void> {
	await page.goto(path, { waitUntil: 'networkidle' });
}

/** Before scripts run, the page holds a drawing for every range of widths. */
export async function isAlive(page: Page): Promise<void> {
	await expect(drawings(page)).toHaveCount(1);
}

/** Gives the window another size, and waits until the chart is drawn for it. */
export async function resize(page: Page, size: { width: number; height: number }): Promise<void> {
	await page.setViewportSize(size);
	await page.evaluate(async (width) => {
		const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
		while (innerWidth !== width) await frame();
		for (let frames = 0; frames < 3; frames++) await frame();
	}, size.width);
}

export function drawings(page: Page): Locator {
	return page.locator('[data-timeline] svg[role=group]');
}

/** The chart while the list is read. */
export function bar(page: Page): Locator {
	return page.locator('[data-timeline][data-bar]');
}

/** The chart as it stands in the page as a picture. */
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

/** The ids of all events that the chart shows, each as often as it is to be seen; sorted. */
export function drawnIds(page: Page): Promise<string[]> {
	return page.locator('[data-timeline] :is([data-event], [data-cluster])').evaluateAll((marks) =>
		marks
			.filter((element) => element.checkVisibility())
			.flatMap(({ dataset }: HTMLElement | SVGElement) =>
				dataset.event ? [dataset.event] : (dataset.events ?? '').split(' ')
			)
			.toSorted()
	);
}

/** The ids of all events in the list, sorted. */
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

/** Waits until chart and list show these events, each once, and nothing else. */
export async function showsOnly(page: Page, ids: string[]): Promise<void> {
	await expect.poll(() => listedIds(page)).toEqual(ids);
	await expect.poll(() => drawnIds(page)).toEqual(ids);
}

/** Scrolls until the element's top is so many px below the bar's lower edge. */
export async function readAt(element: Locator, below: number): Promise<void> {
	await element.evaluate((node, gap) => {
		const edge = document.querySelector('[data-bar]')?.getBoundingClientRect().bottom ?? 0;
		const top = node.getBoundingClientRect().top + window.scrollY - edge - gap;
		window.scrollTo({ top, behavior: 'instant' });
	}, below);
}

/** Scrolls past the resting chart, until the bar has taken its place. */
export async function readOn(page: Page): Promise<void> {
	await page
		.locator('article[data-event]')
		.first()
		.evaluate((node) => node.scrollIntoView());
	await expect(bar(page)).toBeVisible();
}

/** Puts a chapter's heading where it is read, a little above the reader's line. */
export async function readChapter(
	page: Page,
	id: string,
	{ chapters }: Pick<Timeline, 'chapters'> = timeline
): Promise<void> {
	const { title } = chapters.find((chapter) => chapter.id === id)!;
	if (!(await bar(page).isVisible())) await readOn(page);
	// the bar's height is its chapter's, so that the first try may miss by what it grows or shrinks
	await expect(async () => {
		await readAt(page.locator(`#chapter-${id} h2`), 60);
		await expect(bar(page)).toContainText(title, { timeout: 300 });
	}).toPass();
}

export async function scrollToTop(page: Page): Promise<void> {
	await page.evaluate(() => window.scrollTo({ top: 0, behavior: 'instant' }));
}

/** px between the bar's lower edge and the element's top; null while there is no bar. */
export function gapBelowBar(element: Locator): Promise<number | null> {
	return element.evaluate((node) => {
		const edge = document.querySelector('[data-bar]')?.getBoundingClientRect().bottom;
		return edge === undefined ? null : node.getBoundingClientRect().top - edge;
	});
}

/** Waits until the event's heading stands below the bar, in view, and its words can be read. */
export async function isOpenBelowBar(page: Page, id: string): Promise<void> {
	// on a busy machine the way there takes its time
	await expect(bar(page)).toBeVisible({ timeout: 15_000 });
	await expect(heading(page, id)).toBeInViewport({ ratio: 1, timeout: 15_000 });
	await expect.poll(() => gapBelowBar(heading(page, id))).toBeGreaterThanOrEqual(0);
	await expect(quotations(page, id).first()).toBeVisible();
}

/**
 * A point of the element that the pointer hits, whatever else lies over the rest of it. Playwright's own click would
 * first scroll into view what is in view already.
 */
async function pointOn(element: Locator): Promise<{ x: number; y: number }> {
	await expect(element).toBeVisible();
	const point = await element.evaluate((node) => {
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

/** The boxes of every visible mark, by id, relative to the chart. */
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

/** Waits until what is read is the same twice in a row: until nothing moves any more. */
export async function settled<T>(read: () => Promise<T>): Promise<T> {
	let last = await read();
	await expect
		.poll(async () => {
			const before = JSON.stringify(last);
			last = await read();
			return JSON.stringify(last) === before;
		})
		.toBe(true);
	return last;
}

/** The event of the dataset that answers the description; the tests are of data that has one. */
export function find(
	what: string,
	test: (event: TimelineEvent) => boolean,
	events = timeline.events
): TimelineEvent {
	const event = events.find(test);
	if (!event) throw new Error(`The dataset has no ${what}.`);
	return event;
}
