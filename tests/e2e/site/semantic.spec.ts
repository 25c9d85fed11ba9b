import { expect, test, type Page } from '@playwright/test';
import { formatDay } from '../../../src/lib/model/date.ts';
import { everyThird, rotate } from '../support/sample.ts';
import { findLabelFaults, readLabels } from '../support/labels.ts';
import {
	bar,
	clickOn,
	DESKTOP,
	chartSvg,
	drawnIds,
	find,
	idsOf,
	mark,
	markBoxes,
	need,
	open,
	PHONE,
	resize,
	restingChart,
	settled,
	timeline
} from '../support/support.ts';
import {
	hoverChart,
	DAY,
	drag,
	emptyPoint,
	handle,
	visibleRange,
	settledRange
} from '../support/range.ts';

const { events } = timeline;
const WIDTHS = [320, 390, 768, 1280, 1920, 2560];
/** Those of the full extent: the last is reached from wide, too. */
const REST_WIDTHS = [320, 390, 700, 768, 1024, 1280, 1920, 2560, 320];
const at = (share: number) => events[Math.floor(share * (events.length - 1))]!.date.start;
/** Views from a day on, for so many days. */
function viewFrom(day: string, count: number) {
	const [from, to] = [day, formatDay(Date.parse(day) + (count - 1) * DAY)];
	return { from, to, view: `${from}..${to}` };
}
/** The day from which on most events begin within so many days. */
function busiest(count: number): string {
	const starts = events.map(({ date }) => Date.parse(date.start));
	const countFrom = (start: number) =>
		starts.filter((one) => one >= start && one < start + count * DAY).length;
	const [start = 0] = starts.toSorted((a, b) => countFrom(b) - countFrom(a));
	return formatDay(start);
}
const YEAR = viewFrom(`${at(0.33).slice(0, -6)}-01-01`, 365);
const MONTH = viewFrom(`${at(0.6).slice(0, -3)}-01`, 30);
/** With a few days before the busiest. */
const WEEK = viewFrom(formatDay(Date.parse(busiest(6)) - 3 * DAY), 10);
/** A year, a month, the busiest week, and one day of it. */
const ZOOMED = [YEAR.view, MONTH.view, WEEK.view, viewFrom(busiest(1), 1).view];
/** The full extent comes first. */
const VIEWS = ['', ...ZOOMED];

const openAt = (page: Page, view: string, path = '/') =>
	open(page, view ? `${path}?view=${view}` : path);

function meeting(from: string, to: string) {
	return events.filter(({ date }) => date.start <= to && (date.end ?? date.asOf!) >= from);
}

/** The boxes of the axis labels, by tick level. */
function readTicks(page: Page) {
	return chartSvg(page).evaluate((chart) => {
		const boxesOf = (selector: string) =>
			[...chart.querySelectorAll(selector)].map((text) => {
				const { left, right, top, bottom } = text.getBoundingClientRect();
				return { text: text.textContent, left, right, top, bottom };
			});
		return { low: boxesOf('.tick:not(.over)'), over: boxesOf('.tick.over') };
	});
}

/** Expects a second tick level if zoomed, and no touching labels. */
function checkTicks({ low, over }: Awaited<ReturnType<typeof readTicks>>, isZoomed: boolean) {
	expect(low.length).toBeGreaterThan(0);
	expect(over.length > 0).toBe(isZoomed);
	for (const level of [low, over])
		level.forEach((tick, i) => {
			const next = level[i + 1];
			if (next) expect(next.left, `${tick.text} and ${next.text}`).toBeGreaterThan(tick.right);
		});
	for (const tick of low) for (const other of over) expect(tick.top).toBeGreaterThan(other.top + 8);
}

for (const [index, view] of VIEWS.entries())
	test(`labels and ticks never overlap each other or a mark, nor leave the frame, at any width, in ${view || 'the full extent'}`, async ({
		page
	}) => {
		await openAt(page, view);
		for (const width of everyThird(view ? WIDTHS : REST_WIDTHS, index)) {
			await resize(page, { width, height: 900 });
			await expect
				.poll(async () => findLabelFaults(await readLabels(page), { clipped: view !== '' }), {
					message: `${width} px wide`
				})
				.toEqual([]);
			const { labels, marks } = await readLabels(page);
			expect(Math.min(labels.length, marks.length)).toBeGreaterThan(0);
			checkTicks(await readTicks(page), view !== '');
		}
	});

test('a view shows each of its events, and no others from a width of 560 px', async ({ page }) => {
	const views = [
		viewFrom(`${at(0.33).slice(0, -3)}-01`, 62),
		viewFrom(at(0.6), 730),
		viewFrom(`${at(0.8).slice(0, -6)}-01-01`, 90),
		WEEK,
		viewFrom(`${at(1).slice(0, -6)}-07-01`, 184)
	];
	for (const [index, { from, to, view }] of views.entries()) {
		const expected = idsOf(meeting(from, to));
		await openAt(page, view, '/embed/');
		const narrow = rotate([320, PHONE.width], index);
		for (const width of [...narrow, ...rotate([768, 1280], index)]) {
			await resize(page, { width, height: 900 });
			const message = `${from} to ${to}, ${width} px wide`;
			// a phone clusters events without a row, and a cluster may include events just outside the view
			await expect
				.poll(
					async () => {
						const drawn = await drawnIds(page);
						return expected.filter((id) => !drawn.includes(id));
					},
					{ message }
				)
				.toEqual([]);
			if (width >= 560) await expect.poll(() => drawnIds(page), { message }).toEqual(expected);
		}
	}
});

test('zooming in does not change the chart’s height, and on a phone adds no clusters', async ({
	page
}) => {
	const seen: { clusters: number; heights: number[] }[] = [];
	for (const view of ['', ...everyThird(ZOOMED)]) {
		await page.setViewportSize(PHONE);
		await openAt(page, view);
		await expect(handle(page, 'From')).toHaveCount(view ? 1 : 0);
		const heights: number[] = [];
		let clusters = 0;
		for (const [viewport, serves] of [
			[PHONE, /^300-/],
			[DESKTOP, /^1120-/]
		] as const) {
			await resize(page, viewport);
			await expect(page.locator('[data-timeline] [data-serves]')).toHaveAttribute(
				'data-serves',
				serves
			);
			await settled(() => markBoxes(page));
			heights.push((await restingChart(page).boundingBox())!.height);
			if (viewport === PHONE)
				clusters = await page.locator('[data-timeline] [data-cluster]').count();
		}
		seen.push({ clusters, heights });
	}
	const [far, ...near] = seen;
	for (const { clusters, heights } of near) {
		expect(heights).toEqual(far!.heights);
		expect(clusters).toBeLessThanOrEqual(far!.clusters);
	}
});

test('zooming in further adds summaries after the titles', async ({ page }) => {
	await page.setViewportSize(DESKTOP);
	const summarised = () =>
		page.locator('[data-timeline] a[data-event]').evaluateAll((links) =>
			links.flatMap((link) => {
				const aside = link.querySelector('.label .aside')?.textContent.trim();
				return aside ? [{ id: (link as SVGElement).dataset.event, aside }] : [];
			})
		);
	await open(page, '/embed/');
	expect(await summarised()).toEqual([]);
	const { start } = find('event of one day', ({ date }) => date.start === date.end).date;
	await openAt(page, viewFrom(formatDay(Date.parse(start) - 3 * DAY), 7).view, '/embed/');
	await expect.poll(async () => (await summarised()).length).toBeGreaterThan(0);
	for (const { id, aside } of await summarised()) {
		const { summary } = events.find((event) => event.id === id)!;
		expect(summary.startsWith(aside)).toBe(true);
		expect(aside).toMatch(/[.!?]$/);
	}
});

test('rows stay where they are while the chart is panned', async ({ page }) => {
	await page.setViewportSize(DESKTOP);
	const half = viewFrom(formatDay(Date.parse(busiest(150)) - 20 * DAY), 180);
	need('half a year with a dozen events', meeting(half.from, half.to)[11], undefined);
	await openAt(page, half.view, '/embed/');
	const tops = () =>
		page
			.locator('[data-timeline] a[data-event]')
			.evaluateAll((links) =>
				Object.fromEntries(
					links.map((link) => [
						(link as SVGElement).dataset.event!,
						/translate\([^,]*, ?([\d.]+)px/.exec(link.getAttribute('style')!)![1]!
					])
				)
			);
	const from = await emptyPoint(page);
	await hoverChart(page, from);
	let before = await tops();
	expect(Object.keys(before).length).toBeGreaterThan(10);
	for (const by of [150, 150, -60, -120]) {
		const range = await visibleRange(page);
		await drag(page, from, by, 3);
		await expect.poll(async () => (await visibleRange(page))?.start).not.toBe(range!.start);
		await settledRange(page);
		const after = await tops();
		const both = Object.keys(after).filter((id) => before[id]);
		expect(both.length).toBeGreaterThan(5);
		for (const id of both) expect(after[id], id).toBe(before[id]);
		before = after;
	}
});

test('a click on a cluster zooms in until each of its events is in view', async ({ page }) => {
	await page.setViewportSize({ ...PHONE, height: 1000 });
	await open(page);
	const cluster = restingChart(page).locator('[data-cluster]').first();
	test.skip((await cluster.count()) === 0, 'this dataset needs no cluster at 390 px');
	const ids = (await cluster.getAttribute('data-events'))!.split(' ');
	await clickOn(page, cluster);
	for (const id of ids) await expect(mark(page, id)).toBeInViewport();
	expect(new URL(page.url()).searchParams.get('event')).toBeNull();
	await expect(bar(page)).toHaveCount(0);
});
