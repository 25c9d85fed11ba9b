import { expect, test } from '@playwright/test';
import { getDocumentProxy } from 'unpdf';

/** Numbers of sheets, at least and at most, on A4 and Letter. */
const SHEETS = {
	'/': [10, 20],
	'/event/birthday-letter/': [1, 2],
	'/source/itdullard-2011/': [2, 5],
	'/table/': [3, 5],
	'/promises/': [4, 7],
	'/about/': [1, 2]
} as const;

for (const [path, [least, most]] of Object.entries(SHEETS))
	test(`${path} prints on ${least} to ${most} sheets`, async ({ page }) => {
		await page.goto(path, { waitUntil: 'networkidle' });
		for (const format of ['A4', 'Letter']) {
			const { numPages } = await getDocumentProxy(new Uint8Array(await page.pdf({ format })));
			expect(numPages, format).toBeGreaterThanOrEqual(least);
			expect(numPages, format).toBeLessThanOrEqual(most);
		}
	});
