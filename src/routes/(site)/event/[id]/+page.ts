import { error } from '@sveltejs/kit';
import * as m from '$lib/language/messages.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, parent, data }) => {
	const { timeline } = await parent();
	const index = timeline.events.findIndex(({ id }) => id === params.id);
	const event = timeline.events[index];
	if (!event) error(404, m.no_such_event({ id: params.id }));
	const [previous, next] = [-1, 1].map((step) => timeline.events[index + step]);
	return { ...data, event, previous, next, place: index + 1 };
};
