import { expect, test } from '@playwright/test';
import {
	clickOn,
	find,
	isAlive,
	isOpenBelowBar,
	listedIds,
	mark,
	open,
	readOn,
	scrollToTop,
	timeline
} from '../support/support.ts';

const event = find('important event', ({ importance }) => importance === 3);

test('on a journey over all kinds of pages nothing leaves the origin, nothing is stored, and nothing fails', async ({
	page,
	context,
	baseURL
}) => {
	const elsewhere: string[] = [];
	const troubles: string[] = [];
	context.on('request', (request) => {
		const { origin, protocol } = new URL(request.url());
		if (origin !== baseURL && protocol !== 'data:') elsewhere.push(request.url());
	});
	context.on('requestfailed', (request) => {
		// a browser drops what it was fetching for a page that is left
		const reason = request.failure()?.errorText;
		if (reason !== 'net::ERR_ABORTED') troubles.push(`${reason}: ${request.url()}`);
	});
	context.on('response', (response) => {
		if (response.status() >= 400) troubles.push(`${response.status()}: ${response.url()}`);
	});
	context.on('console', (message) => {
		if (['error', 'warning'].includes(message.type())) troubles.push(message.text());
	});
	context.on('weberror', (error) => troubles.push(String(error.error())));

	await open(page);
	await readOn(page);
	await scrollToTop(page);
	await page.getByRole('button', { name: /^Mi MIX/ }).click();
	await page.getByRole('searchbox').fill('mix');
	await expect(page).toHaveURL((url) => url.searchParams.get('q') === 'mix');
	await page.goBack();
	await page.goto('/');
	await isAlive(page);
	await clickOn(page, mark(page, event.id));
	await expect(page).toHaveURL((url) => url.searchParams.get('event') === event.id);
	await page.getByRole('link', { name: 'Permanent link' }).filter({ visible: true }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(event.title);
	await page.locator('blockquote + * a, figcaption a').first().click();
	await expect(page).toHaveURL(/\/source\//);
	await page.getByRole('link', { name: 'About' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('About this timeline');
	await page.getByRole('link', { name: timeline.title }).first().click();
	await isAlive(page);
	await page.goto(`/?event=${event.id}`);
	await isOpenBelowBar(page, event.id);
	expect((await listedIds(page)).length).toBe(timeline.events.length);
	await page.goto('/embed/');
	await isAlive(page);
	await clickOn(page, mark(page, event.id));
	await expect(page.locator('blockquote[data-evidence]').first()).toBeVisible();
	await page.goto(`/embed/event/${event.id}/`);
	await isAlive(page);
	// leaving a page, and hiding it, are when scripts like to store something
	await page.goto('/about/');

	expect(elsewhere).toEqual([]);
	expect(troubles).toEqual([]);
	expect(await context.cookies()).toEqual([]);
	const { origins } = await context.storageState({ indexedDB: true });
	expect(origins).toEqual([]);
	// the site puts a storage that refuses in the place of the browser's own: look behind it
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

test('no page asks for anything before it is read', async ({ request }) => {
	const pages = ['/', '/about/', '/embed/', `/event/${event.id}/`];
	for (const path of pages) {
		const html = await (await request.get(path)).text();
		// what a page names but doesn't load may be written in full
		const loaded = html.replace(/<link rel="(?:alternate|canonical)"[^>]*>/g, '');
		const resources = [
			...loaded.matchAll(/<(?:link|script|img|source)\b[^>]*?(?:href|src)="([^"]+)"/g)
		];
		for (const [, address] of resources) expect(address, path).toMatch(/^\/(?!\/)/);
	}
});
