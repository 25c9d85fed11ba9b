import { timeline } from '$lib/server/dataset.ts';
import { formatCsv } from '$lib/export/csv.ts';
import type { RequestHandler } from './$types';

export const prerender = true;

export const GET: RequestHandler = () =>
	new Response(formatCsv(timeline), { headers: { 'content-type': 'text/csv; charset=utf-8' } });
