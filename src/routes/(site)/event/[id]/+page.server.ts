import { resolve } from '$app/paths';
import { timeline } from 'virtual:timeline';
import { cite } from '$lib/model/citation.ts';
import { citations } from '../../../data/citations.server.ts';
import { absolute } from '../../../origin.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => timeline.events.map(({ id }) => ({ id }));

/** The citation that is to be read without scripts. */
export const load: PageServerLoad = ({ params }) => {
	const event = timeline.events.find(({ id }) => id === params.id);
	const address = absolute(resolve(`/event/${params.id}/`));
	const works = event ? cite({ kind: 'event', event, address }, citations, timeline.updated) : [];
	return { apa: works.map(({ apa }) => apa) };
};
