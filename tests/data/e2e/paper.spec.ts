import { expect, test } from '@playwright/test';
import { getDocumentProxy } from 'unpdf';
import { rotate } from '../../e2e/support/sample.ts';

/** Numbers of sheets, at least and at most, on A4 and Letter. */
const SHEETS = {
	'/': [10, 20],
	'/?line=company&from=2011': [2, 6],
	'/?line=mi-mix&from=2011': [2, 6],
	'/event/birthday-letter/': [1, 2],
	'/source/itdullard-2011/': [2, 5],
	'/table/': [3, 5],
	'/promises/': [4, 7],
	'/about/': [1, 2]
} as const;

test('each kind of page prints on a bounded number of sheets', async ({ page }) => {
	test.slow();
	for (const [index, [path, [least, most]]] of Object.entries(SHEETS).entries())
		await test.step(`${path} prints on ${least} to ${most} sheets`, async () => {
			await page.goto(path, { waitUntil: 'networkidle' });
			for (const format of rotate(['Letter', 'A4'], index)) {
				const { numPages } = await getDocumentProxy(new Uint8Array(await page.pdf({ format })));
				expect(numPages, format).toBeGreaterThanOrEqual(least);
				expect(numPages, format).toBeLessThanOrEqual(most);
			}
		});
});
