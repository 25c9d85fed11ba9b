import { renderList } from '$lib/site/render-list.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent }) => {
	const { timeline } = await parent();
	return { list: await renderList(timeline) };
};
