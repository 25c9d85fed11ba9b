import * as m from '../../language/messages.ts';
import type { Citations } from '../../model/citation.ts';

let fetched: { href: string; citations: Promise<Citations> } | null = null;

/**
 * The citations made at build; fetched once.
 * @throws {Error} when they can't be had; the next call tries again
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
