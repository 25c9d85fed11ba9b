import { isCheckedByArticles } from '$lib/server/dataset.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({ isCheckedByArticles });
