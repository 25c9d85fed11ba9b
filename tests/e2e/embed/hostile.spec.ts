import { expect, test, type Page } from '@playwright/test';
import { drawn, fits, frameIn, send, useHost } from '../support/host.ts';
import { allIds, drawnIds, find, isAlive } from '../support/support.ts';

const visit = useHost();
const event = find('event of Mi MIX', ({ lines }) => lines[0] === 'mi-mix');

const MARKUP = `"><img src=x onerror="window.injected = 1"><script>window.injected = 1</script>`;
const LINK = 'javascript:window.injected=1';

/** Fails when something was put into the page, or something in it threw. */
function watch(page: Page): () => Promise<void> {
	const troubles: string[] = [];
	page.on('pageerror', (error) => troubles.push(String(error)));
	page.on('dialog', (dialog) => {
		troubles.push(dialog.message());
		void dialog.dismiss();
	});
	return async () => {
		expect(troubles).toEqual([]);
		for (const frame of page.frames()) {
			const found = await frame.evaluate(() => ({
				injected: 'injected' in window,
				elements: document.querySelectorAll('img, [onerror], [href^="javascript:" i]').length,
				prototype: Object.keys(Object.prototype)
			}));
			expect(found).toEqual({ injected: false, elements: 0, prototype: [] });
		}
	};
}

const hostile = (value: string) =>
	['line', 'status', 'source', 'from', 'to', 'event', 'view', 'theme']
		.map((parameter) => `${parameter}=${encodeURIComponent(value)}`)
		.join('&');

for (const [what, query] of Object.entries({
	markup: hostile(MARKUP),
	'the names of what every object has':
		hostile('__proto__') + '&__proto__[lines]=x&constructor=x&toString=1',
	// a server takes no more
	'a great deal': hostile('x,'.repeat(150)),
	'what is no text': '%E0%A4%A&line=%F0%9F%98&view=NaN..Infinity&from=-0&event=%ud800&to=%00%ff',
	'addresses that run': hostile(LINK)
}))
	test(`an address full of ${what} shows everything`, async ({ page }) => {
		const isUnharmed = watch(page);
		for (const path of ['/', '/embed/']) {
			await page.goto(`${path}?${query}`);
			await isAlive(page);
			await expect.poll(() => drawnIds(page)).toEqual(allIds);
			await isUnharmed();
		}
	});

test('words that are looked for are words, whatever they hold', async ({ page }) => {
	const isUnharmed = watch(page);
	for (const path of ['/', '/table/', '/share/', '/embed/', `/embed/event/${event.id}/`]) {
		await page.goto(`${path}?q=${encodeURIComponent(MARKUP)}`);
		await expect(page.getByText('<img src=x').first()).toBeAttached();
		await isUnharmed();
	}
});

test('a host may send an embed whatever it likes', async ({ page, baseURL }) => {
	const isUnharmed = watch(page);
	await visit(
		page,
		`<iframe src="${baseURL}/embed/?childId=${encodeURIComponent(MARKUP)}#?secret=${MARKUP}" width="640" height="300" title="Timeline"></iframe>
		<script src="${baseURL}/embed.js"></script>`
	);
	const frame = await frameIn(page);
	await page.evaluate(
		([markup, link]) => {
			const send = (message: unknown) =>
				document.querySelector('iframe')!.contentWindow!.postMessage(message, '*');
			const deep = JSON.parse('['.repeat(1000) + ']'.repeat(1000)) as unknown;
			// a key of its own, which assignment would take for the prototype
			const proto = JSON.parse('{ "__proto__": { "lines": ["miui"] } }') as unknown;
			const long = 'x'.repeat(1_000_000);
			const many = new Array(100_000).fill('miui');
			const values = [
				null,
				7,
				NaN,
				Infinity,
				true,
				'',
				[],
				{},
				markup,
				link,
				deep,
				proto,
				long,
				many
			];
			for (const value of values) {
				send(value);
				const rest = { filter: value, event: value, from: value, to: value, height: value };
				for (const type of ['filter', 'select', 'show', 'height', 'other'])
					send({ type: `timeline:${type}`, ...rest });
				const filter = { lines: value, status: value, sources: value, from: value, to: value };
				send({ type: 'timeline:filter', filter });
			}
			send({ type: 'timeline:filter', filter: proto });
		},
		[MARKUP, LINK]
	);
	await send(page, { type: 'timeline:select', event: event.id });
	await expect(frame.locator(`article[data-event="${event.id}"]`)).toBeVisible();
	expect(await drawn(frame)).toEqual(allIds);
	await fits(frame);
	await isUnharmed();
});

test('a frame may tell the host’s script whatever it likes, and is never higher than any page', async ({
	page,
	baseURL
}) => {
	const isUnharmed = watch(page);
	const MOST = 20_000;
	await visit(
		page,
		`<iframe src="${baseURL}/embed/line/mi-mix/" width="640" height="300" title="Timeline"></iframe>
		<div data-timeline-embed="${LINK}"></div>
		<company-timeline src="//example.org/embed/" line='${MARKUP.replaceAll("'", '')}' title='${MARKUP}'></company-timeline>
		<script src="${baseURL}/embed.js"></script>`
	);
	const frame = await frameIn(page);
	const height = await fits(frame);
	for (const wrong of [NaN, Infinity, -1, 0, 1e9, MOST, '<b>', LINK, null, [], {}, [[]], '1e9'])
		await frame.evaluate((height) => {
			parent.postMessage({ type: 'timeline:height', height }, '*');
			parent.postMessage({ type: 'timeline:height', height, __proto__: { height } }, '*');
			parent.postMessage(height, '*');
		}, wrong);
	// messages come in order
	await frame.evaluate(
		(px) => parent.postMessage({ type: 'timeline:height', height: px }, '*'),
		777
	);
	const shown = () =>
		page
			.locator('iframe')
			.first()
			.evaluate((one) => one.clientHeight);
	await expect.poll(shown).toBe(777);
	expect(height).not.toBe(777);
	await expect(page.locator('iframe')).toHaveCount(1);
	await isUnharmed();
});

test('an embed does not obey the frames beside it', async ({ page, baseURL }) => {
	await visit(
		page,
		`<iframe src="${baseURL}/embed/" width="640" height="300" title="Timeline"></iframe>
		<iframe srcdoc="Advertisement"></iframe>`
	);
	const frame = await frameIn(page);
	await page
		.frames()
		.at(-1)!
		.evaluate(() => {
			parent[0]!.postMessage({ type: 'timeline:filter', filter: { lines: ['mi-mix'] } }, '*');
		});
	// the host's own order comes after, and is the only one that is heard
	await send(page, { type: 'timeline:select', event: event.id });
	await expect(frame.locator(`article[data-event="${event.id}"]`)).toBeVisible();
	expect(await drawn(frame)).toEqual(allIds);
});
