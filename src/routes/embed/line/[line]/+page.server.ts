import { timeline } from '$lib/server/dataset.ts';
import { renderFrame } from '../../frame.server.ts';
import { oldIds } from '$lib/server/renamed.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () =>
	[...timeline.lines.map(({ id }) => id), ...oldIds('lines')].map((line) => ({ line }));

export const load: PageServerLoad = ({ params }) => ({
	body: renderFrame({ filter: { lines: [params.line] } })
});
