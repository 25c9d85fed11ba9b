/** The site's fonts: what a page loads, and that texts keep their place before they come, and where they never do. */
import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { findLabelFaults, readLabels } from '../support/labels.ts';
import { rotate } from '../support/sample.ts';
import {
	DESKTOP,
	holdRequests,
	PHONE,
	resize,
	settled,
	TABLET,
	waitForHydration
} from '../support/support.ts';
import { readShifts, watchShifts } from '../support/shifts.ts';

const PAGES = [
	{ path: '/', fonts: ['inter-latin', 'source-serif-4-latin'] },
	{ path: '/embed/', fonts: ['inter-latin'] }
];

const VIEWPORTS = [PHONE, DESKTOP, TABLET];

/** Names of the fonts that a page has requested: `inter-latin` for `inter-latin.9lYeu8Ls.woff2`. */
function listFonts(page: Page): Promise<string[]> {
	return page.evaluate(() =>
		performance
			.getEntriesByType('resource')
			.map(({ name }) => /([^/]+)[.][^.]+[.]woff2$/.exec(new URL(name).pathname)?.[1])
			.filter((name) => name !== undefined)
			.toSorted()
	);
}

/** Whether texts are drawn with Inter: the figures of a missing font differ in width. */
const hasInter = (page: Page) =>
	page.evaluate(() =>
		[...document.fonts].some((f) => f.family === 'Inter' && f.status === 'loaded')
	);

for (const [index, { path, fonts }] of PAGES.entries())
	for (const viewport of rotate(VIEWPORTS, index))
		test(`${path} at ${viewport.width} px loads ${fonts.join(' and ')} alone; no label overlaps before, after or without fonts, which move nothing`, async ({
			page
		}) => {
			await page.setViewportSize(viewport);
			await watchShifts(page);
			const release = await holdRequests(page, '**/*.woff2');
			const faults = async () => findLabelFaults(await settled(() => readLabels(page)));

			await test.step('no label overlaps before or after the fonts load, and they move nothing', async () => {
				await page.goto(path, { waitUntil: 'domcontentloaded' });
				await waitForHydration(page);
				expect(await hasInter(page)).toBe(false);
				expect(await faults(), 'before').toEqual([]);
				release();
				await expect.poll(() => hasInter(page)).toBe(true);
				expect(await faults(), 'after').toEqual([]);
				expect(await readShifts(page)).toBeLessThanOrEqual(0.01);
			});

			await test.step('the page loads its fonts, which it preloads, and no other font', async () => {
				await page.waitForLoadState('networkidle');
				expect(await listFonts(page)).toEqual(fonts);
				const preloaded = page.locator(
					'link[rel=preload][as=font][type="font/woff2"][crossorigin]'
				);
				const hrefs = await preloaded.evaluateAll((links) =>
					links.map((link) => new URL((link as HTMLLinkElement).href).pathname)
				);
				expect(hrefs.map((href) => /([^/]+)[.][^.]+[.]woff2$/.exec(href)?.[1]).toSorted()).toEqual(
					fonts
				);
				for (const href of hrefs)
					expect(readFileSync(`build${href}`).length).toBeLessThanOrEqual(26 * 1024);
			});

			await test.step('without fonts no label overlaps, and nothing moves', async () => {
				await page.unroute('**/*.woff2');
				await page.route('**/*.woff2', (route) => route.abort());
				await page.goto(path, { waitUntil: 'networkidle' });
				await waitForHydration(page);
				expect(await hasInter(page)).toBe(false);
				await expect
					.poll(async () => findLabelFaults(await readLabels(page)), { message: 'without' })
					.toEqual([]);
				expect(await readShifts(page)).toBeLessThanOrEqual(0.01);
				for (const other of VIEWPORTS) {
					await resize(page, other);
					await expect
						.poll(async () => findLabelFaults(await readLabels(page)), {
							message: `without, ${other.width} px wide`
						})
						.toEqual([]);
				}
			});
		});

test('without scripts and fonts, no label of the served drawings overlaps', async ({ browser }) => {
	const context = await browser.newContext({ javaScriptEnabled: false });
	const page = await context.newPage();
	await page.route('**/*.woff2', (route) => route.abort());
	for (const { path } of PAGES) {
		await page.goto(path);
		for (const viewport of VIEWPORTS) {
			await page.setViewportSize(viewport);
			const faults = findLabelFaults(await readLabels(page));
			expect(faults, `${path} ${viewport.width}`).toEqual([]);
		}
	}
	await context.close();
});

test('the licences of the fonts are in the build', () => {
	for (const name of ['inter', 'source-serif-4'])
		expect(readFileSync(`build/licenses/${name}.txt`, 'utf8')).toContain('SIL OPEN FONT LICENSE');
});
