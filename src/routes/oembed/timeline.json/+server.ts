import { estimateHeight } from '$lib/server/embed-height.ts';
import { answerOembed } from '$lib/server/oembed.ts';
import type { RequestHandler } from './$types';

export const prerender = true;

export const GET: RequestHandler = () => answerOembed({}, estimateHeight());
