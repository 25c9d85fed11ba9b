import { onMount } from 'svelte';
import type { Timeline } from '$lib/model/types.ts';
import { formatAddress, readAddress, type View } from '$lib/model/address.ts';
import { loadSearch } from '$lib/model/search/late-search.ts';
import { throttle } from '$lib/state/throttle.ts';
import type { Address } from '$lib/state/address.svelte.ts';

/** ms between changes of the address: Safari allows 100 in 30 s, others more */
const WRITE_INTERVAL = 300;

/**
 * The view in a frame's own address. Prerendered pages have no query: it is adopted after hydration, so that hydration
 * causes no layout shift. A frame shares the back button with its host, so each step replaces the one before.
 */
export class FrameAddress implements Address {
	navigations = $state(0);
	#query = $state('');
	#timeline: Timeline;
	#preset: Partial<View>;

	readonly #read = $derived.by(() => {
		const { view, ignored } = readAddress(new URLSearchParams(this.#query), this.#timeline);
		const { filter, event = null } = this.#preset;
		return {
			view: { ...view, event: view.event ?? event, filter: { ...filter, ...view.filter } },
			ignored
		};
	});
	readonly view = $derived(this.#read.view);
	readonly ignored = $derived(this.#read.ignored);

	/** @param preset the view given by the path, where the query has no value */
	constructor(timeline: Timeline, preset: Partial<View>) {
		this.#timeline = timeline;
		this.#preset = preset;
		onMount(async () => {
			const { search } = location;
			if (new URLSearchParams(search).has('q')) await loadSearch();
			this.#adopt(search);
		});
	}

	#adopt(query: string): void {
		this.#query = query;
		this.navigations++;
	}

	/** The view changes at once; the address follows, throttled. */
	go(view: View): void {
		this.#adopt(formatAddress(view));
		this.#write();
	}

	#write = throttle(() => {
		const { pathname, hash } = location;
		history.replaceState(null, '', pathname + this.#query + hash);
	}, WRITE_INTERVAL);
}
