import { timeline } from 'virtual:timeline';
import { reckonHeight } from '../../../height.server.ts';
import { answerOembed } from '../../../oembed.server.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = () => timeline.lines.map(({ id }) => ({ line: id }));

export const GET: RequestHandler = ({ params }) =>
	answerOembed({ filter: { lines: [params.line] } }, reckonHeight(params.line));
