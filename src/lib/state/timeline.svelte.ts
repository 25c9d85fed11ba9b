import type { Timeline, TimelineEvent } from '../data/schema.ts';
import { emptyView, type Ignored, type View } from '../model/address.ts';
import { chooseGeometry, GEOMETRIES, type Purpose } from '../layout/geometry.ts';
import { roundOut } from '../layout/scale.ts';
import { overlaps, spanOf, type Span } from '../model/date.ts';
import { groupByLine } from '../layout/lanes.ts';
import { bears, type Sign } from '../layout/legend.ts';
import type { Scene } from '../layout/scene.ts';
import { filterSorted, hullOf, sortEvents } from '../layout/sorted.ts';
import { measureText, type Measure } from '../layout/text.ts';
import { Worlds } from '../layout/worlds.ts';
import { countByLine, findPledges, type ChartEvent } from '../model/event.ts';
import { filterEvents, isFiltering, passes, type Filter } from '../model/filter.ts';
import { Viewport } from './viewport.svelte.ts';

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
export class PrivateAddress implements Address {
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

/** What the chart shows when it shows all: the whole timeline, or as much of it as passes the filter. */
export type Fits = 'all' | 'visible';

/** A timeline with what is chosen and what is let through. */
export class TimelineState {
	readonly data: Timeline;
	readonly address: Address;

	readonly view = $derived.by(() => this.address.view);
	readonly filter = $derived(this.view.filter);
	readonly #all = $derived.by(() => sortEvents(this.data.events));
	/** what passes the filter, in time order */
	readonly shown = $derived(filterSorted(this.#all, passes(this.filter)));
	readonly visible = $derived(this.shown.events as TimelineEvent[]);
	readonly isFiltering = $derived(isFiltering(this.filter));
	readonly chosen = $derived(this.view.event);
	readonly lines = $derived.by(() => this.data.lines.map(({ id }) => id));

	/** How many events each line would show under the other parts of the filter. */
	readonly counts = $derived.by(() =>
		countByLine(filterEvents(this.data.events, { ...this.filter, lines: [] }))
	);
	readonly countOfAll = $derived.by(
		() => filterEvents(this.data.events, { ...this.filter, lines: [] }).length
	);

	/** the time that the chart shows */
	readonly viewport: Viewport;
	#fits: Fits;
	/** how labels are measured once somebody has come nearer */
	measure = $state.raw<Measure>(measureText);
	readonly #worlds = $derived.by(
		() => new Worlds(this.data, this.shown, this.filter.lines, this.measure)
	);
	/** what passes the filter, by the line on which it is drawn; `index` is the line's place in the dataset */
	readonly lanes = $derived.by(() => {
		const groups = groupByLine(this.data, this.shown, this.filter.lines);
		return this.lines.map((id, index) => ({ id, index, events: groups.get(id)! }));
	});
	/** what the legend points at */
	pointed = $state.raw<Sign | null>(null);

	/** Whether the legend points at something else. */
	isDimmed = (event: ChartEvent): boolean =>
		this.pointed !== null && !bears(event, this.pointed, this.pledges);
	readonly pledges = $derived.by(() => findPledges(this.data.events));
	/** what passes the filter and meets the chart's window */
	readonly onScreen = $derived.by(() =>
		this.viewport.isWhole
			? this.visible
			: this.visible.filter(({ date }) => overlaps(spanOf(date), this.viewport.window))
	);

	/** @param fits what the chart shows when it shows all */
	constructor(data: Timeline, address: Address = new PrivateAddress(), fits: Fits = 'all') {
		this.data = data;
		this.address = address;
		this.#fits = fits;
		this.viewport = new Viewport(address, () => this.#extent());
	}

	/**
	 * The drawings of the chart.
	 * @param width of the container, px; 0, where nobody knows it yet, gives one for every width
	 * @param first events that get their label before all others
	 */
	draw(purpose: Exclude<Purpose, 'bar'>, width: number, first: string[] = []): Scene[] {
		const geometries = width ? [chooseGeometry(purpose, width)] : GEOMETRIES[purpose];
		const { extent, window, isMoving } = this.viewport;
		return geometries.map((geometry) =>
			this.#worlds.draw(geometry, extent, window, first, isMoving)
		);
	}

	#extent(): Span {
		return this.#fits === 'all' || !this.visible.length
			? roundOut(hullOf(this.#all), 12)
			: roundOut(hullOf(this.shown), 6);
	}

	setFilter(filter: Filter, replace = false): void {
		this.#go({ filter }, replace);
	}

	/** Adds the line to those shown, or takes it away; in the dataset's order. */
	toggleLine(id: string): void {
		const chosen = new Set(this.filter.lines);
		if (!chosen.delete(id)) chosen.add(id);
		const lines = this.lines.filter((line) => chosen.has(line));
		this.setFilter({ ...this.filter, lines: lines.length < this.lines.length ? lines : [] });
	}

	clearLines(): void {
		this.setFilter({ ...this.filter, lines: [] });
	}

	choose(id: string | null, replace = false): void {
		this.#go({ event: id }, replace);
	}

	#go(change: Partial<View>, replace: boolean): void {
		this.address.go({ ...this.view, window: this.viewport.days, ...change }, replace);
	}
}
