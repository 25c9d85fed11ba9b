import { expect, type APIRequestContext } from '@playwright/test';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { isBuilt, isRedirect, listHtmlFiles, test } from '../support/html.ts';
import { everyThird } from '../support/sample.ts';
import { languages } from '../support/samples.ts';
import { timeline } from '../support/support.ts';

/** The default origin, used where `SITE_ORIGIN` is not set. */
const ORIGIN = 'http://localhost:4173';
const { events, sources } = timeline;

const parser = new XMLParser({
	ignoreAttributes: false,
	isArray: (name) => ['entry', 'url', 'link'].includes(name)
});

async function read(request: APIRequestContext, path: string): Promise<string> {
	const response = await request.get(path);
	expect(response.status(), path).toBe(200);
	return response.text();
}

interface Described {
	'@type'?: string;
	'@id'?: string;
	'@graph'?: Described[];
	[key: string]: unknown;
}

/** The JSON-LD of a document. */
const describedIn = (document: Document) =>
	[...document.querySelectorAll('script[type="application/ld+json"]')].map(
		({ textContent }) => JSON.parse(textContent) as Described
	);

/** The contents of meta elements, keyed by name or property, and the relations of links. */
const headOf = (document: Document) => ({
	metas: Object.fromEntries(
		[...document.querySelectorAll('meta:is([name], [property])')].map((meta) => [
			meta.getAttribute('name') ?? meta.getAttribute('property'),
			meta.getAttribute('content')!
		])
	),
	feeds: document.querySelectorAll('link[rel=alternate][type="application/atom+xml"]').length,
	canonical: document.querySelectorAll('link[rel=canonical]').length,
	oembed: document.querySelectorAll('link[type="application/json+oembed"]').length
});

/** Width and height of a PNG, px. */
function sizeOf(png: Buffer): [number, number] {
	expect(png.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
	return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

test('the JSON-LD of the home page describes the dataset and lists its events', async ({
	request,
	readPage
}) => {
	const [described, ...more] = await readPage('/', describedIn);
	expect(more).toEqual([]);
	const [dataset, list] = described!['@graph'] as [Described, Described];
	expect(dataset).toMatchObject({
		'@type': 'Dataset',
		'@id': `${ORIGIN}/`,
		version: timeline.version,
		dateModified: timeline.updated
	});
	expect(dataset.citation).toHaveLength(sources.length);
	const files = dataset.distribution as { contentUrl: string }[];
	expect(files.length).toBeGreaterThan(1);
	for (const { contentUrl } of files) {
		expect(contentUrl.startsWith(`${ORIGIN}/data/`)).toBe(true);
		await read(request, new URL(contentUrl).pathname);
	}
	expect(list).toMatchObject({ '@type': 'ItemList', numberOfItems: events.length });
});

test('the JSON-LD of event and source pages describes their subject and its citations', async ({
	readPage
}) => {
	for (const { id, title, evidence } of everyThird(events)) {
		const [described] = await readPage(`/event/${id}/`, describedIn);
		expect(described).toMatchObject({ '@id': `${ORIGIN}/event/${id}/`, name: title });
		const cited = described!.citation as Described[];
		expect(cited.filter((one) => one['@type'] === 'Quotation').map(({ text }) => text)).toEqual(
			evidence.map(({ exact }) => exact)
		);
	}
	for (const { id, url } of everyThird(sources)) {
		const [described] = await readPage(`/source/${id}/`, describedIn);
		expect(described!.mainEntity).toMatchObject({ '@id': url });
	}
	expect(await readPage('/embed/', describedIn)).toEqual([]);
});

test('each page has metadata for sharing, without addresses that would name the wrong host', async ({
	readPage
}) => {
	const pages = [
		'/',
		'/about/',
		'/table/',
		'/promises/',
		'/open/',
		`/source/${sources[0]!.id}/`
	].filter(isBuilt);
	const described = new Set<string>();
	for (const path of [...pages, ...events.map(({ id }) => `/event/${id}/`)]) {
		const { metas: head, feeds, canonical, oembed } = await readPage(path, headOf);
		const own = /\/event\/(.+)\//.exec(path)?.[1];
		expect(head['og:title'], path).toBeTruthy();
		expect(head['og:type'], path).toBe(own ? 'article' : 'website');
		expect(head['og:description'], path).toBe(head.description);
		expect(head.description!.length, path).toBeGreaterThan(30);
		described.add(head.description!);
		expect(feeds, path).toBe(1);
		// no `SITE_ORIGIN` is set: full addresses would name the wrong host (see discovery.spec.ts for the other case)
		expect([canonical, oembed], path).toEqual([0, 0]);
		expect(Object.keys(head), path).not.toContain('og:url');
		expect(Object.keys(head), path).not.toContain('og:image');
	}
	expect(described.size).toBe(pages.length + events.length);
});

test('the pictures are PNG files of 1200 × 630 px', async ({ request }) => {
	for (const id of ['timeline', ...events.map(({ id }) => id)]) {
		const response = await request.get(`/pictures/${id}.png`);
		expect(response.headers()['content-type'], id).toBe('image/png');
		const png = await response.body();
		expect(sizeOf(png), id).toEqual([1200, 630]);
		expect(png.length, id).toBeLessThan(150_000);
	}
});

test('the sitemap lists every page except embeds in every language, and robots.txt refers to it', async ({
	request
}) => {
	const xml = await read(request, '/sitemap.xml');
	expect(XMLValidator.validate(xml)).toBe(true);
	const { urlset } = parser.parse(xml) as { urlset: { url: { loc: string; lastmod: string }[] } };
	const embeds = languages.map(({ path }) => `${path}/embed/`);
	const built = listHtmlFiles()
		.filter((file) => !isRedirect(file))
		.map((file) => `/${file}`)
		.filter(
			(file) => file.endsWith('/index.html') && !embeds.some((folder) => file.startsWith(folder))
		)
		.map((file) => ORIGIN + file.slice(0, -'index.html'.length));
	expect(urlset.url.map(({ loc }) => loc).toSorted()).toEqual(built.toSorted());
	for (const { lastmod } of urlset.url) expect(lastmod).toBe(timeline.updated);
	expect(await read(request, '/robots.txt')).toContain(`Sitemap: ${ORIGIN}/sitemap.xml`);
});

test('the feed lists the changes, the current version first', async ({ request, readPage }) => {
	const xml = await read(request, '/feed.xml');
	expect(XMLValidator.validate(xml)).toBe(true);
	const { feed } = parser.parse(xml) as {
		feed: { id: string; updated: string; entry: { id: string; title: object }[] };
	};
	expect(feed.id).toBe(`${ORIGIN}/feed.xml`);
	expect(feed.updated).toBe(`${timeline.updated}T00:00:00.000Z`);
	expect(feed.entry[0]!.id).toBe(`${ORIGIN}/feed.xml#${timeline.version}`);
	const links = await readPage('/about/', (document) =>
		[...document.querySelectorAll('a')].map((link) => [
			link.textContent.trim(),
			link.getAttribute('href')
		])
	);
	expect(links).toContainEqual(['Subscribe to updates', '/feed.xml']);
});
