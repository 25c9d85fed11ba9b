import { frameFiles } from '$lib/server/frame-files.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ route }) => ({
	files: frameFiles(
		...(route.id === '/embed/event/[id]' ? ['src/lib/view/embed/EmbedCard.svelte'] : [])
	)
});
