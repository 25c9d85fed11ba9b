/** The current event, the counters and the steps agree with the text on screen, wherever the reader is. */
import { expect, test, type Page } from '@playwright/test';
import { everyThird } from '../support/sample.ts';
import {
	bar,
	DESKTOP,
	entry,
	find,
	goToChapter,
	need,
	open,
	PHONE,
	resize,
	scrollToBar,
	scrollToTop,
	restingChart,
	timeline,
	settled
} from '../support/support.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });
// many positions, each awaited
test.describe.configure({ timeout: 120_000 });

const { chapters, events } = timeline;
/** in the order of the list */
const listed = chapters.flatMap(({ id }) => events.filter(({ chapter }) => chapter === id));
const far = need('ten events', events[9] && events.at(-4), events[0]!);

/** What the page shows, and what the rule says of it. */
function readPlace(page: Page) {
	return page.evaluate(() => {
		/** Share of the free height below the bar at which the reading line is. */
		const LINE = 0.45;
		const root = document.querySelector('[data-bar]');
		if (!root) return null;
		const { bottom } = root.getBoundingClientRect();
		const line = bottom + LINE * (innerHeight - bottom);
		const topOf = (element: Element) => element.getBoundingClientRect().top;
		const sections = [...document.querySelectorAll('[data-chapter]')];
		const section = sections.findLast((one) => topOf(one) <= line) ?? sections[0]!;
		const list = [...section.querySelectorAll<HTMLElement>('article[data-event]')];
		const due = list.findLast((one) => topOf(one) <= line) ?? list[0];
		const all = [...document.querySelectorAll<HTMLElement>('article[data-event]')];
		const current = all.filter(({ classList }) => classList.contains('current'));
		const [place, of] = root.querySelector('.count')!.textContent!.match(/\d+/g)!.map(Number);
		const title = root.querySelector('strong')!.textContent;
		return {
			current: current.map(({ dataset }) => dataset.event),
			chapter: sections.findIndex((one) => one.querySelector('h2')!.textContent === title),
			ownChapter: sections.findIndex((one) => current[0] && one.contains(current[0])),
			place,
			ownPlace: all.indexOf(current[0]!) + 1,
			of,
			listed: all.length,
			/** distance of a border from the line, px: closer than this the rounding decides */
			due: due?.dataset.event,
			isClear: [...sections, ...all].every((one) => Math.abs(topOf(one) - line) > 3)
		};
	});
}

async function expectAgreement(page: Page, where: string) {
	await expect
		.poll(
			async () => {
				const read = await readPlace(page);
				if (!read) return 'no bar';
				const { current, chapter, ownChapter, place, ownPlace, of, listed } = read;
				if (current.length !== 1) return `${current.length} current events`;
				if (chapter !== ownChapter) return `chapter ${chapter} but event of ${ownChapter}`;
				if (place !== ownPlace || of !== listed) return `${place}/${of} but ${ownPlace}/${listed}`;
				return 'agreed';
			},
			{ message: where }
		)
		.toBe('agreed');
}

/** The current event is the last one above the reading line in its chapter, else that chapter's first. */
async function expectRule(page: Page, where: string) {
	await expectAgreement(page, where);
	await expect
		.poll(
			async () => {
				const { current, due, isClear } = (await readPlace(page))!;
				return !isClear || current[0] === due ? 'as due' : `${current[0]} for ${due}`;
			},
			{ message: where }
		)
		.toBe('as due');
}

async function scrollTo(page: Page, share: number) {
	// by hand: this ends a jump that is under way, which would keep its event the current one
	await page.mouse.wheel(0, 1);
	await page.evaluate((part) => {
		const first = document.querySelector('article[data-event]')!;
		const from = first.getBoundingClientRect().top + scrollY - innerHeight * 0.3;
		const to = document.documentElement.scrollHeight - innerHeight;
		window.scrollTo({ top: from + part * (to - from), behavior: 'instant' });
	}, share);
}

const step = (page: Page, name: 'Next event' | 'Previous event') =>
	bar(page)
		.getByRole('button', { name: new RegExp(`^${name}`) })
		.evaluate((button: HTMLElement) => button.click());

/** Jumps in both directions, as by dragging the scroll bar: shares of the list. */
const SHARES = Array.from({ length: 24 }, (_, index) => ((index * 7) % 24) / 24);

test('at any scroll position the current event obeys the rule, also after a break and a reload', async ({
	page
}) => {
	await page.setViewportSize(DESKTOP);
	await open(page);
	const address = page.url();
	await scrollToBar(page);
	for (const [name, viewport, offset] of [
		['desktop', { width: 1280, height: 800 }, 0],
		['phone', PHONE, 1]
	] as const)
		await test.step(`on a ${name} the current event obeys the rule, and steps go on from it`, async () => {
			await resize(page, viewport);
			for (const [index, share] of everyThird(SHARES, offset).entries()) {
				await scrollTo(page, share);
				await expectRule(page, `at ${share}`);
				if (index % 4 !== 2) continue;
				// after a jump the current event follows in the next frame
				const { place } = (await settled(() => readPlace(page)))!;
				for (const [direction, by] of [
					['Next event', 1],
					['Previous event', 0]
				] as const) {
					const to = Math.min(place! + by, events.length);
					await step(page, direction);
					await expect.poll(async () => (await readPlace(page))?.place).toBe(to);
					await expectAgreement(page, `after ${direction} from ${place}`);
					await expect(page.locator('article.current')).toBeInViewport();
				}
			}
			expect(page.url()).toBe(address);
		});
	await test.step('a jump that the reader breaks off leaves no stale event', async () => {
		await page.emulateMedia({ reducedMotion: 'no-preference' });
		await step(page, 'Next event');
		await page.mouse.move(200, 600);
		await page.mouse.wheel(0, 300);
		await scrollTo(page, 0.7);
		await expectRule(page, 'after the break');
		await page.emulateMedia({ reducedMotion: 'reduce' });
	});
	await test.step('a reload in the middle restores the scroll and the current event', async () => {
		await scrollTo(page, 0.6);
		const top = await page.evaluate(() => scrollY);
		await page.reload();
		await expect.poll(() => page.evaluate(() => scrollY)).toBeCloseTo(top, -1);
		await expectRule(page, 'after the reload');
	});
});

test('a filter, a resize and a rotation keep a current event that is on screen', async ({
	page
}) => {
	await page.setViewportSize(PHONE);
	await open(page);
	await scrollToBar(page);
	for (const share of [0.15, 0.5, 0.85]) {
		await scrollTo(page, share);
		await expectAgreement(page, `at ${share}`);
		for (const size of [{ width: PHONE.height, height: PHONE.width }, DESKTOP, PHONE]) {
			await resize(page, size);
			await expectAgreement(page, `${share} at ${size.width} px`);
		}
	}
	await page.setViewportSize(DESKTOP);
	await scrollTo(page, 0.5);
	const line = timeline.lines.find(({ id }) => {
		const of = new Set(
			events.filter(({ lines }) => lines.includes(id)).map(({ chapter }) => chapter)
		);
		return of.size === chapters.length;
	});
	if (!line) return;
	await bar(page).locator('button[popovertarget]').click();
	await bar(page).locator('[popover] button', { hasText: line.label }).click();
	await expect(page).toHaveURL((url) => url.searchParams.has('line'));
	await expectAgreement(page, 'after filtering');
});

test('a reload stays where the reader was', async ({ page }) => {
	const chosen = events[2]!;
	await open(page, `/?event=${chosen.id}`);
	await test.step('with an event in the address, entries stay open as before, also after a scroll that ends a jump', async () => {
		await expect(entry(page, chosen.id)).toBeInViewport();
		await entry(page, far.id).locator('.proof > summary').click();
		const next = bar(page).getByRole('button', { name: 'Next event' });
		await next.evaluate((button: HTMLElement, id) => {
			button.click();
			const top = document.getElementById(id)!.getBoundingClientRect().top + scrollY - 420;
			window.scrollTo({ top, behavior: 'instant' });
		}, far.id);
		await page.waitForTimeout(700); // the place is stored at most twice a second
		const before = await entry(page, far.id).boundingBox();
		const address = page.url();
		await page.reload();
		await expect(bar(page)).toBeVisible();
		await expect(entry(page, far.id).locator('blockquote').first()).toBeVisible();
		await expect
			.poll(async () => (await entry(page, far.id).boundingBox())!.y)
			.toBeCloseTo(before!.y, -1);
		expect(page.url()).toBe(address);
	});

	await test.step('a page that the browser discarded while hidden is restored', async () => {
		await expect(bar(page)).toBeVisible();
		// a reader scrolls by hand, which ends the jump to the event
		await page.mouse.wheel(0, 1);
		await entry(page, far.id).evaluate((node) => node.scrollIntoView());
		await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
		const top = await page.evaluate(() => scrollY);
		// as after a discard, the browser itself restores nothing
		await page.evaluate(() => {
			addEventListener('beforeunload', (event) => event.stopImmediatePropagation(), true);
			history.scrollRestoration = 'manual';
		});
		await page.reload();
		await expect(bar(page)).toBeVisible();
		await expect.poll(() => page.evaluate(() => scrollY)).toBeCloseTo(top, -1);
	});
});

test('steps replace the event in the address, Tab goes on from the bar into the text, and chapters drop the event', async ({
	page
}) => {
	await open(page, `/?event=${listed[3]?.id}`);
	await expect(bar(page)).toBeVisible();
	const steps = await page.evaluate(() => history.length);
	for (const viewport of [DESKTOP, PHONE]) {
		await resize(page, viewport);
		const { place } = (await settled(() => readPlace(page)))!;
		const next = listed[place!]!;
		await test.step(`steps replace the event in the address, ${viewport.width} px wide`, async () => {
			await step(page, 'Next event');
			await expect(page).toHaveURL(`/?event=${next.id}`);
			await expect(page.locator('article.current')).toHaveAttribute('data-event', next.id);
			await expect(entry(page, next.id)).toBeInViewport();
		});
		await test.step('from the bar, Tab goes on into the text that is read', async () => {
			const before = await page.evaluate(() => scrollY);
			await bar(page).getByRole('button').first().focus();
			for (let stop = 0; stop < 12; stop++) {
				await page.keyboard.press('Tab');
				if (await page.evaluate(() => !document.activeElement!.closest('[data-bar]'))) break;
			}
			const { chapter, isBelow } = await page.evaluate(() => {
				const active = document.activeElement!;
				const { bottom } = document.querySelector('[data-bar]')!.getBoundingClientRect();
				return {
					chapter: active.closest<HTMLElement>('[data-chapter]')?.dataset.chapter,
					isBelow: active.getBoundingClientRect().top >= bottom
				};
			});
			expect(chapter).toBe(next.chapter);
			expect(isBelow).toBe(true);
			expect(Math.abs((await page.evaluate(() => scrollY)) - before)).toBeLessThan(viewport.height);
			const isInBar = () =>
				page.evaluate(() => Boolean(document.activeElement!.closest('[data-bar]')));
			await page.keyboard.press('Shift+Tab');
			expect(await isInBar()).toBe(true);
			await page.keyboard.press('Tab');
			expect(await isInBar()).toBe(false);
		});
	}
	await test.step('chapters drop it', async () => {
		const { chapter } = events.find(
			({ id }) => id === new URL(page.url()).searchParams.get('event')
		)!;
		const other = chapters.findIndex(({ id }) => id === chapter) === 0 ? chapters[1] : chapters[0];
		if (!other) return;
		await goToChapter(page, other);
		await expect(page).toHaveURL('/');
		expect(await page.evaluate(() => history.length)).toBe(steps);
	});
});

test('the focus is never dropped to the page', async ({ page }) => {
	const focused = () =>
		page.evaluate(() => {
			const active = document.activeElement!;
			return active === document.body
				? 'body'
				: (active.closest('[data-timeline], .story, .notes, main')?.className ?? '');
		});
	await open(page);
	// the whole chart
	await scrollToBar(page);
	await bar(page).getByRole('button', { name: 'Full chart' }).focus();
	await page.keyboard.press('Enter');
	await expect(restingChart(page)).toBeInViewport();
	await expect(bar(page)).toHaveCount(0);
	await expect.poll(focused).toMatch(/timeline/);

	// a control of the chart while the bar replaces it
	await page.getByRole('button', { name: 'Zoom in' }).focus();
	await scrollToBar(page);
	await expect.poll(focused).not.toBe('body');
	await scrollToTop(page);
	await expect(restingChart(page)).toBeInViewport();

	// a filter that is cleared
	await page.getByRole('searchbox').fill('e');
	const clear = page.getByRole('button', { name: 'Clear', exact: true });
	await clear.focus();
	await page.keyboard.press('Enter');
	await expect(clear).toHaveCount(0);
	await expect.poll(focused).not.toBe('body');
});

test('an event in the address that the filter hides is named, and shown on request', async ({
	page
}) => {
	const one = find('event that a line leaves out', ({ lines }, i) => i > 4 && lines.length === 1);
	const other = timeline.lines.find(({ id }) => id !== one.lines[0])!;
	const [from] = /^-?\d+/.exec(one.date.start)!;
	await open(page, `/?event=${one.id}&line=${other.id}&from=${from}`);
	await expect(page.getByText(`${one.title} is hidden by the filter.`)).toBeVisible();
	await expect(entry(page, one.id)).toBeHidden();
	await expect(restingChart(page), 'the page does not scroll').toBeInViewport();
	await page.getByRole('button', { name: 'Show it' }).click();
	await expect(entry(page, one.id)).toBeInViewport();
	await expect(page.getByText('is hidden by the filter')).toHaveCount(0);
	const query = new URL(page.url()).searchParams;
	expect([query.get('line'), query.get('from'), query.get('event')]).toEqual([null, from, one.id]);
});
