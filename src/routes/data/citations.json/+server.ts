import { json } from '@sveltejs/kit';
import { getCitations } from '$lib/server/citations.ts';
import type { RequestHandler } from './$types';

export const prerender = true;

/** For “Cite”, and for the references of a selection. */
export const GET: RequestHandler = () => json(getCitations());
