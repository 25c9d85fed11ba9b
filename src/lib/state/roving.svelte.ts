import { flushSync } from 'svelte';
import type { Attachment } from 'svelte/attachments';
import { findNeighbour, type Step, type NavigationOrder } from '../layout/scene/neighbour.ts';

const STEPS: Record<string, Step> = {
	ArrowRight: 'next',
	ArrowLeft: 'previous',
	ArrowUp: 'above',
	ArrowDown: 'below',
	Home: 'first',
	End: 'last',
	PageUp: 'page-previous',
	PageDown: 'page-next'
};

interface Options {
	way: () => NavigationOrder;
	/** whether an event is drawn now, as a mark or within a cluster */
	isDrawn: (id: string) => boolean;
	/** the first event that is drawn; undefined for none */
	first: () => string | undefined;
	chosen: () => string | null;
	/** brings an event into view */
	reveal?: (id: string) => void;
	/** whether scripts drew it in the first place */
	alive: boolean;
}

/**
 * The keyboard's way through a drawing: one stop for the tabulator, from which arrows lead on, also to what is out of
 * view or within a cluster. Before scripts run every mark is a stop.
 */
export class Roving {
	#alive = $state() as boolean;
	#visited = $state<string | null>(null);
	#options: Options;

	/** the event at which the tabulator stops; undefined while every mark is a stop */
	readonly stop = $derived.by(() => {
		if (!this.#alive) return undefined;
		const { isDrawn, chosen, first } = this.#options;
		return [this.#visited, chosen()].find((id) => id !== null && isDrawn(id)) ?? first();
	});

	constructor(options: Options) {
		this.#options = options;
		this.#alive = options.alive;
	}

	/** the event that the keyboard last went to */
	get visited(): string | null {
		return this.#visited;
	}

	/** @returns what a mark's `tabindex` is; undefined leaves it to the browser */
	tabindex(id: string): '0' | '-1' | undefined {
		if (!this.#alive) return undefined;
		return id === this.stop ? '0' : '-1';
	}

	/** For the element around the marks. */
	walk: Attachment<Element> = (element) => {
		this.#alive = true;
		const step = (event: Event) => this.#step(element, event as KeyboardEvent);
		element.addEventListener('keydown', step);
		return () => element.removeEventListener('keydown', step);
	};

	#step(element: Element, event: KeyboardEvent): void {
		const step = STEPS[event.key];
		const from = (event.target as Element).closest<SVGElement>('[data-event]')?.dataset.event;
		if (!step || !from || event.altKey || event.ctrlKey || event.metaKey) return;
		event.preventDefault();
		const to = findNeighbour(this.#options.way(), from, step);
		// drawn before it can have the focus
		flushSync(() => {
			this.#visited = to;
			this.#options.reveal?.(to);
		});
		element.querySelector<SVGElement>(`[data-event="${CSS.escape(to)}"]`)?.focus();
	}
}
