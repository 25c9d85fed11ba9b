import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { measurePage } from '../../../scripts/size.js';

const read = (path: string) => readFileSync(`build${path}`, 'utf8');

for (const path of ['/embed/', '/', '/it/embed/', '/zh/']) {
	test(`the size of ${path} counts all scripts and styles that a browser loads`, async ({
		page
	}) => {
		await page.goto(path);
		const loaded = () =>
			page.evaluate(() =>
				performance
					.getEntriesByType('resource')
					.map(({ name }) => new URL(name).pathname)
					.filter((name) => /[.](?:js|css)$/.test(name))
					.toSorted()
			);
		// Kit asks for its error page a little after it has started
		const { files } = measurePage(path, read);
		await expect.poll(loaded).toEqual(files.toSorted());
		await page.waitForTimeout(500);
		expect(await loaded()).toEqual(files.toSorted());
	});
}
