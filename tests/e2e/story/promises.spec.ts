import { expect } from '@playwright/test';
import { disagreementsOf, promisesOf } from '../../../src/lib/model/outcome.ts';
import { claimOf, deadlinesOf } from '../../../src/lib/model/telling.ts';
import { test } from '../support/html.ts';
import { DESKTOP, need, openStatic, PHONE, timeline } from '../support/support.ts';

const { events, sources } = timeline;
const promises = promisesOf(events, sources);
const disagreements = disagreementsOf(events);

test('every promise, plan and rumour is listed with its author, due date and outcome', async ({
	readPage
}) => {
	need('promise', promises[0], undefined);
	const rows = await readPage('/promises/', (document) =>
		[...document.querySelectorAll<HTMLElement>('[data-promise]')].map((row) => ({
			id: row.dataset.promise,
			outcome: row.dataset.outcome,
			text: row.textContent.replace(/\s+/g, ' '),
			links: [...row.querySelectorAll('a')].map((link) => link.textContent.trim()),
			articles: [...row.querySelectorAll('a')]
				.filter((link) => link.textContent.trim() === 'Read in the article')
				.map((link) => link.getAttribute('href')),
			quotations: row.querySelectorAll('blockquote[data-evidence]').length
		}))
	);
	expect(rows).toHaveLength(promises.length);
	const rowOf = (id: string, title?: string) =>
		rows.find((row) => row.id === id && (!title || row.links.includes(title)))!;
	for (const { said, due, isPromise, outcome } of promises)
		await test.step(said.id, () => {
			const row = rowOf(said.id, due && due !== said ? due.title : said.title);
			const deadlines = due ? deadlinesOf(due, sources) : [];
			expect(row.outcome).toBe(outcome);
			if (said.by) expect(row.text).toContain(said.by);
			const wanted = due ? deadlines.map(({ words }) => words!) : ['No date was given.'];
			for (const words of wanted) expect(row.text).toContain(words);
			const claim = claimOf({ said, due }, sources);
			const quoted = [claim, ...deadlines].map(
				({ quotation: { source, start, end } }) => `${source} ${start}-${end}`
			);
			expect(row.quotations).toBe(new Set(quoted).size);
			const kept = isPromise ? /Kept\./ : /Came true\./;
			const words = {
				kept,
				contradicted: /Contradicted\./,
				'not-shown': /article(s don’t| doesn’t) say\./
			};
			expect(row.text).toMatch(words[outcome]);
		});
});

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });

	test('nothing overflows the page sideways, on a phone or a desktop', async ({ page }) => {
		const paths = promises.length ? ['/promises/'] : [];
		for (const path of [...paths, `/source/${sources[0]!.id}/`]) {
			await page.goto(path);
			for (const viewport of [PHONE, DESKTOP]) {
				await page.setViewportSize(viewport);
				const beyond = await page.evaluate(
					() => document.documentElement.scrollWidth - document.documentElement.clientWidth
				);
				expect(beyond, `${path}, ${viewport.width} px`).toBe(0);
			}
			await expect(page.locator('blockquote[data-evidence]:visible').first()).toBeAttached();
		}
	});
});

test('where sources disagree, both readings are shown side by side', async ({ page }) => {
	need('disagreement', disagreements[0], undefined);
	await page.setViewportSize(DESKTOP);
	await page.goto('/promises/');
	const shown = page.locator('[data-disagreement]');
	await expect(shown).toHaveCount(disagreements.length);
	for (const { events } of disagreements) {
		const section = page.locator(`[data-disagreement="${events.map(({ id }) => id).join(' ')}"]`);
		for (const { title } of events)
			await expect(section.getByRole('link', { name: title, exact: true })).toBeVisible();
		const [first, second] = await section.locator('blockquote').evaluateAll((quotations) =>
			quotations.map((quotation) => {
				const { left, top, width } = quotation.closest('figure')!.getBoundingClientRect();
				return { left, top, width };
			})
		);
		expect(second!.left).toBeGreaterThan(first!.left);
		expect(second!.top).toBe(first!.top);
		expect(second!.width).toBeCloseTo(first!.width, 0);
	}
});

test('the navigation links to the page and marks it as current', async ({ page }) => {
	need('promise', promises[0], undefined);
	await page.goto('/about/');
	await page
		.getByRole('navigation', { name: 'Pages' })
		.getByRole('link', { name: 'Promises' })
		.click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(
		'What was promised, and what came of it'
	);
	await expect(page.getByRole('link', { name: 'Promises' })).toHaveAttribute(
		'aria-current',
		'page'
	);
});

test('a source page links from its strip to each passage, by keyboard too, and lists what was left out', async ({
	page,
	readPage
}) => {
	for (const source of sources) {
		const { strip, passages, main } = await readPage(`/source/${source.id}/`, (document) => ({
			strip: [
				...document.querySelectorAll('nav[aria-label="Quoted passages, in reading order"] a')
			].map((link) => link.getAttribute('href')),
			passages: [...document.querySelectorAll('section[id^="at-"]')].map(({ id }) => id),
			main: document.querySelector('main')!.textContent
		}));
		expect(strip).toEqual(passages.map((id) => `#${id}`));
		const starts = passages.map((id) => Number(id.split('-')[1]));
		expect(starts).toEqual(starts.toSorted((a, b) => a - b));
		for (const sentence of source.omitted) expect(main).toContain(sentence);
	}
	const quoted = sources.findLast(({ id }) =>
		events.some(({ evidence }) => evidence.some(({ source }) => source === id))
	)!;
	await page.goto(`/source/${quoted.id}/`);
	const last = page.locator('section[id^="at-"]').last();
	await page
		.getByRole('link', { name: /^Passage \d+ of \d+/ })
		.last()
		.focus();
	await page.keyboard.press('Enter');
	await expect(last).toBeInViewport();
	await expect(page).toHaveURL(new RegExp(`#${await last.getAttribute('id')}$`));
});

test('an error report is prefilled and can be copied', async ({ page, context }) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	const event = events.at(-2) ?? events[0]!;
	await openStatic(page, `/event/${event.id}/`);
	await page.getByText('Report an error').click();
	const report = page.getByRole('textbox');
	await expect(report).toHaveValue(new RegExp(`${event.id}[^]*version ${timeline.version}`));
	await page.getByRole('button', { name: 'Copy the text' }).click();
	await expect(page.getByText('Copied')).toBeVisible();
	expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await report.inputValue());
});
