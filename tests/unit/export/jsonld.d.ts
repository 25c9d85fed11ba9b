/** What the tests use of `jsonld`, which comes without types. */
declare module 'jsonld' {
	interface Options {
		documentLoader: (url: string) => Promise<{ documentUrl: string; document: object }>;
	}
	const jsonld: { expand(document: object, options: Options): Promise<object[]> };
	export default jsonld;
}
