/** A right-to-left language: the pseudo-language in the shared build of support/project-copy.ts. */
import { expect, type Page } from '@playwright/test';
import { findLabelFaults, readLabels } from '../support/labels.ts';
import { test } from '../support/project-copy.ts';
import { DESKTOP, PHONE, scrollToBar, settled, waitForHydration } from '../support/support.ts';

const PAGES = [
	'/',
	'/?event=first-mix',
	'/table/',
	'/promises/',
	'/event/first-mix/',
	'/source/tuttoandroid-2021/',
	'/about/',
	'/share/?line=mi-mix',
	'/404.html',
	'/embed/',
	'/embed/line/mi-mix/',
	'/embed/event/first-mix/'
];

interface Box {
	name: string;
	left: number;
	right: number;
	top: number;
	bottom: number;
}

/** The boxes of a page's text, line by line, except overlays and visually hidden text. */
function wordBoxes(page: Page): Promise<Box[]> {
	return page.evaluate(() => {
		const excluded = '.visually-hidden, .skip, [data-bar], [popover], select, svg, mark';
		const boxes: Box[] = [];
		const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		while (walker.nextNode()) {
			const { currentNode: node } = walker;
			const element = node.parentElement!;
			if (!node.textContent!.trim() || element.closest(excluded) || !element.checkVisibility())
				continue;
			const range = document.createRange();
			range.selectNodeContents(node);
			for (const { left, right, top, bottom } of range.getClientRects())
				boxes.push({ name: node.textContent!.trim(), left, right, top, bottom });
		}
		return boxes;
	});
}

/** @returns the pairs of boxes that overlap by more than a line's leading */
function overlaps(boxes: Box[]): string[] {
	const sorted = boxes.toSorted((a, b) => a.top - b.top);
	return sorted.flatMap((a, index) => {
		const found: string[] = [];
		for (const b of sorted.slice(index + 1)) {
			if (b.top > a.bottom) break;
			const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
			const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
			if (across > 2 && down > 6) found.push(`“${a.name}” and “${b.name}”`);
		}
		return found;
	});
}

/** The elements that overflow the window sideways, except in a scrolling container. */
function outside(page: Page): Promise<string[]> {
	return page.evaluate(() =>
		[...document.querySelectorAll('body *')]
			.filter((element) => {
				if (!element.checkVisibility() || element.closest('.visually-hidden, .skip, .chips'))
					return false;
				const { left, right, width } = element.getBoundingClientRect();
				return width > 1 && (left < -1 || right > innerWidth + 1);
			})
			.map((element) => `<${element.tagName} class="${element.getAttribute('class')}">`)
	);
}

async function visit(page: Page, url: string, path: string) {
	await page.goto(url + path.slice(1));
	if (await page.locator('[data-timeline]').count()) await waitForHydration(page);
	await settled(() => page.evaluate(() => [document.body.scrollHeight, scrollY]));
}

async function checkPage(page: Page) {
	expect(await page.evaluate(() => getComputedStyle(document.body).direction)).toBe('rtl');
	expect(await outside(page)).toEqual([]);
	expect(
		await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
	).toBeLessThanOrEqual(0);
	const boxes = await wordBoxes(page);
	expect(boxes.length).toBeGreaterThan(5);
	expect(overlaps(boxes)).toEqual([]);
}

async function checkChart(page: Page) {
	const years = await page
		.locator('[data-timeline] .tick:visible')
		.filter({ hasText: /^20\d\d$/ })
		.evaluateAll((ticks) =>
			ticks.map((tick) => {
				const { left, right } = tick.getBoundingClientRect();
				return { year: Number(tick.textContent), left, right };
			})
		);
	expect(years.length).toBeGreaterThan(3);
	for (const [index, { left, year }] of years.slice(1).entries()) {
		expect(year).toBeGreaterThan(years[index]!.year);
		expect(left).toBeGreaterThan(years[index]!.right);
	}
	const labels = await readLabels(page);
	expect(labels.labels.length).toBeGreaterThan(3);
	expect(findLabelFaults(labels)).toEqual([]);
}

async function checkEdges(page: Page) {
	const edges = (selector: string) =>
		page
			.locator(selector)
			.first()
			.evaluate((element) => {
				const range = document.createRange();
				range.selectNodeContents(element);
				const [line] = range.getClientRects();
				const box = element.getBoundingClientRect();
				return { left: line!.left - box.left, right: box.right - line!.right };
			});
	expect((await edges('h1')).right).toBeLessThan(4);
	expect((await edges('.summary')).right).toBeLessThan(4);
	// its first character is a quotation mark
	expect((await edges('blockquote[lang=en]')).left).toBeLessThan(14);
}

for (const viewport of [PHONE, DESKTOP])
	test.describe(`in a right-to-left language at ${viewport.width} px`, () => {
		test.use({ viewport, contextOptions: { reducedMotion: 'reduce' } });

		test('every page is right-to-left, fits the window and has no overlapping text; in charts time runs from left to right', async ({
			page,
			site
		}) => {
			test.slow();
			for (const path of PAGES)
				await test.step(path, async () => {
					await visit(page, site.url, path);
					await test.step('direction, width, overlaps', () => checkPage(page));
					if (['/', '/embed/', '/embed/line/mi-mix/'].includes(path))
						await test.step('time runs from left to right, and no label is cut off', () =>
							checkChart(page));
					if (path === '/event/first-mix/')
						await test.step('text starts at the right, quotations at the side of their own language', () =>
							checkEdges(page));
				});
		});

		test('menus, the tooltip and the bar stay within the window', async ({ page, site }) => {
			await visit(page, site.url, '/');
			for (const button of await page.locator('#main button[popovertarget]:visible').all()) {
				await button.click();
				const panel = page.locator(':popover-open');
				await expect(panel).toBeVisible();
				await expect(panel).toBeInViewport({ ratio: 0.99 });
				await page.keyboard.press('Escape');
				await expect(panel).toHaveCount(0);
			}
			await page.getByRole('searchbox').focus();
			await page.keyboard.press('Tab');
			for (const key of ['Home', 'End']) {
				await page.keyboard.press(key);
				await expect(page.locator('[data-card]')).toBeInViewport({ ratio: 0.99 });
			}
			await scrollToBar(page);
			expect(await outside(page)).toEqual([]);
		});
	});
