import { emptyView, type Ignored, type View } from '../model/address.ts';
import type { Filter } from '../model/filter.ts';

/** Where the view is kept: the page's address, or a variable. */
export interface Address {
	readonly view: View;
	readonly ignored: Ignored[];
	/** how many times the view has been reached, by whatever way; 0 before the address is known */
	readonly arrivals: number;
	/** @param replace whether the step is too small to be gone back over */
	go(view: View, replace?: boolean): void;
}

/** An address that nobody sees: for charts on pages whose address is not theirs. */
export class MemoryAddress implements Address {
	view = $state.raw<View>(emptyView());
	readonly ignored: Ignored[] = [];
	arrivals = $state(1);

	constructor(filter: Filter = {}) {
		this.view = { ...emptyView(), filter };
	}
	go(view: View): void {
		this.view = view;
		this.arrivals++;
	}
}
