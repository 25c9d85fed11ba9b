import { expect, test, type Locator, type Page } from '@playwright/test';
import type { TimelineEvent } from '../../../src/lib/model/types.ts';
import {
	bar,
	clickOn,
	DESKTOP,
	entry,
	eventOf,
	gapBelowBar,
	heading,
	waitForHydration,
	expectOpenBelowBar,
	mark,
	need,
	open,
	PHONE,
	quotations,
	scrollToBelowBar,
	scrollToTop,
	restingChart,
	settled,
	timeline
} from '../support/support.ts';
import { tabIntoChart } from '../support/focus.ts';
import { rotate } from '../support/sample.ts';
import { isInChapter, literal } from '../support/samples.ts';

const important = timeline.events.filter((event) => event.importance === 3 && isInChapter(event));
const disputed = timeline.events.find(
	(event) => isInChapter(event) && event.evidence.some(({ stance }) => stance === 'disputes')
);
/** An event with a mark of its own at every width, far down the list. */
const late = need(
	'important event within its chapter',
	disputed ?? important.at(-1),
	timeline.events[0]!
);
const early = need('important event', important[0], timeline.events[0]!);

/** The focused event's id, or the focused element's name: `body` when the focus was lost. */
function focused(page: Page) {
	return page.evaluate(() => {
		const element = document.activeElement;
		return element?.closest<HTMLElement>('[data-event]')?.dataset.event ?? element?.localName;
	});
}

function focusOn(element: Locator) {
	return element.evaluate((node: HTMLElement) => node.focus({ preventScroll: true }));
}

async function expectChosen(page: Page, { id }: TimelineEvent) {
	await expect(page).toHaveURL((url) => url.searchParams.get('event') === id);
	await expectOpenBelowBar(page, id);
	await expect(mark(page, id)).toHaveAttribute('aria-current', 'true');
}

const VIEWPORTS = [
	['phone', PHONE],
	['desktop', DESKTOP]
] as const;

for (const [name, viewport] of rotate(VIEWPORTS, 0))
	test(`on a ${name} a click on a mark scrolls to its event and opens the evidence, and Back undoes both`, async ({
		page
	}) => {
		await page.setViewportSize(viewport);
		await open(page);
		const steps = await page.evaluate(() => history.length);
		await expect(quotations(page, late.id).first()).toBeHidden();
		await clickOn(page, mark(page, late.id));
		await expectChosen(page, late);
		await expect(quotations(page, late.id)).toHaveCount(late.evidence.length);
		expect(await page.evaluate(() => history.length)).toBe(steps + 1);
		const gap = await settled(() => gapBelowBar(heading(page, late.id)));

		await page.goBack();
		await expect(page).toHaveURL((url) => url.search === '');
		await expect(restingChart(page)).toBeInViewport();
		await expect(page.locator('[data-timeline] [aria-current]')).toHaveCount(0);

		await page.goForward();
		await expectChosen(page, late);
		await expect.poll(() => gapBelowBar(heading(page, late.id))).toBeCloseTo(gap!, 0);
	});

for (const [name, viewport] of rotate(VIEWPORTS, 1))
	test(`on a ${name} a deep link shows its event below the bar, in which it and others can be chosen`, async ({
		page
	}) => {
		await page.setViewportSize(viewport);
		const inChapter = timeline.events.filter(
			(event) => event !== late && event.chapter === late.chapter && isInChapter(event)
		);
		const inLane = inChapter.find(({ lines }) => lines[0] === late.lines[0]);
		const other = need('other event in that chapter', inLane ?? inChapter[0], late);
		await open(page, `/?event=${late.id}`);
		await expectChosen(page, late);
		await clickOn(page, mark(page, other.id));
		await expectChosen(page, other);
		// opening the earlier event has pushed the later one down
		await page.goBack();
		await expectChosen(page, late);
		await settled(() => gapBelowBar(heading(page, late.id)));

		await page.reload();
		await waitForHydration(page);
		await expectChosen(page, late);
		await test.step('choosing the current event again scrolls back to it without a new history entry', async () => {
			const steps = await page.evaluate(() => history.length);
			await scrollToBelowBar(entry(page, other.id), 40);
			await clickOn(page, mark(page, late.id));
			await expectChosen(page, late);
			expect(await page.evaluate(() => history.length)).toBe(steps);
		});
	});

test('unknown ids and markup in the address are ignored with a message, and tracking parameters silently', async ({
	page
}) => {
	const markup = encodeURIComponent('<img src=x onerror="document.title=1">');
	await open(page, `/?event=${markup}&line=no-such-line&utm_source=letter`);
	await expect(page.getByText('“<img src=x')).toBeVisible();
	await expect(page.getByText('was ignored: there is no such event.')).toBeVisible();
	await expect(
		page.getByText('“no-such-line” was ignored: there is no such product line.')
	).toBeVisible();
	await expect(page.getByText('was ignored')).toHaveCount(2);
	await expect(page).toHaveTitle(new RegExp(literal(timeline.title)));
	await expect(restingChart(page)).toBeInViewport();
	await expect(page.locator('article[data-event]')).toHaveCount(timeline.events.length);
});

test('with reduced motion too, evidence opens in the list and from the chart, and Tab moves on', async ({
	page
}) => {
	await open(page);
	await test.step('a title and the summary below it toggle the evidence without changing the page', async () => {
		const link = heading(page, early.id).getByRole('link');
		await link.focus();
		for (const toggled of ['visible', 'hidden'] as const) {
			await page.keyboard.press('Enter');
			await quotations(page, early.id).first().waitFor({ state: toggled });
			await expect(link).toBeFocused();
		}
		await expect(page).toHaveURL((url) => url.pathname === '/');

		const proof = entry(page, late.id).locator('.proof');
		const summary = proof.locator('> summary');
		await expect(summary).toHaveAccessibleName(
			new RegExp(`^${late.evidence.length} quotations? ${literal(late.title)}$`)
		);
		for (const isOpen of [true, false]) {
			await expect(proof).toHaveJSProperty('open', !isOpen);
			await summary.click();
			await expect(proof).toHaveJSProperty('open', isOpen);
			await expect(quotations(page, late.id).first()).toBeVisible({ visible: isOpen });
		}
		// the browser's find-in-page searches closed evidence, and opens it: a `<details>`
		expect(await proof.evaluate((node) => node.localName)).toBe('details');
	});
	await scrollToTop(page);
	await expect(restingChart(page)).toBeInViewport();

	await test.step('with reduced motion a click on a mark jumps to its event', async () => {
		await page.emulateMedia({ reducedMotion: 'reduce' });
		await clickOn(page, mark(page, late.id));
		await expectChosen(page, late);
	});
	await page.emulateMedia({ reducedMotion: 'no-preference' });

	await test.step('Tab moves through the bar without scrolling, and the focus is never hidden under it', async () => {
		const place = await settled(() => page.evaluate(() => window.scrollY));
		await focusOn(bar(page).getByRole('button').first());
		for (let step = 0; step < 3; step++) {
			await page.keyboard.press('Tab');
			expect(
				await page.evaluate(() => document.activeElement!.closest('[data-bar]') !== null)
			).toBe(true);
			expect(await settled(() => page.evaluate(() => window.scrollY))).toBe(place);
		}

		await focusOn(heading(page, late.id).getByRole('link'));
		for (let step = 0; step < 4; step++) {
			await page.keyboard.press('Shift+Tab');
			await expect.poll(() => gapBelowBar(page.locator(':focus'))).toBeGreaterThanOrEqual(0);
		}
	});
});

test('a mark has a name, Enter opens its event, and Escape returns to it', async ({ page }) => {
	await open(page);
	await test.step('its accessible name has its title, date, status, line and position', async () => {
		const place = timeline.events.indexOf(late) + 1;
		const line = timeline.lines.find(({ id }) => id === late.lines[0])!.label;
		await expect(mark(page, late.id)).toHaveAccessibleName(
			`${late.title}, ${late.date.label}, ${late.status}, ${line}, ${place} of ${timeline.events.length}`
		);
	});

	await test.step('Tab reaches a mark, Enter opens its event, and Escape returns to the mark', async () => {
		await tabIntoChart(page);
		const id = await focused(page);
		const event = eventOf(id);
		await expect(mark(page, event.id)).toBeFocused();
		await page.keyboard.press('Enter');
		await expectChosen(page, event);
		await expect(heading(page, event.id).getByRole('link')).toBeFocused();
		await page.keyboard.press('Escape');
		await expect(bar(page).locator(`a[data-event="${event.id}"]`)).toBeFocused();
	});
});
