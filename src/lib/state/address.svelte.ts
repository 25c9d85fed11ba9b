import { emptyView, type Ignored, type View } from '../model/address.ts';
import type { Filter } from '../model/filter.ts';

/** Storage of the view: the page's address, or memory. */
export interface Address {
	readonly view: View;
	/** values of the address that were ignored */
	readonly ignored: Ignored[];
	/** number of navigations, of any kind, to a view; 0 until the address has been read */
	readonly navigations: number;
	/** @param replace whether to replace the history entry instead of adding one */
	go(view: View, replace?: boolean): void;
}

/** An address in memory, for charts on pages whose address they may not change. */
export class MemoryAddress implements Address {
	view = $state.raw<View>(emptyView());
	readonly ignored: Ignored[] = [];
	navigations = $state(1);
	#onselect: ((id: string | null) => void) | undefined;

	/** @param onselect called after each change of the selected event */
	constructor(filter: Filter = {}, onselect?: (id: string | null) => void) {
		this.view = { ...emptyView(), filter };
		this.#onselect = onselect;
	}
	go(view: View): void {
		const { event } = this.view;
		this.view = view;
		this.navigations++;
		if (view.event !== event) this.#onselect?.(view.event);
	}
}
