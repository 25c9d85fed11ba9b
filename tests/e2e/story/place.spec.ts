/** Late scripts and layout changes never move the text being read, discard input or take the focus. */
import { expect, test, type Page } from '@playwright/test';
import { rotate } from '../support/sample.ts';
import {
	bar,
	DESKTOP,
	entry,
	find,
	waitForHydration,
	mark,
	markBoxes,
	need,
	open,
	PHONE,
	scrollToBar,
	resize,
	scrollToTop,
	restingChart,
	settled,
	timeline
} from '../support/support.ts';
import { onLines } from '../support/samples.ts';

/** An event far down the page, between events on other lines. */
const current = need(
	'event that four others of its line precede, and four follow',
	timeline.events.find((event) => {
		const line = onLines(event.lines[0]!);
		const place = line.indexOf(event);
		return place > 3 && place < line.length - 4;
	}),
	timeline.events[0]!
);
const WORD = 'word';
const onItsLine = `/?line=${current.lines[0]}`;

/** Settled distance from the window's upper edge to the event's entry, px. */
const placeOf = (page: Page, id: string) =>
	settled(() => entry(page, id).evaluate((node) => node.getBoundingClientRect().top));

async function scrollToBelowBar(page: Page, id: string, top: number) {
	await entry(page, id).evaluate((node, place) => {
		const by = node.getBoundingClientRect().top - place;
		window.scrollBy({ top: by, behavior: 'instant' });
	}, top);
	await expect(bar(page)).toBeVisible();
	expect(await placeOf(page, id)).toBeCloseTo(top, -1);
}

/** Delays every script by `delay` ms. */
async function slowDown(page: Page, delay: number) {
	await page.route('**/*.js', async (route) => {
		await new Promise((resolve) => setTimeout(resolve, delay));
		await route.continue();
	});
}

const VIEWPORTS = [
	['desktop', DESKTOP],
	['phone', PHONE]
] as const;

for (const [name, size] of rotate(VIEWPORTS, 0))
	test(`on a ${name} a reload with a filter restores the scroll position`, async ({ page }) => {
		await page.setViewportSize(size);
		await open(page, onItsLine);
		await scrollToBelowBar(page, current.id, 350);
		await page.reload();
		await waitForHydration(page);
		await expect(bar(page)).toBeVisible();
		await expect.poll(() => placeOf(page, current.id)).toBeCloseTo(350, -1);
	});

for (const [name, size] of rotate(VIEWPORTS, 1))
	test(`on a ${name} a search typed before scripts load is kept and applied`, async ({ page }) => {
		await page.setViewportSize(size);
		await slowDown(page, 600);
		await page.goto('/', { waitUntil: 'commit' });
		await page.getByRole('searchbox').fill(WORD);
		await waitForHydration(page);
		await expect(page.getByRole('searchbox')).toHaveValue(WORD);
		await expect(page).toHaveURL((url) => url.searchParams.get('q') === WORD);
	});

test('the current event stays in view when a phone is rotated and rotated back', async ({
	page
}) => {
	await page.setViewportSize(PHONE);
	await open(page, `/?event=${current.id}`);
	await expect(entry(page, current.id)).toBeInViewport();
	await placeOf(page, current.id);
	for (const size of [{ width: PHONE.height, height: PHONE.width }, PHONE]) {
		await resize(page, size);
		await placeOf(page, current.id);
		await expect(entry(page, current.id).getByRole('heading')).toBeInViewport();
	}
});

test('the page still responds after a download, and a link followed right after typing works', async ({
	page
}) => {
	await open(page);
	await test.step('the page still responds after a download', async () => {
		const download = page.waitForEvent('download');
		await page.evaluate(() => {
			const link = document.createElement('a');
			link.href = URL.createObjectURL(new Blob(['words']));
			link.download = 'words.txt';
			document.body.append(link);
			link.click();
			dispatchEvent(new Event('beforeunload', { cancelable: true }));
		});
		await download;
		await page.getByRole('searchbox').fill(WORD);
		await expect(page).toHaveURL((url) => url.searchParams.get('q') === WORD);
	});

	await page.getByRole('searchbox').fill('');
	await expect(page).toHaveURL((url) => url.search === '');
	await test.step('a link followed right after typing reaches its target', async () => {
		await slowDown(page, 900);
		await page.getByRole('searchbox').fill(WORD);
		await page.locator('header a[href$="/about/"]').filter({ visible: true }).click();
		await expect(page).toHaveURL(/\/about\/$/);
		// longer than the delay of the search
		await page.waitForTimeout(700);
		await expect(page).toHaveURL(/\/about\/$/);
	});
});

test('neither a change of the chart nor a filter takes the focus or the current event', async ({
	page
}) => {
	await page.setViewportSize(DESKTOP);
	await open(page);
	await test.step('the focus stays where the reader clicked while the chart changes', async () => {
		const { id } = timeline.chapters[0]!;
		const atRest = Object.keys(await markBoxes(page));
		await scrollToBar(page);
		const inBar = Object.keys(await markBoxes(page));
		await scrollToTop(page);
		await expect(restingChart(page)).toBeInViewport();
		const early = find(
			'event with a mark of its own in the chart and in the bar',
			(event) => event.chapter === id && atRest.includes(event.id) && inBar.includes(event.id)
		);
		await mark(page, early.id).focus();
		await scrollToBar(page);
		await expect(mark(page, early.id)).toBeFocused();
		await page.mouse.click(5, DESKTOP.height - 50); // in the margin
		await page.evaluate(() => window.scrollTo({ top: 0, behavior: 'instant' }));
		await expect(restingChart(page)).toBeInViewport();
		expect(await page.evaluate(() => document.activeElement?.localName)).toBe('body');
	});

	await test.step('a filter chosen while reading keeps the current event in place if it matches', async () => {
		await scrollToBelowBar(page, current.id, 400);
		await bar(page).getByRole('button', { name: 'Product lines' }).click();
		const line = timeline.lines.find(({ id }) => id === current.lines[0])!;
		await bar(page).locator('[popover] button', { hasText: line.label }).click();
		await expect(page).toHaveURL((url) => url.searchParams.get('line') === line.id);
		// the bar has fewer lanes then, so the entry may move a little
		await expect.poll(() => placeOf(page, current.id)).toBeGreaterThan(250);
		expect(await placeOf(page, current.id)).toBeLessThan(550);
	});
});
