/// <reference types="@sveltejs/kit" />
/// <reference types="vite/client" />

/** Where the site will stand, for addresses that must be absolute: `https://example.org`, or null when nobody said. */
declare const SITE_ORIGIN: string | null;
