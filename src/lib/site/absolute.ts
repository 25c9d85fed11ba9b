/**
 * Makes a path a full address, where one is required.
 * @param path from the host's root, as `resolve()` gives it: with base path and trailing slash
 */
export function absolute(path: string): string {
	return new URL(path, SITE_ORIGIN ?? FALLBACK_ORIGIN).href;
}
