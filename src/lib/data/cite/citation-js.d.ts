/** Types for the parts of citation-js that this folder and its tests use: the package ships none. */
declare module '@citation-js/core' {
	export class Cite {
		/** @param data CSL-JSON, or text in a format that a plugin parses */
		constructor(data: unknown);
		data: Record<string, unknown>[];
		format(format: string, options?: Record<string, unknown>): string;
	}
	export const plugins: { config: { get(plugin: string): unknown } };
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-csl';
declare module '@citation-js/plugin-ris';
