import type { Fix, ReadOptions } from './types.ts';

/** @returns the options with the correction, for the next reading of the same file */
export function applyFix(options: ReadOptions, fix: Fix): ReadOptions {
	switch (fix.kind) {
		case 'dates':
			return { ...options, dates: fix.dates };
		case 'encoding':
			return { ...options, encoding: fix.encoding };
		case 'column':
			return { ...options, columns: { ...options.columns, [fix.heading]: fix.role } };
		default:
			return { ...options, fixes: [...(options.fixes ?? []), fix] };
	}
}
