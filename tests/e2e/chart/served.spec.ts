/** The server's drawings, which stay until the reader interacts with the chart or its state changes. */
import { expect, test, type Page } from '@playwright/test';
import { anEvent, literal, onLines, sampleLine } from '../support/samples.ts';
import { drawnIds, holdRequests, idsOf, mark, PHONE } from '../support/support.ts';

const served = (page: Page) => page.locator('[data-served]');

/** Opens a page and waits for hydration, which leaves what was served. */
async function openServed(page: Page, path: string): Promise<void> {
	await page.goto(path, { waitUntil: 'networkidle' });
	await expect(served(page)).toHaveCount(1);
}

/** Places of all that is drawn in the chart, px in the page. */
function boxesIn(page: Page): Promise<number[][]> {
	return page.locator('[data-timeline] svg.chart *').evaluateAll((elements) =>
		elements
			.filter((element) => element.checkVisibility() && !element.closest('defs'))
			.map((element) => {
				const { x, y, width, height } = element.getBoundingClientRect();
				return [x + scrollX, y + scrollY, width, height];
			})
	);
}

for (const path of ['/', `/event/${anEvent.id}/`, '/embed/'])
	test(`${path} keeps the one drawing that fits, until the pointer enters the chart`, async ({
		page
	}) => {
		await page.setViewportSize(PHONE);
		await openServed(page, path);
		await expect(served(page).locator('[data-serves]')).toHaveCount(1);
		const before = await boxesIn(page);
		await page.locator('[data-timeline] svg.chart').hover();
		await expect(served(page)).toHaveCount(0);
		const after = await boxesIn(page);
		const moves = after.flatMap((box, i) => box.map((px, j) => Math.abs(px - before[i]![j]!)));
		expect(after).toHaveLength(before.length);
		expect(Math.max(...moves)).toBeLessThan(0.01);
	});

test('a click on a served mark chooses its event', async ({ page }) => {
	await openServed(page, '/');
	await mark(page, anEvent.id).click();
	await expect(page).toHaveURL(new RegExp(`[?]event=${anEvent.id}$`));
});

test('a click without pointer events, as from a screen reader, selects the event', async ({
	page
}) => {
	await openServed(page, '/');
	await mark(page, anEvent.id).dispatchEvent('click');
	await expect(page).toHaveURL(new RegExp(`[?]event=${anEvent.id}$`));
	await expect(served(page)).toHaveCount(0);
});

test('a filter draws the chart anew', async ({ page }) => {
	await openServed(page, '/');
	const { label, id } = sampleLine();
	const chip = page.getByRole('button', { name: new RegExp(`^${literal(label)} \\d+$`) });
	await chip.first().click();
	await expect(served(page)).toHaveCount(0);
	expect(await drawnIds(page)).toEqual(idsOf(onLines(id)));
});

test('a filter in the address is drawn from the beginning', async ({ page }) => {
	const { id } = sampleLine();
	await page.goto(`/?line=${id}`);
	await expect(served(page)).toHaveCount(0);
	expect(await drawnIds(page)).toEqual(idsOf(onLines(id)));
});

test('a served chart is one tab stop', async ({ page }) => {
	await openServed(page, '/');
	const stops = served(page).locator('a:not([tabindex="-1"])');
	await expect(stops).toHaveCount(1);
	const first = (await stops.getAttribute('data-event'))!;
	await stops.focus();
	await expect(served(page)).toHaveCount(0);
	await expect(mark(page, first)).toBeFocused();
	await page.keyboard.press('End');
	await expect(mark(page, first)).not.toBeFocused();
});

test('a mark that has the focus before scripts run keeps it', async ({ page }) => {
	const release = await holdRequests(page, '**/*.js');
	await page.goto('/', { waitUntil: 'commit' });
	await page.locator(`[data-timeline] [data-event="${anEvent.id}"]:visible`).focus();
	release();
	await expect(served(page)).toHaveCount(0);
	await expect(mark(page, anEvent.id)).toBeFocused();
});

test('a chart that another page leads to is drawn at once', async ({ page }) => {
	await page.goto('/table/', { waitUntil: 'networkidle' });
	await page.getByRole('navigation').locator('a[href="/"]').first().click();
	await expect(mark(page, anEvent.id)).toBeVisible();
	await expect(served(page)).toHaveCount(0);
});
