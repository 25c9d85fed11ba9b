import { renderFrame } from './frame.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({ body: renderFrame() });
