/**
 * Setup of the property tests. A fixed seed: every run tries the same cases, so a failure comes from the change under
 * test. TEST_SEED sets another seed, `npm run test:long` tries three times as many cases: see CONTRIBUTING.
 */
import fc from 'fast-check';
import { inject } from 'vitest';

declare module 'vitest' {
	interface ProvidedContext {
		seed: number;
		/** whether all cases are tried, as `npm run test:long` does */
		long: boolean;
		/** why the tests in tests/data are left out, if they are */
		leftOut: string;
	}
}

/** @param full number of cases that `npm run test:long` tries; `npm test` tries a third of them */
export function runs(full: number): { numRuns: number } {
	return { numRuns: inject('long') ? full : Math.ceil(full / 3) };
}

fc.configureGlobal({ seed: inject('seed'), ...runs(100) });
