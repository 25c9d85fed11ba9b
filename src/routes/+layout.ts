import { browser } from '$app/environment';
import { asset } from '$app/paths';
import type { Timeline } from '$lib/model/types.ts';
import type { LayoutLoad } from './$types';

export const prerender = true;
export const trailingSlash = 'always';

/** Every page is rendered from the file that is offered for download. In the browser it is loaded once, for hydration. */
export const load: LayoutLoad = async ({ fetch }) => {
	try {
		const response = await fetch(asset('/data/timeline.json'));
		return { timeline: (await response.json()) as Timeline };
	} catch (error) {
		if (!browser) throw error;
		// the page stays as it was served, complete but without scripts, instead of becoming an error page
		return new Promise<never>(() => {});
	}
};
