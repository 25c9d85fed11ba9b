import { expect, test, type Page } from '@playwright/test';
import {
	chartSvg,
	clickOn,
	DESKTOP,
	entry,
	waitForHydration,
	mark,
	markBoxes,
	need,
	open,
	PHONE,
	resize,
	restingChart,
	scrollToTop,
	settled,
	timeline
} from '../support/support.ts';
import { wholeDomain } from '../../../src/lib/layout/scale/scale.ts';
import { formatDay } from '../../../src/lib/model/date.ts';
import { formatRange } from '../../../src/lib/layout/scale/date-format.ts';
import { domain, TALL, yearsFrom, type Years } from '../support/samples.ts';
import {
	hoverChart,
	button,
	DAY,
	days,
	drag,
	emptyPoint,
	extent,
	handle,
	middleOf,
	navigator,
	plot,
	rangeButton,
	visibleRange,
	settledRange,
	expectRange,
	expectFullExtent,
	wheelWith,
	type Range
} from '../support/range.ts';

/** High enough for the controls below the chart to be in view. */
const viewport = { width: DESKTOP.width, height: TALL };
test.use({ viewport });

/** Events of one day, happened, with no neighbour on the same day: each mark is a single dot with a well-defined centre. */
const isolated = timeline.events.filter(
	({ date, status }, index) =>
		date.start === date.end &&
		status === 'happened' &&
		timeline.events[index - 1]?.date.start !== date.start &&
		timeline.events[index + 1]?.date.start !== date.start &&
		// away from the ends of the extent
		Date.parse(date.start) > domain.start + 366 * DAY &&
		Date.parse(date.start) < domain.end - 3 * 366 * DAY
);
const middle = need(
	'event of one day that is alone on it, away from the first and last years',
	isolated[Math.floor(isolated.length / 2)],
	timeline.events[0]!
);
/** A sixth of the extent: narrower, the handles of the brush would touch. */
const COUNT = Math.max(2, Math.round((domain.end - domain.start) / DAY / 365 / 6));
const near = yearsFrom(middle.date.start, COUNT);
/** A view that includes it. */
const NEAR = `/?view=${near.view}`;
/** For what the chart of an embed shares with that of the story: its page is smaller. */
const NEAR_EMBED = `/embed${NEAR}`;

const scrolled = (page: Page) => page.evaluate(() => window.scrollY);
const widthOf = ({ start, end }: Range) => end - start;

/** Shows other years, whose ends it types. */
async function show(page: Page, { from, to, first, last }: Years) {
	await rangeButton(page).click();
	const form = navigator(page).locator('form');
	await form.getByLabel('From').fill(from);
	await form.getByLabel('To').fill(to);
	await form.getByLabel('To').press('Enter');
	await expectRange(page, first, last);
}

async function expectPlainWheelToScroll(page: Page) {
	await test.step('the plain wheel over the chart scrolls the page and keeps the visible range', async () => {
		await hoverChart(page);
		const before = await visibleRange(page);
		await page.mouse.wheel(0, 90);
		await expect.poll(() => scrolled(page)).toBe(90);
		expect(await visibleRange(page)).toEqual(before);
	});
}

/** Records the writes to the history with their times, ms. @returns a function that reads the record */
async function watchHistory(page: Page) {
	await page.addInitScript(() => {
		const written: { kind: string; view: string | null; time: number }[] = [];
		Object.assign(window, { written });
		for (const kind of ['replaceState', 'pushState'] as const) {
			const write = history[kind].bind(history);
			history[kind] = (state, unused, address) => {
				const view = new URL(address ?? '', location.href).searchParams.get('view');
				written.push({ kind, view, time: performance.now() });
				write(state, unused, address);
			};
		}
	});
	return () =>
		page.evaluate(
			() =>
				(window as unknown as { written: { kind: string; view: string | null; time: number }[] })
					.written
		);
}

test('dragging the background pans the chart along with the pointer, not beyond the first and last year', async ({
	page
}) => {
	// with the event far from both ends of the window
	const before = formatDay(Date.parse(middle.date.start) - (COUNT / 2) * 365 * DAY);
	await open(page, `/embed/?view=${yearsFrom(before, COUNT).view}`);
	await test.step('the chart moves along with the pointer', async () => {
		const from = await emptyPoint(page);
		await hoverChart(page, from);
		const { x } = await middleOf(page, middle.id);
		for (const by of [90, -140]) {
			const before = (await middleOf(page, middle.id)).x;
			await drag(page, from, by);
			await expect
				.poll(async () => Math.abs((await middleOf(page, middle.id)).x - before - by))
				.toBeLessThanOrEqual(2);
		}
		expect(Math.abs((await middleOf(page, middle.id)).x - x + 50)).toBeLessThanOrEqual(3);
		expect(await page.evaluate(() => String(getSelection()))).toBe('');
	});
	for (const end of ['first', 'last'] as const)
		await test.step(`no drag pans beyond the ${end} year`, async () => {
			const day = formatDay(end === 'first' ? domain.start : domain.end - DAY);
			const by = end === 'first' ? 60 : -60;
			await show(page, yearsFrom(day, 2));
			const from = await emptyPoint(page);
			await hoverChart(page, from);
			const before = await settledRange(page);
			const [min, max] = await extent(page);
			expect(end === 'first' ? before.start : before.end).toBe(end === 'first' ? min : max);
			await drag(page, from, -by, 2);
			await expect.poll(async () => (await visibleRange(page))?.start).not.toBe(before.start);
			await drag(page, from, 3 * by, 2);
			await expect.poll(() => visibleRange(page)).toEqual(before);
		});
});

test('at full extent a drag and the horizontal wheel do nothing, and the wheel zooms with a key only', async ({
	page
}) => {
	await open(page);
	await expect(navigator(page).getByRole('status')).toHaveText('');
	await test.step('a drag does not pan the chart', async () => {
		const from = await emptyPoint(page);
		await hoverChart(page, from);
		await drag(page, from, 150, 2);
		expect(await visibleRange(page)).toBeNull();
		await expect(page).toHaveURL((url) => url.search === '');
	});
	await test.step('the horizontal wheel does nothing', async () => {
		await hoverChart(page);
		await page.mouse.wheel(100, 0);
		expect(await settled(() => visibleRange(page))).toBeNull();
	});
	for (const key of ['Control', 'Meta'])
		await test.step(`the wheel with ${key} zooms about the pointer, and neither zooms nor scrolls the page`, async () => {
			const before = (await middleOf(page, middle.id)).x;
			// wheel events have whole-pixel coordinates
			const x = Math.round(before);
			await hoverChart(page, { x, y: Math.round((await plot(page)).y) + 4 });
			let whole: number | undefined;
			let last = Infinity;
			const width = async () => {
				const range = await visibleRange(page);
				return range ? widthOf(range) : Infinity;
			};
			const staysAtPointer = async () => {
				const [min, max] = await extent(page);
				whole ??= max - min;
				const offset = (before - x) * (whole / last);
				expect(Math.abs((await middleOf(page, middle.id)).x - x - offset)).toBeLessThanOrEqual(1.5);
			};
			for (let turn = 0; turn < 3; turn++) {
				await wheelWith(page, key, -300);
				await expect.poll(width).toBeLessThan(last);
				last = await width();
				await staysAtPointer();
			}
			await wheelWith(page, key, 300);
			await expect.poll(width).toBeGreaterThan(last);
			last = await width();
			await staysAtPointer();

			// also when the chart can't be zoomed out any further
			for (let turn = 0; turn < 4; turn++) await wheelWith(page, key, 300);
			await expectFullExtent(page);
			expect(
				await page.evaluate(() => [window.scrollY, window.innerWidth, visualViewport!.scale])
			).toEqual([0, viewport.width, 1]);
		});
	await expectPlainWheelToScroll(page);
});

test('a zoomed chart follows drags, the horizontal wheel and the keys of its handles', async ({
	page
}) => {
	await open(page, NEAR);
	await test.step('dragging a mark pans without selecting it', async () => {
		const from = await middleOf(page, middle.id);
		await hoverChart(page, from);
		await drag(page, from, 60);
		await expect
			.poll(async () => Math.abs((await middleOf(page, middle.id)).x - from.x - 60))
			.toBeLessThanOrEqual(2);
		await expect(page).toHaveURL((url) => url.searchParams.get('view') !== near.view);
		expect(new URL(page.url()).searchParams.get('event')).toBeNull();
		await expect(restingChart(page)).toBeInViewport();
	});
	await test.step('the horizontal wheel pans', async () => {
		const { width } = await plot(page);
		for (const turn of [
			() => page.mouse.wheel(100, 10),
			async () => {
				await page.keyboard.down('Shift');
				await page.mouse.wheel(0, 100);
				await page.keyboard.up('Shift');
			}
		]) {
			await hoverChart(page);
			const before = await settledRange(page);
			await turn();
			const by = (100 / width) * widthOf(before);
			await expect
				.poll(async () => Math.abs((await visibleRange(page))!.start - before.start - by) / by)
				.toBeLessThan(0.01);
			expect(Math.abs(widthOf((await visibleRange(page))!) - widthOf(before))).toBeLessThan(1000);
		}
		expect(await scrolled(page)).toBe(0);
	});
	await expectPlainWheelToScroll(page);
	await scrollToTop(page);
	await show(page, near);
	await test.step('the handles of the brush are keyboard sliders that state their day', async () => {
		await expect(handle(page, 'From')).toHaveAttribute(
			'aria-valuetext',
			`1 Jan ${Number(near.from)}`
		);
		await expect(handle(page, 'To')).toHaveAttribute('aria-valuetext', `31 Dec ${Number(near.to)}`);
		let before = await settledRange(page);
		for (const [name, key, moved, direction] of [
			['From', 'ArrowRight', 'start', 1],
			['From', 'ArrowLeft', 'start', -1],
			['To', 'ArrowLeft', 'end', -1],
			['To', 'PageUp', 'end', 1]
		] as const) {
			await handle(page, name).focus();
			await page.keyboard.press(key);
			const after = await settledRange(page);
			expect(Math.sign(after[moved] - before[moved])).toBe(direction);
			const kept = moved === 'start' ? 'end' : 'start';
			expect(Math.abs(after[kept] - before[kept])).toBeLessThan(1000);
			await expect(handle(page, name)).toBeFocused();
			before = after;
		}
		// a handle stops a day before the other
		await handle(page, 'From').focus();
		await page.keyboard.press('End');
		expect(widthOf(await settledRange(page))).toBeCloseTo(DAY, -2);
		expect(await scrolled(page)).toBe(0);
	});
});

test('a double click on the background zooms in about that point', async ({ page }) => {
	await open(page, NEAR_EMBED);
	const before = await settledRange(page);
	const { x, y } = await emptyPoint(page);
	const box = await plot(page);
	await page.mouse.dblclick(x, y);
	await expect
		.poll(async () => widthOf((await visibleRange(page))!) / widthOf(before))
		.toBeCloseTo(0.5, 2);
	const after = await settledRange(page);
	const timeAt = (range: Range) => range.start + ((x - box.x) / box.width) * widthOf(range);
	expect(Math.abs(timeAt(after) - timeAt(before))).toBeLessThan(0.005 * widthOf(before));
	expect(new URL(page.url()).searchParams.get('event')).toBeNull();
});

test('the visible range is stated in words, to the days that the address has, whichever way it is reached', async ({
	page
}) => {
	const { from, to } = yearsFrom(middle.date.start, 2);
	const [first, last] = [`${from}-12-25`, `${to}-01-02`];
	const words = `25 Dec ${Number(from)} – 2 Jan ${Number(to)}`;
	await open(page, `/embed/?view=${first}..${last}`);
	await expect(rangeButton(page)).toHaveText(new RegExp(words));
	await expect(navigator(page).getByRole('status')).toHaveText(`The chart shows ${words}.`);
	await expectRange(page, first, last);
	expect(days(first, last).end).toBe((await visibleRange(page))!.end);
	await test.step('the range button and the address name the same days', async () => {
		const agree = async () => {
			await settledRange(page);
			await expect
				.poll(async () => {
					const [from, to] = new URL(page.url()).searchParams.get('view')!.split('..');
					const words = formatRange(days(from!, to!));
					const shown = (await rangeButton(page).textContent())!;
					return shown.includes(words) ? 'agreed' : `${shown} for ${words}`;
				})
				.toBe('agreed');
		};
		await agree();
		await button(page, 'Zoom in').click();
		await agree();
		await wheelWith(page, 'Control', -60);
		await agree();
		for (const key of ['ArrowRight', 'ArrowLeft', 'ArrowRight']) {
			await handle(page, 'To').press(key);
			await agree();
		}
	});

	await show(page, near);
	await test.step('the form has the same days as the address', async () => {
		for (const by of [7, 13, 23]) {
			const { x, y } = await emptyPoint(page);
			await hoverChart(page, { x, y });
			await drag(page, { x, y }, by);
			await settledRange(page);
			await expect
				.poll(async () => {
					const [from, to] = new URL(page.url()).searchParams.get('view')!.split('..');
					await rangeButton(page).click();
					const fields = page.locator(':popover-open input');
					const typed = [await fields.nth(0).inputValue(), await fields.nth(1).inputValue()];
					await page.keyboard.press('Escape');
					return typed.join() === [from, to].join()
						? 'agreed'
						: `${typed.join()} for ${from} ${to}`;
				})
				.toBe('agreed');
		}
	});
});

for (const path of ['/', '/embed/'])
	test(`zoomed in, the chart of ${path} says how many events lie before and after, and leads there`, async ({
		page
	}) => {
		const edge = (side: 'earlier' | 'later') =>
			page.getByRole('button', { name: new RegExp(`^\\d+ ${side}: go to the nearest event$`) });
		// a day without events, between two that have some
		const ends = timeline.events.map(({ date }) => [date.start, date.end ?? date.asOf!] as const);
		const gap = need(
			'day between events on which nothing happens',
			ends
				.map(([, end]) => formatDay(Date.parse(end) + DAY))
				.find(
					(day) =>
						ends.every(([start, end]) => end < day || start > day) &&
						ends.some(([start]) => start > day)
				),
			'2012-01-01'
		);
		await open(page, `${path}?view=${gap}..${gap}`);
		const before = ends.filter(([, end]) => end < gap).length;
		const after = ends.filter(([start]) => start > gap).length;
		for (const { width } of [DESKTOP, PHONE]) {
			await resize(page, { width, height: TALL });
			await expect(edge('earlier')).toHaveAccessibleName(new RegExp(`^${before} `));
			await expect(edge('later')).toHaveAccessibleName(new RegExp(`^${after} `));
			for (const side of ['earlier', 'later'] as const) {
				const box = (await edge(side).boundingBox())!;
				expect(box.x).toBeGreaterThanOrEqual(0);
				expect(box.x + box.width).toBeLessThanOrEqual(width);
			}
		}
		// by keyboard, to the nearest event
		await edge('later').focus();
		await page.keyboard.press('Enter');
		const next = timeline.events.find(({ date }) => date.start > gap)!;
		await expect(mark(page, next.id)).toBeVisible();
		await expect
			.poll(async () => (await visibleRange(page))!.start)
			.toBeGreaterThan(Date.parse(gap));
		await expect(edge('later')).not.toHaveAccessibleName(new RegExp(`^${after} `));
		await button(page, 'Reset zoom').click();
		await expectFullExtent(page);
		for (const side of ['earlier', 'later'] as const) await expect(edge(side)).toHaveCount(0);
	});

test('a range can be typed', async ({ page }) => {
	await open(page, NEAR_EMBED);
	// that of an embed is rounded out to half-years
	const extent = wholeDomain(timeline.events, 6);
	const [first, last] = [formatDay(extent.start), formatDay(extent.end - DAY)];
	const form = navigator(page).locator('form');
	await expect(form).toBeHidden();
	await test.step('an invalid range is answered in one sentence and keeps the visible range', async () => {
		const shown = await settledRange(page);
		await rangeButton(page).click();
		const { from: one, to: next } = near;
		const before = formatDay(domain.start - 3650 * DAY).slice(0, -'-01-01'.length);
		for (const [from, to, sentence] of [
			['last year', next, /^“last year” is not a date\. Use the form \d+, \S+ \d+ or \S+\.$/],
			[
				'03/04/2018',
				next,
				/^“03\/04\/2018” can mean two days\. Use the form \d+, \S+ \d+ or \S+\.$/
			],
			[one, `${one}-13`, new RegExp(`^“${one}-13” is not a date\\. Use the form`)],
			[`${one}-02-30`, next, new RegExp(`^“${one}-02-30” is not a date\\. Use the form`)],
			[next, one, `${next} is later than ${one}.`],
			[before, before, `The timeline runs from ${first} to ${last}.`]
		] as const) {
			await form.getByLabel('From').fill(from);
			await form.getByLabel('To').fill(to);
			await form.getByRole('button', { name: 'Show' }).click();
			await expect(form.getByRole('alert')).toHaveText(sentence);
			await expect(form).toBeVisible();
		}
		expect(await visibleRange(page)).toEqual(shown);
	});
	await page.keyboard.press('Escape');

	await test.step('a range can be typed in years, months or days; an empty end means the end of the extent', async () => {
		const { from: one, to: next, first: ownFirst, last: ownLast } = near;
		const leap = Number(one) % 4 === 0 && (Number(one) % 100 !== 0 || Number(one) % 400 === 0);
		for (const [from, to, start, end] of [
			[one, `${next}-09`, ownFirst, `${next}-09-30`],
			[`${one}-02`, `${one}-02`, `${one}-02-01`, `${one}-02-${leap ? 29 : 28}`],
			[`${one}-12-25`, next, `${one}-12-25`, ownLast],
			['', `${one}-03-04`, first, `${one}-03-04`],
			[`March ${one}`, `mar ${one}`, `${one}-03-01`, `${one}-03-31`],
			[`4 March ${one}`, `${one}/05`, `${one}-03-04`, `${one}-05-31`]
		] as const) {
			await rangeButton(page).click();
			await form.getByLabel('From').fill(from);
			await form.getByLabel('To').fill(to);
			await form.getByLabel('To').press('Enter');
			await expectRange(page, start, end);
			await expect(form).toBeHidden();
			await expect(page).toHaveURL((url) => url.searchParams.get('view') === `${start}..${end}`);
		}
	});
});

test('the range is never narrower than a day or wider than the full extent', async ({ page }) => {
	await open(page, `/embed/?view=${middle.date.start}..${middle.date.start}`);
	await expect(button(page, 'Zoom in')).toBeDisabled();
	await expect(button(page, 'Zoom out')).toBeEnabled();
	const { x, y } = await plot(page);
	await hoverChart(page, { x: x + 40, y: y + 4 });
	expect(widthOf(await settledRange(page))).toBeCloseTo(DAY, -2);
	await wheelWith(page, 'Control', -300);
	await page.mouse.dblclick(x + 40, y + 4);
	expect(widthOf(await settledRange(page))).toBeCloseTo(DAY, -2);

	await rangeButton(page).click();
	const form = navigator(page).locator('form');
	await form.getByLabel('From').fill(formatDay(domain.start - 3650 * DAY));
	await form.getByLabel('To').fill(formatDay(domain.end + 3650 * DAY));
	await form.getByRole('button', { name: 'Show' }).click();
	await expectFullExtent(page);
	await expect(page).toHaveURL((url) => url.search === '');
});

test('the address follows the visible range, which a reload, Back, a filter and a resize keep', async ({
	page
}) => {
	const written = await watchHistory(page);
	await open(page);
	await test.step('the address restores the range after a reload and after Back undoes a selection', async () => {
		await button(page, 'Zoom in').click();
		await settledRange(page);
		await button(page, 'Zoom in').click();
		const range = await settledRange(page);
		const near = (other: Range | null) =>
			other !== null &&
			Math.abs(other.start - range.start) <= DAY &&
			Math.abs(other.end - range.end) <= DAY;
		await expect(page).toHaveURL((url) => url.searchParams.has('view'));
		const view = new URL(page.url()).searchParams.get('view');

		await page.reload();
		await waitForHydration(page);
		await expect.poll(async () => near(await visibleRange(page))).toBe(true);

		const id = await page
			.locator('[data-timeline] a[data-event]')
			.first()
			.getAttribute('data-event');
		await clickOn(page, mark(page, id!));
		await expect(page).toHaveURL((url) => url.searchParams.get('event') === id);
		expect(new URL(page.url()).searchParams.get('view')).toBe(view);
		await expect(entry(page, id!)).toBeInViewport();
		await page.goBack();
		await expect(page).toHaveURL((url) => !url.searchParams.has('event'));
		expect(new URL(page.url()).searchParams.get('view')).toBe(view);
		await scrollToTop(page);
		await expect(restingChart(page)).toBeInViewport();
		await expect.poll(async () => near(await visibleRange(page))).toBe(true);
	});

	await button(page, 'Reset zoom').click();
	await expectFullExtent(page);
	await test.step('the address is updated at most twice a second, and adds nothing to the history', async () => {
		const steps = await page.evaluate(() => history.length);
		await hoverChart(page);
		const earlier = (await written()).length;
		const began = Date.now();
		for (let turn = 0; turn < 12; turn++) {
			await wheelWith(page, 'Control', turn % 3 === 2 ? 40 : -50);
			await page.mouse.wheel(20, 0);
		}
		const { start, end } = await settledRange(page);
		const days = [start, end - DAY].map((time) =>
			new Date(Math.round(time / DAY) * DAY).toISOString().slice(0, 10)
		);
		await expect(page).toHaveURL((url) => url.searchParams.get('view') === days.join('..'));
		const seconds = (Date.now() - began) / 1000;
		const writes = (await written()).slice(earlier).filter(({ view }) => view);
		expect(writes.length).toBeLessThanOrEqual(2 * seconds + 2);
		expect(writes.map(({ kind }) => kind)).not.toContain('pushState');
		expect(await page.evaluate(() => history.length)).toBe(steps);
	});
	await button(page, 'Reset zoom').click();
	await expectFullExtent(page);

	await test.step('a filter and a resize keep the visible range', async () => {
		await button(page, 'Zoom in').click();
		const before = await settledRange(page);
		const chips = page.getByRole('main').getByRole('group', { name: 'Product lines' });
		const chip = chips.getByRole('button').nth(1);
		await chip.click();
		await expect(page).toHaveURL((url) => url.searchParams.has('line'));
		expect(await settledRange(page)).toEqual(before);
		await expect(page).toHaveURL((url) => url.searchParams.has('view'));
		// without a line pressed, all are shown
		await chip.click();
		await expect(page).toHaveURL((url) => !url.searchParams.has('line'));

		for (const width of [700, 390, 1600]) {
			await page.setViewportSize({ width, height: 900 });
			await settled(() => markBoxes(page));
			expect(await settledRange(page)).toEqual(before);
		}
	});
});

/** Opens a page whose clock the test moves. */
async function openPaused(page: Page, path: string) {
	await page.clock.install({ time: 0 });
	await open(page, path);
	await hoverChart(page); // loads the zoom behaviour
	await page.clock.pauseAt(3_600_000);
}

/**
 * Presses a button and samples the start of the range in every animation frame of the test's clock, for a second.
 * @param interruptAfter number of changes after which a wheel event interrupts the animation; 0 for none
 * @returns each distinct value with its time after the press, ms
 */
async function watchMove(page: Page, name: 'Zoom in' | 'Zoom out', interruptAfter = 0) {
	const FRAME = 16;
	const start = async () => Number(await handle(page, 'From').getAttribute('aria-valuenow'));
	const seen = [{ at: 0, value: await start() }];
	await button(page, name).click();
	for (let at = FRAME; at < 1000; at += FRAME) {
		await page.clock.runFor(FRAME);
		const value = await start();
		if (value === seen.at(-1)!.value) continue;
		seen.push({ at, value });
		if (seen.length - 1 !== interruptAfter) continue;
		await chartSvg(page).evaluate((chart) => {
			const { left, top, width } = chart.getBoundingClientRect();
			chart.dispatchEvent(
				new WheelEvent('wheel', {
					...{ bubbles: true, cancelable: true, ctrlKey: true, deltaY: -100 },
					...{ clientX: left + width / 2, clientY: top + 4 }
				})
			);
		});
	}
	return seen;
}

test('zooming with a button is animated, unless a wheel event interrupts it or motion is reduced', async ({
	page
}) => {
	await openPaused(page, NEAR_EMBED);
	await test.step('zooming with a button is animated', async () => {
		const seen = await watchMove(page, 'Zoom in');
		expect(seen.length).toBeGreaterThan(3);
		expect(seen.at(-1)!.at).toBeGreaterThanOrEqual(200);
		const values = seen.map(({ value }) => value);
		expect(values).toEqual(values.toSorted((a, b) => a - b));
	});

	await test.step('a wheel event interrupts the animation', async () => {
		const before = (await visibleRange(page))!;
		const seen = await watchMove(page, 'Zoom out', 2);
		// the wheel's own step is the last
		expect(seen).toHaveLength(4);
		expect(widthOf((await visibleRange(page))!)).toBeLessThan(1.9 * widthOf(before));
	});

	await test.step('with reduced motion it is immediate', async () => {
		await page.emulateMedia({ reducedMotion: 'reduce' });
		expect(await watchMove(page, 'Zoom in')).toHaveLength(2);
	});
});

test('the buttons zoom in and out and show the full extent, and an overview strip appears', async ({
	page
}) => {
	await open(page, '/embed/');
	await test.step('the buttons zoom in, zoom out and show the full extent, and are disabled at the limits', async () => {
		await expect(rangeButton(page)).toBeVisible();
		const all = await rangeButton(page).textContent();
		await expect(button(page, 'Zoom out')).toBeDisabled();
		await expect(button(page, 'Reset zoom')).toBeDisabled();
		await button(page, 'Zoom in').click();
		await settledRange(page);
		await expect(rangeButton(page)).not.toHaveText(all!);
		const half = await settledRange(page);
		await button(page, 'Zoom in').click();
		await expect
			.poll(async () => widthOf((await visibleRange(page))!) / widthOf(half))
			.toBeCloseTo(0.5, 2);
		const quarter = await settledRange(page);
		expect(Math.abs(quarter.start + quarter.end - half.start - half.end)).toBeLessThan(2000);
		await button(page, 'Zoom out').click();
		await expect
			.poll(async () => widthOf((await visibleRange(page))!) / widthOf(half))
			.toBeCloseTo(1, 2);
		await button(page, 'Reset zoom').click();
		await expectFullExtent(page);
		await expect(button(page, 'Reset zoom')).toBeDisabled();
		await expect(rangeButton(page)).toHaveText(all!);
	});
	await test.step('the overview strip appears when the chart is zoomed, and its brush can be dragged', async () => {
		await expect(handle(page, 'From')).toHaveCount(0);
		await button(page, 'Zoom in').click();
		await expect(handle(page, 'From')).toBeVisible();
		const before = await settledRange(page);
		const [from, to] = await Promise.all(
			(['From', 'To'] as const).map(async (name) => (await handle(page, name).boundingBox())!)
		);
		const middleOfWindow = { x: (from!.x + to!.x) / 2 + 12, y: from!.y + from!.height / 2 };
		await drag(page, middleOfWindow, 60);
		const after = await settledRange(page);
		const share = 60 / (to!.x - from!.x);
		expect((after.start - before.start) / widthOf(before)).toBeCloseTo(share, 2);
		expect(widthOf(after) / widthOf(before)).toBeCloseTo(1, 5);
		const { x } = (await handle(page, 'From').boundingBox())!;
		expect(Math.abs(x - from!.x - 60)).toBeLessThanOrEqual(1);
	});
});

test('the brush of the overview strip can be resized, moved and drawn anew', async ({ page }) => {
	await open(page, NEAR_EMBED);
	await test.step('dragging a handle changes only that end', async () => {
		let before = await settledRange(page);
		for (const [name, by, moved, kept] of [
			['From', -50, 'start', 'end'],
			['To', 70, 'end', 'start']
		] as const) {
			const { x, y, width, height } = (await handle(page, name).boundingBox())!;
			await drag(page, { x: x + width / 2, y: y + height / 2 }, by);
			const after = await settledRange(page);
			expect(Math.sign(after[moved] - before[moved])).toBe(Math.sign(by));
			expect(Math.abs(after[kept] - before[kept])).toBeLessThan(1000);
			before = after;
		}
	});

	await show(page, near);
	await test.step('a click on an empty part of the strip moves the brush there', async () => {
		const before = await settledRange(page);
		const { x, y } = (await handle(page, 'To').boundingBox())!;
		await page.mouse.click(x + 150, y + 15);
		await expect.poll(async () => (await visibleRange(page))!.start).toBeGreaterThan(before.end);
		const after = await settledRange(page);
		expect(widthOf(after) / widthOf(before)).toBeCloseTo(1, 5);
	});

	await show(page, near);
	await test.step('a handle dragged past the other becomes the other', async () => {
		const before = await settledRange(page);
		const [from, to] = await Promise.all(
			(['From', 'To'] as const).map(async (name) => (await handle(page, name).boundingBox())!)
		);
		const by = to!.x - from!.x + 90;
		await drag(page, { x: from!.x + from!.width / 2, y: from!.y + 15 }, by);
		const after = await settledRange(page);
		expect(Math.abs(after.start - before.end)).toBeLessThan(1000);
		expect(widthOf(after) / widthOf(before)).toBeCloseTo(90 / (to!.x - from!.x), 1);
	});

	await show(page, near);
	await test.step('a drag on an empty part of the strip draws a new window', async () => {
		const before = await settledRange(page);
		const [from, to] = await Promise.all(
			(['From', 'To'] as const).map(async (name) => (await handle(page, name).boundingBox())!)
		);
		const start = { x: to!.x + 150, y: to!.y + 15 };
		await drag(page, start, -80);
		const after = await settledRange(page);
		expect(after.start).toBeGreaterThan(before.end);
		expect(widthOf(after) / widthOf(before)).toBeCloseTo(80 / (to!.x - from!.x), 1);
		await expect
			.poll(async () => {
				const { start: x } = await settledRange(page);
				return Math.abs(x - after.start);
			})
			.toBeLessThan(1000);
	});
});
