import { expect, test, type Page } from '@playwright/test';
import { expectFits, hydratedFrame, send, useHost } from '../support/host.ts';
import { rotate } from '../support/sample.ts';
import { drawnIds, holdRequests, idsOf, timeline } from '../support/support.ts';
import { sampleLine, samplePair, smallLine } from '../support/samples.ts';

const visit = useHost();
const onLine = (id: string) => idsOf(timeline.events.filter(({ lines }) => lines.includes(id)));
const { id: LINE } = sampleLine();
const [event] = samplePair();
const PAPER = { light: [251, 249, 244], dark: [22, 20, 18] };

/** The colour of one pixel of a screenshot: [red, green, blue], 0 to 255. */
async function colorAt(page: Page, x: number, y: number): Promise<number[]> {
	const picture = await page.screenshot({ clip: { x, y, width: 1, height: 1 } });
	return page.evaluate(
		async (bytes) => {
			const bitmap = await createImageBitmap(new Blob([new Uint8Array(bytes)]));
			const context = new OffscreenCanvas(1, 1).getContext('2d')!;
			context.drawImage(bitmap, 0, 0);
			return [...context.getImageData(0, 0, 1, 1).data.slice(0, 3)];
		},
		[...picture]
	);
}

test('embed.js creates frames for its elements, but not for addresses of other sites', async ({
	page,
	baseURL
}) => {
	const { id: small } = smallLine();
	await visit(
		page,
		`<div data-timeline-embed="${baseURL}/embed/line/${LINE}/" data-title="A line" data-height="300"><a href="/">Link</a></div>
		<company-timeline line="${small}" theme="dark" title="Another line"></company-timeline>
		<div data-timeline-embed="https://example.org/"></div>
		<script src="${baseURL}/embed.js" async></script>`
	);
	await expect(page.locator('iframe')).toHaveCount(2);
	await expect(page.locator('iframe').first()).toHaveAttribute('title', 'A line');
	await expect(page.locator('iframe').nth(1)).toHaveAttribute(
		'src',
		`${baseURL}/embed/line/${small}/?theme=dark`
	);
	await expectFits(await hydratedFrame(page));
	await expectFits(await hydratedFrame(page, 1));
	await expect(page.getByRole('link', { name: 'Link' })).toBeVisible();
});

test('a host can filter, select and show by message, and is notified of selections', async ({
	page,
	baseURL
}) => {
	const warnings: string[] = [];
	page.on('console', (message) => message.type() === 'warning' && warnings.push(message.text()));
	await visit(
		page,
		`<script>
			window.selections = [];
			addEventListener('message', ({ data }) => { if (data.type === 'timeline:select') selections.push(data.event); });
		</script>
		<iframe src="${baseURL}/embed/" width="700" height="900"></iframe>`
	);
	const frame = await hydratedFrame(page);
	const selections = () =>
		page.evaluate(() => (window as unknown as { selections: unknown[] }).selections);
	await expect.poll(selections).toEqual([null]);
	await send(page, { type: 'timeline:filter', filter: { lines: [LINE] } });
	await send(page, { type: 'timeline:select', event: event.id });
	await expect(frame.locator(`article[data-event="${event.id}"]`)).toBeVisible();
	await expect.poll(() => drawnIds(frame)).toEqual(onLine(LINE));
	expect((await selections()).at(-1)).toBe(event.id);
	await send(page, { type: 'timeline:show', from: 'soon' });
	await expect.poll(() => warnings).toHaveLength(1);
	expect(warnings[0]).toMatch(/^Timeline: .+\.$/);
	await send(page, { type: 'timeline:select', event: null });
	await send(page, { type: 'timeline:filter', filter: {} });
	await expect(frame.locator('article[data-event]')).toHaveCount(0);
	await expect.poll(() => drawnIds(frame)).toEqual(idsOf(timeline.events));
});

test('a host with a strict policy needs to allow only the frame and the script', async ({
	page,
	baseURL
}) => {
	const problems: string[] = [];
	page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
	await visit(
		page,
		`<iframe src="${baseURL}/embed/line/${LINE}/" width="600" height="200"></iframe><script src="${baseURL}/embed.js"></script>`,
		{
			policy: `default-src 'none'; frame-src ${baseURL}; script-src ${baseURL}; style-src-attr 'unsafe-inline'`
		}
	);
	await expectFits(await hydratedFrame(page));
	expect(problems.filter((text) => !text.includes('favicon'))).toEqual([]);
});

test('on a dark host, light and dark frames are so before and after their scripts load', async ({
	page,
	baseURL
}) => {
	await page.emulateMedia({ colorScheme: 'dark' });
	const release = await holdRequests(page, '**/*.js');
	const [light, dark] = ['', '?theme=dark'].map(
		(query) =>
			`<iframe src="${baseURL}/embed/line/${LINE}/${query}" width="600" height="500" style="border: 0; float: left"></iframe>`
	);
	await visit(page, light! + dark!, {
		html: '<html style="color-scheme: dark; background: #000">',
		isEarly: true
	});
	const expectColors = async () => {
		expect(await colorAt(page, 4, 4)).toEqual(PAPER.light);
		expect(await colorAt(page, 604, 4)).toEqual(PAPER.dark);
	};
	// the browser may be unable to take a screenshot while a frame is loading
	await expect(expectColors).toPass();
	release();
	await hydratedFrame(page);
	await hydratedFrame(page, 1);
	await expectColors();
});

test('printing the host cuts nothing off and removes nothing', async ({ page, baseURL }) => {
	await visit(
		page,
		`<iframe src="${baseURL}/embed/event/${event.id}/" width="640" height="200"></iframe><script src="${baseURL}/embed.js"></script>`
	);
	const frame = await hydratedFrame(page);
	const height = await expectFits(frame);
	// when printing, a browser lays the frame out again without changing its height
	await page.emulateMedia({ media: 'print' });
	const needed = () =>
		frame.evaluate(() => document.documentElement.getBoundingClientRect().height);
	await expect.poll(needed).toBeLessThanOrEqual(height + 1);
	expect(await drawnIds(frame)).toEqual(onLine(LINE));
	await expect(frame.locator('blockquote').first()).toBeVisible();
});

test('a frame that is too low scrolls first, then its host page', async ({ page, baseURL }) => {
	await page.setViewportSize({ width: 800, height: 600 });
	await visit(
		page,
		`<iframe src="${baseURL}/embed/" width="600" height="300" style="border:0"></iframe><p style="height: 3000px">Much to read</p>`
	);
	const frame = await hydratedFrame(page);
	const inner = () => frame.evaluate(() => scrollY);
	const outer = () => page.evaluate(() => scrollY);
	await page.mouse.move(300, 150);
	await page.mouse.wheel(0, 100);
	await expect.poll(inner).toBeGreaterThan(0);
	expect(await outer()).toBe(0);
	// browsers treat wheel events in quick succession as one gesture and keep its scroll target
	await expect(async () => {
		await page.mouse.wheel(0, 400);
		expect(await outer()).toBeGreaterThan(0);
	}).toPass();
});

/** @throws {Error} after that time, ms */
async function pause(time: number, reason: string): Promise<never> {
	await new Promise((resolve) => setTimeout(resolve, time));
	throw new Error(reason);
}

test('ten initially hidden embeds on a right-to-left page fit their content and stay left-to-right', async ({
	page,
	baseURL
}) => {
	const frames = Array.from(
		{ length: 10 },
		() => `<iframe src="${baseURL}/embed/line/${LINE}/" width="600" height="200"></iframe>`
	);
	await visit(
		page,
		`<div style="display: none">${frames.join('')}</div><script src="${baseURL}/embed.js"></script>`,
		{ html: '<html dir="rtl">' }
	);
	await page.locator('div').evaluate((element) => (element.style.display = 'block'));
	for (const index of [0, 4, 9]) {
		const element = page.locator('iframe').nth(index);
		// Browsers draw no cross-site frame that is far from the viewport, and those above push it there while they grow.
		await expect(async () => {
			await element.evaluate((iframe) => iframe.scrollIntoView());
			const frame = await hydratedFrame(page, index);
			await Promise.race([expectFits(frame), pause(2000, 'The frame is not drawn.')]);
		}).toPass();
		const frame = await hydratedFrame(page, index);
		expect(await frame.evaluate(() => getComputedStyle(document.documentElement).direction)).toBe(
			'ltr'
		);
	}
});

test('nothing is cut off in a frame 280 or 4000 px wide, with and without forced colours', async ({
	page,
	baseURL
}) => {
	await page.setViewportSize({ width: 4000, height: 900 });
	await visit(
		page,
		`<iframe src="${baseURL}/embed/" width="280" height="900" style="border:0"></iframe>`
	);
	const frame = await hydratedFrame(page);
	const sizes = () =>
		frame.evaluate(() => {
			const { scrollWidth, clientWidth } = document.documentElement;
			return { width: innerWidth, overflow: Math.max(0, scrollWidth - clientWidth) };
		});
	for (const width of [280, 4000]) {
		await page.locator('iframe').evaluate((one, px) => one.setAttribute('width', `${px}`), width);
		for (const media of [{}, { forcedColors: 'active' as const }]) {
			await page.emulateMedia({ forcedColors: null, ...media });
			await expect.poll(sizes).toEqual({ width, overflow: 0 });
			await expect.poll(() => drawnIds(frame)).toEqual(idsOf(timeline.events));
		}
	}
});

test('the embed builder starts from the current filter, and its snippets include it', async ({
	page,
	baseURL
}) => {
	await page.goto(`/?line=${LINE}`);
	const link = page.getByRole('link', { name: 'Embed this chart' });
	await expect(link).toHaveAttribute('href', `/share/?line=${LINE}`);
	await link.click();
	await expect(page.locator('iframe')).toHaveAttribute('src', `/embed/line/${LINE}/`);
	await page.getByLabel('Dark').check();
	await page.getByLabel('Title and controls').uncheck();
	const src = `${baseURL}/embed/line/${LINE}/?theme=dark&plain=1`;
	await expect(page.locator('pre').first()).toContainText(
		`<iframe src="${src.replace('&', '&amp;')}"`
	);
	await expectFits(await hydratedFrame(page));
});

test('in a sandbox that blocks popups, addresses can be selected for copying', async ({
	page,
	context,
	baseURL
}) => {
	await visit(
		page,
		`<iframe src="${baseURL}/embed/line/${LINE}/" width="600" height="1200" sandbox="allow-scripts"></iframe>`
	);
	const frame = await hydratedFrame(page);
	const home = `${baseURL}/?line=${LINE}`;
	await expect(frame.getByText(home, { exact: true })).toBeVisible();
	await frame.locator(`[data-event="${event.id}"] .label`).first().click();
	const own = frame.getByText(`${baseURL}/event/${event.id}/`, { exact: true });
	await expect(own).toBeVisible();
	const selected = () => frame.evaluate(() => getSelection()!.toString().trim());
	await own.click();
	await expect.poll(selected).toBe(`${baseURL}/event/${event.id}/`);
	const article = frame.getByRole('link', { name: 'Read in the article' }).first();
	const { href } = await article.evaluate(({ href }: HTMLAnchorElement) => ({ href }));
	await article.click();
	await expect.poll(selected).toBe(href);
	expect(context.pages()).toHaveLength(1);
});

for (const sandbox of rotate(
	['sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"', ''],
	0
))
	test(`in a frame ${sandbox ? 'with a sandbox that allows popups' : 'without a sandbox'}, links open a new tab, with the same filter`, async ({
		page,
		context,
		baseURL
	}) => {
		await visit(
			page,
			`<iframe src="${baseURL}/embed/?line=${LINE}&theme=dark" width="600" height="900" ${sandbox}></iframe>`
		);
		const host = page.url();
		const frame = await hydratedFrame(page);
		const home = `${baseURL}/?line=${LINE}`;
		if (sandbox) await expect(frame.getByText(home, { exact: true })).toBeVisible();
		const opening = context.waitForEvent('page');
		await frame.getByRole('link', { name: /^Open/ }).click();
		const tab = await opening;
		await expect(tab).toHaveURL(home);
		expect(await tab.evaluate(() => window.opener as unknown)).toBeNull();
		expect(page.url()).toBe(host);
	});

test('in a sandbox that allows nothing, the chart is complete, and an event shows its quotations', async ({
	page,
	baseURL
}) => {
	await visit(
		page,
		`<iframe src="${baseURL}/embed/event/${event.id}/" height="600" sandbox></iframe>
		<iframe src="${baseURL}/embed/line/${LINE}/" height="600" sandbox></iframe>`
	);
	const frame = page.frameLocator('iframe').first();
	await expect(frame.locator('.embed article h2')).toHaveText(event.title);
	await expect(frame.locator('blockquote').first()).toBeVisible();
	const ofLine = page.frames().find((one) => one.url().endsWith(`/line/${LINE}/`))!;
	await expect.poll(() => drawnIds(ofLine)).toEqual(onLine(LINE));
});

test('the last of several simultaneous messages applies, even if the address can’t be updated', async ({
	page,
	baseURL
}) => {
	// simulates a browser that refuses frequent changes of the address
	await page.addInitScript(() => (history.replaceState = () => {}));
	await visit(page, `<iframe src="${baseURL}/embed/" width="800" height="700"></iframe>`);
	const frame = await hydratedFrame(page);
	const lines = timeline.lines.map(({ id }) => id);
	await page.evaluate((ids) => {
		const frame = document.querySelector('iframe')!.contentWindow!;
		for (const id of ids)
			frame.postMessage({ type: 'timeline:filter', filter: { lines: [id] } }, '*');
	}, lines);
	await expect.poll(() => drawnIds(frame)).toEqual(onLine(lines.at(-1)!));
});
