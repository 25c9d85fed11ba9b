/// <reference types="@sveltejs/kit" />
/// <reference types="vite/client" />

/** Where the site will stand, for addresses that must be absolute: `https://example.org`, or null when nobody said. */
declare const SITE_ORIGIN: string | null;
/** The sub-path that the site is served under, in all its languages; '' at the host's root. */
declare const SITE_BASE: string;
/** The languages of the site, the root's first. */
declare const SITE_LANGUAGES: import('../scripts/languages.js').Language[];

declare module 'virtual:frame' {
	/** Where Vite lists what browsers load for a frame, once it is built; null in development. */
	export const manifest: string | null;
}
