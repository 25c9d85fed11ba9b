import { isCheckedByArticles, timeline } from '$lib/server/dataset.ts';
import { getCitations } from '$lib/server/citations.ts';
import { oldIds } from '$lib/server/renamed.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () =>
	[...timeline.sources.map(({ id }) => id), ...oldIds('sources')].map((id) => ({ id }));

/** The APA citation that is shown without scripts, and how this build checked the quotations. */
export const load: PageServerLoad = ({ params }) => {
	const { apa } = getCitations().sources[params.id] ?? {};
	return { apa: apa ? [apa] : [], isCheckedByArticles };
};
