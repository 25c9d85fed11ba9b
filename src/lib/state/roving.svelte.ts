import { flushSync } from 'svelte';
import type { Attachment } from 'svelte/attachments';
import { IS_SERVER } from './is-server.ts';
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
	/** the order of navigation */
	order: () => NavigationOrder;
	/** whether an event is currently drawn, as a mark or in a cluster */
	isDrawn: (id: string) => boolean;
	/** id of the first event that is drawn; undefined if there is none */
	first: () => string | undefined;
	/** id of the selected event */
	chosen: () => string | null;
	/** brings an event into view */
	reveal?: (id: string) => void;
}

/**
 * Roving tabindex of a drawing: one tab stop, from which arrow keys move the focus, also to events that are out of view
 * or in a cluster. As the server renders it, every mark is a tab stop.
 */
export class Roving {
	#visited = $state<string | null>(null);
	#options: Options;

	/** id of the event that is the tab stop; undefined while every mark is one */
	readonly stop = $derived.by(() => {
		if (IS_SERVER) return undefined;
		const { isDrawn, chosen, first } = this.#options;
		return [this.#visited, chosen()].find((id) => id !== null && isDrawn(id)) ?? first();
	});

	constructor(options: Options) {
		this.#options = options;
	}

	/** id of the event last reached by keyboard navigation */
	get visited(): string | null {
		return this.#visited;
	}

	/** @returns a mark's `tabindex`; undefined for the browser's default */
	tabindex(id: string): '0' | '-1' | undefined {
		if (IS_SERVER) return undefined;
		return id === this.stop ? '0' : '-1';
	}

	/** For the element around the marks; handles its keyboard navigation. */
	walk: Attachment<Element> = (element) => {
		const step = (event: Event) => this.#step(element, event as KeyboardEvent);
		element.addEventListener('keydown', step);
		return () => element.removeEventListener('keydown', step);
	};

	#step(element: Element, event: KeyboardEvent): void {
		const step = STEPS[event.key];
		const from = (event.target as Element).closest<SVGElement>('[data-event]')?.dataset.event;
		if (!step || !from || event.altKey || event.ctrlKey || event.metaKey) return;
		event.preventDefault();
		const to = findNeighbour(this.#options.order(), from, step);
		// render it first: only then can it get the focus
		flushSync(() => {
			this.#visited = to;
			this.#options.reveal?.(to);
		});
		element.querySelector<SVGElement>(`[data-event="${CSS.escape(to)}"]`)?.focus();
	}
}
