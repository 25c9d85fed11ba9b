/** A value of `lang`, and the root path of the site in that language. */
export type Edition = [name: string, home: string];

/**
 * Runs in the head of a framed page before first paint. It is inlined as text, so it must not reference anything outside
 * itself. With another `lang`, it hides the page and redirects to the frame in that language. Other parameters are not
 * reflected in the prerendered page: the chart stays hidden until the page has adopted them, so that it does not flash
 * unfiltered, but for at most 5 s in case scripts fail to load. The theme is set at once, so that it does not flash.
 * @param home root path of the site in this page's language
 * @param others the other languages under each of their names, in lower case
 * @param parameters those that the prerendered page does not reflect
 */
export function prepareFrame(home: string, others: Edition[], parameters: readonly string[]): void {
	const query = new URLSearchParams(location.search);
	const root = document.documentElement;
	const language = query.get('lang')?.toLowerCase();
	const other = others.find(([name]) => name === language);
	if (other) {
		root.hidden = true;
		setTimeout(() => (root.hidden = false), 5000);
		query.delete('lang');
		const rest = String(query);
		const path = other[1] + location.pathname.slice(home.length);
		location.replace(path + (rest && `?${rest}`) + location.hash);
		return;
	}
	const theme = query.get('theme');
	if (theme === 'dark' || theme === 'auto') root.dataset.theme = theme;
	if (!parameters.some((parameter) => query.has(parameter))) return;
	root.dataset.pending = '';
	setTimeout(() => delete root.dataset.pending, 5000);
}
