import { expect, test, type Frame, type Page } from '@playwright/test';
import { expectFits, hydratedFrame, send, useHost } from '../support/host.ts';
import { AMP, WORDPRESS } from '../support/host-scripts.ts';
import { rotate } from '../support/sample.ts';
import { drawnIds, find, idsOf, timeline } from '../support/support.ts';
import { sampleLine, samplePair, smallLine } from '../support/samples.ts';

const visit = useHost();
const onLine = (id: string) => idsOf(timeline.events.filter(({ lines }) => lines.includes(id)));
const { id: LINE } = sampleLine();
const { id: SMALL } = smallLine();
const [event] = samplePair();
const SECRET = 'abcDEF1234';

interface Protocol {
	name: string;
	/**
	 * @param src address of the frame
	 * @param sandbox the `sandbox` attribute, or an empty string
	 * @returns the host's HTML, with the frame unless the protocol's script creates it
	 */
	body(src: string, sandbox: string): string;
	/** host script that is added after the frame has loaded */
	late?: string;
	sandboxes: string[];
	/** how the host limits a height, px */
	clamp?: (height: number) => number;
}

const frame = (src: string, rest: string) =>
	`<iframe src="${src}" title="Timeline" width="100%" height="300" style="border:0" ${rest}></iframe>`;
const FREE = '';
const BARE = 'sandbox="allow-scripts"';

const PROTOCOLS: Protocol[] = [
	{
		name: 'embed.js',
		body: (src, sandbox) =>
			`${frame(src, sandbox)}<script src="${new URL('/embed.js', src).href}" async></script>`,
		sandboxes: [FREE, BARE]
	},
	{
		name: 'pym.js',
		body: (src, sandbox) =>
			`<div id="chart"></div><script src="/pym.v1.min.js"></script>
			<script>new pym.Parent('chart', '${src}', { ${sandbox && "sandbox: 'allow-scripts'"} });</script>`,
		sandboxes: [FREE, BARE]
	},
	{
		name: 'open-iframe-resizer',
		body: frame,
		late: `import { initialize } from '/open-iframe-resizer.js'; await initialize({}, 'iframe');`,
		sandboxes: [FREE, BARE]
	},
	{
		name: 'AMP',
		body: (src, sandbox) =>
			`<script>${AMP}</script>
			<div data-amp-iframe style="position: relative; height: 300px">${frame(`${src}#amp=1`, sandbox)}</div>`,
		sandboxes: ['sandbox="allow-scripts allow-same-origin allow-popups"', BARE]
	},
	{
		name: 'WordPress',
		body: (src, sandbox) =>
			`<blockquote class="wp-embedded-content" data-secret="${SECRET}"><a href="${src}">Timeline</a></blockquote>
			<iframe class="wp-embedded-content" security="restricted" style="position: absolute; visibility: hidden;"
				src="${src}#?secret=${SECRET}" data-secret="${SECRET}" width="100%" height="300" frameborder="0" ${sandbox}></iframe>`,
		late: WORDPRESS,
		sandboxes: [BARE],
		clamp: (height) => Math.min(1000, Math.max(200, height))
	}
];

/** Opens a host page with a text column 640 px wide, and adds the late script. */
async function open(page: Page, { body, late }: Protocol, src: string, sandbox: string) {
	await visit(page, `<main style="width: 640px">${body(src, sandbox)}</main>`);
	const inside = await hydratedFrame(page);
	if (late) await page.addScriptTag({ content: late, type: 'module' });
	return inside;
}

const widen = async (page: Page, inside: Frame, px: number) => {
	await page.locator('main').evaluate((main, px) => (main.style.width = `${px}px`), px);
	await expect.poll(() => inside.evaluate(() => innerWidth)).toBe(px);
};

for (const [index, protocol] of PROTOCOLS.entries())
	for (const sandbox of rotate(protocol.sandboxes, index))
		test(`${protocol.name}: the height is right to 1 px after load, selection, filter and resize, ${sandbox || 'no sandbox'}`, async ({
			page,
			baseURL
		}) => {
			const { clamp } = protocol;
			const inside = await open(page, protocol, `${baseURL}/embed/line/${LINE}/`, sandbox);
			const loaded = await expectFits(inside, clamp);
			expect(loaded).not.toBe(300);

			await inside.locator(`[data-event="${event.id}"] .label`).first().click();
			await expect(inside.locator(`article[data-event="${event.id}"] blockquote`)).not.toHaveCount(
				0
			);
			const chosen = await expectFits(inside, clamp);
			// WordPress limits the height
			expect(chosen).toBeGreaterThanOrEqual(Math.min(loaded + 1, clamp?.(Infinity) ?? Infinity));
			await inside.getByRole('button', { name: 'Close' }).click();
			expect(await expectFits(inside, clamp)).toBe(loaded);

			await send(page, { type: 'timeline:filter', filter: { lines: [SMALL] } });
			await expect.poll(() => drawnIds(inside)).toEqual(onLine(SMALL));
			const filtered = await expectFits(inside, clamp);
			expect(filtered).toBeLessThan(loaded);

			await widen(page, inside, 330);
			expect(await expectFits(inside, clamp)).not.toBe(filtered);
			await widen(page, inside, 640);
			expect(await expectFits(inside, clamp)).toBe(filtered);
		});

test('going back to a WordPress page restores the frame’s state and height', async ({
	page,
	baseURL
}) => {
	const wordpress = PROTOCOLS.at(-1)!;
	const address = `${baseURL}/embed/line/${LINE}/`;
	const inside = await open(page, wordpress, address, BARE);
	await inside.locator(`[data-event="${event.id}"] .label`).first().click();
	await expect(inside.locator(`article[data-event="${event.id}"]`)).toBeVisible();
	const height = await expectFits(inside, wordpress.clamp);
	await page.goto(`${baseURL}/about/`);
	await page.goBack();
	const again = await hydratedFrame(page);
	await page.addScriptTag({ content: wordpress.late!, type: 'module' });
	await expect(again.locator(`article[data-event="${event.id}"]`)).toBeVisible();
	expect(await expectFits(again, wordpress.clamp)).toBe(height);
});

test('in WordPress a frame below the fold has its height before it is in view', async ({
	page,
	baseURL
}) => {
	const { body, clamp } = PROTOCOLS.at(-1)!;
	await visit(
		page,
		`<main style="width: 640px; padding-top: 3000px">${body(`${baseURL}/embed/`, BARE)}</main><script>${WORDPRESS}</script>`
	);
	const inside = await hydratedFrame(page);
	const given = async () => Number(await page.locator('iframe').getAttribute('height'));
	await expect.poll(() => inside.evaluate(() => innerWidth)).toBe(640);
	const settled = await expect
		.poll(async () => {
			const content = await inside.evaluate(
				() => document.documentElement.getBoundingClientRect().height
			);
			return Math.abs((await given()) - clamp!(content));
		})
		.toBeLessThanOrEqual(1)
		.then(given);
	await page.locator('iframe').scrollIntoViewIfNeeded();
	expect(await expectFits(inside, clamp)).toBe(settled);
});

test('embed.js may be loaded late and more than once', async ({ page, baseURL }) => {
	await visit(page, frame(`${baseURL}/embed/line/${LINE}/`, ''));
	const inside = await hydratedFrame(page);
	for (const url of Array<string>(2).fill(`${baseURL}/embed.js`)) await page.addScriptTag({ url });
	expect(await expectFits(inside)).not.toBe(300);
});

test('WordPress turns the oEmbed HTML into a visible frame, at most 1000 px high, that follows links to the site', async ({
	page,
	request,
	baseURL
}) => {
	const long = find('event with many quotations', ({ evidence }) => evidence.length > 3);
	const { html } = await (await request.get(`/oembed/event/${long.id}.json`)).json();
	// the HTML that it keeps from an unlisted provider, according to its test of wp_filter_oembed_result()
	const [, quote, iframe] = /^(<blockquote>.*<\/blockquote>)(<iframe [^>]*><\/iframe>)$/s.exec(
		html as string
	)!;
	const filtered =
		quote!.replace(
			'<blockquote>',
			`<blockquote class="wp-embedded-content" data-secret="${SECRET}">`
		) +
		iframe!
			.replace(/src="https?:\/\/[^/]+([^"]+)"/, `src="${baseURL}$1#?secret=${SECRET}"`)
			.replace(
				'<iframe',
				`<iframe class="wp-embedded-content" ${BARE} security="restricted" style="position: absolute; visibility: hidden;" data-secret="${SECRET}"`
			);
	await visit(page, `<main style="width: 640px">${filtered}</main><script>${WORDPRESS}</script>`);
	const inside = await hydratedFrame(page);
	await expect(page.locator('iframe')).toBeVisible();
	await expect(page.locator('blockquote')).toBeHidden();
	const { clamp } = PROTOCOLS.at(-1)!;
	expect(await expectFits(inside, clamp)).toBe(1000);

	// the host refuses a link to another site: it leads to the page of its event, which has it, too
	await inside.getByRole('link', { name: 'Read in the article' }).first().click();
	await expect(page).toHaveURL(`${baseURL}/event/${long.id}/`);
	await page.goBack();
	const again = await hydratedFrame(page);
	await again.getByRole('link', { name: /^Open/ }).click();
	await expect(page).toHaveURL(`${baseURL}/?line=${long.lines[0]}&event=${long.id}`);
});
