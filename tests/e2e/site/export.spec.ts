import { readFile } from 'node:fs/promises';
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import '@citation-js/plugin-ris';
import { STATUSES } from '../../../src/lib/model/vocabulary.ts';
import { expect, test, type Page } from '@playwright/test';
import { csvParse } from 'd3-dsv';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { rotate } from '../support/sample.ts';
import { find, need, open, openStatic, PHONE, timeline } from '../support/support.ts';
import { formatDay } from '../../../src/lib/model/date.ts';
import { domain, lastDay, onLines } from '../support/samples.ts';
import { ICAL } from '../../unit/export/ical.ts';

/** Years from the middle event on, and a line with events in them. */
const first = `${timeline.events[Math.floor(timeline.events.length / 2)]!.date.start.slice(0, -6)}-01-01`;
const [from, to] = [first, formatDay(domain.end - 1)].map((day) => day.slice(0, -6)) as [
	string,
	string
];
const within = (id: string) => onLines(id).filter((event) => lastDay(event) >= first);
const { id: LINE, label: LABEL } = need(
	'line with two events in the later half',
	timeline.lines
		.filter(({ id }) => within(id).length > 1)
		.toSorted((a, b) => within(a.id).length - within(b.id).length)[0],
	timeline.lines[0]!
);
const SHOWN = within(LINE);
const FILTER = `/?line=${LINE}&from=${from}&to=${to}`;
/** In the names of files. */
const slug = (text: string) =>
	text
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.match(/[\p{L}\p{N}]+/gu)!
		.join('-');

async function openPanel(page: Page) {
	await page.locator('summary', { hasText: 'Download & cite' }).click();
	return page.locator('details', { has: page.getByText('Download & cite') });
}

/** Downloads a file from the open panel and reads it. */
async function take(page: Page, name: string) {
	const panel = page.locator('details[open]', { has: page.getByText('Download & cite') });
	const download = page.waitForEvent('download');
	await panel
		.locator('dd')
		.locator('a, button')
		.filter({ hasText: new RegExp(`^${name}$`) })
		.click();
	const file = await download;
	return { name: file.suggestedFilename(), content: await readFile(await file.path()) };
}

for (const [device, viewport] of rotate(
	[
		['a desktop', { width: 1280, height: 800 }],
		['a phone', PHONE]
	] as const,
	0
))
	test(`on ${device} a filtered view can be downloaded and cited`, async ({ page }) => {
		await page.setViewportSize(viewport);
		await open(page, FILTER);
		const panel = await openPanel(page);

		await test.step('filtered events can be downloaded as data, in files named after the filter', async () => {
			await expect(panel).toContainText(`${SHOWN.length} matching events`);
			const ids = SHOWN.map(({ id }) => id);

			const csv = await take(page, 'CSV');
			expect(csv.name).toBe(`${slug(timeline.company)}-timeline-${slug(LABEL)}-${from}-${to}.csv`);
			const rows = csvParse(csv.content.toString('utf8').replace(/^\ufeff/, ''));
			expect(rows.map(({ id }) => id)).toEqual(ids);

			const json = await take(page, 'JSON');
			const part = JSON.parse(json.content.toString()) as typeof timeline;
			expect(part.events.map(({ id }) => id)).toEqual(ids);
			const sources = new Set(part.events.flatMap(({ evidence }) => evidence.map((e) => e.source)));
			expect(new Set(part.sources.map(({ id }) => id))).toEqual(sources);

			const ics = await take(page, 'iCalendar');
			const calendar = new ICAL.Component(ICAL.parse(ics.content.toString()));
			const days = SHOWN.filter(({ date }) => /^\d{4}-\d\d-\d\d$/.test(date.edtf));
			expect(calendar.getAllSubcomponents('vevent')).toHaveLength(days.length);
			if (days.length < SHOWN.length)
				await expect(panel).toContainText(`leaves out ${SHOWN.length - days.length} event`);

			for (const name of ['BibTeX', 'RIS', 'CSL-JSON']) {
				const file = await take(page, name);
				expect(new Cite(file.content.toString()).data).toHaveLength(sources.size);
			}
		});

		await test.step('the chart can be downloaded as a picture', async () => {
			const svg = await take(page, 'SVG');
			expect(svg.name).toBe(`${slug(timeline.company)}-timeline-${slug(LABEL)}-${from}-${to}.svg`);
			const text = svg.content.toString();
			expect(XMLValidator.validate(text)).toBe(true);
			const { svg: root } = new XMLParser({ ignoreAttributes: false }).parse(text) as {
				svg: Record<string, string>;
			};
			for (const { id } of SHOWN) expect(text).toContain(`data-event="${id}"`);
			for (const words of [
				timeline.title,
				LABEL,
				`${from} to ${to}`,
				`line=${LINE}`,
				timeline.license
			])
				expect(text).toContain(words);

			// its key has the signs that occur, and no others
			const signs = [...text.matchAll(/data-sign="(\w+)"/g)].map(([, sign]) => sign!);
			for (const { status, date } of SHOWN) {
				expect(signs).toContain(status);
				if (date.uncertain) expect(signs).toContain('uncertain');
			}
			for (const status of STATUSES)
				expect(signs.includes(status)).toBe(SHOWN.some((event) => event.status === status));
			for (const word of ['Happened', 'Announced', 'Planned'])
				expect(text.includes(`>${word.toLowerCase()}</text>`)).toBe(
					signs.includes(word.toLowerCase())
				);

			const png = await take(page, 'PNG');
			const size = await page.evaluate(
				async (bytes) => {
					const bitmap = await createImageBitmap(new Blob([new Uint8Array(bytes)]));
					const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
					const context = canvas.getContext('2d')!;
					context.drawImage(bitmap, 0, 0);
					const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
					const colors = new Set(new Uint32Array(data.buffer));
					return { width: bitmap.width, height: bitmap.height, colors: colors.size };
				},
				[...png.content]
			);
			expect(size.width).toBe(2 * Number(root['@_width']));
			expect(size.height).toBe(2 * Number(root['@_height']));
			expect(size.colors).toBeGreaterThan(20);
			// the chart drawn for the export is removed again
			await expect(page.locator('[data-timeline]')).toHaveCount(1);
		});

		await test.step('the citation of a view includes its filter and address', async () => {
			await panel.getByRole('link', { name: 'Cite this view' }).click();
			const dialog = page.getByRole('dialog');
			await expect(dialog).toContainText(`${LABEL}, ${from} to ${to}. (2`);
			await expect(dialog).toContainText(`line=${LINE}&from=${from}&to=${to}`);
			await dialog.getByRole('button', { name: 'Close' }).click();
		});

		await test.step('all events can be downloaded and cited even with an active filter', async () => {
			await panel.getByLabel(`all ${timeline.events.length} events`).check();
			const { name, content } = await take(page, 'CSV');
			const years = [domain.start, domain.end - 1].map((time) => new Date(time).getUTCFullYear());
			expect(name).toBe(`${slug(timeline.company)}-timeline-${years.join('-')}.csv`);
			expect(csvParse(content.toString('utf8')).length).toBe(timeline.events.length);

			await panel.getByRole('link', { name: 'Cite this view' }).click();
			await expect(page.getByRole('dialog')).not.toContainText(`${LABEL}, `);
		});
	});

test('the citation of an event lists its article first', async ({ page, context }) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	const event = find('event of one article', ({ evidence }) => evidence.length === 1);
	const source = timeline.sources.find(({ id }) => id === event.evidence[0]!.source)!;
	await openStatic(page, `/event/${event.id}/`);
	const cite = page.locator('#cite').getByRole('link');
	await expect(async () => {
		await cite.click();
		await expect(page.getByRole('dialog')).toBeVisible({ timeout: 1000 });
	}).toPass();
	await page.getByRole('button', { name: 'Copy APA' }).click();
	await expect(page.getByRole('dialog').getByRole('status')).toHaveText('APA copied');
	const [first, second] = (await page.evaluate(() => navigator.clipboard.readText())).split('\n');
	expect(first).toContain(source.title);
	expect(first).toContain(source.url);
	expect(second).toContain(`${timeline.title} (version ${timeline.version})`);
	// a click before hydration follows the link to the plain text, which adds `#cite`
	expect(second).toContain(page.url().replace('#cite', ''));
	for (const style of ['MLA', 'Chicago', 'BibTeX'])
		await expect(page.getByRole('button', { name: `Copy ${style}` })).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(page.getByRole('dialog')).toHaveCount(0);
	await expect(cite).toBeFocused();
});

test('a quotation can be checked and copied', async ({ page, context }) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	const event = find(
		'event whose quotations agree',
		({ evidence }) => evidence.length > 0 && evidence.every(({ stance }) => stance === 'supports')
	);
	const [evidence] = event.evidence as [(typeof event.evidence)[0]];
	const source = timeline.sources.find(({ id }) => id === evidence.source)!;
	const copied = () => page.evaluate(() => navigator.clipboard.readText());
	const own = `/event/${event.id}/`;

	await test.step('a quotation is copied with a citation of its article, an event’s link by itself', async () => {
		for (const path of rotate(['/', own], 1)) {
			await (path === '/' ? open(page) : openStatic(page, path));
			const shown = page.locator(`article[data-event="${event.id}"]`);
			if (path === '/') await shown.locator('.proof > summary').click();
			const quote = shown.locator('button[data-press=quote]').first();
			await expect(quote).toHaveText('Copy with citation');
			await quote.click();
			await expect(quote).toHaveText('Copied');
			const [words, citation] = (await copied()).split('\n') as [string, string];
			expect(words).toBe(`“${evidence.exact}”`);
			expect(citation).toContain(source.url);

			const link = shown.getByRole('button', { name: 'Copy link' });
			await link.click();
			await expect(shown.locator('button[data-press=link]')).toHaveText('Copied');
			expect(await copied()).toBe(new URL(own, page.url()).href);
			await expect(quote).toHaveText('Copy with citation');
			await expect(link).toBeVisible();
		}
	});

	await test.step('it says where it stands, and leads to the hash of the text that it was matched against, and to what the match proves', async () => {
		const figure = page.locator(`figure[data-at="${evidence.start}-${evidence.end}"]`);
		await expect(figure).toContainText(
			`word for word, characters ${evidence.start}–${evidence.end} of ${source.characters}`
		);
		await figure.getByRole('link', { name: source.publisher }).click();
		await expect(page.locator('dl').getByText(source.sha256)).toBeVisible();
		await expect(page.locator('dl')).toContainText('It does not prove');
	});
});

test('an event is handed to the share sheet where the platform has one; without one there is no button', async ({
	page
}) => {
	const event = find('any event', () => true);
	const path = `/event/${event.id}/`;
	const share = page.locator('[data-press=share]').first();
	await openStatic(page, path);
	await page.evaluate(() => 'share' in navigator).then((has) => expect(has).toBe(false));
	await expect(share).toBeHidden();
	await page.addInitScript(() => {
		const shared: ShareData[] = [];
		Object.assign(window, { shared });
		Object.assign(Navigator.prototype, {
			share: async (data: ShareData) => void shared.push(data)
		});
	});
	for (const from of rotate([path, '/'], 1)) {
		await (from === '/' ? open(page) : openStatic(page, from));
		await page.locator(`article[data-event="${event.id}"] [data-press=share]`).click();
		const shared = () => page.evaluate(() => (window as unknown as { shared: ShareData[] }).shared);
		await expect
			.poll(shared)
			.toEqual([{ title: event.title, url: new URL(path, page.url()).href }]);
	}
});

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });

	test('all data files can be downloaded, and events and sources have citations', async ({
		page,
		request
	}) => {
		await page.goto('/');
		await page.locator('summary', { hasText: 'Download & cite' }).click();
		const links = page.locator('details[open] a[download]');
		const files = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')!));
		expect(files).toHaveLength(7);
		for (const file of files) expect((await request.get(file)).status(), file).toBe(200);
		await expect(page.getByRole('link', { name: 'Cite this view' })).toHaveCount(0);

		const event = timeline.events[0]!;
		const source = timeline.sources.find(({ id }) => id === event.evidence[0]!.source)!;
		await page.goto(`/event/${event.id}/`);
		await expect(page.locator('#cite')).toContainText(source.url);
		await page.goto(`/source/${source.id}/`);
		await expect(page.locator('#cite')).toContainText(source.title);
		await expect(page.locator('dl').getByText(source.sha256)).toBeVisible();
	});
});
