import { json } from '@sveltejs/kit';
import { timeline } from '$lib/server/dataset.ts';
import type { RequestHandler } from './$types';

export const prerender = true;

export const GET: RequestHandler = () => json(timeline);
