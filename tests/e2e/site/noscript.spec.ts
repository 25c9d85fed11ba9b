import { expect, test } from '@playwright/test';
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

for (const viewport of [PHONE, TABLET, DESKTOP]) {
	test.describe(`without scripts, ${viewport.width} px wide`, () => {
		test.use({ viewport });

		test('the page is complete: one mark for every event, all quotations, and no controls that need scripts', async ({
			page
		}) => {
			await page.goto('/');
			await expect(chartSvg(page).filter({ visible: true })).toHaveCount(1);
			expect(await drawnIds(page)).toEqual(allIds);
			expect(await listedIds(page)).toEqual(allIds);
			const all = page.locator('blockquote[data-evidence]');
			const count = events.reduce((sum, { evidence }) => sum + evidence.length, 0);
			await expect(all).toHaveCount(count);
			await expect(all.filter({ visible: true })).toHaveCount(count);
			await expect(page.getByRole('button')).toHaveCount(0);
			await expect(page.getByRole('searchbox')).toHaveCount(0);

			// the chart scrolls away with the page and covers nothing
			await page.goto(`/#${events.at(-1)!.id}`);
			await expect(entry(page, events.at(-1)!.id).getByRole('heading')).toBeInViewport();
			await expect(page.locator('[data-timeline]')).not.toBeInViewport();

			await page.goto('/embed/');
			await expect(chartSvg(page).filter({ visible: true })).toHaveCount(1);
			expect(await drawnIds(page)).toEqual(allIds);
		});
	});
}

test('marks and titles link to the pages of their events', async ({ page, request }) => {
	await page.goto('/');
	const marks = page.locator('[data-timeline] :is([data-event], [data-cluster])');
	const targets = await marks.evaluateAll((links) => [
		...new Set(links.map((link) => link.getAttribute('href')!))
	]);
	expect(targets.length).toBeGreaterThanOrEqual(events.length);
	for (const target of targets) expect((await request.head(target)).status(), target).toBe(200);

	const { id, title } = find('important event', ({ importance }) => importance === 3);
	await page.locator(`[data-timeline] [data-event="${id}"]`).filter({ visible: true }).click();
	await expect(page).toHaveURL(new RegExp(`/event/${id}/$`));
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);

	await page.goBack();
	await entry(page, id).getByRole('heading').getByRole('link').click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
});

test('an embed of one line shows only the events of that line', async ({ page }) => {
	for (const { id, label } of lines) {
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
	for (const path of ['/nothing', '/a/b/c/', '/event/nothing/', '/embed/line/nothing/']) {
		const response = await page.goto(path);
		expect(response?.status(), path).toBe(404);
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page does not exist');
		expect(await page.evaluate(() => getComputedStyle(document.body).fontFamily)).toContain(
			'Source Serif 4'
		);
		const home = page.getByRole('main').getByRole('link').first();
		expect((await request.head((await home.getAttribute('href'))!)).status()).toBe(200);
	}
	await page.getByRole('main').getByRole('link').first().click();
	await expect(page).toHaveURL((url) => url.pathname === '/');
});
