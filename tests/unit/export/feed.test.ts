import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import type { Change } from '../../../src/lib/model/types.ts';
import { formatFeed } from '../../../src/lib/export/feed.ts';
import { formatSitemap } from '../../../src/lib/export/sitemap.ts';
import { eventOf, timelineOf } from '../model/records.ts';

const parser = new XMLParser({
	ignoreAttributes: false,
	isArray: (name) => ['entry', 'link', 'url'].includes(name)
});
const address = {
	home: 'https://site.example/',
	feed: 'https://site.example/feed.xml',
	event: (id: string) => `https://site.example/event/${id}/`
};
const changes: Change[] = [
	{
		version: '1.1.0',
		date: '2026-01-02',
		title: 'Kites & balloons',
		summary: 'Two events, <new>.',
		events: ['a', 'b']
	},
	{ version: '1.0.0', date: '2025-12-31', title: 'First', summary: 'One.', events: ['a'] }
];
const timeline = timelineOf([eventOf('a', { title: 'A < B' }), eventOf('b')]);

interface Entry {
	id: string;
	title: string;
	updated: string;
	link: { '@_href': string }[];
	content: { '#text': string; '@_type': string };
}

function read(): { id: string; updated: string; author: object; link: object[]; entry: Entry[] } {
	const xml = formatFeed(timeline, changes, address);
	expect(XMLValidator.validate(xml)).toBe(true);
	return (parser.parse(xml) as { feed: ReturnType<typeof read> }).feed;
}

describe('the feed of changes', () => {
	test('has the elements that Atom requires, and a self link', () => {
		const feed = read();
		expect(feed.id).toBe(address.feed);
		expect(feed.updated).toBe('2026-01-02T00:00:00.000Z');
		expect(feed.author).toEqual({ name: timeline.title });
		expect(feed.link).toContainEqual({ '@_rel': 'self', '@_href': address.feed });
		expect(feed.link).toContainEqual({ '@_rel': 'alternate', '@_href': address.home });
	});

	test('has an entry per change, newest first, with the version in its id', () => {
		const { entry } = read();
		expect(entry.map(({ id }) => id)).toEqual([
			'https://site.example/feed.xml#1.1.0',
			'https://site.example/feed.xml#1.0.0'
		]);
		expect(entry.map(({ updated }) => updated)).toEqual([
			'2026-01-02T00:00:00.000Z',
			'2025-12-31T00:00:00.000Z'
		]);
	});

	test('escapes the special characters of HTML', () => {
		const { entry } = read();
		expect(entry[0]!.title).toMatchObject({ '#text': '1.1.0: Kites & balloons' });
		expect(entry[0]!.content['#text']).toBe(
			'<p>Two events, &lt;new&gt;.</p><ul><li><a href="https://site.example/event/a/">A &lt; B</a></li>' +
				'<li><a href="https://site.example/event/b/">b</a></li></ul>'
		);
	});

	test('links to the changed event, or to the timeline if there are several', () => {
		const links = read().entry.map(({ link }) => link[0]!['@_href']);
		expect(links).toEqual([address.home, address.event('a')]);
	});
});

const pagesAt = (path: string): [string, string][] => [
	['en', `https://site.example/${path}`],
	['zh-Hans', `https://site.example/zh/${path}`]
];

test('the sitemap lists addresses with the date of the last change', () => {
	const addresses = ['https://site.example/', 'https://site.example/?a=1&b=2'];
	const xml = formatSitemap([pagesAt(''), pagesAt('?a=1&b=2')], ['en'], '2026-01-02');
	expect(XMLValidator.validate(xml)).toBe(true);
	const { urlset } = parser.parse(xml) as { urlset: { url: object[]; '@_xmlns': string } };
	expect(urlset['@_xmlns']).toBe('http://www.sitemaps.org/schemas/sitemap/0.9');
	expect(urlset.url).toMatchObject(addresses.map((loc) => ({ loc, lastmod: '2026-01-02' })));
});

test('the sitemap lists each page in each language with links to all languages, its own included', () => {
	const xml = formatSitemap([pagesAt('about/')], ['en', 'zh-Hans'], '2026-01-02');
	const { urlset } = parser.parse(xml) as {
		urlset: { url: { loc: string; 'xhtml:link': Record<string, string>[] }[] };
	};
	expect(urlset.url.map(({ loc }) => loc)).toEqual(pagesAt('about/').map(([, loc]) => loc));
	for (const { 'xhtml:link': links } of urlset.url)
		expect(links.map((link) => [link['@_rel'], link['@_hreflang'], link['@_href']])).toEqual([
			['alternate', 'en', 'https://site.example/about/'],
			['alternate', 'zh-Hans', 'https://site.example/zh/about/'],
			['alternate', 'x-default', 'https://site.example/about/']
		]);
});
