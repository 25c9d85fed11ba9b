import { expect, test, type Locator, type Page } from '@playwright/test';
import type { TimelineEvent } from '../../../src/lib/model/types.ts';
import { rotate } from '../support/sample.ts';
import { domain } from '../support/samples.ts';
import {
	allIds,
	bar,
	clickOn,
	DESKTOP,
	drawnIds,
	entry,
	gapBelowBar,
	listedIds,
	mark,
	need,
	open,
	PHONE,
	scrollToBelowBar,
	scrollToChapter,
	scrollToBar,
	restingChart,
	scrollToTop,
	timeline
} from '../support/support.ts';

const { chapters, events } = timeline;

/**
 * Whether the bar draws the event. What was announced is only named at the bar's edge if it is dated after its chapter's
 * end, or so that it may be at any time in the chapter.
 */
function isInBar({ id, chapter, date }: TimelineEvent) {
	const { from, to } = chapters.find((other) => other.id === chapter)!;
	const isAnnounced = events.some(({ relations }) =>
		relations.some(({ type, event }) => type === 'announces' && event === id)
	);
	const isAnyTime = date.start < from && date.end! > to;
	return date.start <= to && !(isAnnounced && isAnyTime);
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

test('the page shows every event in the chart and, in time order with its quotations, in the list', async ({
	page
}) => {
	await open(page);
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

for (const [name, viewport] of Object.entries({ desktop: DESKTOP, phone: PHONE })) {
	test.describe(`on a ${name}`, () => {
		test.use({ viewport });

		test('scrolling past the chart turns it into the bar, scrolling back restores it, and nothing jumps', async ({
			page
		}) => {
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

		test('the bar shows the current chapter, stays slim and leaves the address unchanged', async ({
			page
		}) => {
			await open(page);
			const address = page.url();
			const steps = await page.evaluate(() => history.length);
			const most = (name === 'phone' ? 0.34 : 0.42) * viewport.height;
			for (const { id, title } of [...chapters, ...chapters.toReversed()]) {
				await scrollToChapter(page, id);
				const number = chapters.findIndex((chapter) => chapter.id === id) + 1;
				await expect(bar(page)).toContainText(title);
				await expect(bar(page)).toContainText(
					name === 'phone' ? `${number}/${chapters.length}` : `${number} of ${chapters.length}`
				);
				for (const event of events.filter(isInBar).filter(({ chapter }) => chapter === id))
					await expect(mark(page, event.id)).toHaveCount(1);
				await expect
					.poll(async () => (await bar(page).boundingBox())?.height)
					.toBeLessThanOrEqual(most);
				await expect.poll(() => topOf(bar(page))).toBeCloseTo(0, 0);
			}
			await scrollToTop(page);
			await expect(restingChart(page)).toBeInViewport();
			expect(page.url()).toBe(address);
			expect(await page.evaluate(() => history.length)).toBe(steps);
		});

		test('the highlight follows the reading position', async ({ page }) => {
			await open(page);
			await scrollToBar(page);
			for (const { id } of events.filter(isInBar).filter((_, index) => index % 5 === 2)) {
				// the bar's height depends on the chapter, so the first attempt may miss by the difference
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
	});
}

test('the bar’s buttons lead to the next chapter, the previous chapter and the whole chart', async ({
	page
}) => {
	const [first, second = chapters[0]!] = chapters as [(typeof chapters)[0]];
	need('second chapter', chapters[1], first);
	const press = (name: string) => clickOn(page, bar(page).getByRole('button', { name }));
	await open(page);
	await scrollToChapter(page, first.id);
	await press(second.title);
	await expect(bar(page)).toContainText(second.title);
	const title = page.locator(`#title-${second.id}`);
	await expect(title).toBeInViewport({ ratio: 1 });
	await expect(title).toBeFocused();

	await press(first.title);
	await expect(bar(page)).toContainText(first.title);

	await press('Full chart');
	await expect(restingChart(page)).toBeInViewport();
	await expect(bar(page)).toHaveCount(0);
});

test('the bar states its magnification and labels a date shared by many events once', async ({
	page
}) => {
	const first = chapters[0]!;
	const days = ({ from, to }: { from: string; to: string }) =>
		(Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
	const [shared] = sharedDate();
	const chapter = chapters.find(({ id }) => id === shared.chapter)!;
	need('chapter after which another date is read', chapter === first ? undefined : chapter, first);

	await page.setViewportSize(DESKTOP); // a lower window has no room for the strip
	await open(page);
	await scrollToChapter(page, chapter.id);
	const name = bar(page).getByText(shared.date.label, { exact: true });
	await expect(name).toHaveCount(1);
	const times = Math.round((domain.end - domain.start) / 86_400_000 / days(chapter));
	await expect(bar(page).getByText(`Magnified ${times} times`)).toBeVisible();

	// horizontally, the centre of the label is within its marks
	const over = (await name.boundingBox())!;
	const under = (await mark(page, shared.id).locator('.hit').boundingBox())!;
	expect(over.x + over.width / 2).toBeGreaterThan(under.x);
	expect(over.x + over.width / 2).toBeLessThan(under.x + under.width);

	await scrollToChapter(page, first.id);
	await expect(bar(page).getByText(shared.date.label, { exact: true })).toHaveCount(0);
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

test('on a phone the bar names the event being read', async ({ page }) => {
	await page.setViewportSize(PHONE);
	await open(page);
	const event = need('seven events', events[6] && events.at(-3), events[0]!);
	await scrollToBar(page);
	await scrollToBelowBar(entry(page, event.id), 150);
	await expect(page.locator('article[data-event].current')).toHaveAttribute('data-event', event.id);
	await expect(bar(page)).toContainText(event.short ?? event.title);
});

test('a chapter’s fragment leads to its heading, below the bar', async ({ page }) => {
	for (const [index, { id, title }] of chapters.slice(1).entries())
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
