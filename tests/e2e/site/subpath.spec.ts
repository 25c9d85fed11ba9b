import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { packageCommand } from '../../../scripts/command.js';
import { startServer } from '../../../scripts/serve.js';
import { copyProject, type Copy } from '../support/project-copy.ts';
import {
	allIds,
	clickOn,
	drawnIds,
	waitForHydration,
	isOpenBelowBar,
	listedIds,
	mark,
	timeline
} from '../support/support.ts';

const BASE = '/time/line';
const ORIGIN = 'https://history.example';
/** Simulated renames: former ids of these records. */
const [event, line, source] = [timeline.events.at(-1)!, timeline.lines[1]!, timeline.sources[0]!];
const RENAMED = {
	events: { 'old-event': event.id },
	lines: { 'old-line': line.id },
	sources: { 'old-source': source.id }
};

test.describe('under a sub-path', () => {
	// the tests share one build
	test.describe.configure({ mode: 'default' });
	let copy: Copy;
	let site: Awaited<ReturnType<typeof startServer>>;

	test.beforeAll(async () => {
		test.setTimeout(120_000); // on a busy machine
		copy = copyProject();
		writeFileSync(join(copy.folder, 'data/renamed.yaml'), JSON.stringify(RENAMED));
		await copy.run([packageCommand('vite'), 'build'], { BASE_PATH: BASE, SITE_ORIGIN: ORIGIN });
		site = await startServer({ dir: join(copy.folder, 'build'), base: BASE, port: 0 });
	});

	test.afterAll(async () => {
		await site?.close();
		copy?.remove();
	});

	test('the story works, and its links stay under the sub-path', async ({ page }) => {
		await page.goto(site.url);
		await waitForHydration(page);
		expect(await drawnIds(page)).toEqual(allIds);
		expect(await listedIds(page)).toEqual(allIds);
		const { id, title } = timeline.events.at(-1)!;
		await clickOn(page, mark(page, id));
		await expect(page).toHaveURL(`${site.url}?event=${id}`);
		await page.goto(`${site.url}?event=${id}`);
		await isOpenBelowBar(page, id);
		await page.getByRole('link', { name: 'Permanent link' }).filter({ visible: true }).click();
		await expect(page).toHaveURL(`${site.url}event/${id}/`);
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
		await page.getByRole('link', { name: timeline.title }).first().click();
		await expect(page).toHaveURL(site.url);
	});

	test('the embeds, the data and the 404 page work', async ({ page, request }) => {
		const line = timeline.lines[0]!.id;
		await page.goto(`${site.url}embed/line/${line}/`);
		await waitForHydration(page);
		expect((await drawnIds(page)).length).toBeGreaterThan(0);
		await expect(page.getByRole('contentinfo').getByRole('link')).toHaveAttribute(
			'href',
			`${BASE}/?line=${line}`
		);
		for (const file of ['timeline.json', 'timeline.schema.json', 'events.csv'])
			expect((await request.get(`${site.url}data/${file}`)).status(), file).toBe(200);
		const data: unknown = await (await request.get(`${site.url}data/timeline.json`)).json();
		expect(data).toEqual({ ...timeline, renamed: RENAMED });

		const response = await page.goto(`${site.url}a/b/c/`);
		expect(response?.status()).toBe(404);
		await page.getByRole('main').getByRole('link').first().click();
		await expect(page).toHaveURL(site.url);
	});

	test('absolute addresses have origin and base path: canonical links, pictures, sitemap and feed', async ({
		request
	}) => {
		const home = `${ORIGIN}${BASE}/`;
		const { id } = timeline.events[0]!;
		const html = await (await request.get(`${site.url}event/${id}/`)).text();
		expect(html).toContain(`<link rel="canonical" href="${home}event/${id}/"`);
		expect(html).toContain(`<meta property="og:image" content="${home}pictures/${id}.png"`);
		expect(html).toContain(`"@id":"${home}event/${id}/"`);
		expect((await request.get(`${site.url}pictures/${id}.png`)).status()).toBe(200);
		for (const file of ['sitemap.xml', 'feed.xml', 'robots.txt']) {
			const text = await (await request.get(site.url + file)).text();
			const addresses = [...text.matchAll(/https?:\/\/[^\s<"]+/g)].map(([address]) => address);
			const foreign = addresses.filter(
				(address) => !address.startsWith(home) && !/w3\.org|sitemaps\.org/.test(address)
			);
			expect(addresses.length, file).toBeGreaterThan(0);
			expect(foreign, file).toEqual([]);
		}
	});

	const MOVED: [old: string, now: string][] = [
		['event/old-event/', `event/${event.id}/`],
		['source/old-source/', `source/${source.id}/`],
		['embed/event/old-event/', `embed/event/${event.id}/`],
		['embed/line/old-line/', `embed/line/${line.id}/`]
	];

	test('the address of a renamed id redirects, with its query and fragment', async ({ page }) => {
		for (const [old, now] of MOVED) {
			await page.goto(`${site.url}${old}?theme=dark&childId=x#?secret=abc`);
			await expect(page).toHaveURL(`${site.url}${now}?theme=dark&childId=x#?secret=abc`);
			await expect(page.locator('main')).toBeVisible();
		}
	});

	test('the address of a renamed id redirects without scripts, and has a link where a sandbox forbids redirects', async ({
		browser,
		request
	}) => {
		const page = await browser.newPage({ javaScriptEnabled: false });
		for (const [old, now] of MOVED) {
			await page.goto(site.url + old);
			await expect(page).toHaveURL(site.url + now);
			const html = await (await request.get(site.url + old)).text();
			expect(html).toContain(`<link rel="canonical" href="${ORIGIN}${BASE}/${now}" />`);
			if (!old.startsWith('embed/')) continue;
			const body = `<iframe src="${site.url}${old}" sandbox></iframe>`;
			await page.route('**/host/', (route) => route.fulfill({ contentType: 'text/html', body }));
			await page.goto(`${site.url}host/`);
			const frame = page.frameLocator('iframe');
			await frame.getByRole('link').click();
			await expect(frame.locator('main')).toBeVisible();
		}
		await page.close();
	});

	test('a renamed id is understood in a query, and its picture exists', async ({
		page,
		request
	}) => {
		await page.goto(`${site.url}embed/?line=old-line&source=old-source&theme=dark`);
		const passes = timeline.events.filter(
			({ lines, evidence }) =>
				lines.includes(line.id) && evidence.some((piece) => piece.source === source.id)
		);
		await expect.poll(() => drawnIds(page)).toEqual(passes.map(({ id }) => id).toSorted());
		await page.goto(`${site.url}?event=old-event`);
		await isOpenBelowBar(page, event.id);
		const picture = (id: string) =>
			request.get(`${site.url}pictures/${id}.png`).then((response) => response.body());
		expect(await picture('old-event')).toEqual(await picture(event.id));
	});

	test('no page refers to anything outside the sub-path', () => {
		const pages = readdirSync(join(copy.folder, 'build'), {
			recursive: true,
			encoding: 'utf8'
		}).filter((file) => file.endsWith('.html'));
		expect(pages.length).toBeGreaterThan(timeline.events.length);
		for (const file of pages) {
			const html = readFileSync(join(copy.folder, 'build', file), 'utf8');
			const outside = [...html.matchAll(/(?:href|src)="(\/[^"]*)"/g)]
				.map(([, address]) => address!)
				.filter((address) => !address.startsWith(`${BASE}/`));
			expect(outside, file).toEqual([]);
		}
	});
});
