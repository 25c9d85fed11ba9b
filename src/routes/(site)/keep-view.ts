import { resolve } from '$app/paths';

/**
 * Handles the click of a link: prerendered links have no query, so the view of the timeline is added to them, but for the
 * theme, which the reader's choice keeps and an embed has of its own.
 */
export function keepView(event: MouseEvent & { currentTarget: HTMLAnchorElement }): void {
	if (location.pathname !== resolve('/')) return;
	const { search, searchParams } = new URL(location.href);
	const hasTheme = searchParams.has('theme');
	searchParams.delete('theme');
	event.currentTarget.search = hasTheme ? String(searchParams) : search;
}
