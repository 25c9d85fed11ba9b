import { timeline } from '$lib/server/dataset.ts';
import { renderFrame } from '../../frame.server.ts';
import { oldIds } from '$lib/server/renamed.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () =>
	[...timeline.events.map(({ id }) => id), ...oldIds('events')].map((id) => ({ id }));

export const load: PageServerLoad = ({ params }) => {
	const event = timeline.events.find(({ id }) => id === params.id);
	return { body: renderFrame({ event: params.id, filter: { lines: event?.lines.slice(0, 1) } }) };
};
