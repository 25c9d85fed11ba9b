/** A site of drafts alone: an imported table, before anybody has added quotations. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { DRAFT_BUILD, test } from '../support/company.ts';
import { listHtmlFiles } from '../support/html.ts';

const BANNER = 'This is a draft: some events have no quotation yet.';

test('every page and frame of a draft says so, and asks search engines to leave it out', () => {
	const files = listHtmlFiles(DRAFT_BUILD).filter(
		(file) => !/^(?:404|embed-example)\.html$/.test(file)
	);
	expect(files.length).toBeGreaterThan(10);
	const silent = files.filter((file) => {
		const html = readFileSync(join(DRAFT_BUILD, file), 'utf8');
		return !html.includes(BANNER) || !/<meta name="robots" content="noindex/.test(html);
	});
	expect(silent).toEqual([]);
});

test('a site of drafts shows its events, and claims no articles or quotations', async ({
	page,
	draft
}) => {
	await test.step('story', async () => {
		await page.goto(draft.url);
		await expect(page.getByText(BANNER)).toBeVisible();
		await expect(page.getByRole('main')).toContainText(
			'3 events at Weaving mill, not yet supported by quotations.'
		);
		await expect(page.locator('[data-timeline] a[data-event]')).toHaveCount(3);
		const entry = page.locator('article[data-event="a-second-hall"]');
		await expect(entry).toContainText('no quotation yet');
		await expect(entry).not.toContainText(/0 quotations|second hall.*second hall/);
	});
	await test.step('about', async () => {
		await page.goto(`${draft.url}about/`);
		const main = page.getByRole('main');
		await expect(main).toContainText('It contains 3 events, none of which has a quotation yet.');
		await expect(main).not.toContainText(
			/these articles|the articles|0 (?:quotations|articles)|No event is/i
		);
	});
	await test.step('frame', async () => {
		await page.goto(`${draft.url}embed/`);
		await expect(page.getByText(BANNER)).toBeVisible();
		await expect(page.locator('[data-timeline] a[data-event]')).toHaveCount(3);
		await expect(page.getByText(/Source:|words it rests on/)).toHaveCount(0);
	});
});
