/**
 * Runs in the head of a framed page, before anything of it is painted; written into it as text, so it may use nothing
 * from around it. What the query asks for is not in the prerendered page: until the page has adopted it, the chart stays
 * unseen rather than being shown unfiltered first; at most for some seconds, should scripts not come. The theme is set
 * at once, so that nothing flashes.
 */
export function prepareFrame(): void {
	const query = new URLSearchParams(location.search);
	const root = document.documentElement;
	const theme = query.get('theme');
	if (theme === 'dark' || theme === 'auto') root.dataset.theme = theme;
	const asked = ['line', 'status', 'source', 'from', 'to', 'q', 'view', 'event', 'plain'];
	if (!asked.some((parameter) => query.has(parameter))) return;
	root.dataset.pending = '';
	setTimeout(() => delete root.dataset.pending, 5000);
}
