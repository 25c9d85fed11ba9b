import { mount, unmount } from 'svelte';
import type { Timeline } from './model/types.ts';
import type { Filter } from './model/filter.ts';
import { completeTimeline, type TimelineInput } from './model/input.ts';
import { spanOf } from './model/date.ts';
import { quote } from './model/error-text.ts';
import { describeFault } from './model/rules/fault.ts';
import { readFilter, readRange } from './model/rules/filter.ts';
import { timelineFaults } from './model/rules/timeline.ts';
import { checkCount } from './layout/place/event-columns.ts';
import { MemoryAddress } from './state/address.svelte.ts';
import { TimelineState } from './state/timeline.svelte.ts';
import Mounted from './view/chart/Mounted.svelte';

export type { Filter } from './model/filter.ts';
export type {
	DateInput,
	EventInput,
	QuotationInput,
	SourceInput,
	TimelineInput
} from './model/input.ts';

export interface MountOptions {
	/** address that an event's mark links to; by default `#` and the id */
	href?: (id: string) => string;
	/**
	 * called after every change of the selected event, by the user or through the handle, with its id, or with null if none
	 * is selected any more; without it, a click follows the mark's link
	 */
	onselect?: (id: string | null) => void;
}

/** After `destroy`, calls have no effect. */
export interface MountedTimeline {
	/**
	 * Replaces the whole filter; `{}` clears it. Ids that the timeline does not have match nothing.
	 * @throws TypeError for a value that a key cannot have
	 * @throws RangeError if `from` is after `to`
	 */
	setFilter(filter: Filter): void;
	/**
	 * Moves the chart to a range, both ends included.
	 * @param from ISO day, month or year
	 * @throws RangeError if a date is invalid or the range is empty
	 */
	show(from: string, to: string): void;
	/** @param id of an event; null clears the selection @throws RangeError for an unknown id */
	select(id: string | null): void;
	/**
	 * Replaces the data. Keeps the dates shown (all of them, if all were), and of the filter and the selection what the new
	 * data has, too.
	 * @throws TypeError as `mountTimeline` does; the chart then keeps the old data
	 */
	update(timeline: TimelineInput): void;
	destroy(): void;
}

/**
 * Draws an interactive timeline into an element, on a page with or without SvelteKit.
 * @throws TypeError that names the record and says what would be right, before anything is drawn
 */
export function mountTimeline(
	target: HTMLElement,
	timeline: TimelineInput,
	options: MountOptions = {}
): MountedTimeline {
	const data = read(timeline);
	if (target?.nodeType !== 1)
		throw new TypeError(`The target is not an element to draw into: ${quote(target)}.`);
	const { href, onselect } = readOptions(options);
	const state = new TimelineState(data, new MemoryAddress({}, onselect));
	const props = { timeline: state, href, follows: !onselect, host: target };
	const mounted = mount(Mounted, { target, props });
	let isDestroyed = false;
	return {
		setFilter(filter) {
			if (!isDestroyed) state.setFilter(readFilter(filter));
		},
		show(from, to) {
			if (!isDestroyed) state.viewport.show(readRange(from, to));
		},
		select(id) {
			if (isDestroyed) return;
			const event = state.data.events.find((other) => other.id === id);
			if (id !== null && !event) throw new RangeError(`There is no event "${id}" to select.`);
			if (event) state.viewport.reveal(spanOf(event.date));
			if (id !== state.chosen) state.choose(id);
		},
		update(timeline) {
			if (!isDestroyed) state.update(read(timeline));
		},
		destroy() {
			if (isDestroyed) return;
			isDestroyed = true;
			state.viewport.stop();
			void unmount(mounted);
		}
	};
}

/** @throws RangeError for too many events, TypeError for the first fault */
function read(timeline: TimelineInput): Timeline {
	if (Array.isArray(timeline?.events)) checkCount(timeline.events.length);
	for (const fault of timelineFaults(timeline)) throw new TypeError(describeFault(fault));
	return completeTimeline(timeline) as Timeline;
}

function readOptions(options: MountOptions | null): MountOptions {
	const { href, onselect } = options ?? {};
	for (const [name, option] of Object.entries({ href, onselect }))
		if (option !== undefined && option !== null && typeof option !== 'function')
			throw new TypeError(`The option "${name}" is not a function: ${quote(option)}.`);
	return { href: href ?? undefined, onselect: onselect ?? undefined };
}
