import { resolve } from '$app/paths';
import { timeline } from '$lib/server/dataset.ts';
import { describeFrame } from '$lib/site/frame-head.ts';
import { renderFrame } from '../../frame.server.ts';
import { oldIds } from '$lib/server/renamed.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () =>
	[...timeline.events.map(({ id }) => id), ...oldIds('events')].map((id) => ({ id }));

export const load: PageServerLoad = ({ params: { id } }) => {
	const event = timeline.events.find((other) => other.id === id);
	const view = { event: id, filter: { lines: event?.lines.slice(0, 1) } };
	return {
		head: describeFrame(timeline, view, resolve('/oembed/event/[id].json', { id })),
		body: renderFrame(view)
	};
};
