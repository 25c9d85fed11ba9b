import { expect, test } from '@playwright/test';
import { disagreementsOf, promisesOf } from '../../../src/lib/model/outcome.ts';
import { DESKTOP, openStatic, PHONE, timeline } from '../support/support.ts';

const { events, sources } = timeline;
const promises = promisesOf(events, sources);
const disagreements = disagreementsOf(events);

for (const viewport of [PHONE, DESKTOP]) {
	test.describe(`without scripts, ${viewport.width} px wide`, () => {
		test.use({ javaScriptEnabled: false, viewport });

		test('every promise, plan and rumour is listed with its author, due date and outcome', async ({
			page
		}) => {
			await page.goto('/promises/');
			const rows = page.locator('[data-promise]');
			await expect(rows).toHaveCount(promises.length);
			for (const { said, due, outcome } of promises) {
				const row = rows.filter({ has: page.getByRole('link', { name: said.title, exact: true }) });
				const own = row.and(page.locator(`[data-promise="${said.id}"]`)).first();
				await expect(own).toHaveAttribute('data-outcome', outcome);
				if (said.by) await expect(own).toContainText(said.by);
				await expect(own).toContainText(
					due ? new RegExp(due.date.label, 'i') : 'No time was given.'
				);
				await expect(own.locator('blockquote[data-evidence]')).toHaveCount(1);
				const kept = said.status === 'rumoured' ? 'Came true.' : 'Kept.';
				const words = { kept, contradicted: 'Contradicted.', 'not-shown': 'articles don’t say.' };
				await expect(own).toContainText(words[outcome]);
			}
		});

		test('nothing overflows the page sideways', async ({ page }) => {
			for (const path of ['/promises/', `/source/${sources[0]!.id}/`]) {
				await page.goto(path);
				const beyond = await page.evaluate(
					() => document.documentElement.scrollWidth - document.documentElement.clientWidth
				);
				expect(beyond, path).toBe(0);
			}
		});
	});
}

test('the plan for the US and the rumour about the M2 have no known outcome', async ({ page }) => {
	await page.goto('/promises/');
	const plan = page.locator('[data-promise="us-plan"]');
	await expect(plan).toContainText('The five articles don’t say.');
	await expect(plan).toContainText('Two of them were written after it was due.');
	await expect(plan.getByRole('link', { name: 'Read in the article' })).toHaveAttribute(
		'href',
		/apdnews.*#:~:text=/
	);
	await expect(page.locator('[data-promise="m2-rumour"]')).toContainText('No time was given.');
	await expect(page.locator('[data-outcome="kept"]')).toHaveCount(1);
});

test('where sources disagree, both readings are shown side by side, in order of publication', async ({
	page
}) => {
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
	await page.goto('/about/');
	await page
		.getByRole('navigation', { name: 'Pages' })
		.getByRole('link', { name: 'Promises' })
		.click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(
		'What was promised, what came of it'
	);
	await expect(page.getByRole('link', { name: 'Promises' })).toHaveAttribute(
		'aria-current',
		'page'
	);
});

test('a source page links from its strip to each passage, by keyboard too, and lists what was left out', async ({
	page
}) => {
	for (const source of sources) {
		await page.goto(`/source/${source.id}/`);
		const strip = page.getByRole('navigation', { name: 'Quoted passages, in reading order' });
		const links = strip.getByRole('link');
		const passages = page.locator('section[id^="at-"]');
		await expect(links).toHaveCount(await passages.count());
		const starts = await passages.evaluateAll((all) =>
			all.map(({ id }) => Number(id.split('-')[1]))
		);
		expect(starts).toEqual(starts.toSorted((a, b) => a - b));
		for (const sentence of source.omitted)
			await expect(page.getByRole('main')).toContainText(sentence);
	}
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
	const event = events[3]!;
	await openStatic(page, `/event/${event.id}/`);
	await page.getByText('Report an error').click();
	const report = page.getByRole('textbox');
	await expect(report).toHaveValue(new RegExp(`${event.id}[^]*version ${timeline.version}`));
	await page.getByRole('button', { name: 'Copy the text' }).click();
	await expect(page.getByText('Copied.')).toBeVisible();
	expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await report.inputValue());
});
