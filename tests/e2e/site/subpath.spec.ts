/** The site under a sub-path: the invented company's build. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { listHtmlFiles } from '../support/html.ts';
import { BUILD, ORIGIN, SUB_PATH, test } from '../support/company.ts';
import {
	clickOn,
	drawnIds,
	entry,
	waitForHydration,
	expectOpenBelowBar,
	idsOf,
	listedIds,
	mark
} from '../support/support.ts';

test('the story works, and its links stay under the sub-path', async ({ page, site }) => {
	await page.goto(site.url);
	await waitForHydration(page);
	const allIds = idsOf(site.timeline.events);
	expect(await drawnIds(page)).toEqual(allIds);
	expect(await listedIds(page)).toEqual(allIds);
	const { id, title } = site.timeline.events.find((event) => event.id === 'fahrt')!;
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
	const line = site.timeline.lines[0]!.id;
	await page.goto(`${site.url}embed/line/${line}/`);
	await waitForHydration(page);
	expect((await drawnIds(page)).length).toBeGreaterThan(0);
	await expect(page.getByRole('contentinfo').getByRole('link')).toHaveAttribute(
		'href',
		`${SUB_PATH}/?line=${line}`
	);
	for (const file of ['timeline.json', 'timeline.schema.json', 'events.csv'])
		expect((await request.get(`${site.url}data/${file}`)).status(), file).toBe(200);
	const data: unknown = await (await request.get(`${site.url}data/timeline.json`)).json();
	expect(data).toMatchObject({ title: site.timeline.title, language: 'de', renamed: RENAMED });

	const response = await page.goto(`${site.url}a/b/c/`);
	expect(response?.status()).toBe(404);
	await page.getByRole('main').getByRole('link').first().click();
	await expect(page).toHaveURL(site.url);
});

test('absolute addresses have origin and base path: canonical links, pictures, sitemap and feed', async ({
	request,
	site
}) => {
	const home = `${ORIGIN}${SUB_PATH}/`;
	const { id } = site.timeline.events[0]!;
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

/** The former ids in tests/company/renamed.yaml. */
const RENAMED = {
	events: { 'altes-ereignis': 'fahrt' },
	lines: { 'alte-linie': 'seilbahnen' },
	sources: { 'alte-quelle': 'chronik-1971' }
};
const [[OLD_EVENT, EVENT], [OLD_LINE, LINE], [OLD_SOURCE, SOURCE]] = [
	RENAMED.events,
	RENAMED.lines,
	RENAMED.sources
].map((ids) => Object.entries(ids)[0]!) as [Pair, Pair, Pair];
type Pair = [old: string, now: string];

const MOVED: Pair[] = [
	[`event/${OLD_EVENT}/`, `event/${EVENT}/`],
	[`source/${OLD_SOURCE}/`, `source/${SOURCE}/`],
	[`embed/event/${OLD_EVENT}/`, `embed/event/${EVENT}/`],
	[`embed/line/${OLD_LINE}/`, `embed/line/${LINE}/`]
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
		expect(html).toContain(`<link rel="canonical" href="${ORIGIN}${SUB_PATH}/${now}" />`);
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
	await page.goto(`${site.url}embed/?line=${OLD_LINE}&source=${OLD_SOURCE}&theme=dark`);
	const passes = site.timeline.events.filter(
		({ lines, evidence }) =>
			lines.includes(LINE) && evidence.some((piece) => piece.source === SOURCE)
	);
	await expect.poll(() => drawnIds(page)).toEqual(passes.map(({ id }) => id).toSorted());
	await page.goto(`${site.url}?event=${OLD_EVENT}`);
	await expectOpenBelowBar(page, EVENT);
	const picture = (id: string) =>
		request.get(`${site.url}pictures/${id}.png`).then((response) => response.body());
	expect(await picture(OLD_EVENT)).toEqual(await picture(EVENT));
});

test('no page refers to anything outside the sub-path', ({ site }) => {
	const pages = listHtmlFiles(BUILD);
	expect(pages.filter((file) => file.startsWith('event/')).length).toBeGreaterThan(
		site.timeline.events.length
	);
	for (const file of pages) {
		const html = readFileSync(join(BUILD, file), 'utf8');
		const outside = [...html.matchAll(/(?:href|src)="(\/[^"]*)"/g)]
			.map(([, address]) => address!)
			.filter((address) => !address.startsWith(`${SUB_PATH}/`));
		expect(outside, file).toEqual([]);
	}
});
