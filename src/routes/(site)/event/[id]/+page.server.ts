import { timeline } from '$lib/server/dataset.ts';
import { cite } from '$lib/model/citation.ts';
import { getCitations } from '$lib/server/citations.ts';
import { oldIds } from '$lib/server/renamed.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () =>
	[...timeline.events.map(({ id }) => id), ...oldIds('events')].map((id) => ({ id }));

/** The APA citations that are shown without scripts; `{address}` stands for the page's own. */
export const load: PageServerLoad = ({ params }) => {
	const event = timeline.events.find(({ id }) => id === params.id);
	const what = event && ({ kind: 'event', event, address: '{address}' } as const);
	return { apa: what ? cite(what, getCitations(), timeline.updated).map(({ apa }) => apa) : [] };
};
