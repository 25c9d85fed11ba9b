import { json } from '@sveltejs/kit';
import { citations } from '../citations.server.ts';
import type { RequestHandler } from './$types';

export const prerender = true;

/** For “Cite”, and for the references of a selection. */
export const GET: RequestHandler = () => json(citations);
