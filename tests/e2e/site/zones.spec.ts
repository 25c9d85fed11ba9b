import { expect, test, type Browser } from '@playwright/test';
import {
	clickOn,
	DESKTOP,
	heading,
	waitForHydration,
	expectOpenBelowBar,
	mark,
	markBoxes,
	settled,
	timeline
} from '../support/support.ts';
import { anEvent, lastDay } from '../support/samples.ts';

const ZONES = ['Pacific/Kiritimati', 'Pacific/Pago_Pago'];
/** With a date of a quotation, too, if there is one. */
const event = timeline.events.find(({ evidence }) => evidence.some(({ date }) => date)) ?? anEvent;

/** Captures the text and the mark positions of the pages in a time zone. */
async function capture(browser: Browser, baseURL: string, timezoneId: string) {
	const context = await browser.newContext({ baseURL, timezoneId, viewport: DESKTOP });
	const page = await context.newPage();
	const zone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;
	const seen: Record<string, unknown> = {};
	const text = () => page.locator('main').innerText();

	await page.goto('/');
	await waitForHydration(page);
	expect(await page.evaluate(zone)).toBe(timezoneId);
	seen.story = await text();
	seen.marks = await markBoxes(page);

	await clickOn(page, mark(page, event.id));
	await expectOpenBelowBar(page, event.id);
	await settled(() => heading(page, event.id).boundingBox());
	seen.chosen = await text();
	seen.bar = await markBoxes(page);

	const { id, label } = timeline.lines.find((line) => line.id === event.lines[0])!;
	await page.goto(`/embed/?line=${id}&from=${event.date.start}&to=${lastDay(event)}`);
	await expect(page.getByRole('heading', { level: 1 })).toContainText(label);
	seen.embedded = await settled(() => markBoxes(page));
	seen.embed = await text();

	for (const path of [`/event/${event.id}/`, `/source/${event.evidence[0]!.source}/`, '/about/']) {
		await page.goto(path);
		// scripts insert the current address into the citation
		if (path.startsWith('/event/')) await expect(page.locator('main')).toContainText(baseURL);
		seen[path] = await text();
	}
	await context.close();
	return seen;
}

test('the pages are the same on both sides of the date line', async ({ browser, baseURL }) => {
	const [east, west] = await Promise.all(ZONES.map((zone) => capture(browser, baseURL!, zone)));
	expect(Object.keys(east!.marks as object).length).toBeGreaterThan(0);
	expect(east).toEqual(west);
});
