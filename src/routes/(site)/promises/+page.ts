import { error } from '@sveltejs/kit';
import * as m from '$lib/language/messages.ts';
import { hasPromises } from '$lib/model/event.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent }) => {
	const { timeline } = await parent();
	if (!hasPromises(timeline.events)) error(404, m.no_promises());
};
