import { timeline } from 'virtual:timeline';
import { citations } from '../../../data/citations.server.ts';
import { oldIds } from '../../../renamed.server.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () =>
	[...timeline.sources.map(({ id }) => id), ...oldIds('sources')].map((id) => ({ id }));

/** The citation that is to be read without scripts. */
export const load: PageServerLoad = ({ params }) => {
	const { apa } = citations.sources[params.id] ?? {};
	return { apa: apa ? [apa] : [] };
};
