import { expect, test, type Page } from '@playwright/test';
import { formatDay } from '../../../src/lib/model/date.ts';
import { filterEvents } from '../../../src/lib/model/filter.ts';
import type { TimelineEvent } from '../../../src/lib/model/types.ts';
import {
	allIds,
	bar,
	clickOn,
	DESKTOP,
	drawnIds,
	find,
	idsOf,
	waitForHydration,
	listedIds,
	mark,
	entry,
	need,
	open,
	PHONE,
	resize,
	scrollToBar,
	scrollToTop,
	restingChart,
	expectOnly,
	expectOpenBelowBar,
	timeline
} from '../support/support.ts';
import { DAY } from '../support/range.ts';
import { everyThird } from '../support/sample.ts';
import {
	domain,
	lastDay,
	literal,
	mentions,
	onLines,
	sampleLine,
	sampleWord,
	smallLine,
	yearsFrom
} from '../support/samples.ts';

const { events, lines, sources } = timeline;

function chips(page: Page) {
	return page.getByRole('main').getByRole('group', { name: 'Product lines' });
}

function chip(page: Page, id: string) {
	const { label } = lines.find((line) => line.id === id)!;
	return chips(page).getByRole('button', { name: new RegExp(`^${literal(label)} \\d+$`) });
}

/** Nothing pressed is all. */
function pressed(page: Page) {
	return chips(page).locator('[aria-pressed=true]');
}

/** The status with the number of events; the chart's visible range has a status of its own. */
function count(page: Page) {
	return page.getByRole('status').filter({ hasText: 'shown.' });
}

/** Expects this query string exactly, without decoding. */
function expectQuery(page: Page, query: string) {
	return expect(page).toHaveURL((url) => url.search === query);
}

test('chips and the search combine, here and in the bar, by pointer and keyboard', async ({
	page
}) => {
	test.slow(); // with many lines
	await open(page);
	await test.step('a chip shows as many events in the chart and in the list as its label states', async () => {
		await expect(chips(page).getByRole('button')).toHaveCount(lines.length);
		for (const { id, label } of lines)
			await expect(chip(page, id)).toHaveText(`${label} ${onLines(id).length}`);
		for (const { id } of everyThird(lines)) {
			await chip(page, id).click();
			await expect(chip(page, id)).toHaveAttribute('aria-pressed', 'true');
			await expectOnly(page, idsOf(onLines(id)));
			await expect(count(page)).toHaveText(
				`${onLines(id).length} of ${events.length} events shown.`
			);
			await chip(page, id).click();
			await expect(pressed(page)).toHaveCount(0);
		}
		await expectOnly(page, allIds);
	});

	await test.step('a chip keeps the focus when pressed with the keyboard', async () => {
		const { id } = lines.at(-1)!;
		await chip(page, id).focus();
		await page.keyboard.press('Enter');
		await expectQuery(page, `?line=${id}`);
		await expect(chip(page, id)).toBeFocused();
		await page.keyboard.press('Space');
		await expectQuery(page, '');
		await expect(chip(page, id)).toBeFocused();
	});

	await test.step('a search is kept when a chip is pressed right after typing', async () => {
		const [{ id }, word] = [sampleLine(), sampleWord()];
		await page.getByRole('searchbox').fill(word);
		await chip(page, id).click();
		await expectQuery(page, `?line=${id}&q=${word}`);
		await expect(page.getByRole('searchbox')).toHaveValue(word);
	});
	await page.getByRole('searchbox').fill('');
	await chip(page, sampleLine().id).click();
	await expectQuery(page, '');

	await test.step('product lines can also be chosen in the reading bar', async () => {
		const { id, label } = sampleLine();
		await scrollToBar(page);
		await clickOn(page, bar(page).getByRole('button', { name: 'Product lines' }));
		const name = new RegExp(`^${literal(label)} \\d+$`);
		await clickOn(page, bar(page).getByRole('button', { name }));
		await expectQuery(page, `?line=${id}`);
		await expect.poll(() => listedIds(page)).toEqual(idsOf(onLines(id)));
	});
});

test('several chips combine, back and forward step through them, a reload keeps them, and pressing them again clears them', async ({
	page
}) => {
	// lines are written in the order of the data
	const wanted = [sampleLine().id, smallLine().id];
	const [a, b] = lines.map(({ id }) => id).filter((id) => wanted.includes(id)) as [string, string];
	const [one, both] = [idsOf(onLines(b)), idsOf(onLines(a, b))];
	const hidden = find('event on neither of two lines', (event) => !onLines(a, b).includes(event));
	await open(page);
	await chip(page, b).click();
	await expectQuery(page, `?line=${b}`);
	await expectOnly(page, one);
	await expect(mark(page, hidden.id)).toHaveCount(0);
	await expect(entry(page, hidden.id)).toBeHidden();
	await chip(page, a).click();
	await expectQuery(page, `?line=${a},${b}`);
	await expectOnly(page, both);
	await expect(chip(page, a)).toHaveAttribute('aria-pressed', 'true');
	await expect(chip(page, b)).toHaveAttribute('aria-pressed', 'true');
	await expect(pressed(page)).toHaveCount(2);

	await page.goBack();
	await expectQuery(page, `?line=${b}`);
	await expectOnly(page, one);
	await page.goBack();
	await expectQuery(page, '');
	await expectOnly(page, allIds);
	await page.goForward();
	await page.goForward();
	await expectQuery(page, `?line=${a},${b}`);
	await expectOnly(page, both);

	await page.reload();
	await waitForHydration(page);
	await expectOnly(page, both);
	await chip(page, a).click();
	await chip(page, b).click();
	await expectQuery(page, '');
	await expectOnly(page, allIds);
});

test('a query string shows only the events that pass every part of the filter', async ({
	page
}) => {
	const [line, small] = [sampleLine().id, smallLine().id];
	const statuses = [...new Set(events.map(({ status }) => status))].slice(-2);
	const ids = sources.slice(0, 2).map(({ id }) => id);
	const [first, late, end] = [events[0]!, events.at(-1)!, formatDay(domain.end - DAY)];
	const month = first.date.start.slice(0, -'-01'.length);
	const { from, to, first: start, last } = yearsFrom(onLines(line)[0]!.date.start, 1);
	const word = sampleWord();
	const { title } = events.find((event) => mentions(event, word))!;
	const [other = word] = title.toLowerCase().match(/\b[a-z]+\b/g)!;
	const withStatus = (event: TimelineEvent) => statuses.includes(event.status);

	const cases: Record<string, TimelineEvent[]> = {
		[`line=${line}%2C${small}`]: onLines(line, small),
		[`status=${statuses}`]: events.filter(withStatus),
		[`source=${ids}`]: events.filter(({ evidence }) =>
			evidence.some(({ source }) => ids.includes(source))
		),
		[`from=${late.date.start}`]: events.filter((event) => lastDay(event) >= late.date.start),
		[`to=${month}`]: events.filter(({ date }) => date.start <= `${month}-31`),
		[`from=${from}-01&to=${to}-12`]: events.filter(
			(event) => lastDay(event) >= start && event.date.start <= last
		),
		[`q=${other}%20${word}`]: events.filter(
			(event) => mentions(event, word) && mentions(event, other)
		),
		[`line=${line}&status=${statuses}&to=${end}`]: onLines(line).filter(withStatus)
	};
	const filtering = Object.entries(cases).filter(
		([, { length }]) => length > 0 && length < events.length
	);
	need('filters that some, not all, events pass', filtering[3], filtering[0]);
	for (const [query, expected] of everyThird(filtering)) {
		await open(page, `/?${query}`);
		await expectOnly(page, idsOf(expected));
		await expect(count(page)).toHaveText(`${expected.length} of ${events.length} events shown.`);
	}
});

test('a filter without a chip can be removed with one click', async ({ page }) => {
	const { status, date } = find('event after the first', (event) => event !== events[0]);
	const from = date.start.slice(0, -'-01-01'.length);
	await open(page, `/?status=${status}&from=${from}`);
	await expect(restingChart(page)).toBeVisible();
	await page.getByRole('button', { name: new RegExp(`^Remove filter: from ${from}`) }).click();
	await expectQuery(page, `?status=${status}`);
	await expectOnly(page, idsOf(events.filter((event) => event.status === status)));
	await page.getByRole('button', { name: 'Clear', exact: true }).click();
	await expectQuery(page, '');
	await expectOnly(page, allIds);
});

test('invalid values are ignored, each with a message, and the rest of the filter applies', async ({
	page
}) => {
	const { id } = sampleLine();
	await open(
		page,
		`/?line=no-such-line,${id}&status=certain&source=no-such-source&from=last%20year&to=2017-13&view=x`
	);
	for (const sentence of [
		'“no-such-line” was ignored: there is no such product line.',
		'“certain” was ignored: there is no such status.',
		'“no-such-source” was ignored: there is no such source.',
		'“last year” was ignored: it is not a valid date.',
		'“2017-13” was ignored: it is not a valid date.',
		'“x” was ignored: it is not a valid date range.'
	])
		await expect(page.getByText(sentence)).toBeVisible();
	await expectOnly(page, idsOf(onLines(id)));
});

test('a view in the address sets the chart’s viewport and hides nothing in the list', async ({
	page
}) => {
	const { view, first, last } = yearsFrom(events[Math.floor(events.length / 2)]!.date.start, 3);
	await open(page, `/?view=${view}`);
	await expect.poll(() => listedIds(page)).toEqual(allIds);
	const within = events.filter((event) => event.date.start <= last && lastDay(event) >= first);
	await expect.poll(() => drawnIds(page)).toEqual(idsOf(within));
});

test('when nothing matches, a message names the filter and offers to clear it', async ({
	page
}) => {
	const { id, label } = smallLine();
	const sentence = `No events match “xyzzy” in ${label}.`;
	await open(page, `/?line=${id}&q=xyzzy`);
	await expect(page.getByRole('searchbox')).toHaveValue('xyzzy');
	await expect(page.getByText(sentence)).toBeVisible();
	expect(await listedIds(page)).toEqual([]);
	await page.getByRole('button', { name: 'Clear search' }).click();
	await expectQuery(page, `?line=${id}`);
	await expectOnly(page, idsOf(onLines(id)));

	await page.goBack();
	await expect(page.getByText(sentence)).toBeVisible();
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
	const word = sampleWord();
	await page.goto('/about/');
	await open(page);
	const before = await page.evaluate(() => history.length);
	const search = page.getByRole('searchbox');
	await search.pressSequentially(word);
	await expectQuery(page, `?q=${word}`);
	await expect(search).toBeFocused();
	await expect(search).toHaveValue(word);
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

test('on a phone all chips can be pressed, and chapters that a line leaves without events say so', async ({
	page
}) => {
	await open(page);
	await test.step('on a phone the chips scroll sideways and can all be pressed', async () => {
		await resize(page, PHONE);
		const ids = [...new Set([lines[0]!.id, lines.at(-1)!.id])];
		for (const id of ids) {
			await chip(page, id).click();
			await expect(chip(page, id)).toHaveAttribute('aria-pressed', 'true');
		}
		await expectOnly(page, idsOf(onLines(...ids)));
		expect(await page.evaluate(() => window.scrollX)).toBe(0);
	});
	await page.getByRole('button', { name: 'Clear', exact: true }).click();
	await expectQuery(page, '');
	await resize(page, DESKTOP);
	await test.step('a chapter without an event on the chosen lines shows a message', async () => {
		const emptyOn = (id: string) =>
			timeline.chapters.filter(
				(one) =>
					events.some(({ chapter }) => chapter === one.id) &&
					!onLines(id).some(({ chapter }) => chapter === one.id)
			);
		const sparse = lines.find(({ id }) => onLines(id).length > 0 && emptyOn(id).length > 0);
		const { id } = need('line with events, but not in every chapter', sparse, lines[0]!);
		await chip(page, id).click();
		await expectOnly(page, idsOf(onLines(id)));
		await expect(page.getByText('No events here in the selected product lines.')).toHaveCount(
			emptyOn(id).length
		);
	});
});

test('a filter leads to the first event that it leaves, and chapters without events are one line', async ({
	page
}) => {
	const last = timeline.chapters.at(-1)!;
	const inLast = (event: TimelineEvent) => event.chapter === last.id;
	const line = need(
		'line whose first event is not in the first chapter',
		lines.find(({ id }) => onLines(id)[0]?.chapter !== timeline.chapters[0]!.id),
		lines[0]!
	);
	const listed = timeline.chapters.flatMap(({ id }) =>
		onLines(line.id).filter(({ chapter }) => chapter === id)
	);
	const [first] = listed as [TimelineEvent];
	await open(page, `/?line=${line.id}`);
	await page.getByRole('button', { name: 'Go to the first' }).click();
	await expectOpenBelowBar(page, first.id);
	await expect(page).toHaveURL((url) => url.searchParams.get('event') === first.id);
	await expect(mark(page, first.id)).toHaveAttribute('aria-current', 'true');

	// once more, from elsewhere
	await scrollToTop(page);
	await page.getByRole('button', { name: 'Go to the first' }).click();
	await expectOpenBelowBar(page, first.id);

	const empty = timeline.chapters.filter(({ id }) => !listed.some(({ chapter }) => chapter === id));
	for (const { id, title } of empty) {
		const section = page.locator(`#chapter-${id}`);
		await expect(section.getByRole('heading', { level: 2 })).toHaveText(title);
		expect((await section.locator('header').boundingBox())!.height).toBe(46);
	}
	const single = find('event with a title that no other has a word of', (event) =>
		inLast(event) ? filterEvents(events, { q: `"${event.title}"` }, timeline).length === 1 : false
	);
	await scrollToTop(page);
	await chip(page, line.id).click();
	await page.getByRole('searchbox').fill(`"${single.title}"`);
	await page.getByRole('button', { name: 'Go to it' }).click();
	await expectOpenBelowBar(page, single.id);
});
