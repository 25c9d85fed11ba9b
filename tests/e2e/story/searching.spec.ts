/** What a search finds, the same in every view, and what it marks. */
import { expect, test, type Page } from '@playwright/test';
import { filterEvents } from '../../../src/lib/model/filter.ts';
import { isSameNoun } from '../../../src/lib/model/search/plural.ts';
import type { TimelineEvent } from '../../../src/lib/model/types.ts';
import { everyThird } from '../support/sample.ts';
import {
	drawnIds,
	entry,
	find,
	holdRequests,
	idsOf,
	listedIds,
	need,
	open,
	settled,
	timeline
} from '../support/support.ts';
import { literal, sampleLine, sampleWord } from '../support/samples.ts';

const { events, sources } = timeline;
const search = (page: Page) => page.getByRole('searchbox');
const idsFor = (q: string) => idsOf(filterEvents(events, { q }, timeline));

/** What a search looks at beside texts. */
const PARTS = [
	['origin', '.origin'],
	['status', '.meta > b'],
	['line', '.meta > span']
] as const;

/** The parts of the page that are marked, each as it is in one text node. */
const marked = (page: Page) =>
	page.evaluate(
		(parts) =>
			[...(CSS.highlights.get('search') ?? [])].map(
				({ startContainer, startOffset, endOffset }) => ({
					text: (startContainer as Text).data.slice(startOffset, endOffset),
					within: parts.find(([, selector]) => startContainer.parentElement!.closest(selector))?.[0]
				})
			),
		PARTS
	);

const MONTHS =
	'January February March April May June July August September October November December'.split(
		' '
	);

/** The first month and year that an event is dated to, if it is known as exactly. */
const monthOf = ({ date }: (typeof events)[number]) => {
	const [, year, month] = /^(\d{4})-(0\d|1[0-2])/.exec(date.edtf) ?? [];
	return year && `${MONTHS[Number(month) - 1]} ${year}`;
};

test('a search finds lines, statuses, publishers and months, in story, table and embed alike', async ({
	page
}) => {
	const dated = find('event dated to a month', (event) => Boolean(monthOf(event)));
	const planned = find('plan', ({ status }) => status === 'planned');
	const cases = [
		[sampleLine().label, events.find(({ lines }) => lines.includes(sampleLine().id))!.id],
		['planned', planned.id],
		[
			sources[0]!.publisher,
			events.find(({ evidence }) => evidence[0]!.source === sources[0]!.id)?.id
		],
		[monthOf(dated)!.toLowerCase(), dated.id]
	] as const;
	for (const [q, id] of cases) if (id) expect(idsFor(q), q).toContain(id);
	const rows = page.locator('tbody tr');
	const views = [
		['/', () => listedIds(page)],
		[
			'/table/',
			() =>
				rows.evaluateAll((all) => all.map((row) => (row as HTMLElement).dataset.event!).toSorted())
		]
	] as const;
	for (const [path, read] of views)
		await test.step(path, async () => {
			// the first search is in the address, the others are typed
			await page.goto(`${path}?q=${encodeURIComponent(cases[0][0])}`);
			for (const [index, [q]] of cases.entries()) {
				if (index > 0) await search(page).fill(q);
				await expect.poll(read, q).toEqual(idsFor(q));
			}
		});
	for (const [q] of everyThird(cases))
		await test.step('/embed/', async () => {
			await open(page, `/embed/?q=${encodeURIComponent(q)}`);
			await expect.poll(async () => [...new Set(await drawnIds(page))]).toEqual(idsFor(q));
		});
});

test('what a search finds is marked, and opens', async ({ page }) => {
	const word = sampleWord();
	await open(page, `/?q=${word.toUpperCase()}`);
	const found = async () => (await marked(page)).map(({ text }) => text.toLowerCase());
	await test.step('matches are highlighted, regardless of case', async () => {
		await expect.poll(found).toContain(word);
		expect((await found()).every((one) => isSameNoun(one, word))).toBe(true);
	});

	await test.step('a phrase is marked across the decisive words of a quotation', async () => {
		const phraseOf = ({ evidence: [quotation] }: (typeof events)[number]) => {
			const { exact, highlight } = quotation!;
			const [from] = highlight ?? [0];
			const before = /[a-z]{3,} $/.exec(exact.slice(0, from));
			const after = /^[a-z]{3,}(?= )/.exec(exact.slice(from));
			return before && after ? ([before[0], after[0]] as const) : null;
		};
		const event = find('quotation with words before its decisive ones', (one) =>
			Boolean(phraseOf(one))
		);
		const [before, after] = phraseOf(event)!;
		await search(page).fill(`"${before}${after}"`);
		await expect.poll(() => listedIds(page)).toContain(event.id);
		await expect
			.poll(async () => (await marked(page)).map(({ text }) => text))
			.toEqual(expect.arrayContaining([before, after]));
	});
	await test.step('an event opens when only its quotations match, and can be closed', async () => {
		const outside = (event: TimelineEvent) => `${event.title} ${event.summary}`.toLowerCase();
		const longWords = ({ evidence }: TimelineEvent) =>
			evidence.flatMap(({ exact }) => exact.toLowerCase().match(/\b[a-z]{9,}\b/g) ?? []);
		const wordOf = (event: TimelineEvent) =>
			longWords(event).find((word) => !outside(event).includes(word));
		const inside = find('event with a word that only its quotation has', (event) =>
			Boolean(wordOf(event))
		);
		await search(page).fill(wordOf(inside)!);
		const quotation = entry(page, inside.id).locator('blockquote').first();
		await expect(quotation).toBeVisible();
		await entry(page, inside.id).locator('.proof > summary').click();
		await expect(quotation).toBeHidden();
	});
	await test.step('each is marked where it stands: line, publisher, status', async () => {
		const [source] = sources;
		for (const [q, within] of [
			[source!.publisher, 'origin'],
			[sampleLine().label, 'line'],
			['rumoured', 'status']
		] as const) {
			need(`event for “${q}”`, idsFor(q)[0], '');
			await search(page).fill(q);
			await expect
				.poll(async () => (await marked(page)).map((one) => one.within).join(' '))
				.toContain(within);
		}
	});
	await test.step('matches are highlighted, regardless of accents', async () => {
		const texts = events.flatMap(({ title, summary, evidence }) => [
			...[title, summary],
			...evidence.flatMap(({ exact, translation }) => [exact, translation ?? ''])
		]);
		// decomposed, an accent is a mark of its own
		const accented = texts
			.flatMap(
				(text) =>
					text
						.normalize('NFC')
						.toLowerCase()
						.match(/(?<!\p{L})\p{Script=Latin}{5,}/gu) ?? []
			)
			.find((one) => /\p{M}/u.test(one.normalize('NFD')));
		const wanted = need('Latin word with an accent', accented, '');
		await search(page).fill(wanted.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase());
		await expect.poll(found).toContain(wanted);
		await search(page).fill('');
		await expect.poll(() => marked(page)).toEqual([]);
	});
});

test('a search that still waits for its code is given up when the reader goes back', async ({
	page
}) => {
	await open(page);
	await page
		.getByRole('button', { name: new RegExp(`^${literal(sampleLine().label)} \\d`) })
		.click();
	await expect(page).toHaveURL((url) => url.searchParams.has('line'));
	const release = await holdRequests(page, '**/*.js');
	const requested = page.waitForRequest('**/*.js');
	await search(page).fill(sampleWord());
	await requested;
	await page.goBack();
	const loaded = page.waitForResponse('**/*.js');
	release();
	await (await loaded).finished();
	await expect.poll(() => listedIds(page)).toEqual(idsOf(events));
	await settled(() => listedIds(page));
	expect(await listedIds(page)).toEqual(idsOf(events));
	expect(new URL(page.url()).search).toBe('');
	await expect(search(page)).toHaveValue('');
});
