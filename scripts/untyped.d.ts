/** What the scripts use of packages without types; @types/compression would also install those of Express. */
declare module 'compression' {
	import type { IncomingMessage, ServerResponse } from 'node:http';
	type Filter = (request: IncomingMessage, response: ServerResponse) => boolean;
	type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
	function compression(options?: { filter?: Filter }): Middleware;
	namespace compression {
		const filter: Filter;
	}
	export default compression;
}

declare module 'send' {
	import type { IncomingMessage, ServerResponse } from 'node:http';
	interface SendStream {
		on(event: 'headers', listener: (response: ServerResponse, file: string) => void): SendStream;
		on(
			event: 'directory',
			listener: (response: ServerResponse, folder: string) => void
		): SendStream;
		on(
			event: 'error',
			listener: (error: { status: number; headers?: Record<string, string> }) => void
		): SendStream;
		pipe(response: ServerResponse): void;
	}
	export default function send(
		request: IncomingMessage,
		path: string,
		options: { root: string; dotfiles: 'ignore'; cacheControl: boolean }
	): SendStream;
}

declare module 'subset-font' {
	/** @param text the characters to keep */
	export default function subsetFont(
		font: Uint8Array,
		text: string,
		options: {
			targetFormat: 'truetype' | 'woff2';
			variationAxes?: Record<string, { min: number; max: number }>;
			/** OpenType tags */
			keepFeatures?: string[];
		}
	): Promise<Uint8Array>;
}
