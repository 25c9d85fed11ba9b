import { SvelteSet } from 'svelte/reactivity';
import { isFoundInside, type Filter } from '../model/filter.ts';
import type { Timeline, TimelineEvent } from '../model/types.ts';

/** Which entries of the list show their evidence. */
export class OpenEntries {
	#opened = new SvelteSet<string>();
	/** entries that a search would open and the reader has closed */
	#closed = new SvelteSet<string>();

	/** ids of the entries that the reader opened */
	get opened(): string[] {
		return [...this.#opened];
	}

	open(id: string): void {
		this.#opened.add(id);
	}

	toggle(id: string, open: boolean): void {
		if (open) this.#opened.add(id);
		else this.#opened.delete(id);
		if (open) this.#closed.delete(id);
		else this.#closed.add(id);
	}

	/** Whether the reader opened the entry, or a search matches it only by its quotations and the reader did not close it. */
	has(event: TimelineEvent, filter: Filter, timeline?: Timeline): boolean {
		if (this.#opened.has(event.id)) return true;
		return isFoundInside(event, filter, timeline) && !this.#closed.has(event.id);
	}
}
