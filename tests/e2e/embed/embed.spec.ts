import { expect, test, type Frame, type Page } from '@playwright/test';
import { everyThird, rotate } from '../support/sample.ts';
import { useHost } from '../support/host.ts';
import { findLabelFaults, readLabels } from '../support/labels.ts';
import {
	allIds,
	clickOn,
	drawnIds,
	holdRequests,
	idsOf,
	timeline,
	waitForHydration
} from '../support/support.ts';
import { sampleLine, samplePair, smallLine } from '../support/samples.ts';

const { events, lines } = timeline;
const onLine = (id: string) => events.filter((event) => event.lines.includes(id));
const { id: LINE } = sampleLine();
const { id: SMALL, label: SMALL_LABEL } = smallLine();
const [event, other] = samplePair();

const visit = useHost();

interface Message {
	data: { type?: string; sentinel?: string; height?: number };
	isFromFrame: boolean;
	origin: string;
}

interface Options {
	/** attributes of the iframe */
	attributes?: string;
	/** HTML before the iframe */
	before?: string;
	width?: number;
	height?: number;
}

/** Opens a page of another origin with the embed in a frame, and waits until its `main` is visible. */
async function embed(page: Page, address: string, options: Options = {}) {
	const { attributes = '', before = '', width = 600, height = 400 } = options;
	const html = `
		<script>
			window.messages = [];
			addEventListener('message', ({ data, source, origin }) => messages.push({
				data, origin, isFromFrame: source === document.querySelector('iframe').contentWindow
			}));
		</script>
		${before}
		<iframe src="${address}" width="${width}" height="${height}" style="border: 0" ${attributes}></iframe>`;
	await visit(page, html);
	const frame = frameOf(page, address);
	await expect(frame.locator('main')).toBeVisible();
	return frame;
}

function frameOf(page: Page, address: string): Frame {
	const frame = page.frames().find((one) => one.url().startsWith(address.split('?')[0]!));
	if (!frame) throw new Error('The frame has not loaded.');
	return frame;
}

/** Clicks a mark's label and waits for its card; the frame is in another process, so the host page has the pointer. */
async function choose(frame: Frame, id: string) {
	const mark = frame.locator(`[data-timeline] [data-event="${id}"]`);
	await mark.locator('.label').first().click();
	await expect(frame.locator(`article[data-event="${id}"]`)).toBeVisible();
}

function messages(page: Page) {
	return page.evaluate(() => (window as unknown as { messages: Message[] }).messages);
}

async function lastHeights(page: Page) {
	const all = await messages(page);
	const amp = all.filter(({ data }) => data.sentinel === 'amp' && data.type === 'embed-size');
	const own = all.filter(({ data }) => data.type === 'timeline:height');
	return [amp.at(-1)?.data.height ?? 0, own.at(-1)?.data.height ?? 0];
}

/** Waits until the heights last reported to the host match the content's to within 1 px. */
async function expectReportedHeight(page: Page, frame: Frame) {
	await expect
		.poll(async () => {
			const content = await frame.evaluate(
				() => document.documentElement.getBoundingClientRect().height
			);
			return Math.max(...(await lastHeights(page)).map((reported) => Math.abs(reported - content)));
		})
		.toBeLessThanOrEqual(1);
}

for (const width of rotate([320, 600], 0)) {
	test(`an embed reports its height to the host, and again when it changes, ${width} px wide`, async ({
		page,
		baseURL
	}) => {
		const frame = await embed(page, `${baseURL}/embed/?line=${LINE}`, { width, height: 200 });
		await waitForHydration(frame);
		await expectReportedHeight(page, frame);
		const before = Math.max(...(await lastHeights(page)));
		expect(before).toBeGreaterThan(200);

		await choose(frame, event.id);
		await expectReportedHeight(page, frame);
		expect(Math.max(...(await lastHeights(page)))).toBeGreaterThan(before);

		await frame.getByRole('button', { name: 'Close' }).click();
		await expect.poll(async () => Math.max(...(await lastHeights(page)))).toBe(before);
		for (const { isFromFrame, origin } of await messages(page)) {
			expect(isFromFrame).toBe(true);
			expect(origin).toBe(baseURL);
		}
	});
}

test('a frame that follows the reported height shows everything without a scroll bar', async ({
	page,
	baseURL
}) => {
	const before = `<script>
		addEventListener('message', ({ data }) => {
			if (data.type === 'timeline:height') document.querySelector('iframe').height = data.height;
		});
	</script>`;
	const frame = await embed(page, `${baseURL}/embed/?line=${LINE}`, { before, height: 100 });
	await waitForHydration(frame);
	await choose(frame, event.id);
	await expectReportedHeight(page, frame);
	await expect
		.poll(() =>
			frame.evaluate(() => {
				const { scrollHeight, clientHeight, scrollWidth, clientWidth } = document.documentElement;
				return [scrollHeight - clientHeight, scrollWidth - clientWidth];
			})
		)
		.toEqual([0, 0]);
});

test('an embed shows what its address names', async ({ page }) => {
	await test.step('the filter is taken from the query or the path', async () => {
		const { status } = onLine(LINE).at(-1) ?? event;
		for (const [path, expected] of [
			['/embed/', allIds],
			[`/embed/?line=${LINE},${SMALL}`, idsOf([...new Set([...onLine(LINE), ...onLine(SMALL)])])],
			[`/embed/?status=${status}`, idsOf(events.filter((one) => one.status === status))],
			[`/embed/line/${SMALL}/`, idsOf(onLine(SMALL))],
			[
				`/embed/line/${LINE}/?status=${status}`,
				idsOf(onLine(LINE).filter((one) => one.status === status))
			]
		] as const) {
			await page.goto(path);
			await waitForHydration(page);
			await expect.poll(() => drawnIds(page), { message: path }).toEqual(expected);
		}
		await page.goto(`/embed/event/${event.id}/`);
		await expect(page.locator(`article[data-event="${event.id}"] blockquote`)).toHaveCount(
			event.evidence.length
		);
	});

	await test.step('a plain embed has the chart and the footer, but no title', async () => {
		await page.goto('/embed/?plain');
		await waitForHydration(page);
		await expect(page.getByRole('heading')).toHaveCount(0);
		await expect(page.getByText('happened', { exact: true })).toHaveCount(0);
		expect(await drawnIds(page)).toEqual(allIds);
		await expect(page.getByRole('contentinfo').getByRole('link')).toBeVisible();
	});

	await test.step('invalid values are ignored', async () => {
		await page.goto('/embed/?line=no-such-line&theme=sepia&event=nothing&from=soon&status=');
		await waitForHydration(page);
		expect(await drawnIds(page)).toEqual(allIds);
		await expect(page.locator('article[data-event]')).toHaveCount(0);
	});

	await test.step('when nothing matches, a message says so, and the embed still links to the timeline', async () => {
		await page.goto(`/embed/?line=${SMALL}&q=xyzzy`);
		await expect(page.getByText(`No events match “xyzzy” in ${SMALL_LABEL}.`)).toBeVisible();
		await expect(page.getByRole('contentinfo').getByRole('link')).toHaveAttribute(
			'href',
			`/?line=${SMALL}&q=xyzzy`
		);
	});
});

test('an embed has its chart, quotations and a footer, and nothing else of the site', async ({
	page
}) => {
	await page.goto(`/embed/?line=${LINE}`);
	await waitForHydration(page);

	await test.step('an embed has a footer with a link, but no site navigation or search, and is not indexed', async () => {
		await expect(page.getByRole('navigation')).toHaveCount(0);
		await expect(page.getByRole('searchbox')).toHaveCount(0);
		await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', /noindex/);
		const footer = page.getByRole('contentinfo');
		await expect(footer).toContainText('Each event links to the words it rests on. Open');
		await expect(footer.getByRole('link')).toHaveText(/^Open the timeline/);
	});

	await test.step('its head has the number of events and articles, and the statuses of the key, above the chart', async () => {
		await expect(page.getByRole('banner')).toHaveText(/\d+ of \d+ events from \d+ articles?$/);
		const key = await page.locator('[data-sign="happened"]').boundingBox();
		const chart = await page.locator('[data-timeline]').boundingBox();
		expect(key!.y + key!.height).toBeLessThanOrEqual(chart!.y);
	});

	await test.step('choosing a mark shows its quotations in the embed, and choosing it again hides them', async () => {
		const mark = (id: string) => page.locator(`[data-timeline] [data-event="${id}"]`);
		await clickOn(page, mark(event.id));
		const card = page.locator(`article[data-event="${event.id}"]`);
		await expect(card.locator('blockquote[data-evidence]')).toHaveCount(event.evidence.length);
		await expect(card.getByRole('heading')).toHaveText(event.title);
		for (const link of await card.getByRole('link').all())
			await expect(link).toHaveAttribute('target', '_blank');

		await clickOn(page, mark(other.id));
		await expect(page.locator('article[data-event]')).toHaveCount(1);
		await expect(page.locator(`article[data-event="${other.id}"]`)).toBeVisible();
		await clickOn(page, mark(other.id));
		await expect(page.locator('article[data-event]')).toHaveCount(0);
	});
});

test('an embed works in a sandbox that allows only scripts', async ({ page, baseURL }) => {
	const problems: string[] = [];
	page.on('pageerror', (error) => problems.push(String(error)));
	page.on('console', (message) => {
		if (message.type() === 'error') problems.push(message.text());
	});
	const frame = await embed(page, `${baseURL}/embed/?line=${LINE}`, {
		attributes: 'sandbox="allow-scripts"'
	});
	await waitForHydration(frame);
	expect(await frame.evaluate(() => window.origin)).toBe('null');
	await expect.poll(() => drawnIds(frame)).toEqual(idsOf(onLine(LINE)));
	await choose(frame, event.id);
	await expect(frame.locator('blockquote[data-evidence]')).toHaveCount(event.evidence.length);
	await choose(frame, other.id);
	await expectReportedHeight(page, frame);
	expect(problems).toEqual([]);
});

test('choosing a mark keeps the host’s scroll position, history and back button', async ({
	page,
	baseURL
}) => {
	await page.setViewportSize({ width: 800, height: 500 });
	await visit(page, 'first');
	const first = page.url();
	const frame = await embed(page, `${baseURL}/embed/?line=${LINE}`, {
		before: '<p style="height: 300px; margin: 0">Before</p>',
		height: 900
	});
	await waitForHydration(frame);
	const before = await page.evaluate(() => history.length);
	await page.evaluate(() => window.scrollTo(0, 200));
	await choose(frame, event.id);
	await expectReportedHeight(page, frame);
	expect(await page.evaluate(() => window.scrollY)).toBe(200);
	await choose(frame, other.id);
	await frame.getByRole('button', { name: 'Close' }).click();
	await expect(frame.locator('article[data-event]')).toHaveCount(0);
	expect(await page.evaluate(() => history.length)).toBe(before);
	await page.goBack();
	await expect(page).toHaveURL(first);
});

test('an embed neither takes the focus nor scrolls its host', async ({ page, baseURL }) => {
	const frame = await embed(page, `${baseURL}/embed/?line=${LINE}&event=${event.id}`, {
		before: '<input autofocus><p style="height: 3000px">Much to read</p>'
	});
	await waitForHydration(frame);
	await expect(frame.locator(`article[data-event="${event.id}"]`)).toBeAttached();
	await expect(page.locator('input')).toBeFocused();
	expect(await page.evaluate(() => window.scrollY)).toBe(0);
});

test('an embed is light, dark, or follows the system’s colour scheme', async ({ page }) => {
	const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
	const [light, dark] = ['rgb(251, 249, 244)', 'rgb(22, 20, 18)'];
	for (const [theme, onLight, onDark] of [
		['', light, light],
		['?theme=light', light, light],
		['?theme=dark', dark, dark],
		['?theme=auto', light, dark]
	] as const) {
		await page.goto(`/embed/line/${SMALL}/${theme}`);
		await waitForHydration(page);
		for (const [colorScheme, expected] of [
			['light', onLight],
			['dark', onDark]
		] as const) {
			await page.emulateMedia({ colorScheme });
			await expect.poll(ground, { message: `${theme} on a ${colorScheme} machine` }).toBe(expected);
		}
	}
});

test('labels never overlap or leave the frame, at any width', async ({ page }) => {
	const paths = ['/embed/', ...lines.map(({ id }) => `/embed/line/${id}/`)];
	for (const path of everyThird(paths)) {
		await page.goto(path);
		await waitForHydration(page);
		for (const width of [320, 360, 600, 1100]) {
			await page.setViewportSize({ width, height: 600 });
			await expect
				.poll(async () => findLabelFaults(await readLabels(page)), {
					message: `${path} ${width} px wide`
				})
				.toEqual([]);
		}
	}
});

test('an embed never shows the unfiltered chart or another theme before its own', async ({
	page
}) => {
	const release = await holdRequests(page, '**/*.js');
	await page.goto(`/embed/?line=${SMALL}&theme=dark`, { waitUntil: 'commit' });
	const chart = page.locator('.embed');
	await expect(chart).toBeAttached();
	await expect(chart).toBeHidden();
	expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe(
		'dark'
	);
	release();
	await expect(chart).toBeVisible();
	expect(await drawnIds(page)).toEqual(idsOf(onLine(SMALL)));
});

test('an embed without a filter, or whose scripts fail to load, shows the prerendered chart', async ({
	page
}) => {
	await page.route('**/*.js', (route) => route.abort());
	await page.goto('/embed/');
	await expect(page.locator('.embed')).toBeVisible();
	await page.goto(`/embed/?line=${SMALL}`);
	await expect(page.locator('.embed')).toBeVisible({ timeout: 8000 });
});
