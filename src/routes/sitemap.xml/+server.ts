import { resolve } from '$app/paths';
import { timeline } from '$lib/server/dataset.ts';
import { formatSitemap } from '$lib/export/sitemap.ts';
import { hasPromises } from '$lib/model/event.ts';
import { listEditions } from '$lib/site/editions.ts';
import { absolute } from '$lib/site/absolute.ts';
import type { RequestHandler } from './$types';

export const prerender = true;

/** All pages except the embeds, which are parts of other sites' pages. */
const FILES = Object.keys(import.meta.glob('../**/+page.svelte')).filter((file) =>
	file.startsWith('../(site)/')
);
/** The sitemap at the root lists all languages, those of other languages only their own. */
const isRoot = resolve('/') === `${SITE_BASE}/`;
const LISTED = SITE_LANGUAGES.filter(({ id }) => isRoot || id === SITE_LANGUAGE).map(
	({ tag }) => tag
);
const IDS: Record<string, { id: string }[]> = { event: timeline.events, source: timeline.sources };

export const GET: RequestHandler = () => {
	const paths = FILES.flatMap((file) => {
		const route = file.slice('../(site)'.length, -'+page.svelte'.length);
		const [, kind = '', parameter] = route.split('/');
		if (kind === 'promises' && !hasPromises(timeline.events)) return [];
		if (!parameter) return [route];
		return IDS[kind]!.map(({ id }) => `/${kind}/${id}/`);
	});
	const home = resolve('/').slice(0, -1);
	const pages = paths.map((path) =>
		listEditions(home + path).map(({ tag, path }): [string, string] => [tag, absolute(path)])
	);
	return new Response(formatSitemap(pages, LISTED, timeline.updated), {
		headers: { 'content-type': 'application/xml; charset=utf-8' }
	});
};
