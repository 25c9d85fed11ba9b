import { reckonHeight } from '../../height.server.ts';
import { answerOembed } from '../../oembed.server.ts';
import type { RequestHandler } from './$types';

export const prerender = true;

export const GET: RequestHandler = () => answerOembed({}, reckonHeight());
