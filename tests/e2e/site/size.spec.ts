import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { expect, test, type Page } from '@playwright/test';
import { anEvent, translations } from '../support/samples.ts';

/** Upper bounds of a first view; bytes in Brotli, fonts and HTML not counted. */
const BUDGETS = [
	{ path: '/embed/', bytes: 62 * 1024, scripts: 8 },
	{ path: `/embed/event/${anEvent.id}/`, bytes: 64 * 1024, scripts: 8 },
	{ path: '/', bytes: 110 * 1024, scripts: 20 },
	...translations.flatMap(({ path }, i) =>
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
