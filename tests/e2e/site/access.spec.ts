/**
 * axe on every kind of page and in each of its states: WCAG 2.2, levels A and AA (minimum size of touch targets included),
 * and axe's best practices. Languages, themes and widths rotate over the pages, so that each combination occurs; in a long
 * run each page is checked in every language and at both widths. A state of the story is checked in the part that differs
 * from the story at rest: the rest of the page is partly under the bar, which axe counts as a small touch target. Of alike
 * entries, rows and marks a part is checked, with each kind of element that occurs in one of them; in a long run all are.
 */
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { formatDay } from '../../../src/lib/model/date.ts';
import { isBuilt } from '../support/html.ts';
import { isLong, rotate } from '../support/sample.ts';
import {
	DESKTOP,
	entry,
	waitForHydration,
	PHONE,
	scrollToBar,
	settled,
	timeline
} from '../support/support.ts';
import { anEvent, domain, languages } from '../support/samples.ts';

const TAGS = [
	...['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'],
	'best-practice'
];
const disputed =
	timeline.events.find(({ evidence }) => evidence.some(({ stance }) => stance === 'disputes')) ??
	anEvent;
const foreign =
	timeline.sources.find(({ language }) => language !== timeline.language) ?? timeline.sources[0]!;
const [line] = anEvent.lines;
const view = [domain.start, domain.end]
	.map((time) => formatDay((time + (domain.start + domain.end) / 2) / 2))
	.join('..');

interface State {
	what: string;
	/** interaction before the check */
	act?: (page: Page) => Promise<unknown>;
	/** what differs from the story at rest */
	part?: string;
}

interface Visited extends State {
	path: string;
	/** states that the same page is brought into afterwards */
	then?: State[];
}

/** Retries the click: before hydration the link leads to the citation on the source's own page. */
const openDialog = (page: Page) =>
	expect(async () => {
		await page.locator('#main a[href$="#cite"]:visible').first().click();
		await expect(page.getByRole('dialog').locator('section')).toHaveCount(4, { timeout: 2000 });
	}).toPass();
const openMenu = (page: Page) => page.locator('#main button[popovertarget]').first().click();

const PAGES: Visited[] = [
	{
		what: 'the story',
		path: '/',
		then: [
			{
				what: 'the story with the download panel open',
				act: async (page) => {
					await page.locator('#main details:not(.proof, .rest, .why) > summary').click();
					await expect(
						page.locator('#main details:not(.proof, .rest, .why) button').first()
					).toBeVisible();
				},
				part: '#main details:not(.proof, .rest, .why)'
			},
			{ what: 'the story with the reading bar', act: scrollToBar, part: '[data-bar]' }
		]
	},
	{
		what: 'the story without matches',
		path: `/?q=xyzzy&line=${disputed.lines[0]},${line}&line=nothing&status=planned`,
		then: [
			{
				what: 'the filtered story with its menu open',
				act: openMenu,
				part: '#main :popover-open'
			}
		]
	},
	{
		what: 'the story with an event open below the bar',
		path: `/?event=${disputed.id}`,
		act: (page) => expect(page.locator('[data-bar]')).toBeVisible(),
		part: `[data-bar], article[data-event="${disputed.id}"]`
	},
	{
		what: 'the zoomed story with a tooltip',
		path: `/?view=${view}`,
		act: async (page) => {
			// the link that comes before the first mark
			await page.locator('#main a[href="#key"]').focus();
			await page.keyboard.press('Tab');
			await expect(page.locator('[data-card]')).toBeVisible();
		},
		part: '[data-timeline], [data-card]'
	},
	{ what: 'the table', path: '/table/' },
	{
		what: 'the filtered table with a chosen event',
		path: `/table/?line=${line}&event=${anEvent.id}`
	},
	{ what: 'the promises page', path: '/promises/' },
	{
		what: 'an event',
		path: `/event/${disputed.id}/`,
		then: [{ what: 'the citations of an event', act: openDialog }]
	},
	{ what: 'a source', path: `/source/${foreign.id}/` },
	{ what: 'the page for other timelines', path: '/open/' },
	{ what: 'the about page', path: '/about/' },
	{ what: 'the embed builder', path: `/share/?line=${line}` },
	{ what: 'the 404 page', path: '/404.html' },
	{
		what: 'an embed with a chosen event',
		path: `/embed/?event=${disputed.id}`,
		then: [
			{
				what: 'an embed',
				act: async (page) => {
					await entry(page, disputed.id).getByRole('button').first().click();
					await expect(entry(page, disputed.id)).toHaveCount(0);
				}
			}
		]
	},
	{ what: 'an embed of a line', path: `/embed/line/${line}/?theme=auto` },
	{ what: 'an embed of an event', path: `/embed/event/${disputed.id}/?theme=auto` }
];

const LANGUAGES = languages.map(({ path }) => path);
const THEMES = ['light', 'dark'] as const;
const SIZES = [DESKTOP, { ...PHONE, width: 320 }];

/** Elements that a page has many of. */
const REPEATED = 'article[data-event], [data-promise], tbody tr, [data-timeline] a[data-event]';

/** Marks those repeated elements that have no kind of element, by name, class and role, that an earlier one lacks. */
async function markRepeated(page: Page): Promise<void> {
	await page.locator(REPEATED).evaluateAll((elements) => {
		const kinds = new Set<string>();
		for (const element of elements) {
			const own = [element, ...element.querySelectorAll('*')].map((one) =>
				[one.localName, one.getAttribute('class'), one.getAttribute('role')].join()
			);
			element.toggleAttribute(
				'data-repeated',
				own.every((kind) => kinds.has(kind))
			);
			for (const kind of own) kinds.add(kind);
		}
	});
}

/** @returns a sentence for each violation */
async function violations(page: Page, part?: string): Promise<string[]> {
	const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).withTags(TAGS);
	// the results of other frames would be put together on a page of their own, and there is none
	axe.setLegacyMode();
	if (part) axe.include(part);
	else if (!isLong) {
		await markRepeated(page);
		axe.exclude('[data-repeated]');
	}
	// the page in a preview's frame is checked separately
	const { violations: found } = await axe.exclude('iframe').analyze();
	return found.flatMap(({ id, help, nodes }) =>
		nodes.map(({ target, any }) => `${id}: ${help}: ${target.join(' ')} ${any[0]?.message ?? ''}`)
	);
}

/** Brings the page into a state. */
async function enter(page: Page, act?: State['act']): Promise<void> {
	await act?.(page);
	await settled(() => page.evaluate(() => document.documentElement.scrollHeight));
}

for (const [index, { path, then = [], ...first }] of PAGES.entries())
	test(`axe finds no violations in ${first.what}`, async ({ page }) => {
		test.skip(path === '/promises/' && !isBuilt(path), 'The data has no promise.');
		test.slow();
		for (const language of rotate(LANGUAGES, index))
			for (const size of rotate(SIZES, index)) {
				const colorScheme = THEMES[Math.floor(index / 2) % 2]!;
				await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
				await page.setViewportSize(size);
				await page.goto(language + path);
				if (await page.locator('[data-timeline]').count()) await waitForHydration(page);
				for (const { what, act, part } of [first, ...then])
					await test.step(`${what}: ${language || '/en'}, ${colorScheme}, ${size.width} px`, async () => {
						await enter(page, act);
						expect(await violations(page, part)).toEqual([]);
					});
			}
	});
