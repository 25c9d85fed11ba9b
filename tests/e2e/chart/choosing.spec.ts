import { expect, test, type Locator, type Page } from '@playwright/test';
import type { TimelineEvent } from '../../../src/lib/model/types.ts';
import {
	bar,
	clickOn,
	DESKTOP,
	entry,
	find,
	gapBelowBar,
	heading,
	isAlive,
	isOpenBelowBar,
	mark,
	open,
	PHONE,
	quotations,
	readAt,
	restingChart,
	settled,
	timeline
} from '../support/support.ts';

/** Drawn by itself at every width, and told far down the page. */
const late = find('disputed event', ({ evidence }) =>
	evidence.some(({ stance }) => stance === 'disputes')
);
const early = find('founding', ({ importance }) => importance === 3);
const [firstLine, secondLine] = timeline.lines as [(typeof timeline.lines)[0], { id: string }];

/** What has the focus: `body` when it was lost. */
function focused(page: Page) {
	return page.evaluate(() => {
		const element = document.activeElement;
		return element?.closest<HTMLElement>('[data-event]')?.dataset.event ?? element?.localName;
	});
}

function focusOn(element: Locator) {
	return element.evaluate((node: HTMLElement) => node.focus({ preventScroll: true }));
}

async function isChosen(page: Page, { id }: TimelineEvent) {
	await expect(page).toHaveURL((url) => url.searchParams.get('event') === id);
	await isOpenBelowBar(page, id);
	await expect(mark(page, id)).toHaveAttribute('aria-current', 'true');
}

for (const [name, viewport] of Object.entries({ desktop: DESKTOP, phone: PHONE })) {
	test.describe(`on a ${name}`, () => {
		test.use({ viewport });

		test('a click on a mark goes to its event, opens the evidence, and back undoes it', async ({
			page
		}) => {
			await open(page);
			const steps = await page.evaluate(() => history.length);
			await expect(quotations(page, late.id).first()).toBeHidden();
			await clickOn(page, mark(page, late.id));
			await isChosen(page, late);
			await expect(quotations(page, late.id)).toHaveCount(late.evidence.length);
			expect(await page.evaluate(() => history.length)).toBe(steps + 1);
			const gap = await settled(() => gapBelowBar(heading(page, late.id)));

			await page.goBack();
			await expect(page).toHaveURL((url) => url.search === '');
			await expect(restingChart(page)).toBeInViewport();
			await expect(page.locator('[data-timeline] [aria-current]')).toHaveCount(0);

			await page.goForward();
			await isChosen(page, late);
			await expect.poll(() => gapBelowBar(heading(page, late.id))).toBeCloseTo(gap!, 0);
		});

		test('a deep link shows its event below the bar, where others can be chosen', async ({
			page
		}) => {
			const other = find(
				'earlier neighbour',
				({ id, chapter, lines }) =>
					id !== late.id && chapter === late.chapter && lines[0] === late.lines[0]
			);
			await open(page, `/?event=${late.id}`);
			await isChosen(page, late);
			await clickOn(page, mark(page, other.id));
			await isChosen(page, other);
			// opening the earlier one has pushed the other down
			await page.goBack();
			await isChosen(page, late);

			await page.reload();
			await isAlive(page);
			await isChosen(page, late);
		});
	});
}

test('with less motion the page goes there at once', async ({ page }) => {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await open(page);
	await clickOn(page, mark(page, late.id));
	await isChosen(page, late);
});

test('an event that was scrolled away from is gone to again, without another step back', async ({
	page
}) => {
	await open(page, `/?event=${early.id}`);
	await isChosen(page, early);
	const steps = await page.evaluate(() => history.length);
	await readAt(page.locator('article[data-event]').nth(3), 40);
	await clickOn(page, mark(page, early.id));
	await isChosen(page, early);
	expect(await page.evaluate(() => history.length)).toBe(steps);
});

test('unknown ids are ignored, and the page says so', async ({ page }) => {
	await open(page, '/?event=nothing-of-this-name&line=mi-watch');
	await expect(
		page.getByText('There is no event called “nothing-of-this-name”; it was ignored.')
	).toBeVisible();
	await expect(page.getByText('There is no line called “mi-watch”; it was ignored.')).toBeVisible();
	await expect(restingChart(page)).toBeInViewport();
	await expect(page.locator('article[data-event]')).toHaveCount(timeline.events.length);
});

test('an address that is markup is shown as text, and what other tools add passes in silence', async ({
	page
}) => {
	const markup = encodeURIComponent('<img src=x onerror="document.title=1">');
	await open(page, `/?event=${markup}&utm_source=letter`);
	await expect(page.getByText('There is no event called “<img src=x')).toBeVisible();
	await expect(page.getByText('was ignored')).toHaveCount(1);
	await expect(page).toHaveTitle(new RegExp(timeline.title));
});

test('with the keyboard a mark is reached by Tab, Enter leads to its words, and Escape back to it', async ({
	page
}) => {
	await open(page);
	await page.getByRole('searchbox').focus();
	await page.keyboard.press('Tab');
	const id = await focused(page);
	const event = find('event at the mark', (one) => one.id === id);
	await expect(mark(page, event.id)).toBeFocused();
	await page.keyboard.press('Enter');
	await isChosen(page, event);
	await expect(heading(page, event.id).getByRole('link')).toBeFocused();
	await page.keyboard.press('Escape');
	await expect(bar(page).locator(`a[data-event="${event.id}"]`)).toBeFocused();
});

test('the keyboard goes through the bar without moving the page, and never under it', async ({
	page
}) => {
	await open(page, `/?event=${late.id}`);
	await isChosen(page, late);
	const place = await settled(() => page.evaluate(() => window.scrollY));
	await focusOn(bar(page).getByRole('button').first());
	for (let step = 0; step < 3; step++) {
		await page.keyboard.press('Tab');
		expect(await page.evaluate(() => document.activeElement!.closest('[data-bar]') !== null)).toBe(
			true
		);
		expect(await settled(() => page.evaluate(() => window.scrollY))).toBe(place);
	}

	await focusOn(heading(page, late.id).getByRole('link'));
	for (let step = 0; step < 4; step++) {
		await page.keyboard.press('Shift+Tab');
		await expect.poll(() => gapBelowBar(page.locator(':focus'))).toBeGreaterThanOrEqual(0);
	}
});

test('a title and the button beside it open the evidence and close it, and stay where they are', async ({
	page
}) => {
	await open(page);
	const link = heading(page, early.id).getByRole('link');
	await link.focus();
	for (const toggled of ['visible', 'hidden'] as const) {
		await page.keyboard.press('Enter');
		await quotations(page, early.id).first().waitFor({ state: toggled });
		await expect(link).toBeFocused();
	}
	await expect(page).toHaveURL((url) => url.pathname === '/');

	const button = entry(page, late.id).getByRole('button');
	await expect(button).toHaveAccessibleName(
		new RegExp(`${late.evidence.length} quotations.*${late.title}`)
	);
	for (const expanded of [true, false]) {
		await expect(button).toHaveAttribute('aria-expanded', String(!expanded));
		await button.click();
		await expect(button).toHaveAttribute('aria-expanded', String(expanded));
		await expect(quotations(page, late.id).first()).toBeVisible({ visible: expanded });
	}
	// so that the browser's own search finds the words of what is closed
	expect(
		await quotations(page, late.id)
			.first()
			.evaluate((node) => node.closest('[hidden]')?.getAttribute('hidden'))
	).toBe('until-found');
});

test('a chosen event that the filter hides is not gone to', async ({ page }) => {
	const hidden = find(
		'event on one line',
		({ lines }) => !lines.includes(firstLine.id) && !lines.includes(secondLine.id)
	);
	await open(page, `/?line=${firstLine.id},${secondLine.id}&event=${hidden.id}`);
	await expect(entry(page, hidden.id)).toHaveCount(0);
	await expect(restingChart(page)).toBeInViewport();
});

test('the name of a mark says what, when, how sure and where it stands', async ({ page }) => {
	await open(page);
	const place = timeline.events.indexOf(late) + 1;
	const line = timeline.lines.find(({ id }) => id === late.lines[0])!.label;
	await expect(mark(page, late.id)).toHaveAccessibleName(
		`${late.title}, ${late.date.label}, ${late.status}, ${line}, ${place} of ${timeline.events.length}`
	);
});
