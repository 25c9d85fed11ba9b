import { inject } from 'vitest';

/** The compiled dataset of `data/`, which only Node can compile. */
export const dataset = inject('timeline');
