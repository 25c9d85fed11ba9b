import { resolve } from '$app/paths';
import { changes, timeline } from '$lib/server/dataset.ts';
import { formatFeed } from '$lib/export/feed.ts';
import { absolute } from '$lib/site/absolute.ts';
import type { RequestHandler } from './$types';

export const prerender = true;

export const GET: RequestHandler = () => {
	const feed = formatFeed(timeline, changes, {
		home: absolute(resolve('/')),
		feed: absolute(resolve('/feed.xml')),
		event: (id) => absolute(resolve(`/event/${id}/`))
	});
	return new Response(feed, { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } });
};
