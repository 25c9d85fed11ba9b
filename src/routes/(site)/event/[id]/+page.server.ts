import { timeline } from 'virtual:timeline';
import { cite } from '$lib/model/citation.ts';
import { citations } from '../../../data/citations.server.ts';
import { oldIds } from '../../../renamed.server.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () =>
	[...timeline.events.map(({ id }) => id), ...oldIds('events')].map((id) => ({ id }));

/** The citation that is to be read without scripts; `{address}` is the page's own. */
export const load: PageServerLoad = ({ params }) => {
	const event = timeline.events.find(({ id }) => id === params.id);
	const what = event && ({ kind: 'event', event, address: '{address}' } as const);
	return { apa: what ? cite(what, citations, timeline.updated).map(({ apa }) => apa) : [] };
};
