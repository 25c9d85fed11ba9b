/** The bar's header is never cut: it shortens its buttons first, then drops the remark, then wraps the title. */
import { expect, test } from '@playwright/test';
import { bar, open, resize, scrollToChapter, timeline } from '../support/support.ts';

for (const size of [
	{ width: 1280, height: 800 },
	{ width: 1100, height: 800 },
	{ width: 960, height: 700 },
	{ width: 820, height: 1180 },
	{ width: 768, height: 1024 },
	{ width: 844, height: 390 },
	{ width: 667, height: 375 }
])
	test(`no text of the bar's header is cut at ${size.width} × ${size.height} px`, async ({
		page
	}) => {
		await page.setViewportSize(size);
		await open(page);
		await scrollToChapter(page, timeline.chapters[0]!.id);
		for (const { id } of timeline.chapters) {
			await scrollToChapter(page, id);
			await resize(page, { ...size, width: size.width - 7 });
			await resize(page, size);
			const cut = await bar(page)
				.locator('header, header > *')
				.evaluateAll((parts) =>
					parts
						.filter((part) => part.checkVisibility())
						.filter(
							(part) =>
								part.scrollWidth > part.clientWidth + 1 || part.scrollHeight > part.clientHeight + 4
						)
						.map((part) => part.textContent)
				);
			expect(cut, id).toEqual([]);
		}
	});
