/// <reference types="@sveltejs/kit" />
/// <reference types="vite/client" />

/** Origin of the site, for absolute addresses: `https://example.org`; null without SITE_ORIGIN. */
declare const SITE_ORIGIN: string | null;
/** Fallback origin, where an absolute address is required and SITE_ORIGIN is not set. */
declare const FALLBACK_ORIGIN: string;
/** Sub-path of the site, shared by all its languages; '' at the host's root. */
declare const SITE_BASE: string;
/** Id of the language of this build: `it`. */
declare const SITE_LANGUAGE: string;
/** Languages of the site: the data's own first, which is at the root. */
declare const SITE_LANGUAGES: {
	id: string;
	/** BCP 47, such as `zh-Hans` */
	tag: string;
	/** name of the language in the language itself */
	name: string;
	/** prefix of its pages' paths: `/it`; '' at the root */
	path: string;
	/** id of the interface's language on its pages */
	words: string;
}[];
/** Absolute path of the data folder; for the server only. */
declare const DATA_FOLDER: string;

/** The library's style sheet; in /lib/timeline.js alone. */
declare const LIBRARY_STYLES: string;

declare module 'virtual:frame' {
	/** Path of Vite's manifest for a frame's files; null in development. */
	export const manifest: string | null;
}
