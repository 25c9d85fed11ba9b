/** Steps and chapters where scrolling is smooth, and an event is in the address: the text follows the bar. */
import { expect, test } from '@playwright/test';
import { bar, entry, gapBelowBar, goToChapter, need, open, timeline } from '../support/support.ts';

test.use({ contextOptions: { reducedMotion: 'no-preference' } });

const { chapters, events } = timeline;
const listed = chapters.flatMap(({ id }) => events.filter(({ chapter }) => chapter === id));
const [first, second, third] = listed;

test('steps from an event in the address scroll to the event that they name', async ({ page }) => {
	need('three events', third, first!);
	await open(page, `/?event=${first!.id}`);
	await expect(bar(page)).toBeVisible();
	for (const { id } of [second!, third!]) {
		await bar(page).getByRole('button', { name: 'Next event' }).click();
		await expect(page).toHaveURL(new RegExp(`event=${id}`));
		await expect(entry(page, id)).toHaveClass(/current/);
		await expect.poll(() => gapBelowBar(entry(page, id))).toBeLessThan(120);
		await expect(entry(page, id)).toBeInViewport();
	}
});

test('the chapter menu scrolls from an event in the address to the chapter', async ({ page }) => {
	const chapter = need('two chapters', chapters[1], chapters[0]!);
	await open(page, `/?event=${first!.id}`);
	await expect(bar(page)).toBeVisible();
	await goToChapter(page, chapter);
	await expect.poll(() => gapBelowBar(page.locator(`#title-${chapter.id}`))).toBeLessThan(120);
	await expect(page.locator(`#title-${chapter.id}`)).toBeInViewport();
	await expect(page).not.toHaveURL(/event=/);
});
