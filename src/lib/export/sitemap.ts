import { XMLBuilder } from 'fast-xml-parser';

/** One page in each language: BCP 47 tag and full address. The first is the default, `x-default`. */
export type Alternates = [language: string, address: string][];

/**
 * XML sitemap with language alternates: https://www.sitemaps.org/protocol.html and
 * https://developers.google.com/search/docs/specialty/international/localized-versions#sitemap
 * @param pages in all their languages
 * @param listed languages whose addresses are listed, each with all its alternates
 * @param lastmod day of the last change of all pages, `yyyy-mm-dd`
 */
export function formatSitemap(pages: Alternates[], listed: string[], lastmod: string): string {
	const builder = new XMLBuilder({ ignoreAttributes: false, format: true });
	const url = pages.flatMap((alternates) => {
		const links = [...alternates, ['x-default', alternates[0]![1]]].map(([language, address]) => ({
			'@_rel': 'alternate',
			'@_hreflang': language,
			'@_href': address
		}));
		return alternates
			.filter(([language]) => listed.includes(language))
			.map(([, loc]) => ({ loc, lastmod, 'xhtml:link': links }));
	});
	return builder.build({
		'?xml': { '@_version': '1.0', '@_encoding': 'UTF-8' },
		urlset: {
			'@_xmlns': 'http://www.sitemaps.org/schemas/sitemap/0.9',
			'@_xmlns:xhtml': 'http://www.w3.org/1999/xhtml',
			url
		}
	});
}
