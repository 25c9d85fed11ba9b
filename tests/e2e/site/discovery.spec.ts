/** What link previews and editors with oEmbed find, in a build with SITE_ORIGIN: that of support/company.ts. */
import { expect, type APIRequestContext } from '@playwright/test';
import { ORIGIN, SUB_PATH, test } from '../support/company.ts';

const HOME = ORIGIN + SUB_PATH;

interface Found {
	title: string;
	/** contents of meta elements, keyed by name or property */
	metas: Record<string, string>;
	oembed: string | undefined;
}

/** @param path from the site's root, without a leading slash */
async function readHead(request: APIRequestContext, url: string): Promise<Found> {
	const html = await (await request.get(url)).text();
	const metas = html.matchAll(/<meta (?:name|property)="([^"]+)" content="([^"]*)"/g);
	return {
		title: /<title>([^<]*)/.exec(html)![1]!,
		metas: Object.fromEntries([...metas].map(([, name, content]) => [name!, content!])),
		oembed: /<link[^>]*application\/json\+oembed[^>]*href="([^"]+)"/.exec(html)?.[1]
	};
}

test('each frame page and its page for readers offer one oEmbed response, whose HTML is that frame', async ({
	request,
	site
}) => {
	const { events, lines } = site.timeline;
	const [event, line] = [events[0]!, lines[0]!];
	const cases: Record<string, string[]> = {
		'embed/': ['', 'embed/'],
		[`embed/event/${event.id}/`]: [`event/${event.id}/`, `embed/event/${event.id}/`],
		[`embed/line/${line.id}/`]: [`embed/line/${line.id}/`]
	};
	for (const [frame, paths] of Object.entries(cases))
		for (const path of paths) {
			const { oembed } = await readHead(request, site.url + path);
			expect(oembed, path).toMatch(new RegExp(`^${HOME}/oembed/.+\\.json$`));
			const response = await request.get(oembed!.replace(`${HOME}/`, site.url));
			expect(response.headers()['content-type']).toContain('application/json');
			const data = await response.json();
			expect(data).toMatchObject({ type: 'rich', version: '1.0', provider_url: `${HOME}/` });
			expect(data.html).toMatch(/^<blockquote.*<a href=.*<\/blockquote>\s*<iframe/s);
			expect(data.html).toContain(`src="${HOME}/${frame}"`);
			for (const size of [data.width, data.height, data.thumbnail_width, data.thumbnail_height])
				expect(size).toBeGreaterThan(0);
			const picture = data.thumbnail_url.replace(`${HOME}/`, site.url);
			expect((await request.get(picture)).status(), picture).toBe(200);
		}
});

test('each frame page has a title, a description and a picture of its own for link previews', async ({
	request,
	site
}) => {
	const { events, lines } = site.timeline;
	const paths = [
		'embed/',
		...lines.map(({ id }) => `embed/line/${id}/`),
		...events.slice(0, 12).map(({ id }) => `embed/event/${id}/`)
	];
	const titles = new Set<string>();
	for (const path of paths) {
		const { title, metas } = await readHead(request, site.url + path);
		titles.add(title);
		expect(metas['og:title'], path).toBe(title);
		expect(metas.description!.length, path).toBeGreaterThan(20);
		expect(metas['og:description'], path).toBe(metas.description);
		expect(metas['og:url'], path).toMatch(new RegExp(`^${HOME}/`));
		const picture = metas['og:image']!.replace(`${HOME}/`, site.url);
		expect((await request.get(picture)).status(), path).toBe(200);
		expect(metas.robots, path).toBe('noindex');
	}
	expect(titles.size).toBe(paths.length);
});

test('each page for readers has its own address and a picture for link previews', async ({
	request,
	site
}) => {
	const { events, sources } = site.timeline;
	const paths = ['', 'about/', 'table/', `source/${sources[0]!.id}/`];
	for (const path of [...paths, ...events.map(({ id }) => `event/${id}/`)]) {
		const { metas } = await readHead(request, site.url + path);
		const own = /event\/(.+)\//.exec(path)?.[1];
		expect(metas['og:url'], path).toBe(`${HOME}/${path}`);
		expect(metas['og:image'], path).toBe(`${HOME}/pictures/${own ?? 'timeline'}.png`);
		expect(metas['twitter:card'], path).toBe('summary_large_image');
	}
});

test('a frame in a sandbox that allows nothing states its address as text', async ({
	page,
	site
}) => {
	const event = site.timeline.events[0]!;
	for (const [frame, address] of [
		['embed/', `${HOME}/`],
		[`embed/event/${event.id}/`, `${HOME}/event/${event.id}/`]
	]) {
		await page.goto(site.url);
		await page.evaluate((src) => {
			const frame = document.createElement('iframe');
			frame.setAttribute('sandbox', '');
			frame.src = src;
			document.body.prepend(frame);
		}, site.url + frame);
		const text = page.frameLocator('iframe').locator('noscript p');
		await expect(text).toContainText(`: ${address}`);
		await expect(text).toBeVisible();
	}
});
