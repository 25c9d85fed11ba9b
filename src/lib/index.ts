import { mount, unmount } from 'svelte';
import type { Status, Timeline } from './data/schema.ts';
import { parseDay, parsePartialDay, spanOf } from './model/date.ts';
import type { Filter } from './model/filter.ts';
import { TimelineState } from './state/timeline.svelte.ts';
import Mounted from './view/Mounted.svelte';

export type { Filter } from './model/filter.ts';

/** What `mountTimeline` needs; a `timeline.json` is one. Dates are ISO days; years beyond 0 to 9999 have their sign. */
export interface TimelineInput {
	title?: string;
	lines: { id: string; label: string }[];
	events: {
		id: string;
		title: string;
		/** without `kind`: a moment where start and end are one day, else a period */
		date: { start: string; end: string | null; kind?: 'moment' | 'period' };
		lines: string[];
		status: Status;
	}[];
}

export interface MountOptions {
	/** where an event's mark leads */
	href?: (id: string) => string;
	/** called when somebody chooses an event, or takes the choice back */
	onselect?: (id: string | null) => void;
}

export interface MountedTimeline {
	/** Replaces the whole filter; `{}` clears it. */
	setFilter(filter: Filter): void;
	/** @param from ISO day (or a month, or a year) @throws RangeError for what is no date, or ends before it begins */
	show(from: string, to: string): void;
	/** @param id of an event; null for none @throws RangeError for an event that is not there */
	select(id: string | null): void;
	destroy(): void;
}

/**
 * Draws an interactive timeline into an element, on a page with or without SvelteKit.
 * @throws TypeError that names the record and the field, if something is missing
 */
export function mountTimeline(
	target: HTMLElement,
	timeline: TimelineInput,
	options: MountOptions = {}
): MountedTimeline {
	check(timeline);
	const state = new TimelineState(timeline as Timeline);
	const props = { ...options, timeline: state, width: target.clientWidth };
	const mounted = mount(Mounted, { target, props });
	return {
		setFilter: (filter) => state.setFilter(filter),
		show(from, to) {
			const [first, last] = [parsePartialDay(from), parsePartialDay(to)];
			if (!first || !last || first.start >= last.end)
				throw new RangeError(`"${from}" to "${to}" is no range: give two ISO days in their order.`);
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
		throw new TypeError('A timeline needs "lines" and "events", each a list.');
	const ids = new Set(lines.map(({ id }) => id));
	events.forEach(({ id, title, date, lines: some, status }, index) => {
		const complain = (what: string) => {
			throw new TypeError(`events[${index}]${id ? ` ("${id}")` : ''} ${what}.`);
		};
		if (!id) complain('has no "id"');
		if (!title) complain('has no "title"');
		if (!status) complain('has no "status", such as "happened"');
		if (!some?.some((line) => ids.has(line))) complain('is on none of the timeline’s "lines"');
		if (Number.isNaN(parseDay(date?.start ?? '')))
			complain(`has no "date.start" such as "2010-04-06"`);
		if (date.end && Number.isNaN(parseDay(date.end)))
			complain(`has a "date.end" that is no day: "${date.end}"`);
	});
}
