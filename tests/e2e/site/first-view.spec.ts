/** The first view of the page: pages, whose events these are, filter, key and chart, in one screen. */
import { expect, test, type Page } from '@playwright/test';
import { DESKTOP, open, PHONE, scrollToTop, settled, timeline } from '../support/support.ts';

const topOf = async (page: Page, selector: string) =>
	(await page.locator(selector).first().boundingBox())!.y;

/** Expects, on a phone and then on a desktop, key and the beginning of the chart in the first screen. */
async function expectFirstScreen(page: Page): Promise<void> {
	for (const viewport of [PHONE, DESKTOP]) {
		await page.setViewportSize(viewport);
		const key = page.locator('.key').first();
		await expect(key).toBeInViewport({ ratio: 1 });
		await expect(key.getByText('happened')).toBeVisible();
		const top = await settled(() => topOf(page, '[data-timeline]'));
		expect(top + 200, `${viewport.width} px wide`).toBeLessThan(viewport.height);
	}
}

test('without scripts, key and the beginning of the chart are in the first screen', async ({
	browser
}) => {
	const context = await browser.newContext({ javaScriptEnabled: false });
	const page = await context.newPage();
	await page.goto('/');
	await expectFirstScreen(page);
	await context.close();
});

test('the first screen has key and chart, which a filter does not move, and leads to the rest', async ({
	page
}) => {
	await page.setViewportSize(PHONE);
	await page.goto('/', { waitUntil: 'networkidle' });

	await test.step('key and the beginning of the chart are in the first screen', () =>
		expectFirstScreen(page));

	for (const viewport of [PHONE, DESKTOP])
		await test.step(`at ${viewport.width} px a filter and its answer move neither the filter nor the chart`, async () => {
			await page.setViewportSize(viewport);
			const before = await settled(() => topOf(page, '[data-timeline]'));
			const chips = page.locator('.chips button');
			const [chip, next] = [chips.first(), chips.nth(1)];
			const place = await chip.boundingBox();
			for (const pressed of [chip, next]) {
				await pressed.click();
				await expect(pressed).toHaveAttribute('aria-pressed', 'true');
				await expect(page.locator('.key')).toHaveCount(0);
				await expect(page.getByRole('status').first()).toBeVisible();
				expect(await settled(() => topOf(page, '[data-timeline]'))).toBe(before);
				expect(await chip.boundingBox()).toEqual(place);
			}
			await page.getByRole('button', { name: 'Clear' }).first().click();
			await expect(page.locator('.key')).toBeVisible();
			expect(await settled(() => topOf(page, '[data-timeline]'))).toBe(before);
		});

	await test.step('on a phone the search is a button beside the lines, and grows into a field without moving the chart', async () => {
		await page.setViewportSize(PHONE);
		const before = await settled(() => topOf(page, '[data-timeline]'));
		const search = page.getByRole('searchbox');
		const boxOf = async () => (await search.boundingBox())!;
		const chip = (await page.locator('.chips button').first().boundingBox())!;
		expect(await boxOf()).toMatchObject({ y: chip.y, width: 36 });
		expect((await boxOf()).x).toBeLessThan(chip.x);
		await search.focus();
		expect((await boxOf()).width).toBeGreaterThan(200);
		await search.fill('a');
		await search.blur();
		expect((await boxOf()).width).toBeGreaterThan(200);
		await search.fill('');
		await search.blur();
		await expect.poll(async () => (await boxOf()).width).toBe(36);
		expect(await settled(() => topOf(page, '[data-timeline]'))).toBe(before);
	});

	await test.step('Tab goes through the filters in the order in which they stand, and then to the key', async () => {
		const [search, key] = [page.getByRole('searchbox'), page.locator('a[href="#key"]')];
		await search.focus();
		await page.keyboard.press('Tab');
		await expect(page.locator('.chips button').first()).toBeFocused();
		await page.getByRole('button', { name: 'More filters' }).focus();
		await page.keyboard.press('Tab');
		await expect(key).toBeFocused();
		await page.setViewportSize(DESKTOP);
		await search.focus();
		await page.keyboard.press('Tab');
		await expect(key).toBeFocused();
		await page.setViewportSize(PHONE);
	});

	await test.step('a line beside the open search is chosen by one press', async () => {
		await page.getByRole('searchbox').click();
		const line = page.locator('.chips button').nth(2);
		await line.click();
		await expect(line).toHaveAttribute('aria-pressed', 'true');
		await page.getByRole('button', { name: 'Clear' }).first().click();
	});

	await test.step('with a filter of the menu, the page does not scroll sideways', async () => {
		await page.getByRole('button', { name: 'More filters' }).click();
		await page.getByRole('checkbox').first().check();
		await page.keyboard.press('Escape');
		await expect(page.getByRole('status').first()).toBeVisible();
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width);
		await page.getByRole('button', { name: 'Clear' }).first().click();
	});

	await test.step('the key leads to its full form below the chart', async () => {
		await page.locator('.key').getByRole('link', { name: 'Key' }).click();
		await expect(page.locator('#key')).toBeInViewport();
		await scrollToTop(page);
	});

	await test.step('the page says how many events, when the articles end, and leads to the story', async () => {
		const dek = page.locator('.dek');
		await expect(dek).toContainText(`${timeline.events.length} `);
		const ends = timeline.sources.map(({ publication }) => publication.end!.slice(0, 4)).toSorted();
		await expect(dek).toContainText(`It ends in ${ends.at(-1)!} because the articles do.`);
		await dek.getByRole('link', { name: 'read the story below' }).click();
		await expect(page.locator('#story')).toBeInViewport();
	});
});

test('the chart grows with the window, and the links to the pages fit or become a menu', async ({
	page
}) => {
	const pages = page.getByRole('navigation', { name: 'Pages' });

	await test.step('the chart grows with the window, up to 1500 px', async () => {
		await page.setViewportSize({ width: 1920, height: 1000 });
		await open(page);
		expect((await page.locator('[data-timeline]').boundingBox())!.width).toBe(1500);
		await page.setViewportSize({ width: 1400, height: 1000 });
		await expect
			.poll(async () => (await page.locator('[data-timeline]').boundingBox())!.width)
			.toBe(1300);
	});

	await test.step('the pages are links, the current one marked', async () => {
		await expect(pages.getByRole('link').first()).toHaveAttribute('aria-current', 'page');
		await pages.getByRole('link', { name: 'About' }).click();
		await expect(page).toHaveURL('/about/');
		await expect(pages.getByRole('link', { name: 'About' })).toHaveAttribute(
			'aria-current',
			'page'
		);
	});

	await test.step('other pages do not grow with the window', async () => {
		expect((await page.locator('main').boundingBox())!.width).toBe(1180);
	});

	await test.step('the header of other pages has one row, also where its languages do not fit', async () => {
		for (const width of [700, 768, 860, 1280]) {
			await page.setViewportSize({ width, height: 700 });
			expect((await page.getByRole('banner').boundingBox())!.height, `${width} px`).toBeLessThan(
				60
			);
		}
	});

	await test.step('where the links do not fit, a menu has them', async () => {
		await page.setViewportSize({ width: 280, height: 700 });
		await expect(pages.getByRole('link')).toHaveCount(1);
		await pages.getByText('Pages').click();
		await pages.getByRole('link', { name: 'Table' }).click();
		await expect(page).toHaveURL('/table/');
	});
});
