import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import type { Renamed } from '../../../src/lib/model/types.ts';
import { drawnIds, waitForHydration } from '../../e2e/support/support.ts';

/**
 * Addresses used in other people's pages, and what each shows. They are permanent: new kinds of address are added, none
 * is changed or removed. Ids are as first published; data/renamed.yaml maps them to the current ones.
 */
interface Meaning {
	/** ids that are shown, among others */
	shows?: string[];
	hides?: string[];
	/** the open event; null for none */
	opens?: string | null;
	ground?: 'light' | 'dark';
	isPlain?: boolean;
}

const MIX = ['first-mix', 'mix-price', 'mix-4-due'];
const FRAMES: Record<string, Meaning> = {
	'/embed/': {
		shows: ['founding', 'first-mix', 'tablets-due'],
		opens: null,
		ground: 'light',
		isPlain: false
	},
	'/embed/?line=mi-mix': { shows: MIX, hides: ['founding', 'tablets-due'] },
	'/embed/?line=mi-mix,miui&theme=dark&plain=1': {
		shows: [...MIX, 'miui-300-million'],
		hides: ['founding'],
		ground: 'dark',
		isPlain: true
	},
	'/embed/?line=mi-mix&line=miui&plain': {
		shows: [...MIX, 'miui-300-million'],
		hides: ['founding'],
		isPlain: true
	},
	'/embed/?status=announced,planned': {
		shows: ['us-plan', 'us-entry', 'mix-4-due'],
		hides: ['founding', 'm2-rumour']
	},
	'/embed/?source=apdnews-2018': { shows: ['first-mix', 'us-plan'], hides: ['founding'] },
	'/embed/?from=2017&to=2018-02-28': { shows: ['first-mix', 'mi-pad-4'], hides: ['us-plan'] },
	'/embed/?from=2017-09-11': { shows: ['first-mix', 'mix-4-due'], hides: ['founding'] },
	'/embed/?q=AT%26T': { shows: ['att-and-huawei'], hides: ['founding', 'first-mix'] },
	'/embed/?view=2017-06-01..2019-08-31': { shows: ['first-mix'], hides: ['founding', 'fans-day'] },
	'/embed/?event=first-mix': { shows: ['founding'], opens: 'first-mix' },
	'/embed/?line=mi-mix&event=first-mix&theme=auto': {
		shows: MIX,
		hides: ['founding'],
		opens: 'first-mix'
	},
	'/embed/line/mi-mix/': { shows: MIX, hides: ['founding'], opens: null },
	'/embed/line/mi-mix/?status=planned&theme=dark': {
		shows: ['mix-4-due'],
		hides: ['first-mix', 'tablets-due'],
		ground: 'dark'
	},
	'/embed/line/mi-mix/?line=miui': { shows: ['miui-300-million'], hides: MIX },
	'/embed/line/miui/?childId=pym-0&initialWidth=600&parentTitle=Host#amp=1': {
		shows: ['miui-300-million'],
		hides: ['founding']
	},
	'/embed/event/first-mix/': { shows: MIX, hides: ['founding'], opens: 'first-mix' },
	'/embed/event/first-mix/?theme=dark&plain=1': {
		opens: 'first-mix',
		ground: 'dark',
		isPlain: true
	},
	'/embed/event/tablets-due/?utm_source=news': { opens: 'tablets-due' }
};
const PAGES: Record<string, Meaning> = {
	'/?line=mi-mix': { shows: MIX, hides: ['founding'] },
	'/?line=mi-mix&status=planned&view=2017-06-01..2022': {
		shows: ['mix-4-due'],
		hides: ['first-mix']
	},
	'/?q=AT%26T': { shows: ['att-and-huawei'], hides: ['founding'] }
};
/** Other addresses, with a pattern that each response matches. */
const OTHERS: Record<string, RegExp> = {
	'/event/first-mix/': /<article[^>]*data-event="first-mix"/,
	'/source/apdnews-2018/': /apdnews\.com/,
	'/table/?line=mi-mix': /<table/,
	'/share/?line=mi-mix': /<iframe/,
	'/about/': /<h1/,
	'/oembed/timeline.json': /"type":"rich"/,
	'/oembed/line/mi-mix.json': /\/embed\/line\/mi-mix\//,
	'/oembed/event/first-mix.json': /\/embed\/event\/first-mix\//,
	'/pictures/timeline.png': /^.PNG/,
	'/pictures/first-mix.png': /^.PNG/,
	'/embed.js': /company-timeline/,
	'/data/timeline.json': /"first-mix"/,
	'/data/timeline.schema.json': /json-schema\.org\/draft\/2020-12/,
	'/data/events.csv': /first-mix/,
	'/data/events.ics': /BEGIN:VCALENDAR/,
	'/data/sources.bib': /^@/,
	'/data/sources.csl.json': /apdnews-2018/,
	'/data/timelinejs.json': /"events"/,
	'/feed.xml': /<feed/
};

const { renamed } = JSON.parse(readFileSync('build/data/timeline.json', 'utf8')) as {
	renamed?: Renamed;
};
const now = (ids: string[]) => ids.map((id) => renamed?.events[id] ?? id);
const GROUNDS = { light: 'rgb(251, 249, 244)', dark: 'rgb(22, 20, 18)' };

async function expectMeaning(page: Page, address: string, meaning: Meaning) {
	const { shows = [], hides = [], opens, ground, isPlain } = meaning;
	await page.goto(address);
	await waitForHydration(page);
	await expect(async () => {
		const ids = await drawnIds(page);
		expect(ids).toEqual(expect.arrayContaining(now(shows)));
		expect(ids.filter((id) => now(hides).includes(id))).toEqual([]);
	}).toPass();
	if (opens !== undefined) {
		const cards = page.locator('main > article[data-event]');
		await expect(cards).toHaveCount(opens ? 1 : 0);
		if (opens) await expect(cards).toHaveAttribute('data-event', now([opens])[0]!);
	}
	const color = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
	if (ground) await expect.poll(color).toBe(GROUNDS[ground]);
	if (isPlain !== undefined)
		await expect(page.getByRole('heading', { level: 1 })).toHaveCount(isPlain ? 0 : 1);
}

for (const [kind, addresses] of Object.entries({ embeds: FRAMES, 'the story': PAGES }))
	test(`the addresses of ${kind} still show the same`, async ({ page }) => {
		test.slow();
		for (const [address, meaning] of Object.entries(addresses))
			await test.step(address, () => expectMeaning(page, address, meaning));
	});

test('pages, pictures and files keep their addresses', async ({ request }) => {
	for (const [address, content] of Object.entries(OTHERS)) {
		const response = await request.get(address);
		expect(response.status(), address).toBe(200);
		expect((await response.body()).toString('latin1'), address).toMatch(content);
	}
});
