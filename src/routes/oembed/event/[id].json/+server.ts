import { timeline } from '$lib/server/dataset.ts';
import { estimateHeight } from '$lib/server/embed-height.ts';
import { answerOembed } from '$lib/server/oembed.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = () => timeline.events.map(({ id }) => ({ id }));

export const GET: RequestHandler = ({ params }) =>
	answerOembed({ event: params.id }, estimateHeight(lineOf(params.id), params.id));

/** The frame of an event shows the event's first line. */
const lineOf = (id: string) => timeline.events.find((event) => event.id === id)?.lines[0];
