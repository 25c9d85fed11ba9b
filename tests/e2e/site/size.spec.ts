import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { expect, test, type Page } from '@playwright/test';
import { everyThird } from '../support/sample.ts';
import { anEvent, translations } from '../support/samples.ts';
import { isCurated } from '../../../scripts/curated-data.js';
import { entry, open, PHONE, timeline } from '../support/support.ts';

/** Upper bounds of a first view; bytes in Brotli, fonts and HTML not counted. */
const BUDGETS = [
	{ path: '/embed/', bytes: 62 * 1024, scripts: 8 },
	{ path: `/embed/event/${anEvent.id}/`, bytes: 64 * 1024, scripts: 8 },
	{ path: '/', bytes: 110 * 1024, scripts: 20 },
	...everyThird(translations).flatMap(({ path }, i) =>
		i % 2 === 0
			? [{ path: `${path}/embed/`, bytes: 62 * 1024, scripts: 8 }]
			: [{ path: `${path}/`, bytes: 110 * 1024, scripts: 20 }]
	)
];

/** The scripts and style sheets that the page has requested, by path. */
function listRequested(page: Page): Promise<string[]> {
	return page.evaluate(() =>
		performance
			.getEntriesByType('resource')
			.map(({ name }) => new URL(name).pathname)
			.filter((name) => /[.](?:js|css)$/.test(name))
			.toSorted()
	);
}

/** The scripts and styles in the page itself. */
function listInline(page: Page): Promise<string[]> {
	return page.evaluate(() =>
		[
			...document.querySelectorAll(
				'script:not([src], [type="application/json"], [type$="ld+json"]), style'
			)
		]
			.map(({ textContent }) => textContent)
			.filter(Boolean)
	);
}

for (const { path, bytes, scripts } of BUDGETS)
	test(`the first view of ${path} loads at most ${scripts} scripts and ${bytes / 1024} KB`, async ({
		page
	}) => {
		await page.goto(path, { waitUntil: 'networkidle' });
		const files = await listRequested(page);
		const sizes = [
			...files.map((file) => readFileSync(`build${file}`)),
			...(await listInline(page)).map((text) => Buffer.from(text))
		].map((content) => brotliCompressSync(content).length);
		const total = sizes.reduce((sum, size) => sum + size, 0);
		const count = files.filter((file) => file.endsWith('.js')).length;
		console.log(`${path}: ${total} bytes, ${count} scripts, ${files.length - count} style sheets`);
		expect(count).toBeGreaterThan(0);
		expect(count).toBeLessThanOrEqual(scripts);
		expect(total).toBeLessThanOrEqual(bytes);
	});

// depends on the number of events: for the curated data alone
test('the story is at most 320 KB of HTML and, on a phone, 2,800 elements', async ({ page }) => {
	test.skip(!isCurated, 'Another data folder has more or fewer events.');
	const { length } = readFileSync('build/index.html');
	await page.setViewportSize(PHONE);
	await open(page);
	const elements = await page.evaluate(() => document.querySelectorAll('*').length);
	console.log(`/: ${length} bytes of HTML, ${elements} elements`);
	expect(length).toBeLessThanOrEqual(320 * 1024);
	expect(elements).toBeLessThanOrEqual(2800);
});

test('no page repeats the data that it is rendered from', () => {
	for (const path of ['', 'table/', `event/${anEvent.id}/`])
		expect(readFileSync(`build/${path}index.html`, 'utf8')).not.toContain('data-sveltekit-fetched');
});

test('a page whose data cannot be loaded stays as it was served', async ({ page }) => {
	await page.route('**/data/timeline.json', (route) => route.abort());
	await page.goto('/', { waitUntil: 'networkidle' });
	const last = timeline.events.at(-1)!;
	await expect(entry(page, last.id).getByRole('heading')).toHaveText(last.title);
	await expect(page.locator('article[data-event]')).toHaveCount(timeline.events.length);
});
