/**
 * Sets the page's theme. Its source text is also inlined into the page's head, to run before the first paint, so it must
 * not reference anything outside its own body.
 * @param theme `light` or `dark`; anything else follows the system
 */
export function showTheme(theme: string | null): void {
	const chosen = theme === 'light' || theme === 'dark' ? theme : '';
	document.documentElement.dataset.theme = chosen;
	for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
		const own = meta.dataset.theme!;
		const system = `(prefers-color-scheme: ${own})`;
		meta.media = !chosen ? system : chosen === own ? 'all' : 'not all';
	}
}
