import { resolve } from '$app/paths';
import { json } from '@sveltejs/kit';
import { timeline } from 'virtual:timeline';
import { toTimelineJs } from '$lib/export/timelinejs.ts';
import { absolute } from '../../origin.ts';
import type { RequestHandler } from './$types';

export const prerender = true;

export const GET: RequestHandler = () =>
	json(toTimelineJs(timeline, (id) => absolute(resolve(`/event/${id}/`))));
