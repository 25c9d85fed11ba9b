/** The server's drawings, which stay until the browser draws the chart itself. */
import { expect, test, type Page } from '@playwright/test';
import { anEvent, literal, onLines, sampleLine } from '../support/samples.ts';
import {
	drawnIds,
	holdRequests,
	idsOf,
	mark,
	PHONE,
	waitForHydration
} from '../support/support.ts';

const served = (page: Page) => page.locator('[data-served]');

/** Without idle time, only the reader's interest in the chart, or a change of it, replaces what was served. */
async function keepBusy(page: Page): Promise<void> {
	await page.addInitScript(() => {
		window.requestIdleCallback = () => 0;
	});
}

async function openBusy(page: Page, path: string): Promise<void> {
	await keepBusy(page);
	await page.goto(path, { waitUntil: 'networkidle' });
	await expect(served(page)).toHaveCount(1);
}

for (const path of ['/', `/event/${anEvent.id}/`, '/embed/'])
	test(`${path} keeps the one drawing that fits, until the pointer enters the chart`, async ({
		page
	}) => {
		await page.setViewportSize(PHONE);
		await openBusy(page, path);
		await expect(served(page).locator('[data-serves]')).toHaveCount(1);
		await page.locator('[data-timeline] svg.chart').hover();
		await waitForHydration(page);
		await expect(page.locator('[data-timeline] a[tabindex="0"]')).toHaveCount(1);
	});

test('a click on a served mark chooses its event', async ({ page }) => {
	await openBusy(page, '/');
	await mark(page, anEvent.id).click();
	await expect(page).toHaveURL(new RegExp(`[?]event=${anEvent.id}$`));
});

test('a filter draws the chart anew', async ({ page }) => {
	await openBusy(page, '/');
	const { label, id } = sampleLine();
	const chip = page.getByRole('button', { name: new RegExp(`^${literal(label)} \\d+$`) });
	await chip.first().click();
	await waitForHydration(page);
	expect(await drawnIds(page)).toEqual(idsOf(onLines(id)));
});

test('a filter in the address is drawn from the beginning', async ({ page }) => {
	const { id } = sampleLine();
	await keepBusy(page);
	await page.goto(`/?line=${id}`);
	await waitForHydration(page);
	expect(await drawnIds(page)).toEqual(idsOf(onLines(id)));
});

test('a mark that has the focus before scripts run keeps it', async ({ page }) => {
	const release = await holdRequests(page, '**/*.js');
	await page.goto('/', { waitUntil: 'commit' });
	await page.locator(`[data-timeline] [data-event="${anEvent.id}"]:visible`).focus();
	release();
	await waitForHydration(page);
	await expect(mark(page, anEvent.id)).toBeFocused();
});

test('a chart that another page leads to is drawn at once', async ({ page }) => {
	await keepBusy(page);
	await page.goto('/table/', { waitUntil: 'networkidle' });
	await page.getByRole('navigation').locator('a[href="/"]').first().click();
	await expect(mark(page, anEvent.id)).toBeVisible();
	await expect(served(page)).toHaveCount(0);
});
