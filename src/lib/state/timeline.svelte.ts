import type { Timeline, TimelineEvent } from '../model/types.ts';
import type { View } from '../model/address.ts';
import { chooseGeometry, GEOMETRIES, type Purpose } from '../layout/geometry.ts';
import { roundOut } from '../layout/scale/scale.ts';
import type { Span } from '../model/date.ts';
import { groupByLine } from '../layout/place/lanes.ts';
import type { Scene } from '../layout/scene/types.ts';
import {
	filterColumns,
	spanOfAll,
	selectLines,
	toColumns,
	type EventColumns
} from '../layout/place/event-columns.ts';
import { measureText, type Measure } from '../layout/scale/text-width.ts';
import { ZoomLevels } from '../layout/scene/zoom-levels.ts';
import type { ChartEvent } from '../model/event.ts';
import { isFiltering, passes, type Filter } from '../model/filter.ts';
import { MemoryAddress, type Address } from './address.svelte.ts';
import { Viewport } from './viewport.svelte.ts';

/** What the chart shows when it shows all: the whole timeline, or as much of it as passes the filter. */
export type Fits = 'all' | 'visible';

/** So many filters are kept as they were laid out. */
const KEPT = 4;

/** A timeline with what is chosen and what is let through. */
export class TimelineState {
	readonly data: Timeline;
	readonly address: Address;

	readonly view = $derived.by(() => this.address.view);
	readonly filter = $derived(this.view.filter);
	readonly #all = $derived.by(() => toColumns(this.data.events));
	/** what passes the filter, in time order */
	readonly shown = $derived.by(() => this.#laid.shown);
	readonly visible = $derived(this.shown.events as TimelineEvent[]);
	readonly isFiltering = $derived(isFiltering(this.filter));
	readonly chosen = $derived(this.view.event);
	readonly lines = $derived.by(() => this.data.lines.map(({ id }) => id));

	/** the time that the chart shows */
	readonly viewport: Viewport;
	#fits: Fits;
	/** how labels are measured once somebody has come nearer; no state: nothing that is drawn before depends on it */
	measure: Measure = measureText;
	#known = new Map<string, { shown: EventColumns; worlds: ZoomLevels }>();
	readonly #laid = $derived.by(() => this.#layOut(this.filter));
	/** what passes the filter, by the line on which it is drawn; `index` is the line's place in the dataset */
	readonly lanes = $derived.by(() => {
		const groups = groupByLine(this.data, this.shown, this.filter.lines);
		return this.lines.map((id, index) => ({ id, index, events: groups.get(id)! }));
	});
	/** what the legend points at; null for nothing */
	pointed = $state.raw<((event: ChartEvent) => boolean) | null>(null);

	/** Whether the legend points at something else. */
	isDimmed = (event: ChartEvent): boolean => this.pointed !== null && !this.pointed(event);

	/** @param fits what the chart shows when it shows all */
	constructor(data: Timeline, address: Address = new MemoryAddress(), fits: Fits = 'all') {
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
			this.#laid.worlds.draw(geometry, extent, window, first, isMoving)
		);
	}

	/** The filters used last are kept: there and back again is one way. */
	#layOut(filter: Filter): { shown: EventColumns; worlds: ZoomLevels } {
		const key = JSON.stringify(filter);
		const known = this.#known.get(key);
		if (known) return known;
		const { lines, ...rest } = filter;
		const onLines = lines?.length && !isFiltering(rest) ? selectLines(this.#all, lines) : null;
		const shown = onLines ?? filterColumns(this.#all, passes(filter));
		const measure: Measure = (...text) => this.measure(...text);
		const made = { shown, worlds: new ZoomLevels(this.data, shown, filter.lines, measure) };
		if (this.#known.size >= KEPT) this.#known.delete(this.#known.keys().next().value!);
		this.#known.set(key, made);
		return made;
	}

	#extent(): Span {
		return this.#fits === 'all' || !this.visible.length
			? roundOut(spanOfAll(this.#all), 12)
			: roundOut(spanOfAll(this.shown), 6);
	}

	setFilter(filter: Filter, replace = false): void {
		this.#go({ filter }, replace);
	}

	choose(id: string | null, replace = false): void {
		this.#go({ event: id }, replace);
	}

	#go(change: Partial<View>, replace: boolean): void {
		this.address.go({ ...this.view, window: this.viewport.days, ...change }, replace);
	}
}
