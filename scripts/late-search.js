import { fileURLToPath } from 'node:url';

const LATE = fileURLToPath(new URL('../src/lib/model/search/late-search.ts', import.meta.url));

/**
 * Leaves the search out of what a page loads at once: in the site's scripts, `event-search.ts` is `late-search.ts`, which
 * has the same functions and imports it with the first query. Not on the server, in development, tests and the library.
 * @returns {import('vite').Plugin}
 */
export function loadSearchLate() {
	return {
		name: 'late-search',
		apply: 'build',
		enforce: 'pre',
		resolveId(source, importer) {
			if (this.environment.name !== 'client' || importer === LATE) return null;
			return source.endsWith('/event-search.ts') ? LATE : null;
		}
	};
}
