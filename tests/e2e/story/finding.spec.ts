/** Filters without chips, and a search without matches. */
import { expect, test, type Page } from '@playwright/test';
import {
	DESKTOP,
	idsOf,
	listedIds,
	need,
	open,
	PHONE,
	resize,
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

test('several statuses and sources can be chosen in a menu, which a phone shows too', async ({
	page
}) => {
	await page.setViewportSize(PHONE);
	await open(page);
	await test.step('on a phone the menu stays within the window', async () => {
		await menu(page).click();
		const panel = (await page.locator('[popover]:popover-open').boundingBox())!;
		expect(panel.x).toBeGreaterThanOrEqual(0);
		expect(panel.x + panel.width).toBeLessThanOrEqual(PHONE.width);
	});
	await page.keyboard.press('Escape');
	await resize(page, DESKTOP);
	await test.step('each status and source has its number of events', async () => {
		const withStatus = (status: string) => events.filter((event) => event.status === status);
		const rumoured = withStatus('rumoured');
		need('rumours', rumoured[1], events[0]);
		need('plan', withStatus('planned')[0], events[0]);
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
});

test('a search without matches suggests a correction, and a date range can be typed', async ({
	page
}) => {
	const { id, label } = sampleLine();
	const others = events.filter(({ lines }) => !lines.includes(id));
	const word = sampleWord(onLines(id), others);
	const typo = misspell(word);
	await open(page, `/?q=${typo}&line=${id}`);
	await test.step('a search without matches suggests a correction and a filter to clear', async () => {
		await expect(page.getByText(`No events match “${typo}” in ${label}.`)).toBeVisible();
		await expect(page.getByRole('button', { name: 'Clear search' })).toHaveText(
			`Clear search: ${onLines(id).length} events`
		);
		await page.getByRole('button', { name: new RegExp(`^Search for “${word}`) }).click();
		await expect(page).toHaveURL((url) => url.searchParams.get('q')!.startsWith(word));
		await expect.poll(() => listedIds(page)).not.toEqual([]);
	});
	await search(page).fill('');
	await expect(page).toHaveURL((url) => url.search === `?line=${id}`);
	await test.step('a date range can be typed; an invalid date is reported, and the input is kept', async () => {
		const { from: year, first, last } = yearsFrom(laneOf(id)[0]!.date.start, 2);
		const end = last.slice(0, -'-01'.length);
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
		const within = onLines(id).filter(
			(event) => event.date.start <= last && lastDay(event) >= first
		);
		await expect.poll(() => listedIds(page)).toEqual(idsOf(within));
		await expect(from).toBeHidden();
	});
});
