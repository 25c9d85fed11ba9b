import { expect, test } from '@playwright/test';
import { htmlOf, isBuilt } from '../support/html.ts';
import { everyThird } from '../support/sample.ts';
import {
	allIds,
	DESKTOP,
	chartSvg,
	drawnIds,
	entry,
	find,
	idsOf,
	listedIds,
	need,
	PHONE,
	TABLET,
	timeline
} from '../support/support.ts';

const { events, lines, sources } = timeline;

test.use({ javaScriptEnabled: false });

test('without scripts the page is complete, and its marks and titles link to the pages of their events', async ({
	page
}) => {
	const { id: lastId } = events.at(-1)!;

	await test.step('there are one mark for every event, all quotations, and no controls that need scripts', async () => {
		await page.goto('/');
		for (const viewport of [PHONE, TABLET, DESKTOP]) {
			await page.setViewportSize(viewport);
			await expect(chartSvg(page).filter({ visible: true })).toHaveCount(1);
			expect(await drawnIds(page)).toEqual(allIds);
			expect(await listedIds(page)).toEqual(allIds);
			const all = page.locator('blockquote[data-evidence]');
			const count = events.reduce((sum, { evidence }) => sum + evidence.length, 0);
			await expect(all).toHaveCount(count);
			await expect(all.filter({ visible: true })).toHaveCount(count);
			await expect(page.getByRole('button')).toHaveCount(0);
			await expect(page.getByRole('searchbox')).toHaveCount(0);
		}
	});

	await test.step('marks and titles link to the pages of their events', async () => {
		const marks = page.locator('[data-timeline] :is([data-event], [data-cluster])');
		const targets = await marks.evaluateAll((links) => [
			...new Set(links.map((link) => link.getAttribute('href')!))
		]);
		expect(targets.length).toBeGreaterThanOrEqual(events.length);
		for (const target of targets) expect(isBuilt(target), target).toBe(true);

		const { id, title } = find('important event', ({ importance }) => importance === 3);
		await page.locator(`[data-timeline] [data-event="${id}"]`).filter({ visible: true }).click();
		await expect(page).toHaveURL(new RegExp(`/event/${id}/$`));
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);

		await page.goBack();
		await entry(page, id).getByRole('heading').getByRole('link').click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
	});

	await test.step('the chart scrolls away with the page and covers nothing', async () => {
		await page.goto(`/#${lastId}`);
		for (const viewport of [PHONE, TABLET, DESKTOP]) {
			await page.setViewportSize(viewport);
			await page.evaluate((id) => {
				document.getElementById(id)!.scrollIntoView();
			}, lastId);
			await expect(entry(page, lastId).getByRole('heading')).toBeInViewport();
			await expect(page.locator('[data-timeline]')).not.toBeInViewport();
		}
	});

	await test.step('an embed has one mark for every event, too', async () => {
		await page.goto('/embed/');
		for (const viewport of [PHONE, TABLET, DESKTOP]) {
			await page.setViewportSize(viewport);
			await expect(chartSvg(page).filter({ visible: true })).toHaveCount(1);
			expect(await drawnIds(page)).toEqual(allIds);
		}
	});
});

test('an embed of one line shows only the events of that line', async ({ page }) => {
	for (const { id, label } of everyThird(lines)) {
		const expected = idsOf(events.filter((event) => event.lines.includes(id)));
		await page.goto(`/embed/line/${id}/`);
		expect(await drawnIds(page), id).toEqual(expected);
		await expect(page.getByRole('heading', { level: 1 })).toContainText(label);
	}
});

test('an embed of one event shows its quotations, and its links open outside the frame', async ({
	page
}) => {
	const event = events.at(-2) ?? events[0]!;
	await page.goto(`/embed/event/${event.id}/`);
	expect(await drawnIds(page)).toContain(event.id);
	await expect(page.locator('blockquote[data-evidence]')).toHaveCount(event.evidence.length);
	const targets = await page
		.locator('a')
		.evaluateAll((links) => [...new Set(links.map((link) => link.getAttribute('target')))]);
	expect(targets).toEqual(['_blank']);
});

test('event and source pages can be read and navigated', async ({ page }) => {
	const [event, next = events[0]!] = events as [(typeof events)[0]];
	need('second event', events[1], next);
	await page.goto(`/event/${event.id}/`);
	await expect(page.getByRole('main')).toContainText(event.summary);
	await expect(page.locator('blockquote[data-evidence]').filter({ visible: true })).toHaveCount(
		event.evidence.length
	);
	await page.getByRole('link', { name: next.title }).last().click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(next.title);

	const source = sources.find(({ id }) => id === next.evidence[0]!.source)!;
	await page.getByRole('link', { name: source.publisher }).first().click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(source.title);
	const spans = events
		.flatMap(({ evidence }) => evidence)
		.filter((evidence) => evidence.source === source.id)
		.map(({ start, end }) => `${start}-${end}`);
	await expect(page.locator('blockquote[data-evidence]').filter({ visible: true })).toHaveCount(
		new Set(spans).size
	);
});

test('an unknown address at any depth gets the 404 page with its styles', async ({
	page,
	request
}) => {
	for (const path of ['/nothing', '/event/nothing/', '/embed/line/nothing/']) {
		const response = await request.get(path);
		expect(response.status(), path).toBe(404);
		expect(await response.text(), path).toBe(htmlOf('/404.html'));
	}
	const response = await page.goto('/a/b/c/');
	expect(response?.status()).toBe(404);
	expect(await response?.text()).toBe(htmlOf('/404.html'));
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page does not exist');
	expect(await page.evaluate(() => getComputedStyle(document.body).fontFamily)).toContain(
		'Source Serif 4'
	);
	const home = page.getByRole('main').getByRole('link').first();
	expect((await request.head((await home.getAttribute('href'))!)).status()).toBe(200);
	// the one page is right at any depth only if its addresses begin at the root
	const addresses = await page
		.locator('link[href], script[src], main a')
		.evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? one.getAttribute('src')!));
	for (const address of addresses) expect(address).toMatch(/^(?:\/|https?:)/);
	await home.click();
	await expect(page).toHaveURL((url) => url.pathname === '/');
});
