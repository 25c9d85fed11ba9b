import { timeline } from '$lib/server/dataset.ts';
import { formatReferences } from '$lib/export/references.ts';
import { getCitations } from '$lib/server/citations.ts';
import type { RequestHandler } from './$types';

export const prerender = true;

export const GET: RequestHandler = () => {
	const ids = timeline.sources.map(({ id }) => id);
	return new Response(formatReferences(getCitations(), ids, 'bib'), {
		headers: { 'content-type': 'application/x-bibtex; charset=utf-8' }
	});
};
