/** Snapshots of the accessibility tree: of each part in English, and of the chart in Chinese. */
import { expect, test } from '@playwright/test';
import { open } from '../../e2e/support/support.ts';

const ENTRY = 'mi-pad-4';

test('the filtered story: introduction, filters, chart and list', async ({ page }) => {
	await open(page, '/?line=mi-pad');
	await test.step('the page introduces itself and explains the chart before showing it', async () => {
		await expect(page.getByRole('main')).toMatchAriaSnapshot(`
			- heading "Xiaomi, 2010–2021 A timeline you can check" [level=1]
			- paragraph:
			  - text: /\\d+ events at the Chinese phone maker/
			  - link "read the story below"
			- group "Product lines"
			- status: 4 of 50 events shown.
			- paragraph: /Time runs from left to right.*In the chart, the arrow keys move from event to event/
			- region "Chart"
			- group "Dates shown"
			- region "A company of fourteen":
			  - heading "A company of fourteen" [level=2]
		`);
		await expect(page.getByRole('region', { name: 'Chart' })).toHaveAccessibleDescription(
			/Time runs from left to right\..*Each row is a product line\..*Escape goes back\./
		);
	});

	await test.step('the chart is a group of marks, each named by title, date, status, line and position', async () => {
		await expect(page.getByRole('region', { name: 'Chart' })).toMatchAriaSnapshot(`
			- 'group "Xiaomi, 2010–2021: 4 events in chronological order"':
			  - text: Tablets
			  - link "Mi Pad 4 launched, 2018, happened, Tablets, 1 of 4"
			  - link "A tablet with a stylus? “Arrange.”, between 4 and 8 February 2021, announced, Tablets, 3 of 4"
			  - link "New tablets due, between February and December 2021, planned, Tablets, 2 of 4"
			  - link "Mi tablets to return, 7 or 8 February 2021, announced, Tablets, 4 of 4"
		`);
		await expect(page.locator('[role=application]')).toHaveCount(0);
	});

	await test.step('filters are buttons and checkboxes with a number of events and a state', async () => {
		await expect(page.getByRole('group', { name: 'Product lines' })).toMatchAriaSnapshot(`
			- button "Company 13"
			- button "Mi phones 15"
			- button "Mi MIX 7"
			- button "Tablets 4" [pressed]
			- button "MIUI 4"
			- button "Smart home 3"
			- button "Markets 15"
		`);
		await page.getByRole('button', { name: /^More filters/ }).click();
		await expect(page.locator(':popover-open')).toMatchAriaSnapshot(`
			- group "Status":
			  - checkbox "Happened 1 event"
			  - checkbox "Announced 2 events"
			  - checkbox "Planned 1 event"
			  - checkbox "Rumoured 0 events"
			- group "Source":
			  - checkbox "itdullard, 26 December 2011 0 events"
			- group "Date":
			  - textbox "From"
			  - textbox "To"
			  - button "Apply"
		`);
		await page.keyboard.press('Escape');
	});

	await test.step('a list entry has its status and, once opened, its quotations', async () => {
		const entry = page.locator(`article[data-event="${ENTRY}"]`);
		await expect(entry).toMatchAriaSnapshot(`
			- heading "Mi Pad 4 launched" [level=3]
			- paragraph: Happened · Tablets
			- paragraph: Xiaomi launches the Mi Pad 4.
			- group: 1 quotation
		`);
		await expect(entry.getByRole('blockquote')).toHaveCount(0);
		await entry.getByText('1 quotation').click();
		await expect(entry).toMatchAriaSnapshot(`
			- heading "Mi Pad 4 launched" [level=3]
			- group:
			  - figure:
			    - blockquote:
			      - mark: lanciato nel 2018
			    - paragraph: In English Mi Pad 4 was launched in 2018
			    - link "TuttoAndroid"
			    - text: /word for word, characters 508–542 of 2070/
			    - link "Read in the article"
			    - link "Cite"
			    - button "Copy with citation"
			- button "Copy link"
			- link "Event page"
			- list:
			  - listitem:
			    - text: Followed by
			    - link "New tablets due"
		`);
	});
});

test('in Chinese the chart has the same structure and translated names', async ({ page }) => {
	await open(page, '/zh/?line=mi-pad');
	await expect(page.getByRole('region', { name: '图表' })).toMatchAriaSnapshot(`
		- group "小米，2010–2021：4个事件，按时间排列":
		  - text: 平板
		  - link "小米平板4发布，2018年，已发生，平板，第1项，共4项"
		  - link "带手写笔的平板？“安排”，2021年2月4日至8日之间，已宣布，平板，第3项，共4项"
		  - link "新平板待发布，2021年2月至12月之间，计划中，平板，第2项，共4项"
		  - link "小米平板将回归，2021年2月7日或8日，已宣布，平板，第4项，共4项"
	`);
});

test('an event in an embed is an article with its quotations', async ({ page }) => {
	await open(page, `/embed/line/mi-pad/?event=${ENTRY}`);
	await expect(page.locator('body')).toMatchAriaSnapshot(`
		- banner:
		  - 'heading "Xiaomi: Tablets" [level=1]'
		- main:
		  - region "Chart"
		  - article:
		    - button "Close"
		    - heading "Mi Pad 4 launched" [level=2]
		    - figure:
		      - blockquote:
		        - mark: lanciato nel 2018
		- contentinfo:
		  - paragraph:
		    - link "Open the timeline ↗"
	`);
});

test('the table has a header for each column and each row', async ({ page }) => {
	await page.goto('/table/?line=mi-pad');
	await expect(page.getByRole('table')).toMatchAriaSnapshot(`
		- table "4 events from Xiaomi, 2010–2021":
		  - rowgroup:
		    - row:
		      - columnheader "Date":
		        - button "Date"
		      - columnheader "Event"
		      - columnheader "Status"
		      - columnheader "Product line"
		      - columnheader "Sources"
		  - rowgroup:
		    - row:
		      - cell "2018"
		      - rowheader /^Mi Pad 4 launched/:
		        - link "Mi Pad 4 launched"
		      - cell "Happened"
		      - cell "Tablets"
		      - cell "TuttoAndroid"
	`);
});
