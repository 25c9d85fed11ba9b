import { timeline } from 'virtual:timeline';
import { renderFrame } from '../../frame.server.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => timeline.lines.map(({ id }) => ({ line: id }));

export const load: PageServerLoad = ({ params }) => ({
	body: renderFrame({ filter: { lines: [params.line] } })
});
