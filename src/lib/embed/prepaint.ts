/** A language that a frame may be asked for by `lang`, and where the site begins in it. */
export type Edition = [name: string, home: string];

/**
 * Runs in the head of a framed page, before anything of it is painted; written into it as text, so it may use nothing
 * from around it. Who asks for another language is led to its frame, and sees nothing of this one. What else the query
 * asks for is not in the prerendered page: until the page has adopted it, the chart stays unseen rather than being shown
 * unfiltered first; at most for some seconds, should scripts not come. The theme is set at once, so that nothing flashes.
 * @param home where the site begins in the language of this page
 * @param others the other languages, by all their names, in lower case
 */
export function prepareFrame(home: string, others: Edition[]): void {
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
	const asked = ['line', 'status', 'source', 'from', 'to', 'q', 'view', 'event', 'plain'];
	if (!asked.some((parameter) => query.has(parameter))) return;
	root.dataset.pending = '';
	setTimeout(() => delete root.dataset.pending, 5000);
}
