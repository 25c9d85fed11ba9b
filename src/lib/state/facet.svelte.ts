import { countFacet, type Facet } from '../model/filter.ts';
import { STATUSES } from '../model/vocabulary.ts';
import type { TimelineState } from './timeline.svelte.ts';

/** One facet of the filter, with what may be chosen of it. */
export class FacetState {
	#timeline: TimelineState;
	#facet: Facet;

	readonly #counted = $derived.by(() =>
		countFacet(this.#timeline.data.events, this.#timeline.filter, this.#facet)
	);
	/** how many events each of its values would show under the other parts of the filter, and all of them together */
	readonly counts = $derived(this.#counted.counts);
	readonly total = $derived(this.#counted.total);
	readonly chosen: readonly string[] = $derived.by(() => this.#timeline.filter[this.#facet] ?? []);

	constructor(timeline: TimelineState, facet: Facet) {
		this.#timeline = timeline;
		this.#facet = facet;
	}

	/** Adds a value to those chosen, or takes it away; in the dataset's order. All of them are as good as none. */
	toggle(value: string): void {
		const chosen = new Set(this.chosen);
		if (!chosen.delete(value)) chosen.add(value);
		const all = this.#values();
		const values = all.filter((one) => chosen.has(one));
		const { filter } = this.#timeline;
		const rest = values.length < all.length ? values : [];
		this.#timeline.setFilter({ ...filter, [this.#facet]: rest });
	}

	#values(): readonly string[] {
		if (this.#facet === 'status') return STATUSES;
		const { lines, data } = this.#timeline;
		return this.#facet === 'lines' ? lines : data.sources.map(({ id }) => id);
	}
}
