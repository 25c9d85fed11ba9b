/** Reads JSON-LD back with the processor of its specification. */
import jsonld from 'jsonld';
import { expect } from 'vitest';
import { formatLd } from '../../../src/lib/export/jsonld.ts';

export const SCHEMA = 'http://schema.org/';

export type Expanded = Record<string, { '@id'?: string; '@value'?: string | number }[]> & {
	'@id'?: string;
	'@type'?: string[];
};

/** The schema.org terms in use: expansion drops any other. */
const TERMS = `about archivedAt author citation contentUrl dateModified datePublished description
	distribution encodingFormat endDate hasPart headline inLanguage isAccessibleForFree isPartOf item
	itemListElement license mainEntity name numberOfItems position publisher startDate temporalCoverage
	text url version Article BlogPosting Claim DataDownload Dataset Event ItemList ListItem NewsArticle
	Organization Person Quotation WebPage`.split(/\s+/);
const ADDRESSES = ['url', 'archivedAt', 'license', 'contentUrl'];
const CONTEXT = Object.fromEntries(
	TERMS.map((term) => [
		term,
		{ '@id': SCHEMA + term, ...(ADDRESSES.includes(term) && { '@type': '@id' }) }
	])
);

/** Expands JSON-LD with a partial schema.org context, because the real one cannot be fetched in tests. */
export async function expand(node: object): Promise<Expanded[]> {
	const parsed = JSON.parse(formatLd(node)) as object;
	return (await jsonld.expand(parsed, {
		documentLoader: (url: string) => {
			expect(url).toBe('https://schema.org');
			return Promise.resolve({ documentUrl: url, document: { '@context': CONTEXT } });
		}
	})) as Expanded[];
}

/** All keys at any depth, without the schema.org prefix. */
export function keysOf(value: unknown): string[] {
	if (Array.isArray(value)) return value.flatMap(keysOf);
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, inner]) => [
		...(key.startsWith('@') ? [] : [key.replace(SCHEMA, '')]),
		...keysOf(inner)
	]);
}
