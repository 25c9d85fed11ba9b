import { frameFiles } from './files.server.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ route }) => ({
	files: frameFiles(...(route.id === '/embed/event/[id]' ? ['src/lib/view/EmbedCard.svelte'] : []))
});
