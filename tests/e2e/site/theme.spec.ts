import { expect, test, type Page } from '@playwright/test';
import { tabTo } from '../support/focus.ts';
import { rotate } from '../support/sample.ts';
import { clickOn, mark, open, openStatic, timeline, waitForHydration } from '../support/support.ts';
import { anEvent, literal } from '../support/samples.ts';

const event = anEvent;
/** The last one, whose name begins no other's. */
const line = timeline.lines.at(-1)!;

const choice = (page: Page) => page.getByRole('combobox', { name: 'Appearance' });

/** The rendered theme, or how background, `color-scheme` and `theme-color` disagree. */
function renderedTheme(page: Page): Promise<string> {
	return page.evaluate(() => {
		const { colorScheme } = getComputedStyle(document.documentElement);
		const background = getComputedStyle(document.body).backgroundColor;
		const themeColors = [...document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')]
			.filter(({ media }) => matchMedia(media).matches)
			.map(({ content }) => {
				document.body.style.outlineColor = content;
				return getComputedStyle(document.body).outlineColor;
			});
		if (themeColors.length !== 1 || themeColors[0] !== background)
			return `${background} beside ${String(themeColors)}`;
		const [red] = /\d+/.exec(background)!;
		const seen = Number(red) < 128 ? 'dark' : 'light';
		return colorScheme.includes(seen) ? seen : `${seen} as ${colorScheme}`;
	});
}

const SYSTEMS = ['light', 'dark'] as const;
const otherThan = (system: (typeof SYSTEMS)[number]) => (system === 'light' ? 'dark' : 'light');

test('a page has its theme before any script loads', async ({ page }) => {
	await page.route('**/*.js', (route) => route.abort());
	const cases = [
		{ path: '/', chooses: false },
		{ path: '/?theme=OTHER', chooses: true },
		{ path: `/event/${event.id}/?theme=OTHER`, chooses: true },
		{ path: '/about/?theme=sepia', chooses: false },
		// there it is the theme of the embed
		{ path: '/share/?theme=OTHER', chooses: false },
		{ path: '/about/?theme=auto', chooses: false }
	];
	for (const [index, { path, chooses }] of cases.entries())
		for (const system of rotate(SYSTEMS, index)) {
			const other = otherThan(system);
			await page.emulateMedia({ colorScheme: system });
			await page.goto(path.replace('OTHER', other), { waitUntil: 'domcontentloaded' });
			const expected = chooses ? other : system;
			expect(await renderedTheme(page), `${path} on a ${system} system`).toBe(expected);
		}
});

for (const system of rotate(SYSTEMS, 1))
	test(`an embed on a ${system} system has its theme before any script loads, light by default`, async ({
		page
	}) => {
		await page.emulateMedia({ colorScheme: system });
		const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
		await page.route('**/*.js', (route) => route.abort());
		const grounds: Record<string, string> = {};
		for (const theme of ['', 'light', 'dark', 'auto']) {
			await page.goto(`/embed/line/${line.id}/?theme=${theme}`, { waitUntil: 'domcontentloaded' });
			grounds[theme] = await background();
		}
		expect(grounds.light).not.toBe(grounds.dark);
		expect(grounds['']).toBe(grounds.light);
		expect(grounds.auto).toBe(grounds[system]);
	});

for (const system of rotate(SYSTEMS, 0))
	test(`on a ${system} system a chosen theme is kept while navigating the site`, async ({
		page
	}) => {
		await page.emulateMedia({ colorScheme: system });
		const other = otherThan(system);
		await openStatic(page, '/about/');
		await expect(choice(page)).toHaveValue('auto');
		await choice(page).selectOption(other);
		await expect(page).toHaveURL(`/about/?theme=${other}`);
		expect(await renderedTheme(page)).toBe(other);

		const keeps = async () => {
			await expect(page).toHaveURL(({ searchParams }) => searchParams.get('theme') === other);
			await expect(choice(page)).toHaveValue(other);
			expect(await renderedTheme(page)).toBe(other);
		};
		await page.getByRole('link', { name: 'Table', exact: true }).click();
		await expect(page).toHaveURL(/\/table\//);
		await keeps();
		await page.goBack();
		await expect(page).toHaveURL(/\/about\//);
		await keeps();
		await page.getByRole('link', { name: timeline.title }).click();
		await waitForHydration(page);
		await keeps();
		await page.getByRole('button', { name: new RegExp(`^${literal(line.label)} \\d`) }).click();
		await expect(page).toHaveURL(new RegExp(`line=${line.id}`));
		await keeps();
		await page.getByRole('link', { name: 'Table', exact: true }).click();
		await expect(page).toHaveURL(new RegExp(`/table/\\?line=${line.id}`));
		await keeps();
		await page.reload();
		await keeps();

		await choice(page).selectOption('auto');
		await expect(page).toHaveURL(`/table/?line=${line.id}`);
		expect(await renderedTheme(page)).toBe(system);
		await page.getByRole('link', { name: 'About', exact: true }).click();
		await expect(page).toHaveURL('/about/');
		expect(await renderedTheme(page)).toBe(system);
	});

test('the theme can be chosen by keyboard, with a visible focus', async ({ page }) => {
	await openStatic(page, '/about/');
	await tabTo(page, choice(page));
	const control = page.locator('.theme');
	await expect(control).toHaveCSS('outline-style', 'solid');
	await page.keyboard.press('End');
	await expect(choice(page)).toHaveValue('dark');
	expect(await renderedTheme(page)).toBe('dark');
	await page.keyboard.press('Tab');
	await expect(control).toHaveCSS('outline-style', 'none');
});

test('citations omit the theme, and the embed builder has a theme of its own', async ({ page }) => {
	await open(page, `/?theme=dark&line=${line.id}`);
	await page.getByText('Download & cite').click();
	await page.getByRole('link', { name: 'Cite this view' }).click();
	const dialog = page.getByRole('dialog');
	await expect(dialog).toContainText(`line=${line.id}`);
	await expect(dialog).not.toContainText('theme');
	await page.keyboard.press('Escape');
	const head = await page.locator('head').innerHTML();
	expect(head).not.toContain('theme=dark');

	await page.getByRole('link', { name: 'Embed', exact: true }).click();
	await expect(page).toHaveURL(`/share/?line=${line.id}`);
	expect(await renderedTheme(page)).toBe('dark');
	await expect(page.getByRole('radio', { name: 'Light', exact: true })).toBeChecked();
	await expect(page.locator('iframe')).toHaveAttribute(
		'src',
		new RegExp(`\\?line=${line.id}$|/line/${line.id}/$`)
	);
	await page.getByRole('radio', { name: 'Dark', exact: true }).check();
	await expect(page).toHaveURL(`/share/?line=${line.id}&theme=dark`);
	await choice(page).selectOption('light');
	expect(await renderedTheme(page)).toBe('light');
	await expect(page).toHaveURL(`/share/?line=${line.id}&theme=dark`);
	await expect(page.locator('iframe')).toHaveAttribute('src', /theme=dark/);
	await page.getByRole('link', { name: 'About', exact: true }).click();
	await expect(page).toHaveURL('/about/?theme=light');
});

test('an unknown theme in the address is reported, and the system’s theme applies', async ({
	page
}) => {
	await open(page, '/?theme=sepia');
	await expect(page.getByText('“sepia” was ignored: there is no such theme.')).toBeVisible();
	await expect(choice(page)).toHaveValue('auto');
	await clickOn(page, mark(page, event.id));
	await expect(page).toHaveURL(`/?event=${event.id}`);
});

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false, colorScheme: 'dark' });

	test('a page offers no choice of theme', async ({ page }) => {
		await page.goto('/about/');
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		await expect(choice(page)).toBeHidden();
	});
});
