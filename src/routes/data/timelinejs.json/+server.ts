import { resolve } from '$app/paths';
import { json } from '@sveltejs/kit';
import { timeline } from '$lib/server/dataset.ts';
import { toTimelineJs } from '$lib/export/timelinejs.ts';
import { absolute } from '$lib/site/absolute.ts';
import type { RequestHandler } from './$types';

export const prerender = true;

export const GET: RequestHandler = () =>
	json(toTimelineJs(timeline, (id) => absolute(resolve(`/event/${id}/`))));
