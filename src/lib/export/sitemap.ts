import { XMLBuilder } from 'fast-xml-parser';

/** The same page in each language: BCP 47 and its address in full. The first is for whoever reads none of them. */
export type Alternates = [language: string, address: string][];

/**
 * https://www.sitemaps.org/protocol.html, and
 * https://developers.google.com/search/docs/specialty/international/localized-versions#sitemap
 * @param pages in all their languages
 * @param listed those languages whose addresses are listed, each with all the others
 * @param lastmod the day on which all of them last changed, `yyyy-mm-dd`
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
