import { json } from '@sveltejs/kit';
import { getCitations } from '$lib/server/citations.ts';
import type { RequestHandler } from './$types';

export const prerender = true;

/** For the “Cite” dialog, and for downloads of references. */
export const GET: RequestHandler = () => json(getCitations());
