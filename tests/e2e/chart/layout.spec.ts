import { expect, test, type Page } from '@playwright/test';
import { findLabelFaults, readLabels } from '../support/labels.ts';
import { everyThird } from '../support/sample.ts';
import { anEvent } from '../support/samples.ts';
import {
	type Box,
	DESKTOP,
	chartSvg,
	waitForHydration,
	markBoxes,
	open,
	PHONE,
	scrollToChapter,
	scrollToBar,
	scrollToTop,
	restingChart,
	resize,
	settled,
	TABLET,
	timeline
} from '../support/support.ts';

const WIDTHS = [320, 390, 768, 1024, 1280, 1920];
const disputed =
	timeline.events.find(({ evidence }) => evidence.some(({ stance }) => stance === 'disputes')) ??
	anEvent;
/** Beside `/`, which is tested with the reading bar. */
const PAGES = [
	`/?event=${disputed.id}`,
	`/event/${disputed.id}/`,
	`/source/${timeline.sources[0]!.id}/`,
	'/about/',
	'/embed/',
	`/embed/?line=${anEvent.lines[0]}&event=${anEvent.id}`,
	'/no/such/page/'
];

async function expectNotWider(page: Page, width: number) {
	await expect
		.poll(() => page.evaluate(() => document.documentElement.scrollWidth), {
			message: `${page.url()} ${width} px wide`
		})
		.toBeLessThanOrEqual(width);
}

test('no page scrolls sideways at any width', async ({ page }) => {
	for (const [index, path] of PAGES.entries()) {
		await page.goto(path);
		if (await chartSvg(page).count()) await waitForHydration(page);
		for (const width of everyThird(WIDTHS, index)) {
			await resize(page, { width, height: 900 });
			await expectNotWider(page, width);
		}
	}
});

test('the resting chart labels most events, and labels never overlap or leave the reading bar', async ({
	page
}) => {
	test.slow();
	const important = timeline.events.filter(({ importance }) => importance === 3);
	await page.setViewportSize(DESKTOP);
	await open(page);

	await test.step('at 1280 px at least 60 % of the titles, and all of importance 3', async () => {
		const { labels } = await readLabels(page);
		const named = timeline.events.filter(({ title }) =>
			labels.some(({ text }) => text.includes(title))
		);
		expect(named.length / timeline.events.length).toBeGreaterThanOrEqual(0.6);
		expect(important.filter((event) => !named.includes(event)).map(({ id }) => id)).toEqual([]);
	});

	await test.step('on a phone at least 60 % of the titles of importance 3', async () => {
		await resize(page, PHONE);
		await expect
			.poll(async () => {
				const { labels } = await readLabels(page);
				const named = important.filter(({ title, short }) =>
					labels.some(({ text }) => text.includes(short ?? title))
				);
				return named.length / important.length;
			})
			.toBeGreaterThanOrEqual(0.6);
	});

	await test.step('no label overlaps another in another font', async () => {
		await resize(page, DESKTOP);
		await page.evaluate(() =>
			document.documentElement.style.setProperty('--sans', '"Liberation Sans", Arial, sans-serif')
		);
		await expect.poll(async () => findLabelFaults(await readLabels(page))).toEqual([]);
	});
	await page.evaluate(() => document.documentElement.style.removeProperty('--sans'));

	for (const [index, width] of WIDTHS.entries())
		await test.step(`${width} px wide the page doesn’t scroll sideways, and in the bar no label overlaps or leaves the frame`, async () => {
			await resize(page, { width, height: 900 });
			await scrollToTop(page);
			await expect(restingChart(page)).toBeInViewport();
			await expectNotWider(page, width);
			await scrollToBar(page);
			for (const { id, title } of everyThird(timeline.chapters, index)) {
				await scrollToChapter(page, id);
				await expect
					.poll(async () => findLabelFaults(await readLabels(page), { clipped: true }), {
						message: title
					})
					.toEqual([]);
			}
		});
});

/** Places of headings, controls, chart and footer, px in the page. */
function readPlaces(page: Page): Promise<string[]> {
	return page
		.locator('h1, h2, h3, [data-timeline], button, input, footer')
		.evaluateAll((elements) =>
			elements
				.filter((element) => element.checkVisibility())
				.map((element) => {
					const { left, top, width, height } = element.getBoundingClientRect();
					return [element.localName, left, top, width, height].join(' ');
				})
		);
}

/** Records, before any script of the page runs, the layout shifts and the prerendered marks of each drawing. */
async function watchLoading(page: Page): Promise<void> {
	await page.addInitScript(() => {
		const shifts: number[] = [];
		Object.assign(window, { shifts });
		new PerformanceObserver((list) => {
			for (const entry of list.getEntries())
				shifts.push((entry as PerformanceEntry & { value: number }).value);
		}).observe({ type: 'layout-shift', buffered: true });
		document.addEventListener(
			'readystatechange',
			() => {
				const drawings = [...document.querySelectorAll('[data-timeline] [data-serves]')];
				const marks = drawings.map((drawing) => [...drawing.querySelectorAll('a[data-event]')]);
				Object.assign(window, { served: marks });
			},
			{ once: true }
		);
	});
}

/** The sum of the layout shifts, after two animation frames in which the last may be reported. */
function readShifts(page: Page): Promise<number> {
	return page.evaluate(async () => {
		for (let turn = 0; turn < 2; turn++) await new Promise(requestAnimationFrame);
		const { shifts } = window as unknown as { shifts: number[] };
		return shifts.reduce((sum, value) => sum + value, 0);
	});
}

/** Numbers of prerendered drawings, of those whose marks are all still in the page, and of drawings in the page. */
function readDrawings(page: Page) {
	return page.evaluate(() => {
		const { served } = window as unknown as { served: Element[][] };
		const now = [...document.querySelectorAll('[data-timeline] [data-serves] a[data-event]')];
		return {
			served: served.length,
			kept: served.filter((marks) => marks.every((mark) => now.includes(mark))).length,
			drawn: document.querySelectorAll('[data-timeline] [data-serves]').length
		};
	});
}

for (const [index, viewport] of [PHONE, TABLET, DESKTOP].entries())
	test(`hydration at ${viewport.width} px moves nothing and reuses the prerendered drawing for this width`, async ({
		page
	}) => {
		await page.setViewportSize(viewport);
		await watchLoading(page);
		for (const path of everyThird(['/', '/embed/', `/embed/line/${disputed.lines[0]}/`], index))
			await test.step(path, async () => {
				await page.route('**/*.js', (route) => route.abort());
				await page.goto(path);
				const [places, marks] = [await readPlaces(page), await markBoxes(page)];
				expect(Object.keys(marks).length).toBeGreaterThan(0);
				await page.unroute('**/*.js');
				await page.reload({ waitUntil: 'networkidle' });
				await waitForHydration(page);

				await test.step('marks', async () => expectSamePositions(await markBoxes(page), marks));
				// in the story: an embed has more controls with scripts
				if (path === '/')
					await test.step('headings, controls and footer', async () =>
						expect(await readPlaces(page)).toEqual(places));
				await test.step('layout shifts add up to at most 0.02', async () =>
					expect(await settled(() => readShifts(page))).toBeLessThanOrEqual(0.02));
				await test.step('the drawing is reused', async () => {
					const { served, kept, drawn } = await readDrawings(page);
					expect(served).toBeGreaterThan(1);
					expect({ kept, drawn }).toEqual({ kept: 1, drawn: 1 });
				});
			});
	});

function expectSamePositions(actual: Record<string, Box>, expected: Record<string, Box>) {
	expect(Object.keys(actual).toSorted()).toEqual(Object.keys(expected).toSorted());
	const moved = Object.entries(expected).filter(([id, box]) =>
		(Object.keys(box) as (keyof Box)[]).some(
			(side) => Math.abs(actual[id]![side] - box[side]) > 0.5
		)
	);
	expect(moved.map(([id, box]) => ({ id, before: box, after: actual[id] }))).toEqual([]);
}
