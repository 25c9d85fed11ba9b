/** The search, and the filters without chips. */
import { expect, test, type Page } from '@playwright/test';
import type { TimelineEvent } from '../../../src/lib/model/types.ts';
import {
	entry,
	find,
	idsOf,
	listedIds,
	open,
	PHONE,
	expectOnly,
	timeline
} from '../support/support.ts';

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
	await open(page, '/?q=TABLET');
	await expect.poll(() => highlighted(page)).toContain('tablet');
	const words = await highlighted(page);
	expect(words.every((word) => word.toLowerCase() === 'tablet')).toBe(true);
	await search(page).fill('TORNERA');
	await expect
		.poll(() => highlighted(page).then((all) => all.map((word) => word.toLowerCase())))
		.toContain('tornerà');
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
	await entry(page, inside.id)
		.getByRole('button', { name: /^Close/ })
		.click();
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
	await open(page);
	await menu(page).click();
	const rumoured = events.filter(({ status }) => status === 'rumoured');
	await expect(box(page, /^Rumoured/)).toHaveAccessibleName(`Rumoured ${rumoured.length} events`);
	await box(page, /^Rumoured/).check();
	await expect(page).toHaveURL(/\?status=rumoured$/);
	await expectOnly(page, idsOf(rumoured));

	// the sources now count only rumoured events
	for (const { id, publisher } of sources) {
		const fromSource = rumoured.filter(({ evidence }) =>
			evidence.some(({ source }) => source === id)
		);
		await expect(box(page, new RegExp(`^${publisher}, `))).toHaveAccessibleName(
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
	await open(page, '/?line=mi-mix');
	await menu(page).click();
	const from = page.getByRole('textbox', { name: 'From' });
	const to = page.getByRole('textbox', { name: 'To' });
	await from.fill('2017');
	await to.fill('soon');
	await page.getByRole('button', { name: 'Apply' }).click();
	await expect(page.getByRole('alert').filter({ hasText: '“soon” is not a date' })).toBeVisible();
	await expect(from).toHaveValue('2017');
	await to.fill('2018-12');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\?line=mi-mix&from=2017&to=2018-12$/);
	const within = events.filter(
		({ lines, date }) =>
			lines.includes('mi-mix') &&
			date.start <= '2018-12-31' &&
			(date.end ?? date.asOf!) >= '2017-01-01'
	);
	await expect.poll(() => listedIds(page)).toEqual(idsOf(within));
	await expect(from).toBeHidden();
});

test('a search without matches suggests a correction and a filter to clear', async ({ page }) => {
	await open(page, '/?q=tabelt&line=mi-pad');
	await expect(page.getByText('No events match “tabelt” in Tablets.')).toBeVisible();
	const pads = events.filter(({ lines }) => lines.includes('mi-pad'));
	await expect(page.getByRole('button', { name: 'Clear search' })).toHaveText(
		`Clear search: ${pads.length} events`
	);
	await page.getByRole('button', { name: /^Search for “tablet/ }).click();
	await expect(page).toHaveURL(/q=tablet/);
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
	await page.evaluate(() => document.querySelectorAll('article')[10]!.scrollIntoView());
	await expect(bar).toBeVisible();
	const place = async () =>
		Number((await bar.locator('.count').first().textContent())!.split('/')[0]);
	await expect.poll(place).toBeGreaterThan(1);
	const before = await place();
	await bar.getByRole('button', { name: /^Next event/ }).click();
	await expect.poll(place).toBe(before + 1);
	const { id } = events[before]!;
	await expect(entry(page, id)).toBeInViewport();
	await bar.getByRole('button', { name: /^Previous event/ }).click();
	await expect.poll(place).toBe(before);
	expect(new URL(page.url()).search).toBe('');
});
