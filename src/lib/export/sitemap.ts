import { XMLBuilder } from 'fast-xml-parser';

/**
 * https://www.sitemaps.org/protocol.html
 * @param addresses in full
 * @param lastmod the day on which all of them last changed, `yyyy-mm-dd`
 */
export function formatSitemap(addresses: string[], lastmod: string): string {
	const builder = new XMLBuilder({ ignoreAttributes: false, format: true });
	return builder.build({
		'?xml': { '@_version': '1.0', '@_encoding': 'UTF-8' },
		urlset: {
			'@_xmlns': 'http://www.sitemaps.org/schemas/sitemap/0.9',
			url: addresses.map((loc) => ({ loc, lastmod }))
		}
	});
}
