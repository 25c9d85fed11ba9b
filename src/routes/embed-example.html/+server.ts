import { formatExample } from '$lib/embed/example.ts';
import { timeline } from '$lib/server/dataset.ts';
import type { RequestHandler } from './$types';

export const prerender = true;
export const trailingSlash = 'never';

export const GET: RequestHandler = () =>
	new Response(formatExample(timeline), {
		headers: { 'content-type': 'text/html; charset=utf-8' }
	});
