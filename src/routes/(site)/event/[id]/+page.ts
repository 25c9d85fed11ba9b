import { error } from '@sveltejs/kit';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, parent, data }) => {
	const { timeline } = await parent();
	const index = timeline.events.findIndex(({ id }) => id === params.id);
	const event = timeline.events[index];
	if (!event) error(404, `There is no event called “${params.id}”.`);
	return { ...data, event, previous: timeline.events[index - 1], next: timeline.events[index + 1] };
};
