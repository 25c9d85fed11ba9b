/**
 * A right-to-left language: the translation of the invented company. The interface has no words in it, so its pages are left
 * to right, and the texts of the data bear their own direction. A page of a right-to-left interface is made of them by the
 * `dir` of its root element.
 */
import { expect, type Page } from '@playwright/test';
import { tabIntoChart } from '../support/focus.ts';
import { findLabelFaults, readLabels } from '../support/labels.ts';
import { test, TRANSLATION } from '../support/company.ts';
import { rotate } from '../support/sample.ts';
import { DESKTOP, PHONE, scrollToBar, settled, waitForHydration } from '../support/support.ts';

const PAGES = [
	'/',
	'/?event=fahrt',
	'/table/',
	'/promises/',
	'/event/fahrt/',
	'/source/gazette-1936/',
	'/open/',
	'/about/',
	'/share/?line=seilbahnen',
	'/404.html',
	'/embed/',
	'/embed/line/seilbahnen/',
	'/embed/event/fahrt/'
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
				if (
					!element.checkVisibility() ||
					element.closest('.visually-hidden, .skip, .controls, .answer')
				)
					return false;
				const { left, right, width } = element.getBoundingClientRect();
				return width > 1 && (left < -1 || right > innerWidth + 1);
			})
			.map((element) => `<${element.tagName} class="${element.getAttribute('class')}">`)
	);
}

async function visit(page: Page, url: string, path: string) {
	await page.goto(`${url}${TRANSLATION}${path}`);
	if (await page.locator('[data-timeline]').count()) await waitForHydration(page);
	await settled(() => page.evaluate(() => [document.body.scrollHeight, scrollY]));
}

/** Serves pages as those of a right-to-left interface. */
async function turnInterface(page: Page) {
	await page.route('**/*', async (route) => {
		if (route.request().resourceType() !== 'document') return route.fallback();
		const response = await route.fetch();
		const html = await response.text();
		const turned = html.replace('<html lang="en" dir="ltr">', '<html lang="he" dir="rtl">');
		expect(turned).not.toBe(html);
		await route.fulfill({ response, body: turned });
	});
}

async function checkPage(page: Page, direction: 'ltr' | 'rtl') {
	expect(await page.evaluate(() => getComputedStyle(document.body).direction)).toBe(direction);
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
		.filter({ hasText: /^\d{4}$/ })
		.evaluateAll((ticks) =>
			ticks.map((tick) => {
				const { left, right } = tick.getBoundingClientRect();
				return { year: Number(tick.textContent), left, right };
			})
		);
	expect(years.length).toBeGreaterThan(2);
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
				// the runs of text in either direction
				const runs = [...range.getClientRects()];
				const box = element.getBoundingClientRect();
				return {
					left: Math.min(...runs.map(({ left }) => left)) - box.left,
					right: box.right - Math.max(...runs.map(({ right }) => right))
				};
			});
	expect((await edges('h1')).right).toBeLessThan(4);
	expect((await edges('.summary')).right).toBeLessThan(4);
	// its first character is a quotation mark
	expect((await edges('blockquote[lang=de]')).left).toBeLessThan(14);
	expect((await edges('blockquote[lang=he]')).right).toBeLessThan(14);
}

test.use({ contextOptions: { reducedMotion: 'reduce' } });

for (const [turn, direction] of (['rtl', 'ltr'] as const).entries())
	test(`every page fits the window and has no overlapping text, and time runs from left to right, though the interface is ${direction}`, async ({
		page,
		site
	}) => {
		test.slow();
		if (direction === 'rtl') await turnInterface(page);
		for (const [index, path] of PAGES.entries())
			for (const viewport of rotate([PHONE, DESKTOP], index + turn))
				await test.step(`${path} at ${viewport.width} px`, async () => {
					await page.setViewportSize(viewport);
					await visit(page, site.url, path);
					await test.step('direction, width, overlaps', () => checkPage(page, direction));
					if (['/', '/embed/', '/embed/line/seilbahnen/'].includes(path))
						await test.step('time runs from left to right, and no label is cut off', () =>
							checkChart(page));
					if (path === '/event/fahrt/')
						await test.step('text starts at the right, quotations at the side of their own language', () =>
							checkEdges(page));
				});
	});

for (const viewport of [PHONE, DESKTOP])
	test.describe(`in a right-to-left language at ${viewport.width} px`, () => {
		test.use({ viewport });

		test('menus, the tooltip and the bar stay within the window', async ({ page, site }) => {
			await turnInterface(page);
			await visit(page, site.url, '/');
			for (const button of await page.locator('#main button[popovertarget]:visible').all()) {
				await button.click();
				const panel = page.locator(':popover-open');
				await expect(panel).toBeVisible();
				await expect(panel).toBeInViewport({ ratio: 0.99 });
				await page.keyboard.press('Escape');
				await expect(panel).toHaveCount(0);
			}
			await tabIntoChart(page);
			for (const key of ['Home', 'End']) {
				await page.keyboard.press(key);
				await expect(page.locator('[data-card]')).toBeInViewport({ ratio: 0.99 });
			}
			await scrollToBar(page);
			expect(await outside(page)).toEqual([]);
		});
	});
