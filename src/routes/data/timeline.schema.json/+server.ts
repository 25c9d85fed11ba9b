import { json } from '@sveltejs/kit';
import { toJsonSchema } from '$lib/model/schema/compiled.ts';
import type { RequestHandler } from './$types';

export const prerender = true;

export const GET: RequestHandler = () => json(toJsonSchema());
