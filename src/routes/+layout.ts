import { asset } from '$app/paths';
import type { Timeline } from '$lib/model/types.ts';
import type { LayoutLoad } from './$types';

export const prerender = true;
export const trailingSlash = 'always';

/** Every page is rendered from the file that is offered for download. */
export const load: LayoutLoad = async ({ fetch }) => {
	const response = await fetch(asset('/data/timeline.json'));
	return { timeline: (await response.json()) as Timeline };
};
