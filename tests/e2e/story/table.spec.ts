import { expect, type Page } from '@playwright/test';
import { test } from '../support/html.ts';
import {
	DESKTOP,
	holdRequests,
	idsOf,
	listedIds,
	PHONE,
	resize,
	timeline
} from '../support/support.ts';
import { readShifts, watchShifts } from '../support/shifts.ts';
import { literal, onLines, sampleLine } from '../support/samples.ts';

const { events, lines } = timeline;
const rows = (page: Page) => page.locator('tbody tr');
const titles = (page: Page) => rows(page).locator('th > a').allTextContents();
const heading = (page: Page, name: string) =>
	page.getByRole('columnheader', { name: new RegExp(`^${name}`) });

async function openTable(page: Page, query = '') {
	await page.goto(`/table/${query}`);
	await expect(heading(page, 'Date').getByRole('button')).toBeVisible();
}

test('without scripts the table has a row for every event, in time order', async ({ readPage }) => {
	const served = await readPage('/table/', (document) => ({
		titles: [...document.querySelectorAll('tbody tr th > a')].map((link) => link.textContent),
		rows: document.querySelectorAll('tbody tr').length,
		sorted: [...document.querySelectorAll('th[aria-sort]')].map((heading) => [
			heading.textContent.trim(),
			heading.getAttribute('aria-sort')
		]),
		name: document.querySelector('caption')?.textContent.trim()
	}));
	expect(served).toEqual({
		titles: events.map(({ title }) => title),
		rows: events.length,
		sorted: [[expect.stringMatching(/^Date/), 'ascending']],
		name: `${events.length} events from ${timeline.title}`
	});
});

test('the table is sorted by its headings, which stay in view, and fits a phone', async ({
	page
}) => {
	await openTable(page);
	const count = page.getByText(`All ${events.length} events shown.`);
	expect((await count.boundingBox())!.height).toBeGreaterThan(10);
	await test.step('at 320 and 390 px nothing is cut off, and values without a column appear under the title', async () => {
		for (const width of [320, PHONE.width]) {
			await resize(page, { width, height: 800 });
			expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
			await expect(heading(page, 'Status')).toBeHidden();
			const { lines: [line] = [] } = events[0]!;
			const label = lines.find(({ id }) => id === line)!.label;
			await expect(rows(page).first()).toContainText(label);
		}
	});
	await resize(page, DESKTOP);
	await test.step('the header stays in view while the rows scroll', async () => {
		await rows(page).last().scrollIntoViewIfNeeded();
		await expect(heading(page, 'Event')).toBeInViewport();
	});
	await test.step('a column heading sorts by its column, and reverses the order when pressed again', async () => {
		await heading(page, 'Event').getByRole('button').click();
		await expect(heading(page, 'Event')).toHaveAttribute('aria-sort', 'ascending');
		await expect(heading(page, 'Date')).not.toHaveAttribute('aria-sort');
		const byTitle = await titles(page);
		expect(byTitle).toEqual(
			byTitle.toSorted(
				new Intl.Collator('en', {
					numeric: true,
					sensitivity: 'base',
					ignorePunctuation: true
				}).compare
			)
		);
		await page.keyboard.press('Enter');
		await expect(heading(page, 'Event')).toHaveAttribute('aria-sort', 'descending');
		expect(await titles(page)).toEqual(byTitle.toReversed());
	});
	await test.step('the sorting is in the address, and a reload and a filter keep it', async () => {
		await expect(page).toHaveURL('/table/?sort=-title');
		const sorted = await titles(page);
		await page.reload();
		await expect(heading(page, 'Event')).toHaveAttribute('aria-sort', 'descending');
		expect(await titles(page)).toEqual(sorted);
		await page.locator('.chips button').nth(1).click();
		await expect(page).toHaveURL(/\?line=[^&]+&sort=-title$/);
		await expect(heading(page, 'Event')).toHaveAttribute('aria-sort', 'descending');
	});
});

test('the table takes the story’s filter from its address and passes it back', async ({ page }) => {
	const { id: line, label } = sampleLine();
	const status = onLines(line).at(-1)!.status;
	const wanted = onLines(line).filter((event) => event.status === status);
	const query = `?line=${line}&status=${status}`;
	await openTable(page, query);
	await expect(rows(page)).toHaveCount(wanted.length);
	await page.getByRole('link', { name: 'Read as a story' }).click();
	await expect(page).toHaveURL(`/${query}`);
	await expect.poll(() => listedIds(page)).toEqual(idsOf(wanted));
	await page.getByRole('link', { name: 'Table' }).click();
	await expect(page).toHaveURL(`/table/${query}`);
	await expect(rows(page)).toHaveCount(wanted.length);

	const chip = page.getByRole('button', { name: new RegExp(`^${literal(label)} \\d+$`) });
	await chip.click();
	await expect(page).toHaveURL(`/table/?status=${status}`);
	await page.goBack();
	await expect(rows(page)).toHaveCount(wanted.length);
});

test('an event chosen in the address is scrolled into view', async ({ page }) => {
	const { id } = events.at(-1)!;
	await openTable(page, `?event=${id}`);
	await expect(page.locator(`tr[data-event="${id}"]`)).toBeInViewport();
});

test('rows stay in place while scripts and fonts load', async ({ page }) => {
	await page.setViewportSize(DESKTOP);
	await watchShifts(page);
	const release = await holdRequests(page, '**/*.woff2');
	await page.goto('/table/', { waitUntil: 'domcontentloaded' });
	await expect(heading(page, 'Date').getByRole('button')).toBeVisible();
	release();
	await page.evaluate(async () => void (await document.fonts.ready));
	expect(await readShifts(page)).toBeLessThanOrEqual(0.001);
});
