import { afterNavigate, beforeNavigate, goto } from '$app/navigation';
import { page } from '$app/state';
import type { Timeline } from '../model/types.ts';
import { emptyView, formatAddress, readAddress, type View } from '../model/address.ts';
import type { Address } from '../state/address.svelte.ts';
import { isReadersTheme, readerTheme } from './reader-theme.svelte.ts';

/**
 * The view in the page's own address. What the server renders knows no query: the address is adopted once the page
 * has come alive, so that nothing moves before.
 */
export class PageAddress implements Address {
	arrivals = $state(0);
	#timeline: Timeline;
	/** whether the reader is on the way to another page of the site */
	#isLeft = false;

	readonly #isKnown = $derived(this.arrivals > 0);
	readonly #read = $derived.by(() => {
		if (!this.#isKnown) return { view: emptyView(), ignored: [] };
		const { view, ignored } = readAddress(page.url.searchParams, this.#timeline);
		if (isReadersTheme()) view.theme = emptyView().theme;
		return { view, ignored };
	});
	readonly view = $derived(this.#read.view);
	readonly ignored = $derived(this.#read.ignored);

	constructor(timeline: Timeline) {
		this.#timeline = timeline;
		// Not sooner: a navigation ends with the place that it scrolls to.
		afterNavigate(() => {
			this.#isLeft = false;
			this.arrivals++;
		});
		// a download, or what opens another program, leaves the page where it is
		beforeNavigate(({ to, willUnload }) => {
			this.#isLeft = !willUnload && to?.url.pathname !== page.url.pathname;
		});
	}

	go(view: View, replace = false): void {
		// a small step may have been put off until now: it must not call the reader back
		if (this.#isLeft && replace) return;
		// eslint-disable-next-line svelte/no-navigation-without-resolve -- only the query of this page's own address changes
		void goto(readerTheme.keepIn(`${page.url.pathname}${formatAddress(view)}`), {
			keepFocus: true,
			noScroll: true,
			replaceState: replace
		});
	}
}
