import * as m from '../../language/messages.ts';
import type { Citations } from '../../model/citation.ts';

let fetched: { href: string; citations: Promise<Citations> } | null = null;

/**
 * The citations made at build time; fetched once and cached.
 * @throws {Error} (as a rejection) when the request fails; the next call tries again
 */
export function fetchCitations(href: string): Promise<Citations> {
	if (fetched?.href !== href) {
		const citations = fetch(href).then((response) => {
			if (!response.ok) throw new Error(m.citations_not_loaded({ status: response.status }));
			return response.json() as Promise<Citations>;
		});
		citations.catch(() => (fetched = null));
		fetched = { href, citations };
	}
	return fetched.citations;
}
