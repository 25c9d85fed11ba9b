import { timeline } from 'virtual:timeline';
import { formatReferences } from '$lib/export/references.ts';
import { citations } from '../citations.server.ts';
import type { RequestHandler } from './$types';

export const prerender = true;

export const GET: RequestHandler = () => {
	const ids = timeline.sources.map(({ id }) => id);
	return new Response(formatReferences(citations, ids, 'bib'), {
		headers: { 'content-type': 'application/x-bibtex; charset=utf-8' }
	});
};
