/**
 * No text of the bar's header or strip is cut, at any width and in every language that is built: it gives up the words of its
 * buttons first, then sets the title on two lines.
 */
import { existsSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { everyThird } from '../support/sample.ts';
import { bar, open, resize, scrollToBar, timeline } from '../support/support.ts';

const SIZES = [320, 360, 390, 430, 559, 592, 667, 768, 820, 844, 960, 1100, 1280, 1920, 2560].map(
	(width) => ({ width, height: width === 844 || width === 667 ? 380 : 900 })
);

/** The texts of the bar that are cut or lie over each other, outside of the chart. */
function faults(page: Page) {
	return bar(page).evaluate((root) => {
		const frame = root.getBoundingClientRect();
		const isShown = (part: Element) =>
			part.checkVisibility() && !part.closest('[popover], .visually-hidden, .chart');
		const texts = [
			...root.querySelectorAll('header strong, header .count, header button, .all, .times')
		]
			.filter(isShown)
			.map((part) => ({ part, box: part.getBoundingClientRect(), text: part.textContent.trim() }));
		// the touch targets of buttons are larger than their boxes
		const isCut = (part: Element) =>
			!part.matches('button') &&
			part.clientWidth > 0 &&
			(part.scrollWidth > part.clientWidth + 1 || part.scrollHeight > part.clientHeight + 4);
		const cut = texts.filter(
			({ part, box }) => isCut(part) || box.left < frame.left - 0.5 || box.right > frame.right + 0.5
		);
		const touching = texts.filter(({ part, box }, i) =>
			texts
				.slice(i + 1)
				.some(
					(other) =>
						!part.contains(other.part) &&
						!other.part.contains(part) &&
						box.left < other.box.right - 1 &&
						other.box.left < box.right - 1 &&
						box.top < other.box.bottom - 2 &&
						other.box.top < box.bottom - 2
				)
		);
		return [...cut, ...touching].map(({ text }) => text);
	});
}

for (const [index, language] of ['en', 'it', 'zh'].entries())
	test(`no text of the bar is cut at any width from 320 to 2560 px (${language})`, async ({
		page
	}) => {
		test.slow();
		const path = language === 'en' ? '/' : `/${language}/`;
		test.skip(!existsSync(`build${path}index.html`), `${language} is not built`);
		await open(page, path);
		for (const [place, size] of everyThird(SIZES, index).entries()) {
			await resize(page, size);
			if (!(await bar(page).isVisible())) await scrollToBar(page);
			const read = timeline.chapters.filter(({ id }) =>
				timeline.events.some(({ chapter }) => chapter === id)
			);
			for (const { id } of everyThird(read, place)) {
				await page
					.locator(`#chapter-${id} article`)
					.first()
					.evaluate((node) => node.scrollIntoView());
				await expect(bar(page)).toContainText(
					(await page.locator(`#title-${id}`).textContent())!.trim()
				);
				await expect.poll(() => faults(page), { message: `${size.width} ${id}` }).toEqual([]);
			}
		}
	});
