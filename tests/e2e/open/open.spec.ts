/** Journeys on `/open/`: a table becomes a chart, is checked and mended, and is taken away. All contents are invented. */
import { readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Download, type Page } from '@playwright/test';
import { rotate } from '../support/sample.ts';
import { readShifts, watchShifts } from '../support/shifts.ts';

const csv = (text: string, name = 'table.csv') => ({
	name,
	mimeType: 'text/csv',
	buffer: Buffer.from(text)
});

const LESSON = `date,title,group
1896-05-12,The first tram runs,Trams
1901,,Trams
soon,The bridge is planned,Bridges
1903-04,The bridge opens,Bridges
1903-04-09,The bridge closes,Bridges
`;

/** Opens the page and waits until everything is loaded. @returns the requests made since, filled as they come */
async function visit(page: Page): Promise<string[]> {
	await page.goto('/open/');
	await expect(page.getByRole('button', { name: 'A tram company' })).toBeVisible();
	await page.waitForLoadState('networkidle');
	const requests: string[] = [];
	page.on('request', (request) => {
		if (!/^(?:blob|data):/.test(request.url())) requests.push(request.url());
	});
	return requests;
}
const choose = (page: Page, file: ReturnType<typeof csv>) =>
	page.locator('input[data-open]').setInputFiles(file);
const marks = (page: Page) => page.locator('[data-timeline] a[data-event]');
const row = (page: Page, number: number) => page.locator(`[data-row="${number}"]`);
const take = async (page: Page, what: string): Promise<Download> => {
	const download = page.waitForEvent('download');
	await page.locator(`[data-take="${what}"]`).click();
	return download;
};

test.describe('a teacher with a table, on a phone', () => {
	test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

	test('sees the chart at once, and mends what is missing', async ({ page }) => {
		const requests = await visit(page);
		await choose(page, csv(LESSON));
		await expect(page.getByRole('heading', { level: 2, name: /3 of 5 rows/ })).toBeVisible();
		await expect(marks(page)).toHaveCount(3);
		const report = page.locator('[data-report]');
		await expect(report.locator('[data-row]')).toHaveCount(5);
		await expect(report.locator('[data-row]').first()).toHaveAttribute('data-verdict', 'unclear');
		await row(page, 3).getByRole('button', { name: 'Write a title' }).click();
		await page.keyboard.type('The power station is built');
		await page.keyboard.press('Enter');
		await expect(marks(page)).toHaveCount(4);
		await expect(row(page, 3)).toHaveAttribute('data-verdict', 'draft');
		await page.locator('#columns select').first().selectOption({ label: 'not used' });
		await expect(marks(page)).toHaveCount(0);
		const width = await page.evaluate(() => document.documentElement.scrollWidth);
		expect(width).toBeLessThanOrEqual(390);
		expect(requests).toEqual([]);
	});
});

test('pasted cells are drawn, and a row leads to its mark and back', async ({ page }) => {
	const requests = await visit(page);
	await page.getByRole('button', { name: 'Paste a table' }).click();
	await page.getByRole('textbox').fill(LESSON.replaceAll(',', '\t'));
	await page.getByRole('button', { name: 'Draw it' }).click();
	await expect(marks(page)).toHaveCount(3);
	await page.locator('[data-report] summary').click();
	await page.getByRole('button', { name: 'Show row 2 in the chart' }).click();
	await expect(page.locator('[data-timeline] a[aria-current]')).toHaveCount(1);
	await page.getByRole('button', { name: 'To row 2 of the report' }).click();
	await expect(row(page, 2)).toBeFocused();
	expect(requests).toEqual([]);
});

test('files are opened one after the other', async ({ page }) => {
	await visit(page);

	await test.step('what cannot be read is said in one sentence', async () => {
		await choose(page, { name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from('') });
		await expect(page.getByRole('alert')).toContainText('There is nothing in it.');
	});

	await test.step('the order of days and months is asked once for the file', async () => {
		await choose(page, csv('date,title\n03/04/2010,One\n05/04/2010,Two\n07/08/2010,Three\n'));
		await expect(page.getByRole('button', { name: 'Day first' }).first()).toBeVisible();
		await expect(marks(page)).toHaveCount(0);
		await page.getByRole('button', { name: 'Day first' }).first().click();
		await expect(marks(page)).toHaveCount(3);
		await expect(page.getByRole('button', { name: 'Day first' })).toHaveCount(0);
	});
});

test('a file dropped anywhere is opened, and can be taken away', async ({ page, browser }) => {
	await visit(page);

	await test.step('a file dropped anywhere is opened', async () => {
		const transfer = await page.evaluateHandle((text) => {
			const data = new DataTransfer();
			data.items.add(new File([text], 'dropped.csv', { type: 'text/csv' }));
			return data;
		}, LESSON);
		await page.locator('footer').dispatchEvent('drop', { dataTransfer: transfer });
		await expect(page.getByText('dropped.csv')).toBeVisible();
		await expect(marks(page)).toHaveCount(3);
	});

	await test.step('rows are filtered by verdict', async () => {
		await page.getByRole('button', { name: /^Not an event yet/ }).click();
		await expect(page.locator('[data-row]')).toHaveCount(2);
		await page.locator('[data-report]').getByRole('button', { name: /^All/ }).click();
		await expect(page.locator('[data-row]')).toHaveCount(5);
	});

	await test.step('the page that is taken away is readable without its script', async () => {
		const file = await (await take(page, 'html')).path();
		const plain = await browser.newContext({ javaScriptEnabled: false });
		const reader = await plain.newPage();
		await reader.setContent(readFileSync(file, 'utf8'));
		await expect(reader.getByRole('heading', { name: 'The first tram runs' })).toBeVisible();
		await plain.close();
	});

	await test.step('the table with its problems can be opened again', async () => {
		const file = await (await take(page, 'csv')).path();
		const text = readFileSync(file, 'utf8');
		expect(text.split('\r\n')[0]).toBe('\ufeffdate,title,group,problem');
		expect(text).toContain('There is no title.');
		await choose(page, csv(text));
		await expect(page.getByText('table.csv')).toBeVisible();
		await expect(page.getByRole('heading', { level: 2, name: /3 of 5 rows/ })).toBeVisible();
		const json = JSON.parse(readFileSync(await (await take(page, 'json')).path(), 'utf8')) as {
			events: unknown[];
		};
		expect(json.events).toHaveLength(3);
		expect((await take(page, 'folder')).suggestedFilename()).toBe('table.zip');
	});

	await test.step('leaving with changes asks once, and saving is enough', async () => {
		await row(page, 3).getByRole('button', { name: 'Leave the row out' }).click();
		await expect(marks(page)).toHaveCount(3);
		let asked = 0;
		page.on('dialog', (dialog) => {
			asked++;
			void dialog.dismiss();
		});
		await page.getByRole('button', { name: 'Start over' }).click();
		expect(asked).toBe(1);
		await expect(marks(page)).toHaveCount(3);
		await take(page, 'csv');
		await page.getByRole('button', { name: 'Start over' }).click();
		await expect(page.getByRole('heading', { name: 'Drop a file here' })).toBeVisible();
		expect(asked).toBe(1);
	});
});

test('a newsroom takes one HTML file, which works from a file and in a frame elsewhere', async ({
	page,
	context
}) => {
	const requests = await visit(page);
	const slide = (year: string, month: string, day: string, headline: string, text: string) => ({
		start_date: { year, month, day },
		text: { headline, text }
	});
	const timeline = {
		title: { text: { headline: 'The trams of Mill Street', text: '' } },
		events: [
			slide('1896', '5', '12', 'The first tram runs', '<p>Six cars</p>'),
			slide('1901', '9', '2', 'The horses are sold', 'Forty-one <b>horses</b>')
		]
	};
	await choose(page, {
		name: 'trams.json',
		mimeType: 'application/json',
		buffer: Buffer.from(JSON.stringify(timeline))
	});
	await expect(marks(page)).toHaveCount(2);
	await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue(
		'The trams of Mill Street'
	);
	const download = await take(page, 'html');
	expect(download.suggestedFilename()).toBe('trams.html');
	const file = await download.path();
	expect(statSync(file).size).toBeLessThan(260_000);
	const html = readFileSync(file, 'utf8');
	expect(html).toContain("default-src 'none'");
	expect(requests).toEqual([]);

	const alone = await context.newPage();
	const seen: string[] = [];
	const errors: string[] = [];
	alone.on('request', (request) => seen.push(request.url()));
	alone.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
	await download.saveAs(`${file}.html`);
	const address = pathToFileURL(`${file}.html`).href;
	await alone.goto(address);
	await expect(alone.locator('#chart a[data-event]')).toHaveCount(2);
	await expect(alone.locator('article[data-event]')).toHaveCount(2);
	expect(seen).toEqual([address]);
	expect(errors).toEqual([]);

	const server = createServer((request, response) => {
		response.setHeader('Content-Type', 'text/html; charset=utf-8');
		const { port } = server.address() as AddressInfo;
		const host = `<iframe src="http://localhost:${port}/trams.html"></iframe>`;
		response.end(request.url === '/trams.html' ? html : host);
	});
	await new Promise<void>((resolve) => server.listen(0, resolve));
	try {
		// another origin than the frame's
		await alone.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
		const frame = alone.frameLocator('iframe');
		await expect(frame.locator('#chart a[data-event]')).toHaveCount(2);
		expect(errors.filter((text) => !/favicon|404/.test(text))).toEqual([]);
	} finally {
		server.closeAllConnections();
		server.close();
	}
});

test('a historian checks twelve quotations against three articles, and mends two', async ({
	page
}) => {
	const requests = await visit(page);
	const words = ['first', 'second', 'third'];
	const sentence = (paper: number, n: number) =>
		`On the ${words[paper]} page, witness ${n} says that the lamp burned all night`;
	const rows = [0, 1, 2].flatMap((paper) =>
		[1, 2, 3, 4].map((n) => {
			const isWrong = n === 4 && paper > 0;
			const quotation = isWrong
				? sentence(paper, n).replace('burned', 'burnt')
				: sentence(paper, n);
			return `18${10 + paper}-0${n},Witness ${paper}-${n},"${quotation}",Paper ${paper},https://example.org/${paper}/`;
		})
	);
	await choose(page, csv(['date,title,quotation,source,url', ...rows].join('\n')));
	await expect(marks(page).first()).toBeVisible();
	for (const paper of [0, 1, 2]) {
		const article = page.locator('[data-article]').nth(paper);
		await article.getByRole('button', { name: 'Paste the article' }).click();
		const text = [1, 2, 3, 4].map((n) => `${sentence(paper, n)}.\n\nMore is not known.`).join(' ');
		await page.getByRole('textbox', { name: /Text of the article/ }).fill(text);
		await article.getByRole('button', { name: 'Check' }).click();
		await expect(article).toContainText(`${paper ? 3 : 4} of 4 found word for word`);
	}
	const differences = page.locator('[data-difference]');
	await expect(differences).toHaveCount(2);
	await expect(differences.first().locator('mark').first()).toContainText('burnt');
	await expect(differences.first().locator('mark').last()).toContainText('burned');
	for (let left = 1; left >= 0; left--) {
		await differences.first().getByRole('button').click();
		await expect(differences).toHaveCount(left);
	}
	await expect(page.getByText('4 of 4 found word for word')).toHaveCount(3);
	expect(requests).toEqual([]);
});

test('one of two quotations in a cell is corrected, and what is saved as JSON opens again', async ({
	page
}) => {
	await visit(page);
	const quotations = '“The kite flew over the town” | “It rained a lot on that day”';
	await choose(page, csv(`date,title,quote,source\n2001,A kite,"${quotations}",The Post\n`));
	const article = page.locator('[data-article]');
	await article.getByRole('button', { name: 'Paste the article' }).click();
	await page
		.getByRole('textbox', { name: /Text of the article/ })
		.fill('The kite flew over the town. It rained a bit on that day.');
	await article.getByRole('button', { name: 'Check' }).click();
	await page.locator('[data-difference]').getByRole('button').click();
	await expect(article).toContainText('2 of 2 found word for word');

	const saved = readFileSync(await (await take(page, 'json')).path());
	await choose(page, { name: 'timeline.json', mimeType: 'application/json', buffer: saved });
	await expect(marks(page)).toHaveCount(1);
	await expect(article).toContainText('The Post');
	await page.getByText('The events as a list').click();
	await expect(page.locator('[data-evidence]')).toHaveText([
		'The kite flew over the town',
		'It rained a bit on that day'
	]);
});

test('an archive opens 100,000 rows', async ({ page }) => {
	const requests = await visit(page);
	const rows = Array.from({ length: 100_000 }, (_, i) => {
		const day = new Date(Date.UTC(1900, 0, 1 + (i % 36_500))).toISOString().slice(0, 10);
		return `${day},Record ${i},Shelf ${i % 7}`;
	});
	await choose(page, csv(['date,title,group', ...rows, ',No date,Shelf 1'].join('\n')));
	await expect(page.getByRole('heading', { level: 2, name: /100000 of 100001/ })).toBeVisible({
		timeout: 50_000
	});
	await expect(page.locator('[data-timeline] canvas')).toBeVisible();
	await expect(page.locator('[data-row]')).toHaveCount(100);
	await expect(page.locator('[data-row]').first()).toHaveAttribute('data-verdict', 'unclear');
	await page.getByRole('button', { name: 'Next page' }).click();
	await expect(page.getByText('Page 2 of 1001')).toBeVisible();
	expect(requests).toEqual([]);
});

test('the page works from end to end with the keyboard', async ({ page }) => {
	await visit(page);
	const tab = async (name: RegExp) => {
		for (let step = 0; step < 60; step++) {
			await page.keyboard.press('Tab');
			const label = await page.evaluate(() => {
				const element = document.activeElement!;
				return element.getAttribute('aria-label') ?? element.textContent ?? '';
			});
			if (name.test(label)) return;
		}
		throw new Error(`${name} is not reached by Tab.`);
	};
	await tab(/A tram company/);
	await page.keyboard.press('Enter');
	await expect(marks(page).first()).toBeVisible();
	await page.locator('#report-title').focus();
	await tab(/Write a title/);
	await page.keyboard.press('Enter');
	await page.keyboard.type('The depot is closed');
	const before = await page.locator('[data-verdict="unclear"]').count();
	await page.keyboard.press('Enter');
	await expect(page.locator('[data-verdict="unclear"]')).toHaveCount(before - 1);
	expect(await page.evaluate(() => document.activeElement !== document.body)).toBe(true);
	await tab(/Save: One HTML file/);
	const download = page.waitForEvent('download');
	await page.keyboard.press('Enter');
	expect((await download).suggestedFilename()).toBe('tram.html');
});

test('nothing moves while the page gets ready', async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await watchShifts(page);
	await page.goto('/open/');
	await expect(page.getByRole('button', { name: 'A tram company' })).toBeVisible();
	expect(await readShifts(page)).toBeLessThanOrEqual(0.01);
});

test('axe finds nothing, empty or filled, in light or dark', async ({ page }) => {
	const themes = ['light', 'dark'] as const;
	const check = async (colorScheme: (typeof themes)[number]) => {
		await page.emulateMedia({ colorScheme });
		// legacy: the page has no frames whose results would be put together
		const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
		expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
	};
	await visit(page);
	for (const theme of rotate(themes, 0)) await check(theme);
	await page.getByRole('button', { name: 'A school newspaper' }).click();
	await expect(marks(page).first()).toBeVisible();
	for (const theme of rotate(themes, 1)) await check(theme);
});
