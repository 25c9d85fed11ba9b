/** Snapshots of the accessibility tree; those with the words of data/ are in tests/data. */
import { expect, test } from '@playwright/test';
import { anEvent } from '../support/samples.ts';
import { open, timeline } from '../support/support.ts';

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

test('the citations are a dialog with a name, a close button and a copy button for each style', async ({
	page
}) => {
	await open(page, `/?event=${anEvent.id}`);
	await page
		.locator(`article[data-event="${anEvent.id}"]`)
		.getByText('Cite', { exact: true })
		.first()
		.click();
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
