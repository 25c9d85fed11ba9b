import { expect, test, type Page } from '@playwright/test';
import type { Status, TimelineEvent } from '../../../src/lib/model/types.ts';
import {
	allIds,
	bar,
	clickOn,
	drawnIds,
	find,
	idsOf,
	waitForHydration,
	listedIds,
	mark,
	entry,
	open,
	PHONE,
	scrollToBar,
	restingChart,
	expectOnly,
	timeline
} from '../support/support.ts';

const { events, lines, sources } = timeline;
const onLines = (...ids: string[]) => events.filter((event) => ids.some((id) => has(event, id)));
const has = (event: TimelineEvent, line: string) => event.lines.includes(line);

function chips(page: Page) {
	return page.getByRole('main').getByRole('group', { name: 'Product lines' });
}

function chip(page: Page, id: string) {
	const { label } = lines.find((line) => line.id === id)!;
	return chips(page).getByRole('button', { name: new RegExp(`^${label} \\d+$`) });
}

function all(page: Page) {
	return chips(page).getByRole('button', { name: /^All \d+$/ });
}

/** The status with the number of events; the chart's visible range has a status of its own. */
function count(page: Page) {
	return page.getByRole('status').filter({ hasText: 'shown.' });
}

/** Expects this query string exactly, without decoding. */
function expectQuery(page: Page, query: string) {
	return expect(page).toHaveURL((url) => url.search === query);
}

test('a chip shows as many events in the chart and in the list as its label states', async ({
	page
}) => {
	await open(page);
	await expect(all(page)).toHaveText(`All ${events.length}`);
	for (const { id, label } of lines) {
		await expect(chip(page, id)).toHaveText(`${label} ${onLines(id).length}`);
		await chip(page, id).click();
		await expect(chip(page, id)).toHaveAttribute('aria-pressed', 'true');
		await expectOnly(page, idsOf(onLines(id)));
		await expect(count(page)).toHaveText(`${onLines(id).length} of ${events.length} events shown.`);
		await chip(page, id).click();
		await expect(all(page)).toHaveAttribute('aria-pressed', 'true');
	}
	await expectOnly(page, allIds);
});

test('several chips combine, back and forward step through them, a reload keeps them, and All clears them', async ({
	page
}) => {
	const [one, both] = [idsOf(onLines('mi-pad')), idsOf(onLines('mi-mix', 'mi-pad'))];
	const hidden = find('event of MIUI alone', (event) => event.lines.join() === 'miui');
	await open(page);
	await chip(page, 'mi-pad').click();
	await expectQuery(page, '?line=mi-pad');
	await expectOnly(page, one);
	await expect(mark(page, hidden.id)).toHaveCount(0);
	await expect(entry(page, hidden.id)).toHaveCount(0);
	await chip(page, 'mi-mix').click();
	await expectQuery(page, '?line=mi-mix,mi-pad');
	await expectOnly(page, both);
	await expect(chip(page, 'mi-mix')).toHaveAttribute('aria-pressed', 'true');
	await expect(chip(page, 'mi-pad')).toHaveAttribute('aria-pressed', 'true');
	await expect(all(page)).toHaveAttribute('aria-pressed', 'false');

	await page.goBack();
	await expectQuery(page, '?line=mi-pad');
	await expectOnly(page, one);
	await page.goBack();
	await expectQuery(page, '');
	await expectOnly(page, allIds);
	await page.goForward();
	await page.goForward();
	await expectQuery(page, '?line=mi-mix,mi-pad');
	await expectOnly(page, both);

	await page.reload();
	await waitForHydration(page);
	await expectOnly(page, both);
	await all(page).click();
	await expectQuery(page, '');
	await expectOnly(page, allIds);
});

test('a chip keeps the focus when pressed with the keyboard', async ({ page }) => {
	await open(page);
	await chip(page, 'miui').focus();
	await page.keyboard.press('Enter');
	await expectQuery(page, '?line=miui');
	await expect(chip(page, 'miui')).toBeFocused();
	await page.keyboard.press('Space');
	await expectQuery(page, '');
	await expect(chip(page, 'miui')).toBeFocused();
});

test('product lines can also be chosen in the reading bar', async ({ page }) => {
	await open(page);
	await scrollToBar(page);
	await clickOn(page, bar(page).getByRole('button', { name: 'Product lines' }));
	await clickOn(page, bar(page).getByRole('button', { name: /^Mi MIX \d+$/ }));
	await expectQuery(page, '?line=mi-mix');
	await expect.poll(() => listedIds(page)).toEqual(idsOf(onLines('mi-mix')));
});

test('on a phone the chips scroll sideways and can all be pressed', async ({ page }) => {
	await page.setViewportSize(PHONE);
	await open(page);
	for (const { id } of [lines[0]!, lines.at(-1)!]) {
		await chip(page, id).click();
		await expect(chip(page, id)).toHaveAttribute('aria-pressed', 'true');
	}
	await expectOnly(page, idsOf(onLines(lines[0]!.id, lines.at(-1)!.id)));
	expect(await page.evaluate(() => window.scrollX)).toBe(0);
});

test('a query string shows only the events that pass every part of the filter', async ({
	page
}) => {
	const last = ({ date }: TimelineEvent) => date.end ?? date.asOf!;
	const word = (event: TimelineEvent, start: RegExp) =>
		[event.title, event.summary, ...event.evidence.flatMap((e) => [e.exact, e.translation ?? ''])]
			.map((text) => text.normalize('NFD').replace(/\p{M}/gu, ''))
			.some((text) => start.test(text));
	const withStatus = (...status: Status[]) => events.filter((e) => status.includes(e.status));
	const fromSources = (...ids: string[]) =>
		events.filter(({ evidence }) => evidence.some(({ source }) => ids.includes(source)));
	const [first, second] = sources as [(typeof sources)[0], (typeof sources)[0]];

	const cases: Record<string, TimelineEvent[]> = {
		'line=mi-mix%2Csmart-home': onLines('mi-mix', 'smart-home'),
		'status=rumoured,announced': withStatus('rumoured', 'announced'),
		[`source=${first.id},${second.id}`]: fromSources(first.id, second.id),
		'from=2021-02-08': events.filter((event) => last(event) >= '2021-02-08'),
		'to=2010-04': events.filter(({ date }) => date.start <= '2010-04-30'),
		'from=2017-09&to=2018-10': events.filter(
			(event) => last(event) >= '2017-09-01' && event.date.start <= '2018-10-31'
		),
		'q=Lei%20Jun': events.filter(
			(event) => word(event, /(?<![\p{L}\p{N}])lei/iu) && word(event, /(?<![\p{L}\p{N}])jun/iu)
		),
		'line=market&status=context&to=2012': onLines('market').filter(
			({ status, date }) => status === 'context' && date.start <= '2012-12-31'
		)
	};
	for (const [query, expected] of Object.entries(cases)) {
		expect(expected.length).toBeGreaterThan(0);
		expect(expected.length).toBeLessThan(events.length);
		await open(page, `/?${query}`);
		await expectOnly(page, idsOf(expected));
		await expect(count(page)).toHaveText(`${expected.length} of ${events.length} events shown.`);
	}
});

test('a filter without a chip can be removed with one click', async ({ page }) => {
	const planned = events.filter(({ status }) => status === 'planned');
	await open(page, '/?status=planned&from=2018');
	await expect(restingChart(page)).toBeVisible();
	await page.getByRole('button', { name: /^Remove filter: from 2018/ }).click();
	await expectQuery(page, '?status=planned');
	await expectOnly(page, idsOf(planned));
	await page.getByRole('button', { name: 'Clear', exact: true }).click();
	await expectQuery(page, '');
	await expectOnly(page, allIds);
});

test('invalid values are ignored, each with a message, and the rest of the filter applies', async ({
	page
}) => {
	await open(
		page,
		'/?line=mi-watch,mi-pad&status=certain&source=wikipedia&from=last%20year&to=2017-13&view=x'
	);
	for (const sentence of [
		'“mi-watch” was ignored: there is no such product line.',
		'“certain” was ignored: there is no such status.',
		'“wikipedia” was ignored: there is no such source.',
		'“last year” was ignored: it is not a valid date.',
		'“2017-13” was ignored: it is not a valid date.',
		'“x” was ignored: it is not a valid date range.'
	])
		await expect(page.getByText(sentence)).toBeVisible();
	await expectOnly(page, idsOf(onLines('mi-pad')));
});

test('view=2017..2019 sets the chart’s viewport and hides nothing in the list', async ({
	page
}) => {
	await open(page, '/?view=2017..2019');
	await expect.poll(() => listedIds(page)).toEqual(allIds);
	const within = events.filter(
		({ date }) => date.start <= '2019-12-31' && (date.end ?? date.asOf!) >= '2017-01-01'
	);
	await expect.poll(() => drawnIds(page)).toEqual(idsOf(within));
});

test('when nothing matches, a message names the filter and offers to clear it', async ({
	page
}) => {
	await open(page, '/?line=mi-pad&q=xyzzy');
	await expect(page.getByRole('searchbox')).toHaveValue('xyzzy');
	await expect(page.getByText('No events match “xyzzy” in Tablets.')).toBeVisible();
	expect(await listedIds(page)).toEqual([]);
	await page.getByRole('button', { name: 'Clear search' }).click();
	await expectQuery(page, '?line=mi-pad');
	await expectOnly(page, idsOf(onLines('mi-pad')));

	await page.goBack();
	await expect(page.getByText('No events match “xyzzy” in Tablets.')).toBeVisible();
	await page.getByRole('button', { name: 'All product lines' }).click();
	await expectQuery(page, '?q=xyzzy');
	await expect(page.getByText('No events match “xyzzy”.')).toBeVisible();
	await page.getByRole('button', { name: 'Clear all filters' }).click();
	await expectQuery(page, '');
	await expectOnly(page, allIds);
});

test('typing updates the list and the address, and adds nothing to the history', async ({
	page
}) => {
	await page.goto('/about/');
	await open(page);
	const before = await page.evaluate(() => history.length);
	const search = page.getByRole('searchbox');
	await search.pressSequentially('tablet');
	await expectQuery(page, '?q=tablet');
	await expect(search).toBeFocused();
	await expect(search).toHaveValue('tablet');
	await expect(count(page)).not.toHaveText(/^All/);
	const found = await listedIds(page);
	expect(found.length).toBeGreaterThan(0);
	expect(found.length).toBeLessThan(events.length);
	expect(await page.evaluate(() => history.length)).toBe(before);

	await search.fill('');
	await expectQuery(page, '');
	await expectOnly(page, allIds);
	await page.goBack();
	await expect(page).toHaveURL(/\/about\/$/);
});

test('a search is kept when a chip is pressed right after typing', async ({ page }) => {
	await open(page);
	await page.getByRole('searchbox').fill('launch');
	await chip(page, 'mi-mix').click();
	await expectQuery(page, '?line=mi-mix&q=launch');
	await expect(page.getByRole('searchbox')).toHaveValue('launch');
});

test('a chapter without an event on the chosen lines shows a message', async ({ page }) => {
	await open(page);
	await chip(page, 'smart-home').click();
	await expectOnly(page, idsOf(onLines('smart-home')));
	const empty = timeline.chapters.filter(
		({ id }) => !onLines('smart-home').some(({ chapter }) => chapter === id)
	);
	await expect(page.getByText('No events here in the selected product lines.')).toHaveCount(
		empty.length
	);
});
