import { mount, unmount } from 'svelte';
import type { Status, Timeline } from './model/types.ts';
import { inputError, NO_START } from './model/input-error.ts';
import { parsePartialDay, spanOf } from './model/date.ts';
import type { Filter } from './model/filter.ts';
import { TimelineState } from './state/timeline.svelte.ts';
import Mounted from './view/chart/Mounted.svelte';

export type { Filter } from './model/filter.ts';

/** Input of `mountTimeline`, such as a `timeline.json`. Dates are ISO days; years outside 0 to 9999 are signed. */
export interface TimelineInput {
	title?: string;
	lines: { id: string; label: string }[];
	events: {
		id: string;
		title: string;
		/** `kind` defaults to a moment if start and end are one day, else to a period */
		date: { start: string; end: string | null; kind?: 'moment' | 'period' };
		lines: string[];
		status: Status;
	}[];
}

export interface MountOptions {
	/** address that an event's mark links to */
	href?: (id: string) => string;
	/** called when the user selects an event, or deselects it (null) */
	onselect?: (id: string | null) => void;
}

export interface MountedTimeline {
	/** Replaces the whole filter; `{}` clears it. */
	setFilter(filter: Filter): void;
	/** @param from ISO day, month or year @throws RangeError if a date is invalid or the range is empty */
	show(from: string, to: string): void;
	/** @param id of an event; null clears the selection @throws RangeError for an unknown id */
	select(id: string | null): void;
	destroy(): void;
}

/**
 * Draws an interactive timeline into an element, on a page with or without SvelteKit.
 * @throws TypeError that names the record and the field, if the input is invalid
 */
export function mountTimeline(
	target: HTMLElement,
	timeline: TimelineInput,
	options: MountOptions = {}
): MountedTimeline {
	check(timeline);
	const state = new TimelineState(timeline as Timeline);
	// sorts the events, which parses every date: an invalid one throws before anything is drawn
	void state.shown;
	const props = { ...options, timeline: state, width: target.clientWidth };
	const mounted = mount(Mounted, { target, props });
	return {
		setFilter: (filter) => state.setFilter(filter),
		show(from, to) {
			const [first, last] = [parsePartialDay(from), parsePartialDay(to)];
			if (!first || !last || first.start >= last.end)
				throw new RangeError(
					`"${from}" to "${to}" is not a range: give two ISO dates, the earlier one first.`
				);
			state.viewport.show({ start: first.start, end: last.end });
		},
		select(id) {
			const event = state.data.events.find((other) => other.id === id);
			if (id !== null && !event) throw new RangeError(`There is no event "${id}" to select.`);
			state.choose(id);
			if (event) state.viewport.reveal(spanOf(event.date));
		},
		destroy: () => void unmount(mounted)
	};
}

function check({ lines, events }: TimelineInput): void {
	if (!Array.isArray(lines) || !Array.isArray(events))
		throw new TypeError('A timeline needs "lines" and "events", both arrays.');
	const ids = new Set(lines.map(({ id }) => id));
	const isKnown = (line: string) => ids.has(line);
	events.forEach((event, index) => {
		const fault = findFault(event, isKnown);
		if (fault) throw inputError(index, event.id, fault);
	});
}

/** @returns the first fault of an event, as a predicate; empty if it has none */
function findFault(
	{ id, title, date, lines, status }: TimelineInput['events'][number],
	isKnown: (line: string) => boolean
): string {
	if (!id) return 'has no "id"';
	if (!title) return 'has no "title"';
	if (!status) return 'has no "status", such as "happened"';
	if (!lines?.some(isKnown)) return 'is not on any of the timeline’s "lines"';
	return date?.start ? '' : NO_START;
}
