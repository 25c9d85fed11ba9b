import { expect, test, type Page } from '@playwright/test';
import { clickOn, isAlive, mark, open, timeline } from '../support/support.ts';

const event = timeline.events.find(({ importance }) => importance === 3)!;

const choice = (page: Page) => page.getByRole('combobox', { name: 'Colours' });

/** What is painted, and what the browser itself is told: of the page's ground, and of the bars around it. */
function look(page: Page): Promise<string> {
	return page.evaluate(() => {
		const { colorScheme } = getComputedStyle(document.documentElement);
		const ground = getComputedStyle(document.body).backgroundColor;
		const around = [...document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')]
			.filter(({ media }) => matchMedia(media).matches)
			.map(({ content }) => {
				document.body.style.outlineColor = content;
				return getComputedStyle(document.body).outlineColor;
			});
		if (around.length !== 1 || around[0] !== ground) return `${ground} beside ${String(around)}`;
		const [red] = /\d+/.exec(ground)!;
		const seen = Number(red) < 128 ? 'dark' : 'light';
		return colorScheme.includes(seen) ? seen : `${seen} as ${colorScheme}`;
	});
}

for (const system of ['light', 'dark'] as const) {
	const other = system === 'light' ? 'dark' : 'light';

	test.describe(`on a ${system} system`, () => {
		test.use({ colorScheme: system });

		test('a page has its theme before any of its files has come', async ({ page }) => {
			await page.route('**/*.js', (route) => route.abort());
			for (const [path, expected] of [
				['/', system],
				[`/?theme=${other}`, other],
				[`/event/${event.id}/?theme=${other}`, other],
				['/?theme=sepia', system],
				['/?theme=auto', system],
				[`/share/?theme=${other}`, system]
			] as const) {
				await page.goto(path, { waitUntil: 'domcontentloaded' });
				expect(await look(page), path).toBe(expected);
			}
		});

		test('so has a frame, light unless the embedder wants it otherwise', async ({ page }) => {
			const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
			await page.route('**/*.js', (route) => route.abort());
			const grounds: Record<string, string> = {};
			for (const theme of ['', 'light', 'dark', 'auto']) {
				await page.goto(`/embed/?theme=${theme}`, { waitUntil: 'domcontentloaded' });
				grounds[theme] = await ground();
			}
			expect(grounds.light).not.toBe(grounds.dark);
			expect(grounds['']).toBe(grounds.light);
			expect(grounds.auto).toBe(grounds[system]);
		});

		test('the other theme is chosen, and stays on the way through the site', async ({ page }) => {
			await open(page);
			await expect(choice(page)).toHaveValue('auto');
			await choice(page).selectOption(other);
			await expect(page).toHaveURL(`/?theme=${other}`);
			expect(await look(page)).toBe(other);

			const keeps = async () => {
				await expect(page).toHaveURL(({ searchParams }) => searchParams.get('theme') === other);
				await expect(choice(page)).toHaveValue(other);
				expect(await look(page)).toBe(other);
			};
			await page.getByRole('link', { name: 'About', exact: true }).click();
			await expect(page).toHaveURL(/\/about\//);
			await keeps();
			await page.goBack();
			await keeps();
			await isAlive(page);
			await page.getByRole('button', { name: /^Mi MIX/ }).click();
			await expect(page).toHaveURL(/line=mi-mix/);
			await keeps();
			await page.getByRole('link', { name: 'Table', exact: true }).click();
			await expect(page).toHaveURL(/\/table\/\?line=mi-mix/);
			await keeps();
			await page.reload();
			await keeps();

			await choice(page).selectOption('auto');
			await expect(page).toHaveURL('/table/?line=mi-mix');
			expect(await look(page)).toBe(system);
			await page.getByRole('link', { name: timeline.title }).click();
			await isAlive(page);
			expect(await look(page)).toBe(system);
			expect(new URL(page.url()).search).toBe('');
		});
	});
}

test('the theme is chosen by keys alone, and its focus is seen', async ({ page }) => {
	await open(page);
	await page.getByRole('link', { name: '简体中文' }).focus();
	await page.keyboard.press('Tab');
	await expect(choice(page)).toBeFocused();
	const sign = page.locator('.theme');
	await expect(sign).toHaveCSS('outline-style', 'solid');
	await page.keyboard.press('End');
	await expect(choice(page)).toHaveValue('dark');
	expect(await look(page)).toBe('dark');
	await page.keyboard.press('Tab');
	await expect(sign).toHaveCSS('outline-style', 'none');
});

test('what is cited and shared is without it, and a frame that is built has its own', async ({
	page
}) => {
	await open(page, '/?theme=dark&line=mi-mix');
	await page.getByText('Download & cite').click();
	await page.getByRole('link', { name: 'Cite this view' }).click();
	const dialog = page.getByRole('dialog');
	await expect(dialog).toContainText('line=mi-mix');
	await expect(dialog).not.toContainText('theme');
	await page.keyboard.press('Escape');
	const head = await page.locator('head').innerHTML();
	expect(head).not.toContain('theme=dark');

	await page.getByRole('link', { name: 'Embed', exact: true }).click();
	await expect(page).toHaveURL('/share/?line=mi-mix');
	expect(await look(page)).toBe('dark');
	await expect(page.getByRole('radio', { name: 'Light', exact: true })).toBeChecked();
	await expect(page.locator('iframe')).toHaveAttribute('src', /\?line=mi-mix$|\/line\/mi-mix\/$/);
	await page.getByRole('radio', { name: 'Dark', exact: true }).check();
	await expect(page).toHaveURL('/share/?line=mi-mix&theme=dark');
	await choice(page).selectOption('light');
	expect(await look(page)).toBe('light');
	await expect(page).toHaveURL('/share/?line=mi-mix&theme=dark');
	await expect(page.locator('iframe')).toHaveAttribute('src', /theme=dark/);
	await page.getByRole('link', { name: 'Promises', exact: true }).click();
	await expect(page).toHaveURL('/promises/?theme=light');
});

test('an address that asks for a theme there is not is told so, and keeps to the system', async ({
	page
}) => {
	await open(page, '/?theme=sepia');
	await expect(page.getByText('There is no theme called “sepia”; it was ignored.')).toBeVisible();
	await expect(choice(page)).toHaveValue('auto');
	await clickOn(page, mark(page, event.id));
	await expect(page).toHaveURL(`/?event=${event.id}`);
});

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false, colorScheme: 'dark' });

	test('a page is as the system is, and offers no choice', async ({ page }) => {
		await page.goto('/about/');
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		await expect(choice(page)).toBeHidden();
	});
});
