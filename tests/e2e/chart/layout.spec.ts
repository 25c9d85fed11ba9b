import { expect, test } from '@playwright/test';
import { faults, readLabels } from '../support/labels.ts';
import {
	type Box,
	DESKTOP,
	drawings,
	find,
	waitForHydration,
	markBoxes,
	open,
	PHONE,
	scrollToChapter,
	scrollToBar,
	resize,
	settled,
	TABLET,
	timeline
} from '../support/support.ts';

const WIDTHS = [320, 390, 768, 1024, 1280, 1920];
const disputed = find('disputed event', ({ evidence }) =>
	evidence.some(({ stance }) => stance === 'disputes')
);
const PAGES = [
	'/',
	`/?event=${disputed.id}`,
	`/event/${disputed.id}/`,
	`/source/${timeline.sources[0]!.id}/`,
	'/about/',
	'/embed/',
	`/embed/?line=mi-phone&event=${timeline.events.find((e) => e.lines[0] === 'mi-phone')!.id}`,
	'/no/such/page/'
];

test('no page scrolls sideways at any width', async ({ page }) => {
	for (const path of PAGES) {
		await page.goto(path);
		if (await drawings(page).count()) await waitForHydration(page);
		for (const width of WIDTHS) {
			await resize(page, { width, height: 900 });
			await expect
				.poll(() => page.evaluate(() => document.documentElement.scrollWidth), {
					message: `${path} ${width} px wide`
				})
				.toBeLessThanOrEqual(width);
		}
	}
});

test('labels in the resting chart never overlap each other or a mark, nor leave the frame, at any width', async ({
	page
}) => {
	await open(page);
	for (const width of [...WIDTHS, 700, 320]) {
		await resize(page, { width, height: 900 });
		await expect
			.poll(async () => faults(await readLabels(page)), { message: `${width} px wide` })
			.toEqual([]);
		const { labels, marks } = await readLabels(page);
		expect(Math.min(labels.length, marks.length)).toBeGreaterThan(0);
	}
});

for (const widths of [WIDTHS.slice(0, 3), WIDTHS.slice(3)]) {
	test(`labels in the reading bar never overlap or leave the frame, ${widths.join(', ')} px wide`, async ({
		page
	}) => {
		for (const width of widths) {
			await page.setViewportSize({ width, height: 900 });
			await open(page);
			await scrollToBar(page);
			for (const { id, title } of timeline.chapters) {
				await scrollToChapter(page, id);
				await expect
					.poll(async () => faults(await readLabels(page), { clipped: true }), {
						message: `${title}, ${width} px wide`
					})
					.toEqual([]);
			}
		}
	});
}

test('labels never overlap with another font', async ({ page }) => {
	await open(page);
	await page.evaluate(() =>
		document.documentElement.style.setProperty('--sans', '"Liberation Sans", Arial, sans-serif')
	);
	await expect.poll(async () => faults(await readLabels(page))).toEqual([]);
});

test('at 1280 px at least 60 % of the titles, and all of importance 3, are labelled in the resting chart', async ({
	page
}) => {
	await page.setViewportSize(DESKTOP);
	await open(page);
	const { labels } = await readLabels(page);
	const named = timeline.events.filter(({ title }) =>
		labels.some(({ text }) => text.includes(title))
	);
	expect(named.length / timeline.events.length).toBeGreaterThanOrEqual(0.6);
	const important = timeline.events.filter(({ importance }) => importance === 3);
	expect(important.filter((event) => !named.includes(event)).map(({ id }) => id)).toEqual([]);
});

test('on a phone at least 60 % of the titles of importance 3 are labelled', async ({ page }) => {
	await page.setViewportSize(PHONE);
	await open(page);
	const { labels } = await readLabels(page);
	const important = timeline.events.filter(({ importance }) => importance === 3);
	const named = important.filter(({ title, short }) =>
		labels.some(({ text }) => text.includes(short ?? title))
	);
	expect(named.length / important.length).toBeGreaterThanOrEqual(0.6);
});

for (const viewport of [PHONE, DESKTOP]) {
	test.describe(`while loading at ${viewport.width} px`, () => {
		test.use({ viewport });

		for (const path of ['/', '/embed/']) {
			test(`the layout shifts of ${path} add up to at most 0.02`, async ({ page }) => {
				await page.addInitScript(() => {
					const shifts: number[] = [];
					Object.assign(window, { shifts });
					new PerformanceObserver((list) => {
						for (const entry of list.getEntries())
							shifts.push((entry as PerformanceEntry & { value: number }).value);
					}).observe({ type: 'layout-shift', buffered: true });
				});
				await page.goto(path, { waitUntil: 'networkidle' });
				const shifts = await settled(() =>
					page.evaluate(
						() =>
							new Promise<number[]>((resolve) => {
								const read = () => resolve((window as unknown as { shifts: number[] }).shifts);
								requestAnimationFrame(() => requestAnimationFrame(read));
							})
					)
				);
				expect(shifts.reduce((sum, value) => sum + value, 0)).toBeLessThanOrEqual(0.02);
			});
		}
	});
}

for (const viewport of [PHONE, TABLET, DESKTOP]) {
	test(`hydration moves no mark at ${viewport.width} px`, async ({ page, browser, baseURL }) => {
		const context = await browser.newContext({ baseURL, viewport, javaScriptEnabled: false });
		const staticPage = await context.newPage();
		await page.setViewportSize(viewport);
		for (const path of ['/', `/embed/line/${disputed.lines[0]}/`]) {
			await staticPage.goto(path);
			const before = await markBoxes(staticPage);
			expect(Object.keys(before).length).toBeGreaterThan(0);
			await open(page, path);
			expectSamePositions(await markBoxes(page), before);
		}
		await context.close();
	});
}

for (const viewport of [PHONE, DESKTOP]) {
	test(`hydration moves no heading, control or footer at ${viewport.width} px`, async ({
		page
	}) => {
		const places = () =>
			page.locator('h1, h2, h3, [data-timeline], button, input, footer').evaluateAll((elements) =>
				elements
					.filter((element) => element.checkVisibility())
					.map((element) => {
						const { left, top, width, height } = element.getBoundingClientRect();
						return [element.localName, left, top, width, height].join(' ');
					})
			);
		await page.setViewportSize(viewport);
		await page.route('**/*.js', (route) => route.abort());
		await page.goto('/');
		const before = await places();
		await page.unroute('**/*.js');
		await page.reload();
		await waitForHydration(page);
		expect(await places()).toEqual(before);
	});
}

function expectSamePositions(actual: Record<string, Box>, expected: Record<string, Box>) {
	expect(Object.keys(actual).toSorted()).toEqual(Object.keys(expected).toSorted());
	const moved = Object.entries(expected).filter(([id, box]) =>
		(Object.keys(box) as (keyof Box)[]).some(
			(side) => Math.abs(actual[id]![side] - box[side]) > 0.5
		)
	);
	expect(moved.map(([id, box]) => ({ id, before: box, after: actual[id] }))).toEqual([]);
}

for (const path of ['/', '/embed/', '/embed/line/mi-mix/'])
	test(`in ${path} hydration reuses the prerendered drawing for this width`, async ({ page }) => {
		// before any script of the page runs
		await page.addInitScript(() =>
			document.addEventListener(
				'readystatechange',
				() => {
					const drawings = [...document.querySelectorAll('[data-timeline] .drawing')];
					const marks = drawings.map((drawing) => [...drawing.querySelectorAll('a[data-event]')]);
					Object.assign(window, { served: marks });
				},
				{ once: true }
			)
		);
		await open(page, path);
		const { served, kept, drawn } = await page.evaluate(() => {
			const { served } = window as unknown as { served: Element[][] };
			const now = [...document.querySelectorAll('[data-timeline] .drawing a[data-event]')];
			return {
				served: served.length,
				kept: served.filter((marks) => marks.every((mark) => now.includes(mark))).length,
				drawn: document.querySelectorAll('[data-timeline] .drawing').length
			};
		});
		expect(served).toBeGreaterThan(1);
		expect({ kept, drawn }).toEqual({ kept: 1, drawn: 1 });
	});
