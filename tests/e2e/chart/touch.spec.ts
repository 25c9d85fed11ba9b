import type { TimelineEvent } from '../../../src/lib/model/types.ts';
import { expect, test, type CDPSession, type Page } from '@playwright/test';
import {
	bar,
	clickOn,
	entry,
	expectOpenBelowBar,
	find,
	mark,
	markBoxes,
	need,
	open,
	PHONE,
	resize,
	restingChart,
	scrollToTop,
	timeline
} from '../support/support.ts';
import { domain, yearsFrom } from '../support/samples.ts';
import {
	emptyPoint,
	middleOf,
	plot,
	visibleRange,
	settledRange,
	type Range
} from '../support/range.ts';

test.use({ viewport: PHONE, hasTouch: true, isMobile: true });

const lineOf = ({ lines }: TimelineEvent) => timeline.lines.findIndex(({ id }) => id === lines[0]);
/** An event with a mark of its own on a phone, as near to the top of the chart as there is one. */
const founding = need(
	'important event of one day',
	timeline.events
		.filter(({ importance, date }) => importance === 3 && date.start === date.end)
		.toSorted((a, b) => lineOf(a) - lineOf(b))[0],
	timeline.events[0]!
);

interface Point {
	x: number;
	y: number;
}

/** Simulates a touch gesture over CDP: each finger moves from its first point to its second in `steps` moves. */
async function move(page: Page, fingers: [Point, Point][], steps = 8): Promise<void> {
	const client: CDPSession = await page.context().newCDPSession(page);
	const pointsAt = (share: number) =>
		fingers.map(([from, to], id) => ({
			x: from.x + share * (to.x - from.x),
			y: from.y + share * (to.y - from.y),
			id
		}));
	await client.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: pointsAt(0) });
	for (let step = 1; step <= steps; step++)
		await client.send('Input.dispatchTouchEvent', {
			type: 'touchMove',
			touchPoints: pointsAt(step / steps)
		});
	await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
	await client.detach();
}

const scrolled = (page: Page) => page.evaluate(() => window.scrollY);
const card = (page: Page) => page.locator('[data-card]');

/** Waits for the zoom behaviour, which is loaded at the first touch or when the page is idle. */
async function waitForZoom(page: Page) {
	await expect
		.poll(() => page.locator('[data-timeline]').evaluate((element) => '__zoom' in element))
		.toBe(true);
}

/** Two fingers that spread, from 60 to 180 px apart. */
async function spread(page: Page): Promise<[[Point, Point], [Point, Point]]> {
	const box = await plot(page);
	const { y } = await emptyPoint(page);
	const x = Math.round(box.x + 0.6 * box.width);
	return [
		[
			{ x: x - 30, y },
			{ x: x - 90, y }
		],
		[
			{ x: x + 30, y },
			{ x: x + 90, y }
		]
	];
}

async function expectSwipeUpToScroll(page: Page) {
	await test.step('a swipe up over the chart scrolls the page and keeps the visible range', async () => {
		const before = await visibleRange(page);
		await move(page, [
			[
				{ x: 200, y: 700 },
				{ x: 204, y: 400 }
			]
		]);
		await expect.poll(() => scrolled(page)).toBeGreaterThan(150);
		expect(await visibleRange(page)).toEqual(before);
	});
}

test('one finger pans a zoomed chart, and scrolls the page', async ({ page }) => {
	await open(page, `/?view=${yearsFrom(founding.date.start, 2).view}`);

	await test.step('a swipe that starts on a mark shows no tooltip', async () => {
		await expect(mark(page, founding.id)).toBeVisible();
		const from = await middleOf(page, founding.id);
		await move(page, [[from, { x: from.x + 120, y: from.y }]]);
		await expect(card(page)).toHaveCount(0);
		await clickOn(page, page.getByRole('searchbox'));
		expect(new URL(page.url()).searchParams.get('event')).toBeNull();
	});
	await test.step('a horizontal swipe pans the chart along with the finger', async () => {
		const before = await settledRange(page);
		const { width } = await plot(page);
		const { y } = await emptyPoint(page);
		const by = 120;
		await move(page, [
			[
				{ x: 260, y },
				{ x: 260 - by, y: y + 5 }
			]
		]);
		await expect.poll(async () => (await visibleRange(page))!.start).toBeGreaterThan(before.start);
		const after = await settledRange(page);
		const moved = ((after.start - before.start) / (before.end - before.start)) * width;
		// the first few px are below the threshold of a swipe
		expect(moved).toBeGreaterThan(by - 30);
		expect(moved).toBeLessThanOrEqual(by + 1);
		expect(after.end - after.start).toBeCloseTo(before.end - before.start, -3);
		expect(await scrolled(page)).toBe(0);
		await expect(card(page)).toHaveCount(0);
	});
	await expectSwipeUpToScroll(page);
});

test('at full extent one finger pans nothing, and the first pinch zooms', async ({ page }) => {
	await open(page);
	// idle, it is loaded without a touch
	await waitForZoom(page);
	await test.step('a touch inside the shape of a mark shows that event', async () => {
		const shapes = await page.locator('[data-timeline] a[data-event]').evaluateAll((marks) =>
			marks.map((mark) => {
				const rect = mark.querySelector('.edge, .hollow')?.getBoundingClientRect();
				const { event } = (mark as SVGElement).dataset;
				return {
					event,
					x: rect?.x ?? 0,
					y: rect?.y ?? 0,
					width: rect?.width ?? 0,
					height: rect?.height ?? 0
				};
			})
		);
		for (const { event, x, y, width, height } of shapes.filter((shape) => shape.width > 14))
			for (const share of [0.25, 0.5, 0.75]) {
				const at = { x: x + share * width, y: y + height / 2 };
				const isOn = (shape: (typeof shapes)[number]) =>
					shape.event !== event &&
					Math.abs(shape.x + shape.width / 2 - at.x) <= shape.width / 2 + 1 &&
					Math.abs(shape.y + shape.height / 2 - at.y) <= shape.height / 2;
				// where a promise lies on the promised event, the promise answers
				if (shapes.some(isOn)) continue;
				const answered = await page.evaluate(
					(point) =>
						document
							.elementFromPoint(point.x, point.y - scrollY)
							?.closest<SVGElement>('a[data-event]')?.dataset.event,
					at
				);
				if (answered) expect(answered, `${share} of ${event}`).toBe(event);
			}
	});
	await test.step('a horizontal swipe does nothing', async () => {
		const { y } = await emptyPoint(page);
		await move(page, [
			[
				{ x: 260, y },
				{ x: 140, y }
			]
		]);
		expect(await visibleRange(page)).toBeNull();
	});
	await test.step('the first pinch zooms in about its midpoint', async () => {
		const box = await plot(page);
		const fingers = await spread(page);
		const middle = (fingers[0][0].x + fingers[1][0].x) / 2;
		const timeAt = ({ start, end }: Range) =>
			start + ((middle - box.x) / box.width) * (end - start);
		const whole = domain.end - domain.start;
		await move(page, fingers);
		await expect
			.poll(async () => {
				const range = await visibleRange(page);
				return range ? whole / (range.end - range.start) : 1;
			})
			.toBeGreaterThan(2);
		const after = await settledRange(page);
		expect(whole / (after.end - after.start)).toBeLessThan(3.5);
		const off = Math.abs(timeAt(after) - timeAt(domain)) / (after.end - after.start);
		expect(off * box.width).toBeLessThanOrEqual(4);
		expect(await page.evaluate(() => visualViewport!.scale)).toBe(1);
		expect(await scrolled(page)).toBe(0);
	});
	await test.step('a pinch that begins on a mark ends when the fingers are lifted, though the mark may be gone', async () => {
		const reset = page.getByRole('button', { name: 'Reset zoom' });
		await reset.click();
		await expect.poll(() => visibleRange(page)).toBeNull();
		await scrollToTop(page);
		const { x, y } = await middleOf(page, founding.id);
		await move(page, [
			[
				{ x: x + 4, y },
				{ x: x - 30, y }
			],
			[
				{ x: x + 64, y },
				{ x: x + 184, y }
			]
		]);
		await expect.poll(() => visibleRange(page)).not.toBeNull();
		await reset.click();
		await expect.poll(() => visibleRange(page)).toBeNull();
		await scrollToTop(page);
		const { y: empty } = await emptyPoint(page);
		await move(page, [
			[
				{ x: 260, y: empty },
				{ x: 140, y: empty }
			]
		]);
		expect(await visibleRange(page)).toBeNull();
	});
});

test('the first pinch zooms, also while the zoom behaviour is still loading', async ({ page }) => {
	// held back until the fingers are down
	let release = () => {};
	const held = new Promise<void>((resolve) => (release = resolve));
	await page.route('**/*.js', async (route) => {
		const response = await route.fetch();
		if ((await response.text()).includes('__zoom')) await held;
		await route.fulfill({ response });
	});
	await open(page);
	const [first, second] = await spread(page);
	const client = await page.context().newCDPSession(page);
	const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', share: number) =>
		client.send('Input.dispatchTouchEvent', {
			type,
			touchPoints:
				type === 'touchEnd'
					? []
					: [first, second].map(([from, to], id) => ({
							x: from.x + share * (to.x - from.x),
							y: from.y,
							id
						}))
		});
	await send('touchStart', 0);
	await send('touchMove', 0.1);
	release();
	await waitForZoom(page);
	for (let step = 2; step <= 10; step++) await send('touchMove', step / 10);
	await send('touchEnd', 1);
	await expect.poll(() => visibleRange(page)).not.toBeNull();
});

test('a tap shows the tooltip of a mark, a second tap opens its event, and a swipe scrolls', async ({
	page
}) => {
	await open(page);
	await test.step('a tap shows the tooltip, and a second tap opens the event', async () => {
		const { x, y } = await middleOf(page, founding.id);
		await page.touchscreen.tap(x, y);
		await expect(card(page)).toContainText(founding.title);
		await expect(card(page)).toContainText(founding.date.label);
		await expect(card(page)).toContainText(/happened/i);
		const { exact, translation } = founding.evidence[0]!;
		await expect(card(page)).toContainText(translation ?? exact);
		const box = (await card(page).boundingBox())!;
		expect(box.x).toBeGreaterThanOrEqual(0);
		expect(box.x + box.width).toBeLessThanOrEqual(PHONE.width);
		expect(new URL(page.url()).search).toBe('');

		await page.touchscreen.tap(x, y);
		await expect(page).toHaveURL((url) => url.searchParams.get('event') === founding.id);
		await expectOpenBelowBar(page, founding.id);
		await expect(card(page)).toHaveCount(0);
	});
	await page.goBack();
	await scrollToTop(page);
	await expect(restingChart(page)).toBeInViewport();
	// high enough for two marks of which no tooltip covers the other
	await resize(page, { ...PHONE, height: 1400 });
	await test.step('a tap on another mark replaces the tooltip, and a tap elsewhere closes it', async () => {
		const others = timeline.events.filter(
			({ id, importance }) => id !== founding.id && importance === 3
		);
		const tapOn = async ({ id, title }: { id: string; title: string }) => {
			const { x, y } = await middleOf(page, id);
			await page.touchscreen.tap(x, y);
			await expect(card(page)).toHaveCount(1);
			await expect(card(page)).toContainText(title);
		};
		await tapOn(founding);
		const boxes = await markBoxes(page);
		const covered = (await card(page).boundingBox())!;
		const least = covered.y + covered.height + 10;
		const drawn = await page
			.locator('[data-timeline] a:has(.solid, .hollow, .context, .edge)')
			.evaluateAll((links) => links.map((link) => (link as SVGElement).dataset.event));
		const other = need(
			'important event below a tooltip',
			others.findLast(({ id }) => drawn.includes(id) && boxes[id] && boxes[id].top > least),
			founding
		);
		await tapOn(other);
		const { x, y } = await emptyPoint(page);
		await page.touchscreen.tap(x, y);
		await expect(card(page)).toHaveCount(0);
		expect(new URL(page.url()).search).toBe('');
	});
	await expectSwipeUpToScroll(page);
});

test('a tap near a mark shows its tooltip, and a tap on the tooltip opens the event', async ({
	page
}) => {
	await open(page);
	const boxes = await markBoxes(page);
	const lone = find('event of one day with free space above its mark', ({ id, date }) => {
		const box = boxes[id];
		if (!box || date.start !== date.end) return false;
		return Object.entries(boxes).every(
			([other, { left, right, top, bottom }]) =>
				other === id ||
				[
					left > box.right + 30,
					right < box.left - 30,
					top > box.bottom,
					bottom < box.top - 40
				].some(Boolean)
		);
	});
	const { x, y } = await middleOf(page, lone.id);
	await page.touchscreen.tap(x, y - 15);
	await expect(card(page)).toContainText(lone.title);
	await card(page).tap({ position: { x: 40, y: 40 } });
	await expect(page).toHaveURL((url) => url.searchParams.get('event') === lone.id);
	await expect(entry(page, lone.id)).toBeInViewport();
	await expect(bar(page)).toBeVisible();
});
