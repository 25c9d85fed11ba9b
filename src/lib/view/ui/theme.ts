/**
 * Shows the page in the light or the dark theme; in the system's for anything else. It also runs in the page's head, before
 * anything is painted, written into it as text, so it may use nothing from around it.
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
