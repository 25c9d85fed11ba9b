import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test, type Frame, type Page } from '@playwright/test';
import { find, idsOf, timeline } from './support.ts';

const onLine = (id: string) => idsOf(timeline.events.filter(({ lines }) => lines.includes(id)));
const event = find('event of Mi MIX', ({ lines }) => lines[0] === 'mi-mix');

/** Somebody else's server: it sends the page and the headers that are in the query. */
let host: Server;
let hostOrigin: string;

test.beforeAll(async () => {
	host = createServer((request, response) => {
		const query = new URL(request.url!, 'http://host').searchParams;
		response.setHeader('Content-Type', 'text/html; charset=utf-8');
		const policy = query.get('policy');
		if (policy) response.setHeader('Content-Security-Policy', policy);
		response.end(query.get('html'));
	}).listen(0, '127.0.0.1');
	await new Promise((resolve) => host.once('listening', resolve));
	hostOrigin = `http://127.0.0.1:${(host.address() as AddressInfo).port}`;
});

test.afterAll(() => {
	host.closeAllConnections();
	host.close();
});

function visit(page: Page, body: string, { policy = '', html = '<html>' } = {}) {
	const query = new URLSearchParams({
		html: `<!doctype html>${html}<title>Host</title><body style="margin: 0">${body}`,
		policy
	});
	return page.goto(`${hostOrigin}/?${query}`);
}

async function frameIn(page: Page, index = 0): Promise<Frame> {
	const frame = await (await page.locator('iframe').nth(index).elementHandle())!.contentFrame();
	await expect(frame!.locator('[data-timeline] svg[role=group]')).toHaveCount(1);
	return frame!;
}

const contentHeight = (frame: Frame) =>
	frame.evaluate(() => document.documentElement.getBoundingClientRect().height);

/** Waits until the frame is as high as its content, to a pixel. */
async function fits(page: Page, frame: Frame, index = 0) {
	await expect
		.poll(async () => {
			const height = await page
				.locator('iframe')
				.nth(index)
				.evaluate((one) => one.clientHeight);
			return Math.abs(height - (await contentHeight(frame)));
		})
		.toBeLessThanOrEqual(1);
}

const send = (page: Page, message: unknown) =>
	page.evaluate(
		(what) => document.querySelector('iframe')!.contentWindow!.postMessage(what, '*'),
		message
	);

const drawn = (frame: Frame) =>
	frame.locator('[data-timeline] :is([data-event], [data-cluster])').evaluateAll((marks) =>
		marks
			.filter((mark) => mark.checkVisibility())
			.flatMap((mark) => {
				const { event, events } = (mark as HTMLElement).dataset;
				return (event ?? events ?? '').split(' ');
			})
			.toSorted()
	);

for (const sandbox of ['', 'sandbox="allow-scripts"'])
	test(`embed.js gives a frame its height, pasted twice and late, ${sandbox || 'freely'}`, async ({
		page,
		baseURL
	}) => {
		await visit(
			page,
			`<iframe src="${baseURL}/embed/line/mi-mix/" width="600" height="200" style="border:0" ${sandbox}></iframe>`
		);
		const frame = await frameIn(page);
		// the frame has spoken already
		await page.addScriptTag({ url: `${baseURL}/embed.js` });
		await page.addScriptTag({ url: `${baseURL}/embed.js` });
		await fits(page, frame);
		await frame.locator(`[data-event="${event.id}"] .label`).first().click();
		await fits(page, frame);
	});

test('embed.js makes frames of elements, and of none that belong to others', async ({
	page,
	baseURL
}) => {
	await visit(
		page,
		`<div data-timeline-embed="${baseURL}/embed/line/mi-mix/" data-title="Mi MIX" data-height="300"><a href="/">Link</a></div>
		<company-timeline line="miui" theme="dark" title="MIUI"></company-timeline>
		<div data-timeline-embed="https://example.org/"></div>
		<script src="${baseURL}/embed.js" async></script>`
	);
	await expect(page.locator('iframe')).toHaveCount(2);
	await expect(page.locator('iframe').first()).toHaveAttribute('title', 'Mi MIX');
	await expect(page.locator('iframe').nth(1)).toHaveAttribute(
		'src',
		`${baseURL}/embed/?line=miui&theme=dark`
	);
	await fits(page, await frameIn(page));
	await fits(page, await frameIn(page, 1), 1);
	await expect(page.getByRole('link', { name: 'Link' })).toBeVisible();
});

test('open-iframe-resizer, pym.js and WordPress read the height in their own words', async ({
	page,
	baseURL
}) => {
	await visit(
		page,
		`<script>
			window.told = {};
			addEventListener('message', ({ data }) => {
				if (data.type === 'iframe-resized') told.open = data.height;
				const pym = typeof data === 'string' && data.match(/^pymxPYMxchartxPYMx(\\S+)xPYMx(.*)$/);
				if (pym && pym[1] === 'height') told.pym = parseInt(pym[2]);
				if (data.secret === 'abcDEF1234' && data.message === 'height') told.wordpress = data.value;
				if (data.secret === 'abcDEF1234' && data.message === 'link') told.link = data.value;
			});
		</script>
		<iframe src="${baseURL}/embed/line/mi-mix/?childId=chart#?secret=abcDEF1234" sandbox="allow-scripts" width="600" height="900"></iframe>`
	);
	const frame = await frameIn(page);
	const told = () =>
		page.evaluate(() => (window as unknown as { told: Record<string, unknown> }).told);
	const height = Math.ceil(await contentHeight(frame));
	await expect.poll(told).toEqual({ open: height, pym: height, wordpress: height });
	for (const [ask, key] of [
		[{ type: 'iframe-child-init' }, 'open'],
		['pymxPYMxchartxPYMxwidthxPYMx600', 'pym'],
		[{ message: 'ready', secret: 'abcDEF1234' }, 'wordpress']
	] as const) {
		await page.evaluate(() => ((window as unknown as { told: object }).told = {}));
		await send(page, ask);
		await expect.poll(async () => (await told())[key]).toBe(height);
	}
	await expect(async () => {
		await frame.getByRole('link', { name: /^Open/ }).click();
		expect((await told()).link).toBe(`${baseURL}/?line=mi-mix`);
	}).toPass();
});

test('a host may filter, choose and show, all at once, and hears of it', async ({
	page,
	baseURL
}) => {
	const warnings: string[] = [];
	page.on('console', (message) => message.type() === 'warning' && warnings.push(message.text()));
	await visit(
		page,
		`<script>
			window.told = [];
			addEventListener('message', ({ data }) => { if (data.type === 'timeline:select') told.push(data.event); });
		</script>
		<iframe src="${baseURL}/embed/" width="700" height="900"></iframe>`
	);
	const frame = await frameIn(page);
	const told = () => page.evaluate(() => (window as unknown as { told: unknown[] }).told);
	await expect.poll(told).toEqual([null]);
	await send(page, { type: 'timeline:filter', filter: { lines: ['mi-mix'] } });
	await send(page, { type: 'timeline:select', event: event.id });
	await expect(frame.locator(`article[data-event="${event.id}"]`)).toBeVisible();
	await expect.poll(() => drawn(frame)).toEqual(onLine('mi-mix'));
	expect((await told()).at(-1)).toBe(event.id);
	await send(page, { type: 'timeline:show', from: 'soon' });
	await expect.poll(() => warnings).toHaveLength(1);
	expect(warnings[0]).toMatch(/^Timeline: .+\.$/);
	await send(page, { type: 'timeline:select', event: null });
	await send(page, { type: 'timeline:filter', filter: {} });
	await expect(frame.locator('article[data-event]')).toHaveCount(0);
	await expect.poll(() => drawn(frame)).toEqual(idsOf(timeline.events));
});

test('a host with a strict policy needs to allow the frame and the script, and no more', async ({
	page,
	baseURL
}) => {
	const troubles: string[] = [];
	page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()));
	await visit(
		page,
		`<iframe src="${baseURL}/embed/line/mi-mix/" width="600" height="200"></iframe><script src="${baseURL}/embed.js"></script>`,
		{
			policy: `default-src 'none'; frame-src ${baseURL}; script-src ${baseURL}; style-src-attr 'unsafe-inline'`
		}
	);
	await fits(page, await frameIn(page));
	expect(troubles.filter((text) => !text.includes('favicon'))).toEqual([]);
});

test('it stands in a page that is read from right to left, hidden at first, and ten times', async ({
	page,
	baseURL
}) => {
	const frames = Array.from(
		{ length: 10 },
		() => `<iframe src="${baseURL}/embed/line/mi-mix/" width="600" height="200"></iframe>`
	);
	await visit(
		page,
		`<div style="display: none">${frames.join('')}</div><script src="${baseURL}/embed.js"></script>`,
		{ html: '<html dir="rtl">' }
	);
	await page.locator('div').evaluate((element) => (element.style.display = 'block'));
	for (const index of [0, 9]) {
		// browsers don't lay out a frame of another site while it is far away
		await page.locator('iframe').nth(index).scrollIntoViewIfNeeded();
		const frame = await frameIn(page, index);
		await fits(page, frame, index);
		expect(await frame.evaluate(() => getComputedStyle(document.documentElement).direction)).toBe(
			'ltr'
		);
	}
});

for (const width of [280, 4000])
	test(`nothing is cut off in a frame of ${width} px, nor in forced colours or print`, async ({
		page,
		baseURL
	}) => {
		await page.setViewportSize({ width: Math.max(width, 800), height: 900 });
		await visit(
			page,
			`<iframe src="${baseURL}/embed/" width="${width}" height="900" style="border:0"></iframe>`
		);
		const frame = await frameIn(page);
		const overflow = () =>
			frame.evaluate(
				() => document.documentElement.scrollWidth - document.documentElement.clientWidth
			);
		for (const media of [{}, { forcedColors: 'active' as const }, { media: 'print' as const }]) {
			await page.emulateMedia(media);
			await expect.poll(overflow).toBeLessThanOrEqual(0);
			await expect.poll(() => drawn(frame)).toEqual(idsOf(timeline.events));
		}
	});

test('the builder starts from the view it is called with, and its snippets hold it', async ({
	page,
	baseURL
}) => {
	await page.goto('/?line=mi-mix');
	const link = page.getByRole('link', { name: 'Embed' });
	await expect(link).toHaveAttribute('href', '/share/?line=mi-mix');
	await link.click();
	await expect(page.locator('iframe')).toHaveAttribute('src', '/embed/line/mi-mix/');
	await page.getByLabel('Dark').check();
	await page.getByLabel('Title and controls').uncheck();
	const src = `${baseURL}/embed/line/mi-mix/?theme=dark&plain=1`;
	await expect(page.locator('pre').first()).toContainText(
		`<iframe src="${src.replace('&', '&amp;')}"`
	);
	await fits(page, await frameIn(page));
});

test('in a sandbox that allows nothing, and without scripts, an event has its words', async ({
	page,
	baseURL
}) => {
	await visit(
		page,
		`<iframe src="${baseURL}/embed/event/${event.id}/" height="600" sandbox></iframe>`
	);
	const frame = page.frameLocator('iframe');
	await expect(frame.locator('.embed article h2')).toHaveText(event.title);
	await expect(frame.locator('blockquote').first()).toBeVisible();
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
