import { expect, test, type Page } from '@playwright/test';
import { expectFits, hydratedFrame, send, useHost } from '../support/host.ts';
import { rotate } from '../support/sample.ts';
import { allIds, drawnIds, waitForHydration } from '../support/support.ts';
import { sampleLine, samplePair } from '../support/samples.ts';

const visit = useHost();
const { id: LINE } = sampleLine();
const [event] = samplePair();

const MARKUP = `"><img src=x onerror="window.injected = 1"><script>window.injected = 1</script>`;
const LINK = 'javascript:window.injected=1';

/** Collects errors and dialogs. @returns an assertion that nothing was injected and nothing threw */
function watch(page: Page): () => Promise<void> {
	const problems: string[] = [];
	page.on('pageerror', (error) => problems.push(String(error)));
	page.on('dialog', (dialog) => {
		problems.push(dialog.message());
		void dialog.dismiss();
	});
	return async () => {
		expect(problems).toEqual([]);
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

const QUERIES = {
	markup: hostile(MARKUP),
	'the property names of every object':
		hostile('__proto__') + '&__proto__[lines]=x&constructor=x&toString=1',
	// a server accepts no longer address
	'many values': hostile('x,'.repeat(150)),
	'malformed text': '%E0%A4%A&line=%F0%9F%98&view=NaN..Infinity&from=-0&event=%ud800&to=%00%ff',
	'javascript: URLs': hostile(LINK)
};

test('a hostile address shows every event', async ({ page }) => {
	test.slow();
	const expectUnharmed = watch(page);
	for (const [index, [what, query]] of Object.entries(QUERIES).entries())
		for (const path of rotate(['/embed/', '/'], index))
			await test.step(`${path} with ${what}`, async () => {
				await page.goto(`${path}?${query}`);
				await waitForHydration(page);
				await expect.poll(() => drawnIds(page)).toEqual(allIds);
				await expectUnharmed();
			});
});

test('a search for markup is shown as text', async ({ page }) => {
	const expectUnharmed = watch(page);
	for (const path of ['/', '/table/', '/share/', `/embed/event/${event.id}/`]) {
		await page.goto(`${path}?q=${encodeURIComponent(MARKUP)}`);
		await expect(page.getByText('<img src=x').first()).toBeAttached();
		// the whole timeline's embed is in the preview
		if (path === '/share/')
			await expect(page.frameLocator('iframe').getByText('<img src=x').first()).toBeAttached();
		await expectUnharmed();
	}
});

test('an embed withstands any message from its host', async ({ page, baseURL }) => {
	const expectUnharmed = watch(page);
	await visit(
		page,
		`<iframe src="${baseURL}/embed/?childId=${encodeURIComponent(MARKUP)}#?secret=${MARKUP}" width="640" height="300" title="Timeline"></iframe>
		<script src="${baseURL}/embed.js"></script>`
	);
	const frame = await hydratedFrame(page);
	await page.evaluate(
		([markup, link, line]) => {
			const send = (message: unknown) =>
				document.querySelector('iframe')!.contentWindow!.postMessage(message, '*');
			const deep = JSON.parse('['.repeat(1000) + ']'.repeat(1000)) as unknown;
			// an own key: assigning to `__proto__` would set the prototype instead
			const proto = JSON.parse(`{ "__proto__": { "lines": ["${line}"] } }`) as unknown;
			const long = 'x'.repeat(1_000_000);
			const many = new Array(100_000).fill(line);
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
		[MARKUP, LINK, LINE] as const
	);
	await send(page, { type: 'timeline:select', event: event.id });
	await expect(frame.locator(`article[data-event="${event.id}"]`)).toBeVisible();
	expect(await drawnIds(frame)).toEqual(allIds);
	await expectFits(frame);
	await expectUnharmed();
});

test('the host’s script withstands any message from a frame and ignores invalid heights', async ({
	page,
	baseURL
}) => {
	const expectUnharmed = watch(page);
	const MOST = 20_000;
	await visit(
		page,
		`<iframe src="${baseURL}/embed/line/${LINE}/" width="640" height="300" title="Timeline"></iframe>
		<div data-timeline-embed="${LINK}"></div>
		<company-timeline src="//example.org/embed/" line='${MARKUP.replaceAll("'", '')}' title='${MARKUP}'></company-timeline>
		<script src="${baseURL}/embed.js"></script>`
	);
	const frame = await hydratedFrame(page);
	const height = await expectFits(frame);
	for (const wrong of [NaN, Infinity, -1, 0, 1e9, MOST, '<b>', LINK, null, [], {}, [[]], '1e9'])
		await frame.evaluate((height) => {
			parent.postMessage({ type: 'timeline:height', height }, '*');
			parent.postMessage({ type: 'timeline:height', height, __proto__: { height } }, '*');
			parent.postMessage(height, '*');
		}, wrong);
	// messages arrive in order
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
	await expectUnharmed();
});

test('an embed ignores messages from sibling frames', async ({ page, baseURL }) => {
	await visit(
		page,
		`<iframe src="${baseURL}/embed/" width="640" height="300" title="Timeline"></iframe>
		<iframe srcdoc="Advertisement"></iframe>`
	);
	const frame = await hydratedFrame(page);
	await page
		.frames()
		.at(-1)!
		.evaluate((line) => {
			parent[0]!.postMessage({ type: 'timeline:filter', filter: { lines: [line] } }, '*');
		}, LINE);
	// the host's own message is sent later and is the only one handled
	await send(page, { type: 'timeline:select', event: event.id });
	await expect(frame.locator(`article[data-event="${event.id}"]`)).toBeVisible();
	expect(await drawnIds(frame)).toEqual(allIds);
});
