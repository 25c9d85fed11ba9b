import { error } from '@sveltejs/kit';
import * as m from '$lib/language/messages.ts';
import { quotationsOf } from '$lib/model/source.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, parent, data }) => {
	const { timeline } = await parent();
	const source = timeline.sources.find(({ id }) => id === params.id);
	if (!source) error(404, m.no_such_source({ id: params.id }));
	return { ...data, source, quotations: quotationsOf(source.id, timeline.events) };
};
