/** The bar's fold, its counter under a filter, its product lines on a phone, and what it says of events beyond its days. */
import { expect, test, type Page } from '@playwright/test';
import { rotate } from '../support/sample.ts';
import {
	bar,
	chartSvg,
	clickOn,
	DESKTOP,
	entry,
	find,
	gapBelowBar,
	heading,
	need,
	open,
	PHONE,
	resize,
	scrollToBar,
	scrollToChapter,
	settled,
	timeline
} from '../support/support.ts';

const { chapters, events, lines } = timeline;
const amid = events.findIndex(
	({ chapter }, i) =>
		i > 4 && events[i - 1]?.chapter === chapter && events[i + 2]?.chapter === chapter
);

const heightOf = async (page: Page) => (await bar(page).boundingBox())?.height;
const press = (page: Page, name: string) =>
	clickOn(page, bar(page).getByRole('button', { name, exact: true }));

const VIEWPORTS = [
	['desktop', DESKTOP, 312, 80],
	['phone', PHONE, 264, 82]
] as const;

for (const [name, size, open_, folded] of rotate(VIEWPORTS, 0))
	test(`on a ${name} the bar folds and unfolds, and what is read keeps its place below it`, async ({
		page
	}) => {
		const { id } = need('event amid others', events[amid], events[0]!);
		await page.setViewportSize(size);
		await open(page, `/?event=${id}`);
		await expect.poll(() => heightOf(page)).toBe(open_);
		await page.mouse.wheel(0, 30);
		const before = await settled(() => gapBelowBar(heading(page, id)));
		const height = await page.evaluate(() => document.documentElement.scrollHeight);

		await press(page, 'Fold');
		expect(await heightOf(page)).toBe(folded);
		await expect(chartSvg(page)).toHaveCount(0);
		expect(await gapBelowBar(heading(page, id))).toBeCloseTo(before!, 0);
		await expect(page.locator('article.current')).toHaveAttribute('data-event', id);
		await expect(bar(page).getByRole('button', { name: 'Unfold' })).toBeFocused();
		expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(height);

		// kept in the next chapter, and when the chart was in view in between
		await scrollToChapter(page, chapters.at(-1)!.id);
		expect(await heightOf(page)).toBe(folded);
		await page.evaluate(() => window.scrollTo({ top: 0, behavior: 'instant' }));
		await expect(bar(page)).toHaveCount(0);
		await scrollToBar(page);
		expect(await heightOf(page)).toBe(folded);

		const gap = await settled(() => gapBelowBar(entry(page, events[0]!.id)));
		await press(page, 'Unfold');
		expect(await heightOf(page)).toBe(open_);
		expect(await gapBelowBar(entry(page, events[0]!.id))).toBeCloseTo(gap!, 0);
		expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
	});

test('in a low window the bar starts folded, and in a very low one it stays so', async ({
	page
}) => {
	await page.setViewportSize({ width: 1280, height: 759 });
	await open(page);
	for (const [size, action] of [
		// another width is another window: by height alone, only much of a change counts
		[{ width: 1280, height: 759 }, 'Unfold'],
		[{ width: 390, height: 639 }, 'Unfold'],
		[{ width: 1280, height: 760 }, 'Fold'],
		[{ width: 390, height: 640 }, 'Fold'],
		[{ width: 844, height: 390 }, null]
	] as const) {
		await resize(page, size);
		await scrollToBar(page);
		const fold = bar(page).getByRole('button', { name: /^(Fold|Unfold)$/ });
		if (action) await expect(fold).toHaveAccessibleName(action);
		else {
			await expect(fold).toHaveCount(0);
			expect(await heightOf(page)).toBe(80);
		}
	}
});

test('on a phone the product lines open as a sheet, and browser bars change nothing', async ({
	page
}) => {
	await page.setViewportSize({ width: 390, height: 660 });
	await open(page);
	await scrollToBar(page);
	await test.step('browser bars that come and go neither fold nor unfold the bar', async () => {
		expect(await heightOf(page)).toBe(264);
		await resize(page, { width: 390, height: 560 });
		expect(await heightOf(page)).toBe(264);
	});

	await resize(page, PHONE);
	await test.step('the product lines open as a sheet at the bottom', async () => {
		await clickOn(page, bar(page).getByRole('button', { name: 'Product lines' }));
		const sheet = page.locator('[popover]:popover-open');
		const box = (await sheet.boundingBox())!;
		expect([box.x, box.width]).toEqual([0, PHONE.width]);
		expect(box.y + box.height).toBeCloseTo(PHONE.height, 0);
		for (const { label } of lines)
			await expect(sheet.getByText(label, { exact: true })).toBeInViewport();
		const [line] = lines as [(typeof lines)[0]];
		await sheet.getByRole('button', { name: line.label }).click();
		await expect(page).toHaveURL((url) => url.searchParams.get('line') === line.id);
		await page.keyboard.press('Escape');
		await expect(sheet).toHaveCount(0);
		await expect(
			bar(page).getByRole('button', { name: `Product lines: ${line.label}` })
		).toBeFocused();
	});
});

test('under a filter nothing moves, and the counter is about what it shows', async ({ page }) => {
	const line = lines.find(({ id }) => {
		const { length } = events.filter(({ lines }) => lines.includes(id));
		return length > 1 && length < events.length;
	})!;
	const count = events.filter((event) => event.lines.includes(line.id)).length;

	await page.setViewportSize(DESKTOP);
	await open(page, `/?line=${line.id}`);
	await test.step('nothing moves where a filter makes the chart lower than the bar', async () => {
		const height = () => page.evaluate(() => document.documentElement.scrollHeight);
		const before = await settled(height);
		await scrollToBar(page);
		expect(await settled(height)).toBe(before);
		await press(page, 'Fold');
		expect(await settled(height)).toBe(before);
		await press(page, 'Unfold');
	});
	await test.step('the counter is about what the filter shows, and never empty', async () => {
		for (const size of [DESKTOP, PHONE]) {
			await resize(page, size);
			await scrollToBar(page);
			const counter = bar(page).getByText(/^Event \d+ of \d+$/);
			await expect(counter).toHaveText(new RegExp(` of ${count}$`));
			const place = Number(/\d+/.exec((await settled(() => counter.textContent()))!)![0]);
			await press(page, 'Next event');
			await expect(counter).toHaveText(`Event ${place + 1} of ${count}`);
			// at every scroll position
			const all = await page.evaluate(async () => {
				const texts = new Set<string>();
				for (let top = 900; top < document.documentElement.scrollHeight; top += 170) {
					window.scrollTo({ top, behavior: 'instant' });
					await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
					const count = document.querySelector('[data-bar] .count');
					if (count) texts.add(count.textContent.trim());
				}
				return [...texts];
			});
			expect(all.filter((text) => !new RegExp(`^Event [1-9]\\d* of ${count}$`).test(text))).toEqual(
				[]
			);
		}
	});
});

test('the bar counts the events before and after its days, and leads to the nearest', async ({
	page
}) => {
	await page.setViewportSize(DESKTOP);
	const chapter = need(
		'chapter between others',
		chapters.find(
			({ from, to }) =>
				events.some(({ date }) => date.end && date.end < from) &&
				events.some(({ date }) => date.start > to)
		),
		chapters[0]!
	);
	await open(page);
	await scrollToChapter(page, chapter.id);
	const before = events.filter(({ date }) => date.end && date.end < chapter.from);
	const after = events.filter(({ date }) => date.start > chapter.to);
	const later = bar(page).getByRole('button', { name: `${after.length} later` });
	await expect(bar(page).getByRole('button', { name: `${before.length} earlier` })).toBeVisible();
	await later.focus();
	await page.keyboard.press('Enter');
	const nearest = find('later event', ({ id }) => id === after[0]!.id);
	await expect(page.locator('article.current')).toHaveAttribute('data-event', nearest.id);
	await expect(entry(page, nearest.id)).toBeInViewport();
});

test.describe('on a phone', () => {
	test.use({ viewport: PHONE, hasTouch: true });

	test('a tap on a cluster lists its events, and each leads to its text', async ({ page }) => {
		await open(page);
		const clusters = bar(page).locator('a[data-first]');
		for (const { id } of chapters) {
			if (await clusters.count()) break;
			await scrollToChapter(page, id);
		}
		need('cluster in the bar', (await clusters.count()) || undefined, 0);
		const count = Number(await clusters.first().textContent());
		await clusters.first().tap();
		const links = page.locator('[data-card][popover] li a');
		await expect(links).toHaveCount(count);
		await links.last().click();
		await expect(page).toHaveURL(/\?event=/);
		await expect(links).toHaveCount(0);
	});
});
