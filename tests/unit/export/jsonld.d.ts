/** Partial types for `jsonld`, which ships none. */
declare module 'jsonld' {
	interface Options {
		documentLoader: (url: string) => Promise<{ documentUrl: string; document: object }>;
	}
	const jsonld: { expand(document: object, options: Options): Promise<object[]> };
	export default jsonld;
}
