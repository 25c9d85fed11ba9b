import { resolve } from '$app/paths';
import { timeline } from '$lib/server/dataset.ts';
import { describeFrame } from '$lib/site/frame-head.ts';
import { renderFrame } from '../../frame.server.ts';
import { oldIds } from '$lib/server/renamed.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () =>
	[...timeline.lines.map(({ id }) => id), ...oldIds('lines')].map((line) => ({ line }));

export const load: PageServerLoad = ({ params: { line } }) => {
	const view = { filter: { lines: [line] } };
	return {
		head: describeFrame(timeline, view, resolve('/oembed/line/[line].json', { line })),
		body: renderFrame(view)
	};
};
