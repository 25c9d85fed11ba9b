import { afterNavigate, beforeNavigate, goto } from '$app/navigation';
import { page } from '$app/state';
import type { Timeline } from '../model/types.ts';
import { emptyView, formatAddress, readAddress, type View } from '../model/address.ts';
import { isSearchLoaded, loadSearch } from '../model/search/late-search.ts';
import type { Address } from '../state/address.svelte.ts';
import { isReadersTheme, readerTheme } from './reader-theme.svelte.ts';

/** Parameter of the table's sorting. */
const SORT = 'sort';

/**
 * The view in the page's own address. Prerendered pages have no query: the address is adopted after hydration, so that
 * hydration causes no layout shift.
 */
export class PageAddress implements Address {
	navigations = $state(0);
	#timeline: Timeline;
	/** whether a navigation to another page is under way */
	#isLeft = false;
	/** number of times that a query waited for the code of the search */
	#waits = $state(0);

	readonly #isKnown = $derived(this.navigations > 0);
	readonly #read = $derived.by(() => {
		if (!this.#isKnown) return { view: emptyView(), ignored: [] };
		const { view, ignored } = readAddress(page.url.searchParams, this.#timeline);
		if (isReadersTheme()) view.theme = emptyView().theme;
		void this.#waits;
		if (!isSearchLoaded()) delete view.filter.q;
		return { view, ignored };
	});
	readonly view = $derived(this.#read.view);
	readonly ignored = $derived(this.#read.ignored);

	/** value of the table's own parameter in the address; no part of the view, which other pages share */
	readonly sorting = $derived.by(() => (this.#isKnown ? page.url.searchParams.get(SORT) : null));

	constructor(timeline: Timeline) {
		this.#timeline = timeline;
		// not sooner, since a navigation ends by scrolling to its position
		afterNavigate(async () => {
			this.#isLeft = false;
			if (page.url.searchParams.get('q') && !isSearchLoaded()) {
				// not in onNavigate: there, Kit lets a navigation that waits overrule one that came after it
				await loadSearch();
				this.#waits++;
			}
			this.navigations++;
		});
		// a navigation that unloads may also be a download or open another program, which keep the page
		beforeNavigate(({ to, willUnload }) => {
			this.#isLeft = !willUnload && to?.url.pathname !== page.url.pathname;
		});
	}

	go(view: View, replace = false): void {
		this.#go(view, replace, this.sorting);
	}

	/** Replaces the table's sorting. */
	sort(sorting: string | null): void {
		this.#go(this.view, true, sorting);
	}

	#go(view: View, replace: boolean, sorting: string | null): void {
		// a throttled step may come late: it must not undo the navigation
		if (this.#isLeft && replace) return;
		const query = formatAddress(view);
		const sort = sorting ? `${query ? '&' : '?'}${SORT}=${encodeURIComponent(sorting)}` : '';
		// eslint-disable-next-line svelte/no-navigation-without-resolve -- only the query of this page's own address changes
		void goto(readerTheme.keepIn(page.url.pathname + query + sort), {
			keepFocus: true,
			noScroll: true,
			replaceState: replace
		});
	}
}
