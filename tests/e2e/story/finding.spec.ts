/** The search, and the filters without chips. */
import { expect, test, type Page } from '@playwright/test';
import { isSameNoun } from '../../../src/lib/model/search/plural.ts';
import type { TimelineEvent } from '../../../src/lib/model/types.ts';
import {
	entry,
	find,
	idsOf,
	listedIds,
	need,
	open,
	PHONE,
	expectOnly,
	timeline
} from '../support/support.ts';
import {
	laneOf,
	lastDay,
	literal,
	misspell,
	onLines,
	sampleLine,
	sampleWord,
	yearsFrom
} from '../support/samples.ts';

const { events, sources } = timeline;
const search = (page: Page) => page.getByRole('searchbox');
const menu = (page: Page) => page.getByRole('button', { name: /^More filters/ });
const box = (page: Page, name: RegExp) => page.getByRole('checkbox', { name });

/** The words highlighted as matches, as written in the page. */
function highlighted(page: Page): Promise<string[]> {
	return page.evaluate(() =>
		[...(CSS.highlights.get('search') ?? [])].map((range) => {
			const { startContainer, startOffset, endOffset } = range;
			return (startContainer as Text).data.slice(startOffset, endOffset);
		})
	);
}

test('search matches are highlighted, regardless of accents and case', async ({ page }) => {
	const found = async () => (await highlighted(page)).map((word) => word.toLowerCase());
	const word = sampleWord();
	await open(page, `/?q=${word.toUpperCase()}`);
	await expect.poll(found).toContain(word);
	expect((await found()).every((one) => isSameNoun(one, word))).toBe(true);
	const texts = events.flatMap(({ title, summary, evidence }) => [
		...[title, summary],
		...evidence.flatMap(({ exact, translation }) => [exact, translation ?? ''])
	]);
	// decomposed, an accent is a mark of its own
	const accented = texts
		.flatMap(
			(text) =>
				text
					.normalize('NFC')
					.toLowerCase()
					.match(/(?<!\p{L})\p{Script=Latin}{5,}/gu) ?? []
		)
		.find((one) => /\p{M}/u.test(one.normalize('NFD')));
	const wanted = need('Latin word with an accent', accented, '');
	await search(page).fill(wanted.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase());
	await expect.poll(found).toContain(wanted);
	await search(page).fill('');
	await expect.poll(() => highlighted(page)).toEqual([]);
});

test('an event opens when only its quotations match, and can be closed', async ({ page }) => {
	const outside = (event: TimelineEvent) => `${event.title} ${event.summary}`.toLowerCase();
	const longWords = ({ evidence }: TimelineEvent) =>
		evidence.flatMap(({ exact }) => exact.toLowerCase().match(/\b[a-z]{9,}\b/g) ?? []);
	const wordOf = (event: TimelineEvent) =>
		longWords(event).find((word) => !outside(event).includes(word));
	const inside = find('event with a word that only its quotation has', (event) =>
		Boolean(wordOf(event))
	);
	await open(page, `/?q=${wordOf(inside)}`);
	const quotation = entry(page, inside.id).locator('blockquote').first();
	await expect(quotation).toBeVisible();
	await entry(page, inside.id).locator('.proof > summary').click();
	await expect(quotation).toBeHidden();
});

test('a menu opened before scripts load is filled once they load', async ({ page }) => {
	let release = () => {};
	const held = new Promise<void>((resolve) => (release = resolve));
	await page.route('**/*.js', async (route) => {
		await held;
		await route.continue();
	});
	await page.goto('/', { waitUntil: 'commit' });
	await menu(page).click();
	await expect(page.locator('.panel:popover-open')).toBeVisible();
	await expect(box(page, /^Rumoured/)).toHaveCount(0);
	release();
	await expect(box(page, /^Rumoured/)).toBeVisible();
});

test('several statuses and sources can be chosen, each with its number of events', async ({
	page
}) => {
	const withStatus = (status: string) => events.filter((event) => event.status === status);
	const rumoured = withStatus('rumoured');
	need('rumours', rumoured[1], events[0]);
	need('plan', withStatus('planned')[0], events[0]);
	await open(page);
	await menu(page).click();
	await expect(box(page, /^Rumoured/)).toHaveAccessibleName(`Rumoured ${rumoured.length} events`);
	await box(page, /^Rumoured/).check();
	await expect(page).toHaveURL(/\?status=rumoured$/);
	await expectOnly(page, idsOf(rumoured));

	// the sources now count only rumoured events
	for (const { id, publisher } of sources) {
		const fromSource = rumoured.filter(({ evidence }) =>
			evidence.some(({ source }) => source === id)
		);
		await expect(box(page, new RegExp(`^${literal(publisher)}, `))).toHaveAccessibleName(
			new RegExp(` ${fromSource.length} ${fromSource.length === 1 ? 'event' : 'events'}$`)
		);
	}
	await box(page, /^Planned/).check();
	await expect(page).toHaveURL(/\?status=planned,rumoured$/);
	await expect(menu(page)).toContainText('2');
	await page.keyboard.press('Escape');
	await expect(box(page, /^Planned/)).toBeHidden();
	await expect(menu(page)).toBeFocused();
});

test('a date range can be typed; an invalid date is reported, and the input is kept', async ({
	page
}) => {
	const { id } = sampleLine();
	const { from: year, first, last } = yearsFrom(laneOf(id)[0]!.date.start, 2);
	const end = last.slice(0, -'-01'.length);
	await open(page, `/?line=${id}`);
	await menu(page).click();
	const from = page.getByRole('textbox', { name: 'From' });
	const to = page.getByRole('textbox', { name: 'To' });
	await from.fill(year);
	await to.fill('soon');
	await page.getByRole('button', { name: 'Apply' }).click();
	await expect(page.getByRole('alert').filter({ hasText: '“soon” is not a date' })).toBeVisible();
	await expect(from).toHaveValue(year);
	await to.fill(end);
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL((url) => url.search === `?line=${id}&from=${year}&to=${end}`);
	const within = onLines(id).filter((event) => event.date.start <= last && lastDay(event) >= first);
	await expect.poll(() => listedIds(page)).toEqual(idsOf(within));
	await expect(from).toBeHidden();
});

test('a search without matches suggests a correction and a filter to clear', async ({ page }) => {
	const { id, label } = sampleLine();
	const others = events.filter(({ lines }) => !lines.includes(id));
	const word = sampleWord(onLines(id), others);
	const typo = misspell(word);
	await open(page, `/?q=${typo}&line=${id}`);
	await expect(page.getByText(`No events match “${typo}” in ${label}.`)).toBeVisible();
	await expect(page.getByRole('button', { name: 'Clear search' })).toHaveText(
		`Clear search: ${onLines(id).length} events`
	);
	await page.getByRole('button', { name: new RegExp(`^Search for “${word}`) }).click();
	await expect(page).toHaveURL((url) => url.searchParams.get('q')!.startsWith(word));
	await expect.poll(() => listedIds(page)).not.toEqual([]);
});

test('on a phone the menu stays within the window', async ({ page }) => {
	await page.setViewportSize(PHONE);
	await open(page);
	await menu(page).click();
	const panel = (await page.locator('[popover]:popover-open').boundingBox())!;
	expect(panel.x).toBeGreaterThanOrEqual(0);
	expect(panel.x + panel.width).toBeLessThanOrEqual(PHONE.width);
});

test('the bar steps from event to event and shows the reading position', async ({ page }) => {
	await open(page);
	const bar = page.locator('[data-timeline][data-bar]');
	const inside = find(
		'event amid three others of its chapter',
		({ chapter }, i) => i > 1 && [-1, 1, 2].every((by) => events[i + by]?.chapter === chapter)
	);
	await entry(page, inside.id).evaluate((node) => node.scrollIntoView());
	await expect(bar).toBeVisible();
	const place = async () => {
		const [, at, of] = /Event (\d+) of (\d+)/.exec(await bar.innerText())!;
		expect(Number(of)).toBe(events.length);
		return Number(at);
	};
	await expect.poll(place).toBeGreaterThan(1);
	const before = await place();
	await bar.getByRole('button', { name: 'Next event', exact: true }).click();
	await expect.poll(place).toBe(before + 1);
	// in the order of the list
	const listed = timeline.chapters.flatMap((one) =>
		events.filter(({ chapter }) => chapter === one.id)
	);
	const { id } = listed[before]!;
	await expect(entry(page, id)).toBeInViewport();
	await bar.getByRole('button', { name: 'Previous event', exact: true }).click();
	await expect.poll(place).toBe(before);
	expect(new URL(page.url()).search).toBe('');
});
