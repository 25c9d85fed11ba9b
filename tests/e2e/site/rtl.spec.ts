/**
 * Support for right-to-left languages: a pseudo-language is added by the steps in CONTRIBUTING, checked and built; then
 * the site is tested in it.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { packageCommand } from '../../../scripts/command.js';
import { startServer } from '../../../scripts/serve.js';
import { copyProject, type Copy } from '../support/project-copy.ts';
import { faults, readLabels } from '../support/labels.ts';
import { addPseudoLanguage } from '../support/pseudo-language.ts';
import { DESKTOP, waitForHydration, PHONE, scrollToBar, settled } from '../support/support.ts';

const ID = 'he';
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

test.describe('in a right-to-left language', () => {
	// the tests share one build
	test.describe.configure({ mode: 'default' });
	let copy: Copy;
	let site: Awaited<ReturnType<typeof startServer>>;

	test.beforeAll(async () => {
		test.setTimeout(180_000); // on a busy machine
		copy = copyProject();
		addPseudoLanguage(copy.folder, ID);
		await copy.run(['scripts/messages.js']);
		expect(await copy.run([packageCommand('tsx'), 'scripts/check-data.ts'])).toContain(
			'Hebrew: complete'
		);
		await copy.run([packageCommand('vite'), 'build', '--logLevel', 'warn'], { SITE_LANGUAGE: ID });
		// only this language is built, so the root pages are stubs
		for (const name of ['index.html', '404.html'])
			writeFileSync(join(copy.folder, 'build', name), '<!doctype html>');
		site = await startServer({ dir: join(copy.folder, 'build'), port: 0 });
	});

	test.afterAll(async () => {
		await site?.close();
		copy?.remove();
	});

	async function read(page: Page, path: string) {
		await page.goto(`${site.url}${ID}${path}`);
		if (await page.locator('[data-timeline]').count()) await waitForHydration(page);
		await settled(() => page.evaluate(() => [document.body.scrollHeight, scrollY]));
	}

	for (const viewport of [PHONE, DESKTOP])
		test.describe(`at ${viewport.width} px`, () => {
			test.use({ viewport, contextOptions: { reducedMotion: 'reduce' } });

			test('every page is right-to-left, fits the window and has no overlapping text', async ({
				page
			}) => {
				test.slow();
				for (const path of PAGES) {
					await read(page, path);
					expect(await page.evaluate(() => getComputedStyle(document.body).direction), path).toBe(
						'rtl'
					);
					expect(await outside(page), path).toEqual([]);
					expect(
						await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
						path
					).toBeLessThanOrEqual(0);
					const boxes = await wordBoxes(page);
					expect(boxes.length, path).toBeGreaterThan(5);
					expect(overlaps(boxes), path).toEqual([]);
				}
			});

			test('text starts at the right, and quotations start at the side of their own language', async ({
				page
			}) => {
				await read(page, '/event/first-mix/');
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
			});

			for (const path of ['/', '/embed/', '/embed/line/mi-mix/'])
				test(`time runs from left to right in ${path}, and no label is cut off`, async ({
					page
				}) => {
					await read(page, path);
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
					expect(faults(labels)).toEqual([]);
					expect(await outside(page)).toEqual([]);
				});

			test('menus, the tooltip and the bar stay within the window', async ({ page }) => {
				await read(page, '/');
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
});
