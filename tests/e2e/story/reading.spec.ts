import { expect, test, type Locator, type Page } from '@playwright/test';
import type { TimelineEvent } from '../../../src/lib/model/types.ts';
import { everyThird, rotate } from '../support/sample.ts';
import { domain, lastDay } from '../support/samples.ts';
import {
	allIds,
	bar,
	clickOn,
	DESKTOP,
	drawnIds,
	entry,
	gapBelowBar,
	goToChapter,
	idsOf,
	listedIds,
	need,
	open,
	PHONE,
	resize,
	scrollToBelowBar,
	scrollToChapter,
	scrollToBar,
	restingChart,
	scrollToTop,
	TABLET,
	timeline
} from '../support/support.ts';

const { chapters, events } = timeline;

/**
 * Whether the bar draws the event, whose date may lie outside of its chapter. What was announced is only named at the
 * bar's edge if it is dated after its chapter's end, or so that it may be at any time in the chapter.
 */
function isInBar({ id, chapter, date }: TimelineEvent) {
	const { from, to } = chapters.find((other) => other.id === chapter)!;
	const isAnnounced = events.some(({ relations }) =>
		relations.some(({ type, event }) => type === 'announces' && event === id)
	);
	const isAnyTime = date.start < from && date.end! > to;
	return date.start <= to && lastDay({ date }) >= from && !(isAnnounced && isAnyTime);
}

/** Five or more events of a chapter that share a date. */
function sharedDate(): [TimelineEvent, ...TimelineEvent[]] {
	const alike = (one: TimelineEvent) =>
		events.filter(({ chapter, date }) => chapter === one.chapter && date.edtf === one.date.edtf);
	const group = events.map(alike).findLast(({ length }) => length >= 5);
	return need('date that five events of a chapter share', group, events) as [TimelineEvent];
}

/** The height of the page and the top of its list, px. */
function measure(page: Page) {
	return page.evaluate(() => {
		const list = document.querySelector('article[data-event]')!;
		return {
			height: document.documentElement.scrollHeight,
			list: Math.round(list.getBoundingClientRect().top + window.scrollY)
		};
	});
}

async function topOf(element: Locator) {
	return (await element.boundingBox())?.y;
}

test('the page shows every event, and the bar labels what is read and leads to each chapter', async ({
	page
}) => {
	await open(page);
	await test.step('the page shows every event in the chart and, in time order with its quotations, in the list', async () => {
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(
			`${timeline.title} A timeline you can check`
		);
		await expect(restingChart(page)).toBeInViewport();
		expect(await drawnIds(page)).toEqual(allIds);
		expect(await listedIds(page)).toEqual(allIds);
		const listed = await page.locator('article[data-event]').evaluateAll((entries) =>
			entries.map((element) => ({
				id: (element as HTMLElement).dataset.event,
				quotations: element.querySelectorAll('blockquote[data-evidence][cite]').length
			}))
		);
		expect(listed).toEqual(
			chapters
				.flatMap((chapter) => events.filter((event) => event.chapter === chapter.id))
				.map(({ id, evidence }) => ({ id, quotations: evidence.length }))
		);
		const starts = events.map(({ date }) => date.start);
		expect(starts).toEqual(starts.toSorted());
	});

	await test.step('on a phone the bar labels the event being read, and no other', async () => {
		await resize(page, PHONE);
		await scrollToBar(page);
		const labels = bar(page).locator('text.label');
		for (const { id } of events.filter(isInBar).filter((_, index) => index % 7 === 3)) {
			await scrollToBelowBar(entry(page, id), 150);
			await expect(page.locator('article[data-event].current')).toHaveAttribute('data-event', id);
			const { title, short } = events.find((event) => event.id === id)!;
			for (const text of await labels.allTextContents())
				expect([short, title]).toContain(text.trim());
		}
	});
	await test.step('the bar’s title leads to the chapters, and a button to the whole chart', async () => {
		const [first, second = chapters[0]!] = chapters as [(typeof chapters)[0]];
		need('second chapter', chapters[1], first);
		for (const viewport of [DESKTOP, PHONE]) {
			await page.setViewportSize(viewport);
			await scrollToChapter(page, first.id);
			await goToChapter(page, second);
			await expect(bar(page)).toContainText(second.title);
			const title = page.locator(`#title-${second.id}`);
			await expect(title).toBeInViewport({ ratio: 1 });
			await expect(title).toBeFocused();
			await goToChapter(page, first);
			await expect(bar(page)).toContainText(first.title);

			// a phone has it in the menu of chapters
			if (viewport === PHONE)
				await clickOn(page, bar(page).getByRole('button', { name: first.title, exact: true }));
			await clickOn(page, bar(page).getByRole('button', { name: 'Full chart' }));
			await expect(restingChart(page)).toBeInViewport();
			await expect(bar(page)).toHaveCount(0);
		}
	});
});

const VIEWPORTS = [
	['desktop', DESKTOP],
	['phone', PHONE]
] as const;

for (const [name, viewport] of rotate(VIEWPORTS, 0))
	test(`on a ${name} scrolling past the chart turns it into the bar, scrolling back restores it, and nothing jumps`, async ({
		page
	}) => {
		await page.setViewportSize(viewport);
		await open(page);
		await expect(bar(page)).toHaveCount(0);
		const before = await measure(page);

		await page.mouse.move(viewport.width / 2, viewport.height / 2);
		await expect(async () => {
			await page.mouse.wheel(0, 400);
			await expect(bar(page)).toBeVisible({ timeout: 200 });
		}).toPass();
		await expect(restingChart(page)).toHaveCount(0);
		await expect.poll(() => topOf(bar(page))).toBeCloseTo(0, 0);
		expect(await measure(page)).toEqual(before);

		await scrollToTop(page);
		await expect(restingChart(page)).toBeInViewport();
		await expect(bar(page)).toHaveCount(0);
		expect(await measure(page)).toEqual(before);
		expect(await drawnIds(page)).toEqual(allIds);
	});

for (const [name, viewport] of rotate(VIEWPORTS, 1))
	test(`on a ${name} the bar shows the current chapter at one height and leaves the address unchanged`, async ({
		page
	}) => {
		await page.setViewportSize(viewport);
		await open(page);
		const address = page.url();
		const steps = await page.evaluate(() => history.length);
		for (const { id, title } of [...chapters, ...chapters.toReversed()]) {
			await scrollToChapter(page, id);
			await expect(bar(page)).toContainText(title);
			await expect(bar(page)).toContainText(new RegExp(`Event \\d+ of ${events.length}`));
			const own = idsOf(events.filter(isInBar).filter(({ chapter }) => chapter === id));
			await expect.poll(() => drawnIds(page)).toEqual(expect.arrayContaining(own));
			expect((await bar(page).boundingBox())?.height).toBe(name === 'phone' ? 264 : 312);
			await expect.poll(() => topOf(bar(page))).toBeCloseTo(0, 0);
		}
		await scrollToTop(page);
		await expect(restingChart(page)).toBeInViewport();
		expect(page.url()).toBe(address);
		expect(await page.evaluate(() => history.length)).toBe(steps);
	});

for (const [name, viewport] of rotate(VIEWPORTS, 2))
	test(`on a ${name} the highlight follows the reading position`, async ({ page }) => {
		await page.setViewportSize(viewport);
		await open(page);
		await scrollToBar(page);
		for (const { id } of events.filter(isInBar).filter((_, index) => index % 5 === 2)) {
			await expect(async () => {
				const { height } = (await bar(page).boundingBox())!;
				// the scroll spy's line is slightly above the middle of the space below the bar
				await scrollToBelowBar(entry(page, id), 0.4 * (viewport.height - height));
				for (const current of [
					page.locator('article[data-event].current'),
					bar(page).locator('[data-event][aria-current]')
				])
					await expect(current).toHaveAttribute('data-event', id, { timeout: 1000 });
			}).toPass();
		}
	});

test('the bar shows all years and says its magnification, open or folded', async ({ page }) => {
	test.slow();
	const days = ({ from, to }: { from: string; to: string }) =>
		(Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
	await open(page);
	for (const [index, size] of [DESKTOP, PHONE, TABLET].entries()) {
		await resize(page, size);
		const read = chapters.filter(({ id }) => events.some(({ chapter }) => chapter === id));
		for (const chapter of everyThird(read, index)) {
			await scrollToChapter(page, chapter.id);
			const times = Math.round((domain.end - domain.start) / 86_400_000 / days(chapter));
			for (const action of ['Fold', 'Unfold']) {
				const said = bar(page).getByText(`Magnified ${times} times`);
				await expect(said).toHaveCount(1);
				// in a narrow gutter, the sentence is for screen readers
				const seen = bar(page).locator('.times');
				await expect(seen).toHaveText(new RegExp(`^(Magnified ${times} times|× ${times})$`));
				const box = (await seen.boundingBox())!;
				expect(box.x + box.width).toBeLessThanOrEqual(size.width);
				await clickOn(page, bar(page).getByRole('button', { name: action, exact: true }));
			}
		}
	}
});

test('a date shared by several events stays in view while they are read', async ({ page }) => {
	const last = sharedDate().at(-2)!;
	await open(page, `/?event=${last.id}`);
	await expect(entry(page, last.id)).toBeInViewport();
	const date = page.locator('[data-group]', { has: entry(page, last.id) }).locator('.date .label');
	await expect(date).toBeInViewport({ ratio: 1 });
	const { y, height } = (await bar(page).boundingBox())!;
	expect((await date.boundingBox())!.y, 'below the bar').toBeGreaterThan(y + height);
});

test('a chapter’s fragment leads to its heading, below the bar', async ({ page }) => {
	for (const [index, { id, title }] of everyThird(chapters.slice(1)).entries())
		for (const viewport of rotate([PHONE, DESKTOP], index)) {
			await page.setViewportSize(viewport);
			await page.goto('about:blank'); // otherwise only the fragment would change
			await page.goto(`/#chapter-${id}`);
			const heading = page.locator(`#chapter-${id} h2`);
			await expect(bar(page)).toBeVisible();
			await expect(heading).toBeInViewport({ ratio: 1 });
			await expect
				.poll(() => gapBelowBar(heading), { message: `${title}, ${viewport.width} px` })
				.toBeGreaterThanOrEqual(0);
		}
});
