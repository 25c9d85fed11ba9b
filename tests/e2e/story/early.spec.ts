/** What is pressed before scripts load is not lost. */
import { expect, test, type Page } from '@playwright/test';
import {
	entry,
	find,
	holdRequests,
	need,
	open,
	PHONE,
	quotations,
	timeline,
	waitForHydration
} from '../support/support.ts';

/** Opens the page without scripts. @returns a function that lets them load */
async function openHeld(page: Page, path = '/'): Promise<() => void> {
	const release = await holdRequests(page, '**/*.js');
	await page.goto(path, { waitUntil: 'commit' });
	await expect(page.getByRole('searchbox')).toBeVisible();
	return release;
}

const [first, second] = need(
	'two product lines',
	timeline.lines[1] && timeline.lines,
	timeline.lines
);

test('clicks made before the scripts load take effect afterwards', async ({ page }) => {
	const release = await openHeld(page);
	const chip = (label: string) =>
		page.locator('.chips button', { has: page.getByText(label, { exact: true }) }).first();
	await chip(first!.label).click();
	await chip(first!.label).click(); // a repeated click
	await chip(second!.label).click();
	const { id } = find('event on the first line', ({ lines }) => lines.includes(first!.id));
	await entry(page, id).locator('.proof > summary').click();
	const menu = page.locator('.panel:popover-open');
	const boxes = menu.getByRole('checkbox');
	await page.getByRole('button', { name: /^More filters/ }).click();
	await expect(menu).toHaveText(/./);
	await expect(boxes).toHaveCount(0);
	release();
	await waitForHydration(page);
	await test.step('product lines are chosen, each once', () =>
		expect(page).toHaveURL((url) => url.searchParams.get('line') === `${first!.id},${second!.id}`));
	await test.step('an entry opens', () => expect(quotations(page, id).first()).toBeVisible());
	await test.step('the menu is filled', () => expect(boxes.first()).toBeVisible());
});

test('on a phone the line chosen in the address is in view, and the summary names it', async ({
	page
}) => {
	await page.setViewportSize(PHONE);
	const last = timeline.lines.at(-1)!;
	await open(page, `/?line=${last.id}`);
	const chip = page.locator('.chips button[aria-pressed=true]').first();
	await expect(chip).toContainText(last.label);
	await expect(chip).toBeInViewport({ ratio: 1 });
	await expect(
		page.locator('.notes').getByRole('button', { name: new RegExp(last.label) })
	).toBeVisible();
});
