/** What the reader has before them, types or points at is theirs: nothing that comes late takes it away. */
import { expect, test, type Page } from '@playwright/test';
import {
	bar,
	DESKTOP,
	entry,
	find,
	isAlive,
	mark,
	open,
	PHONE,
	readOn,
	resize,
	restingChart,
	settled,
	timeline
} from '../support/support.ts';

/** Far down the page, with others before and after it that are on other lines. */
const read = find('event on the market', ({ lines, date }) => {
	return lines[0] === 'market' && date.start > '2018';
});
const onItsLine = `/?line=${read.lines[0]}`;

/** px from the window's upper edge to the event's entry, once nothing moves any more */
const placeOf = (page: Page, id: string) =>
	settled(() => entry(page, id).evaluate((node) => node.getBoundingClientRect().top));

async function readAt(page: Page, id: string, top: number) {
	await entry(page, id).evaluate((node, place) => {
		const by = node.getBoundingClientRect().top - place;
		window.scrollBy({ top: by, behavior: 'instant' });
	}, top);
	await expect(bar(page)).toBeVisible();
	expect(await placeOf(page, id)).toBeCloseTo(top, -1);
}

/** Scripts come so many ms late. */
async function slowDown(page: Page, delay: number) {
	await page.route('**/*.js', async (route) => {
		await new Promise((resolve) => setTimeout(resolve, delay));
		await route.continue();
	});
}

for (const [name, size] of Object.entries({ desktop: DESKTOP, phone: PHONE })) {
	test.describe(`on a ${name}`, () => {
		test.use({ viewport: size });

		test('a reload under a filter comes back to the same place', async ({ page }) => {
			await open(page, onItsLine);
			await readAt(page, read.id, 350);
			await page.reload();
			await isAlive(page);
			await expect(bar(page)).toBeVisible();
			await expect.poll(() => placeOf(page, read.id)).toBeCloseTo(350, -1);
		});

		test('what was typed before scripts came is kept and looked for', async ({ page }) => {
			await slowDown(page, 600);
			await page.goto('/', { waitUntil: 'commit' });
			await page.getByRole('searchbox').fill('tablet');
			await isAlive(page);
			await expect(page.getByRole('searchbox')).toHaveValue('tablet');
			await expect(page).toHaveURL((url) => url.searchParams.get('q') === 'tablet');
		});
	});
}

test('a filter chosen while reading leaves what is read where it is, if it passes', async ({
	page
}) => {
	await page.setViewportSize(DESKTOP);
	await open(page);
	await readAt(page, read.id, 400);
	await bar(page).locator('button[popovertarget]').click();
	const line = timeline.lines.find(({ id }) => id === read.lines[0])!;
	await bar(page).locator('[popover] button', { hasText: line.label }).click();
	await expect(page).toHaveURL((url) => url.searchParams.get('line') === line.id);
	// the bar has fewer lanes then
	await expect.poll(() => placeOf(page, read.id)).toBeGreaterThan(250);
	expect(await placeOf(page, read.id)).toBeLessThan(550);
});

test('what is read is in view after a phone was turned, and turned back', async ({ page }) => {
	await page.setViewportSize(PHONE);
	await open(page, `/?event=${read.id}`);
	await expect(entry(page, read.id)).toBeInViewport();
	await placeOf(page, read.id);
	for (const size of [{ width: PHONE.height, height: PHONE.width }, PHONE]) {
		await resize(page, size);
		await placeOf(page, read.id);
		await expect(entry(page, read.id).getByRole('heading')).toBeInViewport();
	}
});

test('a link that is followed right after typing leads where it says', async ({ page }) => {
	await open(page);
	await slowDown(page, 900);
	await page.getByRole('searchbox').fill('pen');
	await page.locator('header a[href$="/about/"]').click();
	await expect(page).toHaveURL(/\/about\/$/);
	// longer than typing waits
	await page.waitForTimeout(700);
	await expect(page).toHaveURL(/\/about\/$/);
});

test('after a download the page still does what it is told', async ({ page }) => {
	await open(page);
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
	await page.getByRole('searchbox').fill('tablet');
	await expect(page).toHaveURL((url) => url.searchParams.get('q') === 'tablet');
});

test('who clicks elsewhere keeps the keyboard there while the chart changes', async ({ page }) => {
	await page.setViewportSize(DESKTOP);
	await open(page);
	// the bar shows it, too
	const id = timeline.chapters[0]!.id;
	const early = find('early event', (event) => event.chapter === id && event.importance === 3);
	await mark(page, early.id).focus();
	await readOn(page);
	await expect(mark(page, early.id)).toBeFocused();
	await page.mouse.click(5, DESKTOP.height - 50); // the margin
	await page.evaluate(() => window.scrollTo({ top: 0, behavior: 'instant' }));
	await expect(restingChart(page)).toBeInViewport();
	expect(await page.evaluate(() => document.activeElement?.localName)).toBe('body');
});
