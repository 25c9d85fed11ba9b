import { timeline } from '$lib/server/dataset.ts';
import { estimateHeight } from '$lib/server/embed-height.ts';
import { answerOembed } from '$lib/server/oembed.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = () => timeline.lines.map(({ id }) => ({ line: id }));

export const GET: RequestHandler = ({ params }) =>
	answerOembed({ filter: { lines: [params.line] } }, estimateHeight(params.line));
