import { onMount } from 'svelte';
import type { Timeline } from '$lib/model/types.ts';
import { formatAddress, readAddress, type View } from '$lib/model/address.ts';
import { throttle } from '$lib/state/throttle.ts';
import type { Address } from '$lib/state/address.svelte.ts';

/** ms: Safari takes a hundred changes of an address in half a minute, others more */
const PATIENCE = 300;

/**
 * The view in a frame's own address. What the server renders knows no query: it is adopted once the page has come alive,
 * so that nothing moves before. A frame shares the back button with its host: each step replaces the one before.
 */
export class FrameAddress implements Address {
	arrivals = $state(0);
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

	/** @param preset what the path says, wherever the query is silent */
	constructor(timeline: Timeline, preset: Partial<View>) {
		this.#timeline = timeline;
		this.#preset = preset;
		onMount(() => this.#arrive(location.search));
	}

	#arrive(query: string): void {
		this.#query = query;
		this.arrivals++;
	}

	/** The view holds at once; the address follows as fast as browsers let it. */
	go(view: View): void {
		this.#arrive(formatAddress(view));
		this.#write();
	}

	#write = throttle(() => {
		const { pathname, hash } = location;
		history.replaceState(null, '', pathname + this.#query + hash);
	}, PATIENCE);
}
