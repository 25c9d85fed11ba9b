import { error } from '@sveltejs/kit';
import * as m from '$lib/language/messages.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, parent, data }) => {
	const { timeline } = await parent();
	const index = timeline.events.findIndex(({ id }) => id === params.id);
	const event = timeline.events[index];
	if (!event) error(404, m.no_such_event({ id: params.id }));
	return { ...data, event, previous: timeline.events[index - 1], next: timeline.events[index + 1] };
};
