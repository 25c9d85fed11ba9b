/** A student's journey: find, check, cite, download, return. */
import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { csvParse } from 'd3-dsv';
import {
	entry,
	find,
	heading,
	idsOf,
	waitForHydration,
	listedIds,
	need,
	open,
	quotations,
	timeline
} from '../support/support.ts';
import { lastDay, mentions } from '../support/samples.ts';
import type { TimelineEvent } from '../../../src/lib/model/types.ts';

const { events, language } = timeline;
const isBilingual = ({ evidence }: TimelineEvent) =>
	evidence.some(({ translation }) => translation) && evidence.some((one) => !one.translation);

test('a student finds a word in certain years, reads quotations in two languages, cites and downloads them, and returns to the same view', async ({
	page,
	context
}) => {
	const bilingual = find('event quoted in the language of the data and in another', isBilingual);
	const word = need(
		'word of five Latin letters in the title of such an event',
		/\b[a-z]{5,}\b/.exec(bilingual.title.toLowerCase())?.[0],
		''
	);
	const year = lastDay(bilingual).slice(0, -'-01-01'.length);
	const found = events.filter(
		(event) => mentions(event, word) && lastDay(event) >= `${year}-01-01`
	);
	const quoted = bilingual.evidence.find(({ translation }) => translation)!;
	const foreign = timeline.sources.find(({ id }) => id === quoted.source)!.language;
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await open(page);
	await page.getByRole('searchbox').fill(word);
	await expect(page).toHaveURL((url) => url.searchParams.get('q') === word);
	await page.getByRole('button', { name: /^More filters/ }).click();
	await page.getByRole('textbox', { name: 'From' }).fill(year);
	await page.getByRole('button', { name: 'Apply' }).click();
	await expect(page).toHaveURL((url) => url.searchParams.get('from') === year);
	await expect.poll(() => listedIds(page)).toEqual(idsOf(found));

	if (!(await quotations(page, bilingual.id).first().isVisible()))
		await heading(page, bilingual.id).getByRole('link').click();
	const words = entry(page, bilingual.id);
	for (const quoted of [foreign, language])
		await expect(words.locator(`blockquote:lang(${quoted})`).first()).toBeVisible();
	const name = new Intl.DisplayNames('en', { type: 'language' }).of(language)!;
	await expect(words.getByText(`In ${name}`).first()).toBeVisible();

	const first = words.locator('figure').filter({ hasText: bilingual.evidence[0]!.exact });
	await first.getByRole('link', { name: 'Cite', exact: true }).click();
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
	await expect(again.getByRole('searchbox')).toHaveValue(word);
});
