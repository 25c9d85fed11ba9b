import { resolve } from '$app/paths';
import { timeline } from '$lib/server/dataset.ts';
import { describeFrame } from '$lib/site/frame-head.ts';
import { renderFrame } from './frame.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({
	head: describeFrame(timeline, {}, resolve('/oembed/timeline.json')),
	body: renderFrame()
});
