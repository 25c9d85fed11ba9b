/** The site under a sub-path: the shared build of support/project-copy.ts. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { listHtmlFiles } from '../support/html.ts';
import {
	BASE,
	BUILD,
	EVENT,
	LINE,
	ORIGIN,
	RENAMED,
	SOURCE,
	SUB_PATH,
	test
} from '../support/project-copy.ts';
import {
	allIds,
	clickOn,
	drawnIds,
	entry,
	waitForHydration,
	expectOpenBelowBar,
	listedIds,
	mark,
	timeline
} from '../support/support.ts';

test('the story works, and its links stay under the sub-path', async ({ page, site }) => {
	await page.goto(site.url);
	await waitForHydration(page);
	expect(await drawnIds(page)).toEqual(allIds);
	expect(await listedIds(page)).toEqual(allIds);
	const { id, title } = site.timeline.events.at(-1)!;
	await clickOn(page, mark(page, id));
	await expect(page).toHaveURL(`${site.url}?event=${id}`);
	await page.goto(`${site.url}?event=${id}`);
	await expectOpenBelowBar(page, id);
	await entry(page, id).locator(`a[href$="/event/${id}/"]:visible`).last().click();
	await expect(page).toHaveURL(`${site.url}event/${id}/`);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
	await page.getByRole('link', { name: site.timeline.title }).first().click();
	await expect(page).toHaveURL(site.url);
});

test('the embeds, the data and the 404 page work', async ({ page, request, site }) => {
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
	expect(data).toMatchObject({ title: site.timeline.title, renamed: RENAMED });

	const response = await page.goto(`${site.url}a/b/c/`);
	expect(response?.status()).toBe(404);
	await page.getByRole('main').getByRole('link').first().click();
	await expect(page).toHaveURL(site.url);
});

test('absolute addresses have origin and base path: canonical links, pictures, sitemap and feed', async ({
	request,
	site
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
			(address) =>
				!address.startsWith(`${ORIGIN}${SUB_PATH}/`) && !/w3\.org|sitemaps\.org/.test(address)
		);
		expect(addresses.length, file).toBeGreaterThan(0);
		expect(foreign, file).toEqual([]);
	}
});

const MOVED: [old: string, now: string][] = [
	['event/old-event/', `event/${EVENT.id}/`],
	['source/old-source/', `source/${SOURCE.id}/`],
	['embed/event/old-event/', `embed/event/${EVENT.id}/`],
	['embed/line/old-line/', `embed/line/${LINE.id}/`]
];

test('the address of a renamed id redirects, with its query and fragment', async ({
	page,
	site
}) => {
	for (const [old, now] of MOVED) {
		await page.goto(`${site.url}${old}?theme=dark&childId=x#?secret=abc`);
		await expect(page).toHaveURL(`${site.url}${now}?theme=dark&childId=x#?secret=abc`);
		await expect(page.locator('main')).toBeVisible();
	}
});

test('the address of a renamed id redirects without scripts, and has a link where a sandbox forbids redirects', async ({
	browser,
	request,
	site
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
	request,
	site
}) => {
	await page.goto(`${site.url}embed/?line=old-line&source=old-source&theme=dark`);
	const passes = timeline.events.filter(
		({ lines, evidence }) =>
			lines.includes(LINE.id) && evidence.some((piece) => piece.source === SOURCE.id)
	);
	await expect.poll(() => drawnIds(page)).toEqual(passes.map(({ id }) => id).toSorted());
	await page.goto(`${site.url}?event=old-event`);
	await expectOpenBelowBar(page, EVENT.id);
	const picture = (id: string) =>
		request.get(`${site.url}pictures/${id}.png`).then((response) => response.body());
	expect(await picture('old-event')).toEqual(await picture(EVENT.id));
});

test('no page refers to anything outside the sub-path', () => {
	const pages = listHtmlFiles(BUILD);
	expect(pages.filter((file) => file.startsWith('event/')).length).toBeGreaterThan(
		timeline.events.length
	);
	for (const file of pages) {
		const html = readFileSync(join(BUILD, file), 'utf8');
		const outside = [...html.matchAll(/(?:href|src)="(\/[^"]*)"/g)]
			.map(([, address]) => address!)
			.filter((address) => !address.startsWith(`${SUB_PATH}/`));
		expect(outside, file).toEqual([]);
	}
});
