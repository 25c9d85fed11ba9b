/** What an embedder copies, and what it does on the embedder's own page. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test, type Page } from '@playwright/test';
import { find, PHONE, timeline } from './support.ts';

const event = find('event', ({ importance }) => importance === 3);
let host: Server;
let hostOrigin: string;
let policy = '';

/** Somebody else's server, which sends the HTML that is in the query. */
test.beforeAll(async () => {
	host = createServer((request, response) => {
		const html = new URL(request.url!, 'http://host').searchParams.get('html') ?? '';
		response.setHeader('Content-Type', 'text/html; charset=utf-8');
		if (policy) response.setHeader('Content-Security-Policy', policy);
		response.end(`<!doctype html><title>Host</title><body style="margin: 0">${html}`);
	}).listen(0, '127.0.0.1');
	await new Promise((resolve) => host.once('listening', resolve));
	hostOrigin = `http://127.0.0.1:${(host.address() as AddressInfo).port}`;
});
test.afterEach(() => (policy = ''));
test.afterAll(() => {
	host.closeAllConnections();
	host.close();
});

/** The snippet under a heading of the builder. */
function snippet(page: Page, name: string) {
	return page
		.locator('section, article, div')
		.filter({ has: page.getByRole('heading', { name, exact: true }) })
		.last()
		.locator('pre');
}

async function paste(page: Page, html: string, width = 600) {
	await page.setViewportSize({ width, height: 800 });
	await page.goto(`${hostOrigin}/?html=${encodeURIComponent(html)}`);
	return page.frameLocator('iframe').first();
}

const frameHeight = (page: Page) =>
	page
		.locator('iframe')
		.first()
		.evaluate((frame) => frame.getBoundingClientRect().height);

test('the builder starts from the view one was looking at, and its frame shows it', async ({
	page
}) => {
	await page.goto('/?line=mi-mix');
	await page.getByRole('link', { name: 'Embed', exact: true }).click();
	await expect(page).toHaveURL(/\/share\/\?line=mi-mix$/);
	await expect(page.frameLocator('iframe').getByRole('heading', { level: 1 })).toHaveText(
		/Mi MIX$/
	);
	const code = await snippet(page, 'Frame').first().textContent();
	expect(code).toContain('/embed/line/mi-mix/"');
	expect(code).toMatch(/title="[^"]*Mi MIX[^"]*" width="100%" height="\d+" loading="lazy"/);
	const frame = await paste(page, code!);
	await expect(frame.locator('.embed')).toBeVisible();
	const marks = frame.locator('[data-timeline] [data-event]');
	await expect
		.poll(() => marks.count())
		.toBe(timeline.events.filter(({ lines }) => lines.includes('mi-mix')).length);
});

test('with its script a frame is as high as what it shows, however often it is pasted', async ({
	page
}) => {
	await page.goto('/share/?line=mi-mix');
	const code = (await snippet(page, 'Frame that fits').first().textContent())!;
	expect(code).toContain('/embed.js');
	const frame = await paste(page, code.replace(/height="\d+"/, 'height="200"') + code);
	const content = () => frame.locator('.embed').evaluate((element) => element.scrollHeight);
	await expect
		.poll(async () => Math.abs((await frameHeight(page)) - (await content())))
		.toBeLessThan(3);
	const before = await frameHeight(page);
	await frame.locator('[data-timeline] [data-event] .hit').first().click();
	await expect.poll(() => frameHeight(page)).toBeGreaterThan(before + 50);
});

test('a bare sandbox, and a host that allows frames and nothing else, show it all the same', async ({
	page,
	baseURL
}) => {
	for (const attributes of ['sandbox="allow-scripts"', 'sandbox', '']) {
		policy = attributes
			? ''
			: `default-src 'none'; style-src 'unsafe-inline'; frame-src ${baseURL}`;
		const frame = await paste(
			page,
			`<iframe src="${baseURL}/embed/event/${event.id}/" width="100%" height="600" ${attributes}></iframe>`
		);
		await expect(frame.locator('.embed article h2')).toHaveText(event.title);
		await expect(frame.locator('blockquote').first()).toBeVisible();
	}
});

for (const width of [280, PHONE.width, 4000])
	test(`${width} px wide, nothing in the frame scrolls sideways`, async ({ page, baseURL }) => {
		const frame = await paste(
			page,
			`<iframe src="${baseURL}/embed/" width="100%" height="700" style="border:0"></iframe>`,
			width
		);
		await expect(frame.locator('.embed')).toBeVisible();
		await expect
			.poll(() => frame.locator('html').evaluate((root) => root.scrollWidth - root.clientWidth))
			.toBe(0);
	});

test('ten frames on one page all show their chart', async ({ page, baseURL }) => {
	const one = `<iframe src="${baseURL}/embed/line/mi-pad/" width="100%" height="300"></iframe>`;
	await paste(page, one.repeat(10));
	for (let i = 0; i < 10; i++)
		await expect(page.frameLocator('iframe').nth(i).locator('[data-event]').first()).toBeAttached();
});

test('oEmbed is found in the page, and gives a frame with a link before it', async ({
	request
}) => {
	for (const path of ['/', `/event/${event.id}/`]) {
		const html = await (await request.get(path)).text();
		const [, address] = /<link[^>]*application\/json\+oembed[^>]*href="([^"]+)"/.exec(html)!;
		const answer = await request.get(new URL(address!).pathname);
		expect(answer.headers()['content-type']).toContain('application/json');
		const data = await answer.json();
		expect(data).toMatchObject({ type: 'rich', version: '1.0' });
		expect(data.html).toMatch(/^<blockquote.*<a href=.*<\/blockquote>\s*<iframe/s);
		for (const size of [data.width, data.height, data.thumbnail_width, data.thumbnail_height])
			expect(size).toBeGreaterThan(0);
		expect((await request.get(new URL(data.thumbnail_url).pathname)).ok()).toBe(true);
	}
});
