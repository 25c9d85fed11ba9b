/**
 * What axe finds on every kind of page and in each of its states: WCAG 2.2, levels A and AA, and its best practices.
 * Each is looked at in every language, in both themes and at both widths, so that each pair of values occurs.
 */
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { DESKTOP, find, isAlive, PHONE, readOn, settled, timeline } from '../support/support.ts';

const TAGS = [
	...['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'],
	'best-practice'
];
const disputed = find('disputed event', ({ evidence }) =>
	evidence.some(({ stance }) => stance === 'disputes')
);
const foreign = timeline.sources.find(({ language }) => !language.startsWith('en'))!;

interface State {
	what: string;
	path: string;
	/** what is done there before axe looks */
	act?: (page: Page) => Promise<unknown>;
}

/** Before scripts run, the link leads to the same on the source's own page. */
const openDialog = (page: Page) =>
	expect(async () => {
		await page.locator('#main a[href$="#cite"]:visible').first().click();
		await expect(page.getByRole('dialog').locator('section')).toHaveCount(4, { timeout: 2000 });
	}).toPass();
const openMenu = (page: Page) => page.locator('#main button[popovertarget]').first().click();

const STATES: State[] = [
	{ what: 'the story', path: '/' },
	{
		what: 'the story with a filter on, and its menu open',
		path: '/?line=mi-pad,mi-mix&status=planned&q=tablet',
		act: openMenu
	},
	{ what: 'the story with nothing left to show', path: '/?q=xyzzy&line=mi-pad&line=nothing' },
	{
		what: 'the story with an event open under the bar',
		path: `/?event=${disputed.id}`,
		act: (page) => expect(page.locator('[data-bar]')).toBeVisible()
	},
	{
		what: 'the story near, with the card of a mark',
		path: '/?view=2014..2019',
		act: async (page) => {
			await page.getByRole('searchbox').focus();
			await page.keyboard.press('Tab');
			await expect(page.locator('[data-card]')).toBeVisible();
		}
	},
	{
		what: 'the story with what is to be taken away',
		path: '/',
		act: async (page) => {
			await page.locator('#main details:not(.matched) > summary').click();
			await expect(page.locator('#main details:not(.matched) button').first()).toBeVisible();
		}
	},
	{ what: 'the story, read on', path: '/', act: readOn },
	{ what: 'the table', path: '/table/' },
	{ what: 'the table, filtered and with a choice', path: '/table/?line=mi-mix&event=first-mix' },
	{ what: 'the promises', path: '/promises/' },
	{ what: 'an event', path: `/event/${disputed.id}/` },
	{ what: 'the citations of an event', path: `/event/${disputed.id}/`, act: openDialog },
	{ what: 'a source', path: `/source/${foreign.id}/` },
	{ what: 'the page about it all', path: '/about/' },
	{ what: 'the builder', path: '/share/?line=mi-mix' },
	{ what: 'the page that is not there', path: '/404.html' },
	{ what: 'an embed', path: '/embed/' },
	{ what: 'an embed with a choice', path: `/embed/?event=${disputed.id}` },
	{ what: 'an embed of a line', path: '/embed/line/mi-mix/?theme=auto' },
	{ what: 'an embed of an event', path: `/embed/event/${disputed.id}/?theme=auto` }
];

const LANGUAGES = ['', '/it', '/zh'];
const THEMES = ['light', 'dark'] as const;
const SIZES = [DESKTOP, { ...PHONE, width: 320 }];

/** @returns a sentence for each violation */
async function violations(page: Page): Promise<string[]> {
	const { violations: found } = await new AxeBuilder({ page })
		.options({ resultTypes: ['violations'] })
		.withTags(TAGS)
		// what a preview shows is a page of its own, and looked at as such
		.exclude('iframe')
		.analyze();
	return found.flatMap(({ id, help, nodes }) =>
		nodes.map(({ target, any }) => `${id}: ${help}: ${target.join(' ')} ${any[0]?.message ?? ''}`)
	);
}

async function visit(page: Page, path: string, act?: State['act']) {
	await page.goto(path);
	if (await page.locator('[data-timeline]').count()) await isAlive(page);
	await act?.(page);
	await settled(() => page.evaluate(() => document.documentElement.scrollHeight));
}

for (const [index, { what, path, act }] of STATES.entries())
	test(`axe finds nothing wrong with ${what}`, async ({ page }) => {
		test.slow();
		for (const [place, language] of LANGUAGES.entries()) {
			const colorScheme = THEMES[(index + place) % 2]!;
			const size = SIZES[(index + (place && 1)) % 2]!;
			await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
			await page.setViewportSize(size);
			await visit(page, language + path, act);
			const where = `${language || '/en'}, ${colorScheme}, ${size.width} px`;
			expect(await violations(page), where).toEqual([]);
		}
	});

test('on a phone, what can be touched has 24 px, or nothing near it', async ({ page }) => {
	test.slow();
	await page.setViewportSize(PHONE);
	for (const { path, act } of STATES.filter((state) => !state.act || state.path !== '/')) {
		await visit(page, path, act);
		const { violations: small } = await new AxeBuilder({ page })
			.withRules(['target-size'])
			.exclude('iframe')
			.analyze();
		expect(
			small.flatMap(({ nodes }) => nodes.map(({ html }) => html)),
			path
		).toEqual([]);
	}
});
