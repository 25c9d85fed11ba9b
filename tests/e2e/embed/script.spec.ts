/** embed.js in host pages: which elements get a frame, whatever the order of loading, and which frames it resizes. */
import fc from 'fast-check';
import { expect, test, type Page } from '@playwright/test';
import { useHost } from '../support/host.ts';

const visit = useHost();

/** The site's frames are replaced by a small page that reports a height, since the script is tested, not the chart. */
const FRAME = `<!doctype html><title>Frame</title><script>
	const tell = () => parent.postMessage({ type: 'timeline:height', height: 345 }, '*');
	addEventListener('message', tell);
	tell();
</script>`;

test.beforeEach(async ({ page }) => {
	await page.route('**/embed/**', (route) =>
		route.fulfill({ body: FRAME, contentType: 'text/html' })
	);
});

/** The addresses of the frames in each element, from the site's root. */
function framesOf(page: Page, selector: string): Promise<string[][]> {
	return page.locator(selector).evaluateAll((elements) =>
		elements.map((element) =>
			[...element.children]
				.filter((child) => child.matches('iframe'))
				.map((frame) => {
					const { pathname, search } = new URL((frame as HTMLIFrameElement).src);
					return pathname + search;
				})
		)
	);
}

const heightOf = (page: Page, selector: string) =>
	page.locator(selector).evaluate((frame) => frame.clientHeight);

/** Ways in which a host may load the script. */
const LOADING = {
	'in the body': (src: string) => `<script src="${src}"></script>`,
	'with async': (src: string) => `<script src="${src}" async></script>`,
	'with defer': (src: string) => `<script src="${src}" defer></script>`,
	'as a module': (src: string) => `<script type="module" src="${src}"></script>`,
	'by import()': (src: string) => `<script type="module">await import('${src}')</script>`,
	twice: (src: string) => `<script src="${src}" async></script><script src="${src}"></script>`,
	'under two addresses': (src: string) =>
		`<script src="${src}"></script><script src="${src}?v=2"></script>`
};

for (const place of ['before', 'after'] as const)
	test(`each element has one frame if the script is loaded ${place} the elements`, async ({
		page,
		baseURL
	}) => {
		const elements = `<div data-timeline-embed="${baseURL}/embed/?line=a"></div>
			<div data-timeline-embed="${baseURL}/embed/line/b/"></div><company-timeline line="c"></company-timeline>`;
		for (const [how, load] of Object.entries(LOADING))
			await test.step(how, async () => {
				const script = load(`${baseURL}/embed.js`);
				await visit(page, place === 'before' ? script + elements : elements + script);
				await expect
					.poll(() => framesOf(page, '[data-timeline-embed], company-timeline'))
					.toEqual([['/embed/line/a/'], ['/embed/line/b/'], ['/embed/line/c/']]);
				await expect.poll(() => heightOf(page, 'company-timeline iframe')).toBe(345);
			});
	});

test('an inlined script frames elements of the site that it names, and else says what is missing', async ({
	page,
	baseURL
}) => {
	const warnings: string[] = [];
	page.on('console', (message) => message.type() === 'warning' && warnings.push(message.text()));
	const errors: Error[] = [];
	page.on('pageerror', (error) => errors.push(error));
	const text = await (await page.request.get('/embed.js')).text();
	const element = `<company-timeline line="a"></company-timeline>`;
	await visit(page, `${element}<script data-site="${baseURL}/">${text}</script>`);
	await expect.poll(() => framesOf(page, 'company-timeline')).toEqual([['/embed/line/a/']]);
	expect(warnings).toEqual([]);
	await visit(page, `${element}<script>${text}</script>`);
	await expect.poll(() => warnings).toHaveLength(1);
	expect(warnings[0]).toMatch(/^Timeline: .+ data-site=.+\.$/);
	expect(errors).toEqual([]);
	expect(await framesOf(page, 'company-timeline')).toEqual([[]]);
});

test('any sequence of changes to the host leaves one frame in each element, with its address', async ({
	page,
	baseURL
}) => {
	const change = fc.constantFrom(
		'script',
		'div',
		'element',
		'move',
		'clone',
		'attribute',
		'swap',
		'empty',
		'remove',
		'sort'
	);
	const cases = fc.sample(fc.array(change, { minLength: 4, maxLength: 14 }), {
		numRuns: process.env.TEST_LONG ? 60 : 20,
		seed: Number(process.env.TEST_SEED ?? 2010)
	});
	for (const changes of cases) {
		await visit(page, '<main></main><aside></aside>');
		const found = await page.evaluate(
			async ([site, names]) => {
				const main = document.querySelector('main')!;
				let count = 0;
				const append = (html: string) => main.insertAdjacentHTML('beforeend', html);
				const last = () => document.querySelector('main > :last-child, aside > :last-child');
				const turn = () => new Promise((resolve) => setTimeout(resolve));
				const steps: Record<string, () => unknown> = {
					script: () =>
						new Promise((resolve) => {
							const script = document.createElement('script');
							script.src = `${site}/embed.js`;
							script.onload = resolve;
							document.body.append(script);
						}),
					div: () =>
						append(`<div data-timeline-embed="${site}/embed/?line=l${count++}"><a>Text</a></div>`),
					element: () => append(`<company-timeline line="l${count++}"></company-timeline>`),
					move: () => {
						const element = last();
						if (element) document.querySelector('aside')!.append(element);
					},
					clone: () => {
						const element = last();
						element?.after(element.cloneNode(true));
					},
					attribute: () => last()?.setAttribute('line', `l${count++}`),
					swap: () => {
						const element = last();
						if (element) element.innerHTML = '<a>Other</a>';
					},
					empty: () => last()?.replaceChildren(),
					remove: () => last()?.remove(),
					sort: () => main.prepend(...[...main.children].reverse())
				};
				for (const name of [...names, 'script']) {
					await steps[name]!();
					if (count % 2) await turn();
				}
				await turn();
				return [...document.querySelectorAll('[data-timeline-embed], company-timeline')].map(
					(element) => {
						const frames = [...element.querySelectorAll('iframe')];
						const address = element.getAttribute('data-timeline-embed');
						const line =
							element.getAttribute('line') ?? new URL(address!).searchParams.get('line')!;
						return {
							expected: [`${site}/embed/line/${line}/`],
							frames: frames.map(({ src }) => src)
						};
					}
				);
			},
			[baseURL!, changes] as const
		);
		for (const { expected, frames } of found) expect(frames, changes.join()).toEqual(expected);
	}
});

test('a lone line or event leads to its own page, whose height is right at once', async ({
	page,
	baseURL
}) => {
	const given = [
		'line="a" theme="dark"',
		'event="e1"',
		'line="a,b"',
		'line="a" status="planned"',
		'q="two words"',
		`src="${baseURL}/embed/line/a/" event="e1"`,
		`src="${baseURL}/it/embed/?line=a"`
	];
	await visit(
		page,
		`${given.map((attributes) => `<company-timeline ${attributes}></company-timeline>`).join('')}
		<script src="${baseURL}/embed.js"></script>`
	);
	expect(await framesOf(page, 'company-timeline')).toEqual([
		['/embed/line/a/?theme=dark'],
		['/embed/event/e1/'],
		['/embed/?line=a%2Cb'],
		['/embed/?line=a&status=planned'],
		['/embed/?q=two+words'],
		['/embed/line/a/?event=e1'],
		['/it/embed/line/a/']
	]);
});

test('a malformed or foreign address gets no frame, and its neighbours theirs', async ({
	page,
	baseURL
}) => {
	const errors: Error[] = [];
	page.on('pageerror', (error) => errors.push(error));
	const addresses = ['http://[', 'https://example.org/embed/', 'javascript:1', `${baseURL}/embed/`];
	await visit(
		page,
		`${addresses.map((address) => `<div data-timeline-embed="${address}"></div>`).join('')}
		<img name="currentScript" alt=""><script src="${baseURL}/embed.js"></script>`
	);
	expect(await framesOf(page, '[data-timeline-embed]')).toEqual([[], [], [], ['/embed/']]);
	expect(errors).toEqual([]);
});

test('an element in a shadow root gets a frame of the right height', async ({ page, baseURL }) => {
	await visit(page, `<main></main><script src="${baseURL}/embed.js"></script>`);
	await page.locator('main').evaluate((main) => {
		main.attachShadow({ mode: 'open' }).innerHTML =
			'<company-timeline line="a"></company-timeline>';
	});
	await expect.poll(() => heightOf(page, 'iframe')).toBe(345);
});

test('only frames of the timeline’s own address are resized, and only to finite numbers', async ({
	page,
	baseURL
}) => {
	await visit(
		page,
		`<iframe id="ours" src="${baseURL}/embed/" height="100" style="border: 0"></iframe>
		<iframe id="theirs" srcdoc="Advertisement" height="100" style="border: 0"></iframe>
		<script src="${baseURL}/embed.js"></script>`
	);
	await expect.poll(() => heightOf(page, '#ours')).toBe(345);
	const post = async (index: number, heights: unknown[]) => {
		const handle = await page.locator('iframe').nth(index).elementHandle();
		const frame = (await handle!.contentFrame())!;
		await frame.evaluate((values) => {
			for (const height of values) parent.postMessage({ type: 'timeline:height', height }, '*');
		}, heights);
	};
	await post(1, [15_000, 500]);
	await post(0, ['500', NaN, Infinity, -1, 0, 20_000, null, [500], 346.5]);
	// messages arrive in order: the last one applies
	await expect.poll(() => heightOf(page, '#ours')).toBe(347);
	expect(await heightOf(page, '#theirs')).toBe(100);
});

test('an element whose address becomes invalid loses its frame, and gets one again', async ({
	page,
	baseURL
}) => {
	await visit(
		page,
		`<div data-timeline-embed="${baseURL}/embed/"><a href="/">Link</a></div><script src="${baseURL}/embed.js"></script>`
	);
	const element = page.locator('[data-timeline-embed]');
	const set = (address: string) =>
		element.evaluate((div, value) => div.setAttribute('data-timeline-embed', value), address);
	await expect(page.locator('iframe')).toHaveCount(1);
	await set('https://example.org/');
	await expect(page.locator('iframe')).toHaveCount(0);
	await expect(page.getByRole('link', { name: 'Link' })).toBeVisible();
	await set(`${baseURL}/embed/line/a/`);
	await expect.poll(() => framesOf(page, '[data-timeline-embed]')).toEqual([['/embed/line/a/']]);
});

test('a changed attribute changes the frame, and leaves the history of the host alone', async ({
	page,
	baseURL
}) => {
	await visit(
		page,
		`<company-timeline line="a"></company-timeline><script src="${baseURL}/embed.js"></script>`
	);
	const element = page.locator('company-timeline');
	await expect.poll(() => heightOf(page, 'iframe')).toBe(345);
	const before = await page.evaluate(() => history.length);
	for (const line of ['b', 'c']) {
		await element.evaluate((one, value) => one.setAttribute('line', value), line);
		const frame = page.frameLocator(`iframe[src$="/line/${line}/"]`);
		await expect(frame.locator('script')).toHaveCount(1);
	}
	expect(await framesOf(page, 'company-timeline')).toEqual([['/embed/line/c/']]);
	await expect.poll(() => heightOf(page, 'iframe')).toBe(345);
	expect(await page.evaluate(() => history.length)).toBe(before);
});

test('an empty attribute is none, and a hidden element stays hidden', async ({ page, baseURL }) => {
	await visit(
		page,
		`<company-timeline line="" event="" q="" plain=""></company-timeline>
			<company-timeline hidden></company-timeline><script src="${baseURL}/embed.js"></script>`
	);
	expect(await framesOf(page, 'company-timeline')).toEqual([['/embed/?plain=1'], ['/embed/']]);
	await expect(page.locator('company-timeline').first()).toHaveCSS('display', 'block');
	await expect(page.locator('company-timeline').last()).toBeHidden();
});
