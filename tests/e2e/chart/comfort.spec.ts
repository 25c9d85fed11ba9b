/** User preferences (text spacing, text size, zoom, colours, motion), and what pages announce to screen readers. */
import { expect, type Page } from '@playwright/test';
import { isBuilt, test } from '../support/html.ts';
import { rotate } from '../support/sample.ts';
import {
	anEvent,
	laneOf,
	languages,
	literal,
	mentions,
	onLines,
	sampleLine,
	sampleWord,
	TALL
} from '../support/samples.ts';
import {
	DESKTOP,
	entry,
	find,
	need,
	waitForHydration,
	open,
	PHONE,
	resize,
	settled,
	timeline
} from '../support/support.ts';

const source = timeline.sources.find(({ language }) => language !== timeline.language);
/** In another language than the data, if there is one. */
const foreign = source ?? timeline.sources[0]!;
const STORY_AT_EVENT = `/?event=${anEvent.id}`;
const PAGES = {
	'the story': ['/', STORY_AT_EVENT],
	'other pages': [
		'/table/',
		...(isBuilt('/promises/') ? ['/promises/'] : []),
		`/event/${anEvent.id}/`,
		`/source/${foreign.id}/`,
		'/open/',
		'/about/',
		'/share/',
		'/404.html'
	],
	embeds: [`/embed/?event=${anEvent.id}`, `/embed/line/${anEvent.lines[0]}/`]
};

async function visit(page: Page, path: string) {
	await page.goto(path);
	// opened at an event in so low a window, the story has no chart but a folded bar
	if (path === STORY_AT_EVENT) await expect(page.locator('[data-bar]')).toBeVisible();
	else if (await page.locator('[data-timeline]').count()) await waitForHydration(page);
	await settled(() => page.evaluate(() => [document.body.scrollHeight, scrollY]));
}

/** Lists what is cut off: content larger than a box with hidden overflow, and text that leaves the window. */
function cutOff(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const found: string[] = [];
		const root = document.documentElement;
		if (root.scrollWidth > innerWidth) found.push(`the page is ${root.scrollWidth} px wide`);
		// the bar repeats the list in an abbreviated form, and the key's one line the key below the chart
		const excluded =
			'.visually-hidden, [data-bar], .key.on-screen > ul, svg, select, option, iframe, .skip';
		for (const element of document.querySelectorAll<HTMLElement>('body *')) {
			if (element.closest(excluded) || !element.checkVisibility()) continue;
			const { overflowX, overflowY } = getComputedStyle(element);
			const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element;
			const name = `<${element.localName}> ${element.textContent.trim().slice(0, 40)}`;
			if (/hidden|clip/.test(overflowX) && scrollWidth > clientWidth + 1)
				found.push(`${name} is cut at its side`);
			if (/hidden|clip/.test(overflowY) && scrollHeight > clientHeight + 1)
				found.push(`${name} is cut below`);
			const text = element.querySelector(':scope > *') ? null : element;
			const box = text?.getBoundingClientRect();
			if (box && box.width > 0 && !element.closest('.controls') && box.right > innerWidth + 1)
				found.push(`${name} ends ${Math.round(box.right - innerWidth)} px out of the window`);
			// text must not overflow its button
			if (element.matches('button') && scrollWidth > element.offsetWidth + 1)
				found.push(`${name} is wider than its button`);
		}
		return found;
	});
}

/** Text spacing of WCAG 1.4.12, adopted like a user style sheet: the policy forbids injected style elements. */
function setSpacing(page: Page, isOn: boolean) {
	return page.evaluate((isOn) => {
		const sheet = new CSSStyleSheet();
		sheet.replaceSync(
			`* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
			p { margin-bottom: 2em !important }`
		);
		document.adoptedStyleSheets = isOn ? [sheet] : [];
	}, isOn);
}

/** Simulates text-only zoom to twice the size. */
function doubleText(page: Page) {
	return page.evaluate(() => {
		const elements = [...document.querySelectorAll<HTMLElement>('body, body *:not(svg *)')];
		const sizes = elements.map((element) => parseFloat(getComputedStyle(element).fontSize));
		for (const [index, element] of elements.entries())
			element.style.setProperty('font-size', `${2 * sizes[index]!}px`, 'important');
	});
}

/** Waits until nothing is cut off: the chart follows a new width a few frames later. */
async function expectWhole(page: Page) {
	await expect.poll(() => cutOff(page)).toEqual([]);
}

/** @param viewports in which the text spacing is tried */
async function expectWholeInAll(page: Page, viewports: (typeof PHONE)[]) {
	await test.step('400 % zoom of 1280 px (320 CSS px): the page only scrolls vertically', async () => {
		await expectWhole(page);
		const bar = page.locator('[data-bar]');
		if (await bar.count())
			await expect.poll(async () => (await bar.boundingBox())!.height).toBeLessThan(0.5 * 256);
	});
	await test.step('text spacing of WCAG 1.4.12', async () => {
		await setSpacing(page, true);
		for (const viewport of viewports) {
			await resize(page, viewport);
			await expectWhole(page);
		}
		await setSpacing(page, false);
	});
	await test.step('text of twice the size', async () => {
		await resize(page, DESKTOP);
		await doubleText(page);
		await expectWhole(page);
	});
}

for (const [name, paths] of Object.entries(PAGES))
	test(`nothing of ${name} is cut off with other text spacing, zoom or text size`, async ({
		page
	}) => {
		test.slow();
		for (const [index, path] of paths.entries())
			await test.step(path, async () => {
				await page.setViewportSize({ width: 320, height: 256 });
				await visit(page, path);
				await expectWholeInAll(page, rotate([PHONE, DESKTOP], index));
			});
	});

test('in forced colours, shapes, the selection and the focus are distinguishable', async ({
	page
}) => {
	const promised = find(
		'announced event in a lane with one that happened on a known day',
		({ status, date, lines: [lane] }) =>
			status === 'announced' &&
			!date.approximate && // whose mark shows no status
			laneOf(lane!).some((one) => one.status === 'happened' && one.date.start === one.date.end)
	);
	const [line] = promised.lines;

	const system = (name: string) =>
		page.evaluate((color) => {
			const probe = document.body.appendChild(document.createElement('i'));
			probe.style.cssText = `color: ${color}; forced-color-adjust: none`;
			const { color: found } = getComputedStyle(probe);
			probe.remove();
			return found;
		}, name);
	const style = (selector: string, name: 'fill' | 'stroke' | 'backgroundColor') =>
		page
			.locator(selector)
			.first()
			.evaluate((node, key) => getComputedStyle(node)[key], name);
	const SCHEMES = ['light', 'dark'] as const;

	await page.emulateMedia({ forcedColors: 'active' });
	await open(page, `/embed/line/${line}/?event=${promised.id}`);
	await page.keyboard.press('Tab');
	for (const colorScheme of SCHEMES) {
		await page.emulateMedia({ forcedColors: 'active', colorScheme });
		const [canvas, text, highlight] = await Promise.all(
			['Canvas', 'CanvasText', 'Highlight'].map(system)
		);
		expect(canvas).not.toBe(text);
		expect(await style('[data-timeline] .solid', 'fill')).toBe(text);
		expect(await style('[data-timeline] :is(.hollow, .edge)', 'stroke')).toBe(text);
		expect(await style('[data-timeline] .ring', 'fill')).toBe(highlight);

		await expect.poll(() => style('[data-timeline] a:focus .hit', 'stroke')).toBe(text);
	}

	await open(page, `/?line=${line}`);
	for (const colorScheme of SCHEMES) {
		await page.emulateMedia({ forcedColors: 'active', colorScheme });
		const highlight = await system('Highlight');
		const chip = 'button[aria-pressed=true]';
		expect(await style(chip, 'backgroundColor')).toBe(highlight);
		expect(await style('button[aria-pressed=false]', 'backgroundColor')).not.toBe(highlight);
	}
});

test('a mark’s tooltip can be hovered, stays open and closes with Escape', async ({ page }) => {
	await page.setViewportSize({ ...DESKTOP, height: TALL });
	await page.clock.install();
	await open(page, '/embed/');
	const spot = await page.locator('[data-timeline] a[data-event] .solid').evaluateAll((shapes) => {
		const spots = shapes.map((shape) => {
			const { x, y, width, height } = shape.getBoundingClientRect();
			return { shape, width, x: x + width / 2, y: y + height / 2 };
		});
		// from the middle of a wide one, the way to its tooltip leads over others
		const isFree = ({ shape, width, x, y }: (typeof spots)[number]) =>
			width < 20 && shape.closest('a')!.contains(document.elementFromPoint(x, y));
		const free = spots.find(isFree);
		return free && { x: free.x, y: free.y };
	});
	const { x, y } = need('mark that nothing covers', spot, { x: 0, y: 0 });
	await page.mouse.move(x, y);
	const card = page.locator('[data-card]');
	await expect(card).toBeVisible();
	const box = (await card.boundingBox())!;
	await page.mouse.move(box.x + 20, box.y + box.height / 2, { steps: 8 });
	await page.clock.runFor(600); // longer than the tooltip's grace period
	await expect(card).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(card).toHaveCount(0);
});

test('with reduced motion nothing is animated, and only the number of events is announced', async ({
	page
}) => {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await open(page);
	await test.step('the number of events is announced politely, and nothing else is announced', async () => {
		const status = page.getByRole('status').filter({ hasText: /shown/ });
		const { id, label } = sampleLine();
		const count = timeline.events.length;
		await page.getByRole('button', { name: new RegExp(`^${literal(label)} \\d`) }).click();
		await expect(status).toHaveText(`${onLines(id).length} of ${count} events shown.`);
		const word = sampleWord(onLines(id));
		await page.getByRole('searchbox').fill(word);
		const found = onLines(id).filter((one) => mentions(one, word));
		await expect(status).toHaveText(`${found.length} of ${count} events shown.`);
		// no assertive announcements, except the page title that SvelteKit announces at the first change of the address
		const assertive = page.locator(
			'[role=alert], [role=log], [aria-live=assertive]:not(#svelte-announcer)'
		);
		expect((await assertive.allTextContents()).join('').trim()).toBe('');
		expect(await page.locator('[role=status] :is(article, a)').count()).toBe(0);
	});
	await page.getByRole('button', { name: 'Clear', exact: true }).click();
	await expect(page).toHaveURL((url) => url.search === '');

	await test.step('nothing is animated', async () => {
		await page.evaluate(() => {
			const seen: string[] = [];
			Object.assign(window, { seen });
			for (const type of ['transitionrun', 'animationstart'])
				document.addEventListener(type, (event) => {
					const [animation] = (event.target as Element).getAnimations();
					const duration = Number(animation?.effect?.getComputedTiming().duration ?? 0);
					if (duration > 1) seen.push(`${type} of ${(event.target as Element).localName}`);
				});
		});
		const { id } = find('late event', ({ chapter }) => chapter === timeline.chapters.at(-1)!.id);
		await page.locator(`[data-timeline] a[data-event="${id}"]`).first().focus();
		await page.keyboard.press('Enter');
		await expect(entry(page, id).locator('blockquote').first()).toBeInViewport();
		const previous = timeline.chapters.length - 1;
		const chapter = need('second chapter', timeline.chapters[previous - 1], timeline.chapters[0]!);
		const bar = page.locator('[data-bar]');
		await bar.getByRole('button', { name: timeline.chapters.at(-1)!.title }).click();
		await bar.getByRole('listitem').getByRole('button', { name: chapter.title }).click();
		await expect(bar).toContainText(chapter.title);
		expect(await page.evaluate(() => (window as unknown as { seen: string[] }).seen)).toEqual([]);
		expect(
			await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior)
		).toBe('auto');
	});
});

test('quotations declare their language, on pages in each language', async ({ page, readPage }) => {
	const quotedIn = (document: Document) => ({
		language: document.documentElement.lang,
		title: document.querySelector('h1')?.textContent,
		titleLanguage: document.querySelector('h1')?.closest('[lang]')?.getAttribute('lang'),
		quoted: [...document.querySelectorAll('blockquote[data-evidence]')].map((node) => ({
			cite: node.getAttribute('cite'),
			lang: node.closest('[lang]')!.getAttribute('lang')
		}))
	});

	const check = ({ language, quoted }: ReturnType<typeof quotedIn>, tag: string) => {
		expect(language).toBe(tag);
		for (const { cite, lang } of quoted)
			expect(lang, cite!).toBe(timeline.sources.find(({ url }) => url === cite)!.language);
	};
	const ofSource = `/source/${foreign.id}/`;
	for (const { path: language, page: tag } of languages) {
		for (const path of ['/', '/promises/', ofSource].filter((path) => isBuilt(language + path)))
			await test.step(language + path, async () =>
				check(await readPage(language + path, quotedIn), tag)
			);
		expect((await readPage(`${language}/`, quotedIn)).quoted.length).toBeGreaterThan(0);
		expect(await readPage(language + ofSource, quotedIn)).toMatchObject({
			title: foreign.title,
			titleLanguage: foreign.language
		});
	}
	// of a translation if there is one
	for (const { path: language, page: tag } of rotate(languages, 1))
		await test.step(`an embed in ${tag} that shows the event of its query`, async () => {
			await page.goto(`${language}/embed/line/${anEvent.lines[0]}/?event=${anEvent.id}`);
			await expect(page.locator('blockquote[data-evidence]').first()).toBeAttached();
			const live = await page.evaluateHandle(() => document);
			check(await live.evaluate(quotedIn), tag);
		});
});
