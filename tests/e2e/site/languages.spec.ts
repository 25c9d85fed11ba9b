import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import type { Timeline } from '../../../src/lib/model/types.ts';
import { htmlOf, isBuilt, test } from '../support/html.ts';
import { everyThird, rotate } from '../support/sample.ts';
import {
	bar,
	chartSvg,
	drawnIds,
	entry,
	idsOf,
	need,
	waitForHydration,
	open,
	resize,
	scrollToChapter,
	timeline
} from '../support/support.ts';
import { anEvent, languages, translations } from '../support/samples.ts';

/**
 * What the interface writes in a language: text of a date and of a mark's name, and its locale; languages without words of
 * the interface have English ones.
 */
const WRITTEN: Record<string, { date: RegExp; of: string; locale: string }> = {
	it: {
		date: /\b(gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre) \d{4}\b/,
		of: ' di ',
		locale: 'it_IT'
	},
	'zh-Hans': { date: /\d{4}年/, of: '共', locale: 'zh_CN' }
};
/** The languages of the build other than the root's that the interface has words in. */
const OTHERS = translations.flatMap((language) => {
	const written = WRITTEN[language.tag];
	return written ? [{ ...language, ...written }] : [];
});
const [ROOT] = languages as [(typeof languages)[0]];
const EVENT = anEvent.id;
const [LINE] = anEvent.lines as [string];
const firstOther = () => need('translation into Italian or Chinese', OTHERS[0], ROOT);

/** The dataset as the built site serves it in a language. */
const read = (id: string) =>
	JSON.parse(readFileSync(`build/${id}/data/timeline.json`, 'utf8')) as Timeline;

/** One page of every kind. */
const PAGES = [
	'/',
	'/table/',
	...(isBuilt('/promises/') ? ['/promises/'] : []),
	'/open/',
	'/about/',
	'/share/',
	`/event/${EVENT}/`,
	`/source/${timeline.sources.at(-1)!.id}/`,
	'/embed/',
	`/embed/line/${LINE}/`,
	`/embed/event/${EVENT}/`
];

/** Words identical in English: formats, units, names, Italian loanwords and homographs (Italian “Data” is a date). */
const SHARED =
	/^(JSON|CSV|BibTeX|RIS|CSL-JSON|iCalendar|TimelineJS|Markdown|EDTF|PNG|SVG|APA|MLA|Chicago|px|Data|Link|feed|schema)$/;

/** What differs between the languages of a page. */
const headOf = (document: Document) => ({
	language: document.documentElement.lang,
	title: document.title,
	heading: document.querySelector('h1, h2')!.textContent
});

/** All text and accessible names in a document, except in elements marked as another language. */
function textsIn(document: Document): string[] {
	const foreign = 'script, style, noscript, code, pre, [lang]:not(html), select[data-values]';
	const texts: (string | null)[] = [];
	const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
	while (walker.nextNode()) {
		if (walker.currentNode.parentElement!.closest(foreign)) continue;
		texts.push(walker.currentNode.textContent);
	}
	for (const element of document.querySelectorAll('body *')) {
		if (element.closest(foreign)) continue;
		for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-description'])
			texts.push(element.getAttribute(name));
	}
	const clean = texts.map((text) => (text ?? '').replace(/\s+/g, ' ').trim());
	return [...new Set(clean)].filter((text) => /\p{L}{2}/u.test(text));
}

/** The texts of a live page, those added by its scripts included. */
async function textsOf(page: Page): Promise<string[]> {
	const live = await page.evaluateHandle(() => document);
	return live.evaluate(textsIn);
}

/**
 * Lists the texts left in English. Between commas and quotation marks, a text may have parts that are identical in both
 * languages in the data: names and quotations.
 */
function untranslated(texts: string[], english: string[], shared: string[]): string[] {
	const isShared = (part: string) =>
		SHARED.test(part) ||
		shared.some((one) => one === part || (part.length > 12 && one.includes(part)));
	return texts.filter((text) => {
		const isAddress = /^(https?:\/\/)?([\w-]+\.)+[a-z]+(\/\S*)?$/.test(text);
		const parts = text.split(/[,.:·“”()]+/).map((part) => part.trim());
		return (
			english.includes(text) &&
			!isAddress &&
			!parts.every((part) => !/\p{L}/u.test(part) || isShared(part))
		);
	});
}

/** All strings in a dataset, at any depth. */
function stringsIn(value: unknown): string[] {
	if (typeof value === 'string') return [value];
	return typeof value === 'object' && value ? Object.values(value).flatMap(stringsIn) : [];
}

test('every kind of page is translated completely', async ({ readPage }) => {
	firstOther();
	for (const [index, path] of PAGES.entries()) {
		const [english, texts] = [await readPage(path, headOf), await readPage(path, textsIn)];
		for (const { id, tag } of rotate(OTHERS, index))
			await test.step(`/${id}${path}`, async () => {
				const other = await readPage(`/${id}${path}`, headOf);
				expect(other.language).toBe(tag);
				// a source page keeps the article's title, and an embed has the company's
				if (!/^\/(source|embed)\//.test(path)) {
					expect(other.title).not.toBe(english.title);
					if (path !== '/') expect(other.heading).not.toBe(english.heading);
				}
				const left = await readPage(`/${id}${path}`, textsIn);
				expect(untranslated(left, texts, stringsIn(read(id)))).toEqual([]);
			});
	}
});

test('menus, panels and forms are translated', async ({ page }) => {
	test.slow();
	firstOther();
	const textsOfStory = async (start: string) => {
		await open(page, `${start}/?line=${LINE}`);
		await page.locator('#main button[popovertarget]:visible').first().click();
		await page.locator('#main details:not(.proof, .rest, .why) > summary').click();
		await expect(
			page.locator('#main details:not(.proof, .rest, .why) button').first()
		).toBeVisible();
		return textsOf(page);
	};
	const textsOfTable = async (start: string) => {
		await page.goto(`${start}/table/`);
		await expect(page.locator('thead button').first()).toBeVisible();
		return textsOf(page);
	};
	for (const [index, unfold] of [textsOfStory, textsOfTable].entries()) {
		const english = await unfold('');
		for (const { id } of rotate(OTHERS, index))
			await test.step(`/${id}`, async () => {
				const left = untranslated(await unfold(`/${id}`), english, stringsIn(read(id)));
				expect(left).toEqual([]);
			});
	}
});

for (const { id, tag, date, of, locale } of OTHERS) {
	const translated = read(id);

	test.describe(`in ${tag}`, () => {
		test('the name of a mark is translated: title, date, line and position', async ({
			readPage
		}) => {
			const { title, date: when, lines } = translated.events.find((one) => one.id === EVENT)!;
			const name = await readPage(
				`/${id}/`,
				(document, event) =>
					document
						.querySelector(`[data-timeline] [data-event="${event}"]`)!
						.getAttribute('aria-label'),
				EVENT
			);
			const line = translated.lines.find((one) => one.id === lines[0])!.label;
			for (const part of [title, when.label, line, of, String(translated.events.length)])
				expect(name).toContain(part);
		});

		test('the dataset differs only in its text', async ({ readPage }) => {
			expect(translated.language).toBe(tag);
			expect(idsOf(translated.events)).toEqual(idsOf(timeline.events));
			for (const [index, event] of timeline.events.entries()) {
				const other = translated.events[index]!;
				expect(other.date).toMatchObject({ edtf: event.date.edtf, start: event.date.start });
				expect(other.summary).not.toBe(event.summary);
				expect(other.evidence.map(({ exact }) => exact)).toEqual(
					event.evidence.map(({ exact }) => exact)
				);
				for (const { source, translation } of other.evidence) {
					const { language } = translated.sources.find((one) => one.id === source)!;
					if (language !== tag) expect(translation).toBeTruthy();
				}
			}
			expect(translated.events.map((event) => event.date.label).join()).toMatch(date);
			const { label } = translated.events.find((one) => one.id === EVENT)!.date;
			const shown = await readPage(`/${id}/event/${EVENT}/`, (document) =>
				document.querySelector('article .date')!.textContent.trim()
			);
			expect(shown).toBe(label);
		});

		test('feed, oEmbed, JSON-LD, pictures and calendar are translated', async ({ request }) => {
			const get = async (path: string) => {
				const response = await request.get(path);
				expect(response.status(), path).toBe(200);
				return response.text();
			};
			const feed = await get(`/${id}/feed.xml`);
			expect(feed).toContain(`<link rel="self" href="http://localhost:4173/${id}/feed.xml"/>`);
			expect(feed).not.toContain('changes to the data');
			const page = await get(`/${id}/event/${EVENT}/`);
			expect(page).toContain(`"inLanguage":"${tag}"`);
			expect(page).toContain(`og:locale" content="${locale}"`);
			const oembed = JSON.parse(await get(`/${id}/oembed/event/${EVENT}.json`)) as Record<
				string,
				string
			>;
			expect(oembed.html).toContain(`src="http://localhost:4173/${id}/embed/event/${EVENT}/"`);
			expect(oembed.provider_url).toBe(`http://localhost:4173/${id}/`);
			expect(oembed.title).toContain(translated.events.find((one) => one.id === EVENT)!.title);
			expect(oembed.title).not.toContain('Timeline');
			const dayExact = translated.events.find((one) => /^\d{4}-\d\d-\d\d$/.test(one.date.edtf));
			const inCalendar = translated.lines.find((one) => dayExact?.lines.includes(one.id));
			if (inCalendar) expect(await get(`/${id}/data/events.ics`)).toContain(inCalendar.label);
			const picture = await request.get(`/${id}/pictures/${EVENT}.png`);
			expect(await picture.body()).not.toEqual(
				await (await request.get(`/pictures/${EVENT}.png`)).body()
			);
		});
	});
}

test('each page lists its alternates in every language, and all alternates list the same', async ({
	readPage
}) => {
	const alternatesOf = (path: string) =>
		readPage(path, (document) =>
			Object.fromEntries(
				[...document.querySelectorAll<HTMLLinkElement>('link[rel=alternate][hreflang]')].map(
					({ hreflang, href }) => [hreflang, new URL(href).pathname]
				)
			)
		);
	firstOther();
	for (const path of PAGES.filter((path) => !path.startsWith('/embed'))) {
		const alternates = await alternatesOf(path);
		expect(alternates).toEqual({
			...Object.fromEntries(languages.map((language) => [language.tag, language.path + path])),
			'x-default': path
		});
		for (const { id } of translations)
			expect(await alternatesOf(`/${id}${path}`)).toEqual(alternates);
	}
});

for (const [index, javaScriptEnabled] of [true, false].entries())
	test.describe(`${javaScriptEnabled ? 'with' : 'without'} scripts`, () => {
		test.use({ javaScriptEnabled });

		test('every page links at its top to the same page in the other languages', async ({
			page
		}) => {
			need('translation', translations[0], undefined);
			const last = `/event/${EVENT}/`;
			for (const path of [...rotate(['/table/', '/'], index), last]) {
				await page.goto(path);
				for (const { name, id, tag } of translations) {
					const link = page.getByRole('link', { name, exact: true }).first();
					await expect(link).toBeInViewport();
					await expect(link).toHaveAttribute('lang', tag);
					await expect(link).toHaveAttribute('hreflang', tag);
					await expect(link).toHaveAttribute('href', `/${id}${path}`);
				}
			}
			const { name, path, page: tag } = translations.at(-1)!;
			await page.getByRole('link', { name, exact: true }).first().click();
			await expect(page).toHaveURL(path + last);
			await expect(page.locator('html')).toHaveAttribute('lang', tag);
			await page.getByRole('link', { name: ROOT.name, exact: true }).first().click();
			await expect(page).toHaveURL(last);
		});
	});

for (const [language, { path, name }] of languages.entries())
	test(`in ${name} the bar shows the whole title of each chapter, at any width`, async ({
		page
	}) => {
		const dataset = read(path.slice(1));
		await open(page, `${path}/`);
		// of the chapters, each width has another third
		const widths = [320, 390, 1280].map((width, offset) => ({ width, offset }));
		for (const { width, offset } of rotate(widths, language))
			await test.step(`${width} px wide`, async () => {
				await resize(page, { width, height: 844 });
				for (const chapter of everyThird(dataset.chapters, offset)) {
					await scrollToChapter(page, chapter.id, dataset);
					const missing = await bar(page)
						.locator('header strong')
						.evaluate(({ parentElement: place }) => {
							const { clientWidth, clientHeight, style } = place!;
							style.webkitLineClamp = 'none'; // a clamped element reports no overflow
							const missing = [
								place!.scrollWidth - clientWidth,
								place!.scrollHeight - clientHeight
							];
							style.webkitLineClamp = '';
							return Math.max(...missing);
						});
					expect(missing, `px of “${chapter.title}” that are cut`).toBeLessThanOrEqual(0);
				}
			});
	});

test('changing the language keeps the filter, the selection and the search', async ({ page }) => {
	const other = firstOther();
	const query = `?line=${LINE}&status=${anEvent.status}&event=${EVENT}&theme=dark`;
	await open(page, `/${query}#${EVENT}`);
	const shown = await drawnIds(page);
	await page.getByRole('link', { name: other.name }).first().click();
	await expect(page).toHaveURL((url) => url.pathname === `${other.path}/`);
	await waitForHydration(page);
	const { searchParams, hash } = new URL(page.url());
	expect(Object.fromEntries(searchParams)).toEqual({
		line: LINE,
		status: anEvent.status,
		event: EVENT,
		theme: 'dark'
	});
	expect(hash).toBe(`#${EVENT}`);
	expect(shown).toContain(EVENT);
	expect(await drawnIds(page)).toContain(EVENT);
	await expect(entry(page, EVENT).locator('blockquote').first()).toBeVisible();
});

test.describe('an embed with a lang parameter', () => {
	test('redirects to that language before it paints anything', async ({ page }) => {
		const painted: string[] = [];
		await page.exposeFunction('reportPaint', (path: string) => painted.push(path));
		await page.addInitScript(() => {
			const report = (window as unknown as { reportPaint: (path: string) => void }).reportPaint;
			new PerformanceObserver((list) => {
				for (const { name } of list.getEntries())
					if (name === 'first-contentful-paint') report(location.pathname);
			}).observe({ type: 'paint', buffered: true });
		});
		// a slow response leaves the first page enough time to paint
		const { id, page: tag, path } = need('translation', translations[0], ROOT);
		const frame = `/embed/line/${LINE}/`;
		await page.route(`**${path}/embed/**`, async (route) => {
			await new Promise((done) => setTimeout(done, 1000));
			await route.continue();
		});
		await page.goto(`${frame}?lang=${id}&from=2016&theme=dark#?secret=abc`);
		await expect(page).toHaveURL(`${path}${frame}?from=2016&theme=dark#?secret=abc`);
		await expect(page.locator('html')).toHaveAttribute('lang', tag);
		await expect(chartSvg(page)).toHaveCount(1);
		await expect.poll(() => painted).toEqual([path + frame]);
	});

	test('also redirects in a sandbox that allows only scripts, without a history entry', async ({
		page
	}) => {
		const { id, page: tag } = need('translation', translations.at(-1), ROOT);
		await page.goto('/about/');
		const before = await page.evaluate(() => history.length);
		await page.evaluate((id) => {
			document.body.innerHTML = `<iframe sandbox="allow-scripts" src="/embed/?lang=${id}" width="600" height="500"></iframe>`;
		}, id);
		const frame = page.frameLocator('iframe');
		await expect(frame.locator('html')).toHaveAttribute('lang', tag);
		await expect(frame.locator('[data-timeline]').first()).toBeVisible();
		expect(await page.evaluate(() => history.length)).toBe(before);
	});

	test('does not redirect for this language, an unknown one, none, or an address', async ({
		page
	}) => {
		for (const language of [ROOT.id, 'tlh', '', '../it', 'https://evil.example'])
			await test.step(`“${language}”`, async () => {
				await page.goto(`/embed/line/${LINE}/?lang=${encodeURIComponent(language)}`);
				await waitForHydration(page);
				expect(new URL(page.url()).pathname).toBe(`/embed/line/${LINE}/`);
				await expect(page.locator('html')).toHaveAttribute('lang', ROOT.page);
			});
	});
});

test('the 404 page links to the site in each language', async ({ request, readPage }) => {
	const { path } = need('translation', translations[0], ROOT);
	const response = await request.get(`${path}/event/nothing/`);
	expect(response.status()).toBe(404);
	expect(await response.text()).toBe(htmlOf('/404.html'));
	const links = await readPage('/404.html', (document) =>
		[...document.querySelectorAll('main a')].map((link) => ({
			text: link.textContent.trim(),
			language: link.closest('main [lang]')?.getAttribute('lang'),
			address: link.getAttribute('href')
		}))
	);
	for (const { id, tag } of translations)
		expect(links).toContainEqual(expect.objectContaining({ language: tag, address: `/${id}/` }));
	expect(links).toContainEqual(expect.objectContaining({ text: 'the timeline', address: '/' }));
});
