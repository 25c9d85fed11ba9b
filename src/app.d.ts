/// <reference types="@sveltejs/kit" />
/// <reference types="vite/client" />

/** Origin of the site, for absolute addresses: `https://example.org`; null without SITE_ORIGIN. */
declare const SITE_ORIGIN: string | null;
/** Origin that stands in where an absolute address is required and SITE_ORIGIN is not set. */
declare const FALLBACK_ORIGIN: string;
/** Sub-path of the site, in all its languages; '' at the host's root. */
declare const SITE_BASE: string;
/** Id of the language of this build: `it`. */
declare const SITE_LANGUAGE: string;
/** The languages of the site; the root's is the first. */
declare const SITE_LANGUAGES: {
	id: string;
	/** BCP 47, such as `zh-Hans` */
	tag: string;
	/** in the language itself */
	name: string;
	/** prefix of its pages' paths: `/it`; '' at the root */
	path: string;
}[];
/** Absolute path of the data folder; for the server only. */
declare const DATA_FOLDER: string;

declare module 'virtual:frame' {
	/** Path of Vite's manifest of the files of a frame; null in development. */
	export const manifest: string | null;
}
