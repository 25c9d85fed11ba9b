/** A student's journey: find, check, cite, download, return. */
import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { csvParse } from 'd3-dsv';
import {
	entry,
	heading,
	idsOf,
	waitForHydration,
	listedIds,
	open,
	quotations,
	timeline
} from '../support/support.ts';

const isAbout = ({ title, summary, evidence }: (typeof timeline.events)[number]) =>
	[
		title,
		summary,
		...evidence.flatMap(({ exact, translation }) => [exact, translation ?? ''])
	].some((text) => /(?<![\p{L}\p{N}])tablet/iu.test(text));
const found = timeline.events.filter(
	(event) => isAbout(event) && (event.date.end ?? event.date.asOf!) >= '2021-01-01'
);
const bilingual = found.find(
	({ evidence }) =>
		evidence.some(({ translation }) => translation) && evidence.some((one) => !one.translation)
)!;

test('a student finds “tablet” in 2021, reads quotations in both languages, cites and downloads them, and returns to the same view', async ({
	page,
	context
}) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await open(page);
	await page.getByRole('searchbox').fill('tablet');
	await expect(page).toHaveURL(/q=tablet/);
	await page.getByRole('button', { name: /^More filters/ }).click();
	await page.getByRole('textbox', { name: 'From' }).fill('2021');
	await page.getByRole('button', { name: 'Apply' }).click();
	await expect(page).toHaveURL(/from=2021/);
	await expect.poll(() => listedIds(page)).toEqual(idsOf(found));

	if (!(await quotations(page, bilingual.id).first().isVisible()))
		await heading(page, bilingual.id).getByRole('link').click();
	const words = entry(page, bilingual.id);
	await expect(words.locator('blockquote[lang="it"]').first()).toBeVisible();
	await expect(words.locator('blockquote:not([lang])').first()).toBeVisible();
	await expect(words.getByText('In English').first()).toBeVisible();

	await words.getByRole('link', { name: 'Cite', exact: true }).first().click();
	const dialog = page.getByRole('dialog');
	await dialog.getByRole('button', { name: 'Copy' }).first().click();
	await expect(dialog.getByText('Copied').first()).toBeVisible();
	const { source } = bilingual.evidence[0]!;
	const copied = await page.evaluate(() => navigator.clipboard.readText());
	expect(copied).toContain(timeline.sources.find(({ id }) => id === source)!.title.split(',')[0]);
	await page.keyboard.press('Escape');
	await expect(dialog).toBeHidden();

	await page.locator('summary', { hasText: 'Download & cite' }).click();
	const download = page.waitForEvent('download');
	await page.locator('details[open] dd').getByText('CSV', { exact: true }).click();
	const file = await download;
	const rows = csvParse((await readFile(await file.path(), 'utf8')).replace(/^\ufeff/, ''));
	expect(rows.map(({ id }) => id!).toSorted()).toEqual(idsOf(found));

	const again = await context.newPage();
	await again.goto(page.url());
	await waitForHydration(again);
	await expect.poll(() => listedIds(again)).toEqual(idsOf(found));
	await expect(again.getByRole('searchbox')).toHaveValue('tablet');
});
