import { browserFiles } from './files.server.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = () => ({ files: browserFiles('src/routes/embed/alive.ts') });
