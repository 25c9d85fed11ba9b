/** What a search finds, the same in every view, and what it marks. */
import { expect, test, type Page } from '@playwright/test';
import { filterEvents } from '../../../src/lib/model/filter.ts';
import { find, idsOf, listedIds, need, open, timeline } from '../support/support.ts';
import { sampleLine } from '../support/samples.ts';

const { events, sources } = timeline;
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
	for (const [q, id] of cases) {
		const ids = idsFor(q);
		if (id) expect(ids, q).toContain(id);
		const query = `?q=${encodeURIComponent(q)}`;
		await open(page, `/${query}`);
		await expect.poll(() => listedIds(page), q).toEqual(ids);
		await page.goto(`/table/${query}`);
		await expect(page.locator('tbody tr')).toHaveCount(ids.length);
		await page.goto(`/embed/${query}`);
		await expect
			.poll(() =>
				page.evaluate(() => {
					const drawn = [...document.querySelectorAll('[data-timeline] [data-event]')]
						.filter((mark) => mark.checkVisibility())
						.map((mark) => mark.getAttribute('data-event')!);
					const clustered = [...document.querySelectorAll('[data-events]')]
						.filter((mark) => mark.checkVisibility())
						.flatMap((mark) => mark.getAttribute('data-events')!.split(' '));
					return [...new Set([...drawn, ...clustered])].toSorted();
				})
			)
			.toEqual(ids.toSorted());
	}
});

test('what a search finds is marked where it stands: line, publisher, status', async ({ page }) => {
	const [source] = sources;
	for (const [q, within] of [
		[source!.publisher, 'origin'],
		[sampleLine().label, 'line'],
		['rumoured', 'status']
	] as const) {
		need(`event for “${q}”`, idsFor(q)[0], '');
		await open(page, `/?q=${encodeURIComponent(q)}`);
		await expect
			.poll(async () => (await marked(page)).map((one) => one.within).join(' '))
			.toContain(within);
	}
});

test('a phrase is marked across the decisive words of a quotation', async ({ page }) => {
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
	await open(page, `/?q=${encodeURIComponent(`"${before}${after}"`)}`);
	await expect.poll(() => listedIds(page)).toContain(event.id);
	const texts = (await marked(page)).map(({ text }) => text);
	expect(texts).toEqual(expect.arrayContaining([before, after]));
});
