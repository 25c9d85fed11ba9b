import { timeline } from '$lib/server/dataset.ts';
import { reckonHeight } from '$lib/server/embed-height.ts';
import { answerOembed } from '$lib/server/oembed.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = () => timeline.events.map(({ id }) => ({ id }));

export const GET: RequestHandler = ({ params }) =>
	answerOembed({ event: params.id }, reckonHeight(lineOf(params.id), params.id));

/** A frame of an event shows its line. */
const lineOf = (id: string) => timeline.events.find((event) => event.id === id)?.lines[0];
