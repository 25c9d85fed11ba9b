/** The journeys of the three users, by keyboard alone; the focus is visible at every stop. */
import { expect, test } from '@playwright/test';
import { press, readStop, tabTo, type Stop } from '../support/focus.ts';
import { rotate } from '../support/sample.ts';
import { bar, entry, heading, need, open, openStatic, timeline } from '../support/support.ts';
import { isBuilt } from '../support/html.ts';
import { anEvent, literal, mentions, onLines, sampleLine, sampleWord } from '../support/samples.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });
// a hundred key presses, each followed by a check of the focus
test.describe.configure({ timeout: 90_000 });

test('a visitor skips to the story, moves along the chart, opens an event and returns', async ({
	page
}) => {
	await open(page);
	expect((await press(page, 'Tab')).name).toBe('Skip to content');
	await page.keyboard.press('Enter');
	await tabTo(page, page.locator('[data-timeline] a[tabindex="0"]'));
	await press(page, 'Home');
	const names: string[] = [];
	for (let step = 0; step < 4; step++) names.push((await press(page, 'ArrowRight')).name);
	need('five events', timeline.events[4], timeline.events[0]!);
	const titles = timeline.events.slice(1, 5).map(({ title }) => `${title},`);
	expect(names.map((name, i) => name.slice(0, titles[i]!.length))).toEqual(titles);
	await expect(page.locator('[data-card]')).toContainText(timeline.events[4]!.title);
	await press(page, 'Escape');
	await expect(page.locator('[data-card]')).toHaveCount(0);

	const { id } = timeline.events[4]!;
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(`/?event=${id}`);
	await expect(bar(page)).toBeVisible();
	await expect(heading(page, id)).toBeInViewport();
	await expect(entry(page, id).locator('blockquote').first()).toBeVisible();
	const link = heading(page, id).getByRole('link');
	await expect(link).toBeFocused();
	await press(page, 'Tab');
	// back to the mark, then on along the chart
	await press(page, 'Escape');
	await expect(bar(page).locator(`a[data-event="${id}"]`)).toBeFocused();
	await press(page, 'ArrowLeft');

	// instead of the browser's shortcut, which a test can't press
	await page.goBack();
	await expect(page).toHaveURL(/:\d+\/(#main)?$/);
	// the page moves the focus once more while it is being restored
	await expect(async () => {
		await page.keyboard.press('Tab');
		expect(await readStop(page)).toMatchObject({ problems: [] });
	}).toPass();
});

test('a student filters, searches, opens the evidence, cites it and downloads the data', async ({
	page,
	context
}) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	const { id: line, label } = sampleLine();
	const word = sampleWord(onLines(line));
	const event = onLines(line).find((one) => mentions(one, word))!;
	await open(page);
	await tabTo(page, page.getByRole('button', { name: new RegExp(`^${literal(label)} \\d`) }));
	await press(page, 'Space');
	const status = page.getByRole('status').filter({ hasText: 'shown' });
	await expect(status).toHaveText(
		`${onLines(line).length} of ${timeline.events.length} events shown.`
	);
	await tabTo(page, page.getByRole('searchbox'));
	await page.keyboard.type(word);
	await expect(page).toHaveURL((url) => url.searchParams.get('q') === word);
	await expect(status).toHaveText(/^\d of \d+ events shown\.$/);

	const proof = entry(page, event.id).locator('.proof');
	await tabTo(page, entry(page, event.id).getByRole('heading').getByRole('link'), { most: 80 });
	if ((await proof.getAttribute('open')) === null) await press(page, 'Enter');
	await expect(proof).toHaveAttribute('open');
	const cite = proof.getByText('Cite', { exact: true }).first();
	await tabTo(page, cite);
	await press(page, 'Enter');
	const dialog = page.getByRole('dialog');
	await expect(dialog.locator('section')).toHaveCount(4);
	const copy = dialog.getByRole('button', { name: 'Copy APA' });
	await tabTo(page, copy, { most: 4 });
	await press(page, 'Enter');
	await expect(dialog.getByRole('status')).toHaveText(/APA/);
	expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/\([^)]*\d{4}/);
	// the dialog traps the focus until it is closed, then restores it
	for (let step = 0; step < 6; step++) {
		await page.keyboard.press('Tab');
		const isInside = () => document.activeElement!.matches('body, dialog, dialog *');
		expect(await page.evaluate(isInside)).toBe(true);
	}
	await press(page, 'Escape');
	await expect(dialog).toHaveCount(0);
	await expect(cite).toBeFocused();

	const summary = page.locator('summary', { hasText: 'Download & cite' });
	await tabTo(page, summary, { key: 'Shift+Tab', most: 80 });
	await press(page, 'Enter');
	// until then there are plain links to all data, and a focused one passes its focus to its replacement
	await expect(page.locator('#main details input').first()).toBeVisible();
	await tabTo(page, page.locator('#main details').getByRole('link', { name: 'CSV' }));
	const download = page.waitForEvent('download');
	await page.keyboard.press('Enter');
	expect((await download).suggestedFilename()).toMatch(/\.csv$/);
});

test('an embedder configures an embed and copies its snippet', async ({ page, context }) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	const { id, label } = sampleLine();
	await page.goto('/share/');
	await expect(page.locator('iframe')).toBeVisible();
	await expect(async () => {
		await page.getByRole('button', { name: new RegExp(`^${literal(label)}`) }).focus();
		await page.keyboard.press('Space');
		await expect(page).toHaveURL(new RegExp(`line=${id}`), { timeout: 1000 });
	}).toPass();
	await tabTo(page, page.locator('input[type=radio]').first());
	await press(page, 'ArrowRight');
	await expect(page).toHaveURL(/theme=dark/);
	await tabTo(page, page.getByLabel('px'));
	await page.keyboard.press('Control+A');
	await page.keyboard.type('640');
	const copy = page.getByRole('button', { name: /^Copy/ }).first();
	// through the preview's frame and out again
	for (let step = 0; step < 80; step++) {
		await page.keyboard.press('Tab');
		if (await copy.evaluate((node) => node === document.activeElement)) break;
	}
	await expect(copy).toBeFocused();
	await press(page, 'Enter');
	const snippet = await page.evaluate(() => navigator.clipboard.readText());
	expect(snippet).toContain('<iframe');
	expect(snippet).toContain('height="640"');
	expect(snippet).toMatch(new RegExp(`line/${id}/\\?.*theme=dark|line=${id}.*theme=dark`));
});

test('a reader of an embed opens an event, closes it and reaches the link to the timeline', async ({
	page
}) => {
	await open(page, `/embed/line/${sampleLine().id}/`);
	await press(page, 'Tab');
	const { name } = await press(page, 'ArrowRight');
	await page.keyboard.press('Enter');
	const card = page.locator('article[data-event]');
	await expect(card.getByRole('heading')).toHaveText(
		timeline.events.find(({ title }) => name.startsWith(title))!.title
	);
	await tabTo(page, card.getByRole('link').first());
	await tabTo(page, card.getByRole('button', { name: 'Close' }), { key: 'Shift+Tab' });
	await press(page, 'Enter');
	await expect(card).toHaveCount(0);
	await expect(page.locator('[data-timeline] a:focus')).toHaveCount(1);
	await tabTo(page, page.getByRole('link', { name: /Open the timeline/ }));
});

/** What Tab stops at, roughly: what is more is not needed. */
const STOPS = 'a[href]:not([tabindex="-1"]), button, input, select, summary';

/** Pages, the number of Tab stops to check at most, and whether they have a chart. */
const WALKS = [
	['/', 34, true],
	[`/embed/?event=${anEvent.id}`, 12, true],
	[`/table/?line=${anEvent.lines[0]}`, 40, false],
	[`/event/${anEvent.id}/`, 30, true],
	[`/source/${timeline.sources.at(-1)!.id}/`, 44, false],
	...(isBuilt('/promises/') ? ([['/promises/', 40, false]] as const) : []),
	['/open/', 20, false],
	['/about/', 20, false]
] as const;

test('the focus follows the reading order of each page and is visible', async ({ page }) => {
	test.slow();
	for (const [index, [path, count, hasChart]] of WALKS.entries())
		for (const width of rotate([1280, 390], index))
			await test.step(`${path}, ${width} px wide`, async () => {
				await page.setViewportSize({ width, height: 800 });
				if (hasChart) await open(page, path);
				// the table's rows change once scripts have filtered them
				else await openStatic(page, path);
				expect(await page.locator('[tabindex]:not([tabindex="0"], [tabindex="-1"])').count()).toBe(
					0
				);
				let before: Stop | null = null;
				// after the last stop the focus leaves the page
				const stops = await page.locator(STOPS).filter({ visible: true }).count();
				for (let step = 0; step < Math.min(count, stops); step++) {
					const stop = await press(page, 'Tab');
					// within a column, no stop is above the previous one
					if (before && !before.isOverlay && !stop.isOverlay) {
						const isBeside = stop.box.left >= before.box.right || stop.box.right <= before.box.left;
						const isAbove = stop.box.bottom + 4 <= before.box.top;
						expect(isAbove && !isBeside, `“${stop.name}” after “${before.name}”`).toBe(false);
					}
					before = stop;
				}
			});
});
