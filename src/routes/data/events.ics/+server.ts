import { resolve } from '$app/paths';
import { timeline } from '$lib/server/dataset.ts';
import { formatCalendar } from '$lib/export/ics.ts';
import { absolute } from '$lib/site/absolute.ts';
import type { RequestHandler } from './$types';

export const prerender = true;

export const GET: RequestHandler = () => {
	const { text } = formatCalendar(timeline, (id) => absolute(resolve(`/event/${id}/`)));
	return new Response(text, { headers: { 'content-type': 'text/calendar; charset=utf-8' } });
};
