import { expect, test } from '@playwright/test';
import { holdRequests, waitForHydration } from '../support/support.ts';
import { sampleLine, samplePair } from '../support/samples.ts';

const { id: LINE } = sampleLine();
const [event] = samplePair();
const kinds = ['/embed/', `/embed/line/${LINE}/`, `/embed/event/${event.id}/`];

for (const path of kinds)
	test(`${path} hydrates the served elements, without SvelteKit’s client`, async ({ page }) => {
		const warnings: string[] = [];
		page.on('console', (message) => warnings.push(message.text()));
		page.on('pageerror', (error) => warnings.push(String(error)));
		const start = await holdRequests(page, '**/*.js');
		await page.goto(path, { waitUntil: 'commit' });
		await expect(page.locator('#frame footer')).toBeAttached();
		const kept = () =>
			page
				.locator('#frame :is(h1, h2, footer, blockquote)')
				.evaluateAll((elements) => elements.map((element) => element.hasAttribute('data-kept')));
		await page
			.locator('#frame :is(h1, h2, footer, blockquote)')
			.evaluateAll((elements) => elements.forEach((element) => (element.dataset.kept = '')));
		const before = await kept();
		expect(before.length).toBeGreaterThan(1);
		start();
		await waitForHydration(page);
		expect(await kept()).toEqual(before);
		expect(await page.content()).not.toContain('__sveltekit');
		expect(warnings).toEqual([]);
	});

test('a frame keeps its state in its address and restores it after a reload', async ({ page }) => {
	await page.goto(`/embed/line/${LINE}/#kept`);
	await waitForHydration(page);
	const before = await page.evaluate(() => history.length);
	await page.locator(`[data-timeline] [data-event="${event.id}"] .label`).first().click();
	await expect(page).toHaveURL(`/embed/line/${LINE}/?line=${LINE}&event=${event.id}#kept`);
	expect(await page.evaluate(() => history.length)).toBe(before);
	await page.reload();
	await expect(page.locator(`article[data-event="${event.id}"] h2`)).toHaveText(event.title);
	await page.getByRole('button', { name: 'Close' }).click();
	await expect(page).toHaveURL(`/embed/line/${LINE}/?line=${LINE}#kept`);
});

test('an embed is styled before its scripts load, and so is its event', async ({ page }) => {
	await page.route('**/*.js', (route) => route.abort());
	for (const path of kinds) {
		await page.goto(path);
		await expect(page.locator('#frame footer')).toHaveCSS('display', 'flex');
		if (path.includes('/event/'))
			await expect(page.locator('#frame article')).toHaveCSS('position', 'relative');
	}
});
