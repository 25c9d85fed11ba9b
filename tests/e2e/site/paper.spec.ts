import { expect, test, type Page } from '@playwright/test';
import { getDocumentProxy } from 'unpdf';
import { isBuilt } from '../support/html.ts';
import { everyThird, rotate } from '../support/sample.ts';
import { anEvent, sampleLine, sampleWord, yearsFrom } from '../support/samples.ts';
import { allIds, listedIds, open, scrollToChapter, timeline } from '../support/support.ts';

type Format = 'A4' | 'Letter';
const FORMATS = ['A4', 'Letter'] as const;
/** Minimum margins, pt: 15 mm at the sides, 19 mm for the foot. */
const MARGIN = { side: 42, foot: 53 };

interface Line {
	text: string;
	/** pt from the left and the lower edge */
	left: number;
	right: number;
	bottom: number;
}

interface Sheet {
	/** from top to bottom, without the foot */
	lines: Line[];
	/** without white space, which a PDF lacks at line ends */
	text: string;
	foot: string;
	width: number;
}

/** Removes white space and unifies dashes, because fonts may share one glyph between several dashes. */
const squeeze = (text: string) =>
	text.normalize('NFKC').replace(/\s+/gu, '').replace(/[‐-―]/gu, '-');

/** Opens a page and waits until its scripts set the running foot on `beforeprint`. */
async function openAny(page: Page, path: string): Promise<void> {
	await page.goto(path);
	const foot = () =>
		page.evaluate(() => {
			for (const moment of ['beforeprint', 'afterprint']) window.dispatchEvent(new Event(moment));
			return document.documentElement.style.getPropertyValue('--running-foot');
		});
	await expect.poll(foot).not.toBe('');
}

/** A PDF has the words of a right-to-left line from left to right. */
function inReadingOrder<Text extends { dir: string; transform: unknown[] }>(texts: Text[]): Text[] {
	const runs: Text[][] = [];
	for (const text of texts) {
		const last = runs.at(-1)?.at(-1);
		const continues = last?.dir === text.dir && last.transform[5] === text.transform[5];
		if (continues) runs.at(-1)!.push(text);
		else runs.push([text]);
	}
	return runs.flatMap((run) => (run[0]!.dir === 'rtl' ? run.toReversed() : run));
}

async function print(page: Page, format: Format = 'A4', printBackground = false): Promise<Sheet[]> {
	const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ format, printBackground })));
	return Promise.all(
		Array.from({ length: pdf.numPages }, async (_, index) => {
			const sheet = await pdf.getPage(index + 1);
			const [, , width = 0] = sheet.view;
			const { items } = await sheet.getTextContent();
			const texts = items.flatMap((item) => ('str' in item && item.str.trim() ? [item] : []));
			const lines = inReadingOrder(texts).map(({ str, width, transform }) => {
				const [, , , , left = 0, bottom = 0] = transform as number[];
				return { text: str, left, right: left + width, bottom };
			});
			const isFoot = ({ bottom }: Line) => bottom < MARGIN.foot;
			const join = (parts: Line[]) => squeeze(parts.map(({ text }) => text).join(''));
			const body = lines.filter((line) => !isFoot(line));
			return {
				lines: body.toSorted((a, b) => b.bottom - a.bottom),
				text: join(body),
				foot: join(lines.filter(isFoot)),
				width
			};
		})
	);
}

const RTL = /[\p{Script=Hebrew}\p{Script=Arabic}]/u;

/** The sheets that have the text. A PDF has figures and punctuation in a right-to-left text out of order: its words count. */
function sheetsWith(sheets: Sheet[], text: string): Sheet[] {
	const parts = RTL.test(text) ? text.match(/\p{L}+/gu)! : [text];
	return sheets.filter((sheet) => parts.every((part) => sheet.text.includes(squeeze(part))));
}

/** The text of a sheet's lowest line. */
function lastLine({ lines }: Sheet): string {
	const lowest = lines.at(-1)!.bottom;
	return squeeze(
		lines
			.filter(({ bottom }) => bottom < lowest + 2)
			.map(({ text }) => text)
			.join('')
	);
}

const CONTROLS = [
	'Skip to content',
	'More filters',
	'Download & cite',
	'Full chart',
	'Event page',
	'Copy link',
	'Copy with citation',
	'more quotation',
	'Read in the article',
	'Archived copy',
	'Read as a story',
	'Report an error',
	'Download the data',
	'Closed',
	'Promises',
	'中文',
	'▾',
	'↕'
];

const event = timeline.events.find(({ relations }) => relations.length > 0) ?? anEvent;
const [source] = timeline.sources;
const OTHER_PAGES = [
	`/event/${event.id}/`,
	`/source/${source!.id}/`,
	'/table/',
	...(isBuilt('/promises/') ? ['/promises/'] : []),
	'/about/'
];

/** Expects every event with its quotations, none split between sheets, and no heading at the end of a sheet. */
function expectAll(sheets: Sheet[], events = timeline.events): void {
	for (const { title, summary, note, evidence } of events) {
		expect(sheetsWith(sheets, title + summaryStart(summary)).length, title).toBeLessThanOrEqual(1);
		for (const text of [title, ...(note ? [note] : [])])
			expect(sheetsWith(sheets, text).length, text).toBeGreaterThanOrEqual(1);
		for (const { exact, translation, source: id } of evidence) {
			const address = timeline.sources.find((other) => other.id === id)!.url;
			const short = address.replace(/^https?:\/\//, '').replace(/\/$/, '');
			const on = sheetsWith(sheets, exact);
			expect(on.length, exact).toBeGreaterThanOrEqual(1);
			expect(sheetsWith(on, short).length, exact).toBe(on.length);
			if (translation) expect(sheetsWith(on, translation).length, exact).toBe(on.length);
		}
	}
	for (const { id, title, summary } of timeline.chapters) {
		const first = events.find(({ chapter }) => chapter === id);
		if (!first) continue;
		const [begin, ...more] = sheetsWith(sheets, title + summary);
		expect(begin?.text, title).toContain(squeeze(first.summary));
		expect(more).toEqual([]);
	}
	const headings = new Set(
		[...timeline.chapters, ...timeline.events].map(({ title }) => squeeze(title))
	);
	const dates = new Set(timeline.events.map(({ date }) => squeeze(date.label).toLowerCase()));
	for (const sheet of sheets) {
		const last = lastLine(sheet);
		expect(headings.has(last), last).toBe(false);
		expect(dates.has(last.toLowerCase()), last).toBe(false);
	}
}

/** Letters of a lane's name that the chart shows at least. */
const NAME_START = 30;
const summaryStart = (summary: string) => summary.slice(0, 12);

/** The year ticks of the axis, in printed order. */
const yearsOf = (sheet: Sheet) =>
	sheet.lines.filter(({ text }) => /^\d{4}$/.test(text)).map(({ text }) => Number(text));

const years = timeline.events.map(({ date }) => Number(date.start.slice(0, 4)));

/** Expects the whole story, its product lines on the first sheet, and on no sheet one event alone. */
function expectStory(sheets: Sheet[]): void {
	expectAll(sheets);
	// beside the chart, a name that is longer than two lines is cut
	for (const { label } of timeline.lines)
		expect(sheets[0]!.text).toContain(squeeze(label).slice(0, NAME_START));
	const present = sheets.map((sheet) => eventsOn(sheet));
	for (const [index, events] of present.entries()) {
		const [next, sheet] = [sheets[index + 1], sheets[index]!];
		// a long entry that would not fit below the only one begins on the next sheet, and the last two stay together
		const together = index + 2 === sheets.length ? [] : present[index + 1]!;
		const isFull = next && heightOfFirst(next, together) > freeHeight(sheet);
		if (timeline.events.length > 1 && !isFull)
			expect(events.length, `events on sheet ${index + 1}: ${events[0]?.title}`).not.toBe(1);
	}
}

const eventsOn = ({ text }: Sheet) =>
	timeline.events.filter(({ summary, evidence }) =>
		[summary, ...evidence.map(({ exact }) => exact)].some((words) => text.includes(squeeze(words)))
	);

/** Space below a sheet's last line, pt. */
const freeHeight = ({ lines }: Sheet) => lines.at(-1)!.bottom - MARGIN.foot;

/** Height of a sheet's first entry, pt: down to the title of the second, if there is one. */
function heightOfFirst({ lines }: Sheet, [, second]: typeof timeline.events): number {
	const title = squeeze(second?.title ?? '');
	const begins = ({ text }: Line) => text.length > 8 && title.startsWith(squeeze(text));
	return lines[0]!.bottom - (lines.find(begins) ?? lines.at(-1)!).bottom;
}

/** Expects the table's header on each sheet, and no split row. */
function expectTable(sheets: Sheet[]): void {
	const rows = sheets.filter(({ text }) =>
		timeline.events.some(({ summary }) => text.includes(squeeze(summary)))
	);
	for (const { text } of rows)
		expect(text).toContain(squeeze('Date Event Status Product line Sources'));
	for (const { title, summary } of timeline.events)
		expect(sheetsWith(sheets, title + summary).length, title).toBe(1);
}

/** Prints a page on the formats and checks each sheet. @returns the sheets of the first format */
async function expectSheets(page: Page, path: string, formats: Format[]): Promise<Sheet[]> {
	await openAny(page, path);
	const titles = (await page.locator('h1, h2, h3').allTextContents()).map(squeeze);
	const prints: Sheet[][] = [];
	for (const format of formats) {
		const sheets = await print(page, format, format === 'A4');
		prints.push(sheets);
		for (const [index, sheet] of sheets.entries()) {
			const { text, foot, lines, width } = sheet;
			const where = `sheet ${index + 1} of ${format}`;
			const beyond = lines.filter(
				({ left, right }) => left < MARGIN.side - 1 || right > width - MARGIN.side + 1
			);
			expect(beyond, where).toEqual([]);
			expect(
				CONTROLS.filter((control) => text.includes(squeeze(control))),
				where
			).toEqual([]);
			expect(titles, where).not.toContain(lastLine(sheet));
			expect(foot, where).toContain(squeeze(page.url()));
			expect(foot, where).toContain(squeeze(`${timeline.version}, ${timeline.updated}`));
			expect(foot, where).toContain(`${index + 1}/${sheets.length}`);
			// only the last sheet may be nearly empty
			if (index < sheets.length - 1) expect(lines.length, where).toBeGreaterThan(10);
		}
		expect(squeeze(sheets.map(({ text }) => text).join(''))).toContain(
			squeeze(new URL(path, page.url()).href)
		);
		if (path === '/')
			await test.step(`the story on ${format} has every event with its quotations and their addresses, and splits nothing`, () =>
				expectStory(sheets));
		if (path === '/table/')
			await test.step(`on ${format} no row of the table is split, and its header is on each sheet`, () =>
				expectTable(sheets));
	}
	return prints[0]!;
}

test('each kind of page prints without controls, and each sheet states its address', async ({
	page
}) => {
	test.slow();
	for (const [index, path] of OTHER_PAGES.entries()) {
		const formats = rotate(FORMATS, index);
		await test.step(`${path} on ${formats.join(' and ')}`, () => expectSheets(page, path, formats));
	}
});

test('the story prints without controls, the same whatever was on screen', async ({ page }) => {
	test.slow();
	const plain = await expectSheets(page, '/', rotate(FORMATS, 0));
	const chapter = timeline.chapters[Math.floor(timeline.chapters.length / 2)]!;

	await test.step('printing from the middle of a chapter, zoomed and in the dark theme, gives the same result', async () => {
		await page.emulateMedia({ colorScheme: 'dark' });
		const { from } = yearsFrom(chapter.from, 1);
		await open(page, `/?view=${from}..${from}-06&theme=dark`);
		await scrollToChapter(page, chapter.id);
		const sheets = await print(page);
		expect(sheets.map(({ text }) => text.replace(/https?:\S+$/, ''))).toEqual(
			plain.map(({ text }) => text.replace(/https?:\S+$/, ''))
		);
		// the whole extent, with a tick every few years
		const [tick = NaN, next = NaN] = yearsOf(sheets[0]!);
		const step = next - tick;
		expect(Math.min(...yearsOf(sheets[0]!))).toBeLessThan(Math.min(...years) + step);
		expect(Math.max(...yearsOf(sheets[0]!))).toBeGreaterThan(Math.max(...years) - step);
		expect(sheets[0]!.foot).not.toContain('theme');
	});

	await test.step('printing keeps the reading position, and has its own colours', async () => {
		await expect(page.locator('[data-bar]')).toContainText(chapter.title);
		await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
		const colors = await page.evaluate(() => {
			const { backgroundColor, color, colorScheme } = getComputedStyle(document.body);
			return { backgroundColor, color, colorScheme };
		});
		expect(colors).toEqual({
			backgroundColor: 'rgb(255, 255, 255)',
			color: 'rgb(27, 25, 22)',
			colorScheme: 'light'
		});
	});
});

test('a filter applies in print and is stated in words', async ({ page }) => {
	const line = sampleLine();
	const { from } = yearsFrom(timeline.events[0]!.date.start, 1);
	const events = timeline.events.filter(({ lines }) => lines.includes(line.id));
	const others = timeline.events.filter(({ lines }) => !lines.includes(line.id));
	await open(page, `/?line=${line.id}&from=${from}`);
	const sheets = await print(page);
	expectAll(sheets, events);
	const statement = `${events.length} of ${allIds.length} events shown. ${line.label}, from ${from}.`;
	expect(sheets[0]!.text).toContain(squeeze(statement));
	expect(sheets[0]!.foot).toContain(`line=${line.id}`);
	for (const { evidence } of others)
		for (const { exact } of evidence)
			if (!events.some((event) => event.evidence.some((other) => other.exact.includes(exact))))
				expect(sheetsWith(sheets, exact), exact).toEqual([]);
});

test('a chapter’s title below a short chart is never printed alone', async ({ page }) => {
	const statuses = [...new Set(timeline.events.map(({ status }) => status))];
	const word = sampleWord();
	for (const filter of everyThird([
		`status=${statuses.at(-1)}`,
		`q=${word}&status=${statuses}`,
		`line=${timeline.lines[0]!.id}`
	])) {
		await open(page, `/?${filter}`);
		const listed = await listedIds(page);
		expectAll(
			await print(page),
			timeline.events.filter(({ id }) => listed.includes(id))
		);
	}
});

test('printing without scripts is just as complete', async ({ browser, baseURL }) => {
	const context = await browser.newContext({ javaScriptEnabled: false, baseURL });
	const page = await context.newPage();
	await page.goto('/');
	expectAll(await print(page));
	await context.close();
});
