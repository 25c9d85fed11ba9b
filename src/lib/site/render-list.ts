import { browser } from '$app/environment';
import { resolve } from '$app/paths';
import { mount, unmount } from 'svelte';
import type { Timeline } from '../model/types.ts';

/**
 * The HTML of the story's list, for StoryList.svelte. The server renders it; a first load reads it from the document; a
 * navigation from another page renders it in the browser.
 */
export async function renderList(timeline: Timeline): Promise<string> {
	const served = browser && document.querySelector('[data-list]')?.innerHTML;
	if (served) return served;
	const { default: Chapters } = await import('../view/story/Chapters.svelte');
	const props = {
		timeline,
		citations: resolve('/data/citations.json'),
		href: (id: string) => resolve(`/event/${id}/`),
		sourceHref: (id: string) => resolve(`/source/${id}/`)
	};
	if (!browser) {
		const { render } = await import('svelte/server');
		// the list is not hydrated, so hydration comments are dropped
		return render(Chapters, { props }).body.replace(/<!--.*?-->/gs, '');
	}
	const target = document.createElement('div');
	const mounted = mount(Chapters, { target, props });
	const html = target.innerHTML;
	await unmount(mounted);
	return html;
}
