import { expect } from '@playwright/test';
import { test } from '../support/html.ts';
import {
	clickOn,
	entry,
	waitForHydration,
	expectOpenBelowBar,
	listedIds,
	mark,
	open,
	scrollToBar,
	scrollToTop,
	timeline
} from '../support/support.ts';
import { anEvent, literal } from '../support/samples.ts';

const event = anEvent;

test('a journey through all kinds of pages makes no external request, stores nothing and causes no error', async ({
	page,
	context,
	baseURL
}) => {
	const external: string[] = [];
	const problems: string[] = [];
	context.on('request', (request) => {
		const { origin, protocol } = new URL(request.url());
		if (origin !== baseURL && protocol !== 'data:') external.push(request.url());
	});
	context.on('requestfailed', (request) => {
		// a browser aborts pending requests on navigation
		const reason = request.failure()?.errorText;
		if (reason !== 'net::ERR_ABORTED') problems.push(`${reason}: ${request.url()}`);
	});
	context.on('response', (response) => {
		if (response.status() >= 400) problems.push(`${response.status()}: ${response.url()}`);
	});
	// a violation of the policy is an error, too
	context.on('console', (message) => {
		if (['error', 'warning'].includes(message.type())) problems.push(message.text());
	});
	context.on('weberror', (error) => problems.push(String(error.error())));

	await open(page);
	await scrollToBar(page);
	await scrollToTop(page);
	const line = timeline.lines.find(({ id }) => id === event.lines[0])!;
	await page.getByRole('button', { name: new RegExp(`^${literal(line.label)} \\d`) }).click();
	await page.getByRole('searchbox').fill('word');
	await expect(page).toHaveURL((url) => url.searchParams.get('q') === 'word');
	await page.goBack();
	await expect(page).toHaveURL((url) => !url.searchParams.has('q'));
	await clickOn(page, mark(page, event.id));
	await expect(page).toHaveURL((url) => url.searchParams.get('event') === event.id);
	await entry(page, event.id).getByRole('link', { name: 'Event page' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(event.title);
	await page.locator('blockquote + * a, figcaption a').first().click();
	await expect(page).toHaveURL(/\/source\//);
	await page.getByRole('link', { name: 'About' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('About this timeline');
	await page.goto(`/?event=${event.id}`);
	await expectOpenBelowBar(page, event.id);
	expect((await listedIds(page)).length).toBe(timeline.events.length);
	await page.goto('/embed/');
	await waitForHydration(page);
	await clickOn(page, mark(page, event.id));
	await expect(page.locator('blockquote[data-evidence]').first()).toBeVisible();
	await page.goto(`/embed/event/${event.id}/`);
	await waitForHydration(page);
	// scripts often store data when a page is left or hidden
	await page.goto('/about/');

	expect(external).toEqual([]);
	expect(problems).toEqual([]);
	expect(await context.cookies()).toEqual([]);
	const { origins } = await context.storageState({ indexedDB: true });
	expect(origins).toEqual([]);
	// the site replaces the browser's storage with one that refuses, so read the original over CDP
	const session = await context.newCDPSession(page);
	const { entries } = await session.send('DOMStorage.getDOMStorageItems', {
		storageId: { securityOrigin: baseURL!, isLocalStorage: false }
	});
	expect(entries).toEqual([]);
	expect(await page.evaluate(() => caches.keys())).toEqual([]);
	expect(
		await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)
	).toBe(0);
});

test('the HTML of a page loads resources of its own origin only', async ({ readPage }) => {
	for (const path of ['/', '/about/', '/embed/', `/event/${event.id}/`]) {
		// alternate and canonical links are not loaded, and may be absolute
		const resources = await readPage(path, (document) =>
			[
				...document.querySelectorAll(
					'link:not([rel=alternate], [rel=canonical]), script[src], img, iframe, source'
				)
			].flatMap((element) =>
				['href', 'src', 'srcset'].flatMap((name) => element.getAttribute(name) ?? [])
			)
		);
		expect(resources.length, path).toBeGreaterThan(0);
		for (const address of resources) expect(address, path).toMatch(/^\/(?!\/)/);
	}
});
