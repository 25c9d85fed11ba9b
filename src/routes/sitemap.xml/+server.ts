import { resolve } from '$app/paths';
import { timeline } from 'virtual:timeline';
import { formatSitemap } from '$lib/export/sitemap.ts';
import { absolute } from '../origin.ts';
import type { RequestHandler } from './$types';

export const prerender = true;

/** All pages but the embeds, which belong to other people's pages. */
const FILES = Object.keys(import.meta.glob('../**/+page.svelte')).filter((file) =>
	file.startsWith('../(site)/')
);
const IDS: Record<string, { id: string }[]> = { event: timeline.events, source: timeline.sources };

export const GET: RequestHandler = () => {
	const paths = FILES.flatMap((file) => {
		const route = file.slice('../(site)'.length, -'+page.svelte'.length);
		const [, kind = '', parameter] = route.split('/');
		if (!parameter) return [route];
		return IDS[kind]!.map(({ id }) => `/${kind}/${id}/`);
	});
	const home = resolve('/').slice(0, -1);
	const addresses = paths.map((path) => absolute(home + path));
	return new Response(formatSitemap(addresses, timeline.updated), {
		headers: { 'content-type': 'application/xml; charset=utf-8' }
	});
};
