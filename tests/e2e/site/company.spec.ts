/** Walks through every page of the invented company's builds. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { getDocumentProxy } from 'unpdf';
import { BUILD, SMALL_BUILD, SUB_PATH, test, TRANSLATION } from '../support/company.ts';
import { listHtmlFiles } from '../support/html.ts';
import { everyThird, rotate } from '../support/sample.ts';
import { waitForHydration } from '../support/support.ts';

const WIDTHS = [1280, 768, 320];
/** Of frames, which have fewer layouts. */
const FRAME_WIDTHS = [1280, 320];
/** Height of the running foot, pt. */
const FOOT = 53;
/** Fewest characters of a page that is not blank. */
const MIN_TEXT = 40;

/** Paths from the root of a build, without its redirects. */
function pathsIn(build: string): string[] {
	return listHtmlFiles(build)
		.filter(
			(file) => !readFileSync(join(build, file), 'utf8').includes('location.replace(document')
		)
		.map((file) => file.replace(/index\.html$/, ''));
}

/** Lists what a page says in the console, and what it throws. */
function listen(page: Page): string[] {
	const problems: string[] = [];
	page.on('console', (message) => {
		if (['error', 'warning'].includes(message.type())) problems.push(message.text());
	});
	page.on('pageerror', (error) => problems.push(error.message));
	return problems;
}

/** @returns what is wrong with the page's layout at this width, in words */
async function findLayoutFaults(page: Page, width: number): Promise<string[]> {
	await page.setViewportSize({ width, height: 800 });
	return page.evaluate(
		async ({ width, least }) => {
			const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
			while (innerWidth !== width) await frame();
			for (let frames = 0; frames < 2; frames++) await frame();
			const excess = document.documentElement.scrollWidth - innerWidth;
			const text = (document.querySelector('main') ?? document.body).innerText.trim();
			return [
				...(excess > 0 ? [`at ${width} px, ${excess} px too wide`] : []),
				...(text.length < least ? [`at ${width} px, blank: “${text}”`] : [])
			];
		},
		{ width, least: MIN_TEXT }
	);
}

const isTranslated = (path: string) => path.startsWith(`${TRANSLATION}/`);
const isFramed = (path: string) => /^(?:he\/)?embed\//.test(path);
const isEvent = (path: string) => /(?:^|\/)event\//.test(path);

/** Opens each page and resizes it: to all widths, the pages of events to one of them in rotation. */
async function walk(page: Page, url: string, paths: string[]): Promise<string[]> {
	const problems = listen(page);
	const found: string[] = [];
	for (const [index, path] of paths.entries()) {
		await page.goto(url + path);
		const widths = isFramed(path) ? FRAME_WIDTHS : WIDTHS;
		for (const width of isEvent(path) ? rotate(widths, index) : widths)
			problems.push(...(await findLayoutFaults(page, width)));
		found.push(...problems.splice(0).map((problem) => `/${path}: ${problem}`));
	}
	return found;
}

test.describe('every page shows something, fits the window and reports no error', () => {
	test.slow();

	for (const [index, [name, isWanted]] of Object.entries({
		'in the language of the data': (path: string) => !isTranslated(path) && !isFramed(path),
		'in the language of the data, in frames': (path: string) =>
			!isTranslated(path) && isFramed(path),
		'in the translation': (path: string) => isTranslated(path) && !isFramed(path),
		'in the translation, in frames': (path: string) => isTranslated(path) && isFramed(path)
	}).entries())
		test(name, async ({ page, site }) => {
			const wanted = pathsIn(BUILD).filter(isWanted);
			// each event has a page and a frame in each language: a third of each is visited, another for each
			const paths = [
				...wanted.filter((path) => !isEvent(path)),
				...everyThird(wanted.filter(isEvent), index)
			];
			expect(paths.length).toBeGreaterThan(20);
			expect(await walk(page, site.url, paths)).toEqual([]);
		});

	test('of a company with one event, source, line and chapter', async ({ page, small }) => {
		const paths = pathsIn(SMALL_BUILD);
		expect(paths.length).toBeGreaterThan(8);
		expect(await walk(page, small.url, paths)).toEqual([]);
	});

	test('without scripts', async ({ browser, site }) => {
		const page = await browser.newPage({ javaScriptEnabled: false });
		const problems = listen(page);
		const all = pathsIn(BUILD);
		const paths = [
			...everyThird(all.filter((path) => !isEvent(path))),
			...all.filter((path) => /event\/(?:fahrt|zwanzig)/.test(path))
		];
		for (const path of paths) {
			await page.goto(site.url + path);
			const main = page.locator(path.endsWith('embed-example.html') ? 'body' : 'main');
			expect((await main.innerText()).trim().length, path).toBeGreaterThan(MIN_TEXT);
		}
		expect(problems).toEqual([]);
		await page.close();
	});
});

/** Words of the curated dataset: the company, its lines, events and publishers. */
const CURATED =
	/xiaomi|小米|\bmiui\b|\bmi[- ](?:mix|pad|phone)|redmi|lei jun|first-mix|foxconn|tuttoandroid|apdnews|itdullard|xiaomidna/i;

/** Of inline scripts: they may hold any letters. */
const HASHES = /sha256-[\w+/=]+/g;

test('no file of the build speaks of the curated company', () => {
	const files = listHtmlFiles(BUILD, /\.(?:html|js|css|json|xml|csv|ics|txt|bib|ris)$/);
	expect(files.length).toBeGreaterThan(250);
	const speaking = files.flatMap((file) => {
		const [word] = CURATED.exec(readFileSync(join(BUILD, file), 'utf8').replace(HASHES, '')) ?? [];
		return word ? [`${file}: ${word}`] : [];
	});
	expect(speaking).toEqual([]);
});

test('pages say their languages: that of the interface, and that of the data on its texts', async ({
	page,
	site
}) => {
	for (const [path, lang, dir] of [
		['', 'de', 'ltr'],
		[`${TRANSLATION}/`, 'he', 'rtl']
	]) {
		const spoken = async (selector: string) =>
			page
				.locator(selector)
				.first()
				.evaluate((element) => [
					element.closest('[lang]')!.getAttribute('lang'),
					element.closest('[dir]:not([dir=""])')!.getAttribute('dir')
				]);
		await page.goto(site.url + path);
		expect(await spoken('body')).toEqual(['en', 'ltr']);
		for (const selector of [
			'h1',
			'h2',
			'article h3',
			'.summary',
			'.introduction p',
			'.chips .label'
		])
			expect(await spoken(selector), selector).toEqual([lang, dir]);
		for (const selector of ['.badge', 'article button', '.dek', '.group .label'])
			expect(await spoken(selector), selector).toEqual(['en', 'ltr']);
		await page.goto(`${site.url}${path}event/embed/`);
		for (const selector of ['h1', '.summary', '.reading', '.translation span[lang]'])
			expect(await spoken(selector), selector).toEqual([lang, dir]);
		expect(await spoken('blockquote[cite*=gazette]')).toEqual(['en', 'ltr']);
		expect(await page.locator('.translation b').first().textContent()).toBe(
			lang === 'de' ? 'In German' : 'In Hebrew'
		);
		const ld = await page.locator('script[type="application/ld+json"]').textContent();
		expect(JSON.parse(ld!)).toMatchObject({ inLanguage: lang });
		await expect(page.locator('meta[property="og:locale"]')).toHaveAttribute(
			'content',
			lang === 'de' ? 'de_DE' : 'he_IL'
		);
	}
});

test('the languages of the site are linked by their own names, and a site in one language has no such links', async ({
	page,
	site,
	small
}) => {
	await page.goto(`${site.url}about/`);
	const links = page.getByRole('navigation', { name: 'Languages' }).getByRole('link');
	await expect(links).toHaveText(['Deutsch', 'עברית']);
	expect(
		await page
			.locator('link[hreflang]')
			.evaluateAll((all: HTMLLinkElement[]) =>
				all.map((link) => [link.hreflang, new URL(link.href).pathname])
			)
	).toEqual([
		['de', `${SUB_PATH}/about/`],
		['he', `${SUB_PATH}/he/about/`],
		['x-default', `${SUB_PATH}/about/`]
	]);
	await links.last().click();
	await expect(page).toHaveURL(`${site.url}he/about/`);
	await page.goto(`${site.url}embed/?lang=he`);
	await expect(page).toHaveURL(`${site.url}he/embed/`);
	await page.goto(`${site.url}nothing/`);
	await expect(page.getByRole('main').getByRole('link', { name: 'עברית' })).toHaveAttribute(
		'href',
		`${SUB_PATH}/he/`
	);
	await page.goto(small.url);
	await expect(page.getByRole('navigation', { name: 'Languages' })).toHaveCount(0);
	await expect(page.getByText('Deutsch', { exact: true })).toHaveCount(0);
});

test('long names fit: in the bar of a narrow phone, and in frames of the height that oEmbed gives', async ({
	page,
	request,
	site
}) => {
	await page.setViewportSize({ width: 320, height: 700 });
	await page.goto(site.url);
	const { id } = site.timeline.chapters.toSorted((a, b) => b.title.length - a.title.length)[0]!;
	await waitForHydration(page);
	await page
		.locator(`#chapter-${id} article`)
		.first()
		.evaluate((node) => node.scrollIntoView());
	const title = page.locator('[data-bar] header strong');
	await expect
		.poll(() => title.evaluate((node) => node.scrollHeight - node.clientHeight))
		.toBeLessThanOrEqual(4);
	for (const line of everyThird(site.timeline.lines)) {
		const answer = await request.get(`${site.url}oembed/line/${line.id}.json`);
		const { height } = (await answer.json()) as { height: number };
		await page.setViewportSize({ width: 600, height });
		await page.goto(`${site.url}embed/line/${line.id}/`);
		await waitForHydration(page);
		const content = () =>
			page.evaluate(() => document.documentElement.getBoundingClientRect().height);
		await expect.poll(content, line.label).toBeLessThanOrEqual(height);
	}
});

test('no printed sheet is blank, and a chapter without events is one line from the start', async ({
	page,
	site
}) => {
	await page.goto(site.url);
	await waitForHydration(page);
	const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ format: 'A4' })));
	for (let number = 1; number <= pdf.numPages; number++) {
		const { items } = await (await pdf.getPage(number)).getTextContent();
		const texts = items.filter(
			(item) => 'str' in item && item.str.trim() && Number(item.transform[5]) > FOOT
		);
		expect(texts.length, `sheet ${number} of ${pdf.numPages}`).toBeGreaterThan(0);
	}
	const html = readFileSync(join(BUILD, 'index.html'), 'utf8');
	const [section] = /<section id="chapter-leer"[^]*?<\/section>/.exec(html)!;
	expect(section).toMatch(/^<section [^>]*class="[^"]*\bempty\b/);
	expect(section).toContain('There are no events.');
});

test('pictures have the letters of the translation', async ({ page, site }) => {
	await page.goto(site.url);
	const inkOf = (address: string) =>
		page.evaluate(async (address) => {
			const image = await createImageBitmap(await (await fetch(address)).blob());
			const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d')!;
			canvas.drawImage(image, 0, 0);
			// the title of the event
			const { data } = canvas.getImageData(64, 175, 1072, 120);
			return data.filter((value, index) => index % 4 === 0 && value < 90).length;
		}, address);
	const picture = `pictures/${site.timeline.events[1]!.id}.png`;
	for (const folder of ['', `${TRANSLATION}/`])
		expect(await inkOf(site.url + folder + picture), folder).toBeGreaterThan(1000);
});

test('each promise and each form of disagreement is listed once', async ({ page, site }) => {
	await page.goto(`${site.url}promises/`);
	const rows = (id: string) => page.locator(`[data-promise="${id}"]`);
	await expect(rows('index')).toHaveCount(1);
	await expect(rows('index')).toHaveAttribute('data-outcome', 'kept');
	await expect(rows('beides-gesagt')).toHaveCount(1);
	for (const ids of ['embed', 'beides', 'beides selbststaendig'])
		await expect(page.locator(`[data-disagreement="${ids}"]`)).toHaveCount(1);
});

test('data without promises has no page of promises, and no link to one', async ({
	page,
	request,
	small
}) => {
	expect((await request.get(`${small.url}promises/`)).status()).toBe(404);
	expect(await (await request.get(`${small.url}sitemap.xml`)).text()).not.toContain('promises');
	for (const path of ['', 'about/', 'table/', 'event/zeichen/'])
		expect(await (await request.get(small.url + path)).text(), path).not.toContain('/promises/');
	await page.goto(`${small.url}about/`);
	await expect(page.getByRole('link', { name: 'Promises' })).toHaveCount(0);
});

test('a count of one uses the singular: of events, articles and chapters', async ({
	page,
	small
}) => {
	await page.goto(small.url);
	const main = page.getByRole('main');
	await expect(main).toContainText(
		'1 event at Seen- und Seilbahngesellschaft, told from one article.'
	);
	await expect(main).not.toContainText(/1 of 1|\b1 (?:events|articles|quotations)|one articles/);
	await page.goto(`${small.url}about/`);
	await expect(main).toContainText('It contains 1 event, supported by 1 quotation from 1 passage.');
	await expect(main.getByRole('heading', { name: 'The article', exact: true })).toBeVisible();
	await expect(main).not.toContainText(/these articles|The articles|Two articles/i);
});

test('the examples of messages use lines and events of the data, and work', async ({
	page,
	site
}) => {
	const line = site.timeline.lines.find(({ id }) => id === 'patente')!;
	await page.goto(`${site.url}share/`);
	await expect(page.locator('dt').filter({ hasText: 'timeline:filter' }).first()).toContainText(
		`lines: ['${line.id}']`
	);
	await page.goto(`${site.url}embed-example.html`);
	const frame = page.frameLocator('iframe');
	await expect(frame.locator('[data-timeline] svg[role=group]')).toHaveCount(1);
	await page.getByRole('button', { name: line.label }).click();
	await expect(frame.locator('h1')).toContainText(line.label);
	await page.getByRole('button', { name: 'Witwenpensionskasse' }).click();
	await expect(page.locator('output')).toHaveText('langes-wort');
});
