import { inject } from 'vitest';

/** The dataset of `data/`, compiled in Node by `provide-dataset.ts`. */
export const dataset = inject('timeline');
