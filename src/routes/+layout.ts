import { asset } from '$app/paths';
import type { Timeline } from '$lib/model/types.ts';
import type { LayoutLoad } from './$types';

export const prerender = true;
export const trailingSlash = 'always';

/** Every page stands on the same file that anybody may download. */
export const load: LayoutLoad = async ({ fetch }) => {
	const response = await fetch(asset('/data/timeline.json'));
	return { timeline: (await response.json()) as Timeline };
};
