// Property tests try the same cases in every run, so that a change that lands is judged by what it
// changed. TEST_SEED tries others: see CONTRIBUTING.
import fc from 'fast-check';
import { inject } from 'vitest';

declare module 'vitest' {
	interface ProvidedContext {
		seed: number;
	}
}

fc.configureGlobal({ seed: inject('seed') });
