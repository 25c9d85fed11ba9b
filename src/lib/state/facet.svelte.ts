import { countFacet, type Facet } from '../model/filter.ts';
import { STATUSES } from '../model/vocabulary.ts';
import type { TimelineState } from './timeline.svelte.ts';

/** One facet of the filter, with its counts and chosen values. */
export class FacetState {
	#timeline: TimelineState;
	#facet: Facet;

	readonly #counted = $derived.by(() => {
		const { data, filter } = this.#timeline;
		return countFacet(data.events, filter, this.#facet, data);
	});
	/** number of events under the other parts of the filter, by value and in total */
	readonly counts = $derived(this.#counted.counts);
	readonly total = $derived(this.#counted.total);
	readonly chosen: readonly string[] = $derived.by(() => this.#timeline.filter[this.#facet] ?? []);

	constructor(timeline: TimelineState, facet: Facet) {
		this.#timeline = timeline;
		this.#facet = facet;
	}

	/** Adds or removes a value; keeps the dataset's order. Choosing all values is the same as choosing none. */
	toggle(value: string): void {
		const chosen = new Set(this.chosen);
		if (!chosen.delete(value)) chosen.add(value);
		const all = this.#values();
		const values = all.filter((item) => chosen.has(item));
		const { filter } = this.#timeline;
		const kept = values.length < all.length ? values : [];
		this.#timeline.setFilter({ ...filter, [this.#facet]: kept });
	}

	#values(): readonly string[] {
		if (this.#facet === 'status') return STATUSES;
		const { lines, data } = this.#timeline;
		return this.#facet === 'lines' ? lines : data.sources.map(({ id }) => id);
	}
}
