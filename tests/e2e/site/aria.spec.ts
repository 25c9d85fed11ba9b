/** Snapshots of the accessibility tree; those with the words of data/ are in tests/data. */
import { expect, test } from '@playwright/test';
import { anEvent } from '../support/samples.ts';
import { entry, open, timeline } from '../support/support.ts';

test('the tooltip is hidden from screen readers, because the mark’s name has the same information', async ({
	page
}) => {
	await open(page, '/embed/');
	await page.keyboard.press('Tab');
	const card = page.locator('[data-card]');
	await expect(card).toBeVisible();
	await expect(card).toHaveAttribute('aria-hidden', 'true');
	expect(await card.evaluate((node) => node.closest('[aria-live], [role=status]'))).toBeNull();
	await expect(page.locator('[data-timeline] a:focus')).toHaveAccessibleName(
		new RegExp(`^.+, .+, .+, .+, \\d+ of ${timeline.events.length}$`)
	);
});

test('the citations of a quotation are a dialog with a name, a close button and a copy button for each style, and include the position of its words in the article', async ({
	page
}) => {
	const [{ exact, start, end, source }] = anEvent.evidence as [(typeof anEvent.evidence)[0]];
	const { characters } = timeline.sources.find(({ id }) => id === source)!;
	await open(page, `/?event=${anEvent.id}`);
	const figure = entry(page, anEvent.id).locator('figure').filter({ hasText: exact });
	await figure.getByRole('link', { name: 'Cite', exact: true }).click();
	await expect(page.getByRole('dialog')).toContainText(
		`characters ${start}–${end} of ${characters}`
	);
	await expect(page.getByRole('dialog')).toMatchAriaSnapshot(`
		- dialog "Cite this article":
		  - heading "Cite this article" [level=2]
		  - button "Close"
		  - region "APA":
		    - button "Copy APA"
		  - region "MLA":
		    - button "Copy MLA"
		  - region "Chicago":
		    - button "Copy Chicago"
		  - region "BibTeX":
		    - button "Copy BibTeX"
		  - status
	`);
});
