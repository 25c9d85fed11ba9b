import { absolute } from '$lib/site/absolute.ts';
import type { RequestHandler } from './$types';

export const prerender = true;

export const GET: RequestHandler = () =>
	new Response(`User-agent: *\nAllow: /\n\nSitemap: ${absolute(`${SITE_BASE}/sitemap.xml`)}\n`, {
		headers: { 'content-type': 'text/plain; charset=utf-8' }
	});
