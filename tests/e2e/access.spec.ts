/** What axe finds on every kind of page: WCAG 2.2, levels A and AA, and its own best practices. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { DESKTOP, find, isAlive, PHONE, readOn, open, settled, timeline } from './support.ts';

const disputed = find('disputed event', ({ evidence }) =>
	evidence.some(({ stance }) => stance === 'disputes')
);
const foreign = timeline.sources.find(({ language }) => !language.startsWith('en'))!;
const PAGES = [
	'/',
	`/?event=${disputed.id}`,
	'/?q=xyzzy&line=mi-pad',
	'/?view=2021-02-03..2021-02-12',
	'/table/',
	'/promises/',
	`/event/${disputed.id}/`,
	`/source/${foreign.id}/`,
	'/about/',
	'/embed/',
	'/embed/line/mi-mix/',
	`/embed/event/${disputed.id}/`
];
const LOOKS = [
	{ name: 'on a desktop, light', size: DESKTOP, colorScheme: 'light' },
	{ name: 'on a phone, dark', size: PHONE, colorScheme: 'dark' }
] as const;

/** @returns a sentence for each violation */
async function violations(page: Page): Promise<string[]> {
	const { violations: found } = await new AxeBuilder({ page }).analyze();
	return found.flatMap(({ id, help, nodes }) =>
		nodes.map(({ target, any }) => `${id}: ${help}: ${target.join(' ')} ${any[0]?.message ?? ''}`)
	);
}

for (const { name, size, colorScheme } of LOOKS) {
	test.describe(name, () => {
		test.use({ viewport: size, colorScheme, contextOptions: { reducedMotion: 'reduce' } });

		for (const path of PAGES)
			test(`axe finds nothing wrong with ${path}`, async ({ page }) => {
				await page.goto(path);
				if (await page.locator('[data-timeline]').count()) await isAlive(page);
				await settled(() => page.evaluate(() => document.documentElement.scrollHeight));
				expect(await violations(page)).toEqual([]);
			});

		test('nor with the bar, a menu, and what is to be taken away', async ({ page }) => {
			await open(page);
			await page.locator('summary', { hasText: 'Download & cite' }).click();
			await page.getByRole('button', { name: /^More filters/ }).click();
			expect(await violations(page)).toEqual([]);
			await page.keyboard.press('Escape');
			await readOn(page);
			expect(await violations(page)).toEqual([]);
		});
	});
}
