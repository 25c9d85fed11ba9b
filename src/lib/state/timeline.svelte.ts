import type { Timeline, TimelineEvent } from '../model/types.ts';
import type { View } from '../model/address.ts';
import { chooseGeometry, fitGeometry, GEOMETRIES, type Purpose } from '../layout/geometry.ts';
import { roundOut } from '../layout/scale/scale.ts';
import type { Span } from '../model/date.ts';
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
import { filterKey, isFiltering, passes, type Filter } from '../model/filter.ts';
import { MemoryAddress, type Address } from './address.svelte.ts';
import { Viewport } from './viewport.svelte.ts';

/** The chart's extent: of the whole timeline, or of the events that pass the filter. */
export type ExtentMode = 'all' | 'visible';

/** Number of filters whose layouts are cached. */
const CACHE_SIZE = 4;

/** A timeline with its view: filter, selected event, viewport and layouts. */
export class TimelineState {
	/** replaced by `update` */
	data = $state.raw() as Timeline;
	readonly address: Address;

	readonly view = $derived.by(() => this.address.view);
	readonly filter = $derived(this.view.filter);
	readonly #all = $derived.by(() => toColumns(this.data.events));
	/** events that pass the filter, in time order */
	readonly shown = $derived.by(() => this.#laid.shown);
	readonly visible = $derived(this.shown.events as TimelineEvent[]);
	readonly isFiltering = $derived(isFiltering(this.filter));
	/** id of the selected event */
	readonly chosen = $derived(this.view.event);
	/** ids of all lines, in the dataset's order */
	readonly lines = $derived.by(() => this.data.lines.map(({ id }) => id));

	/** the time span that the chart shows */
	readonly viewport: Viewport;
	#extentMode: ExtentMode;
	/** measures labels; replaced where the chart has another font than the server assumes */
	measure = $state.raw<Measure>(measureText);
	#cache = new Map<string, { shown: EventColumns; levels: ZoomLevels }>();
	#cached: { data: Timeline; measure: Measure } | null = null;
	readonly #laid = $derived.by(() => this.#layOut(this.filter));
	/** events that pass the filter, by the line on which they are drawn; `index` is the line's index in the dataset */
	readonly lanes = $derived.by(() => {
		const { byLine } = this.#laid.levels;
		return this.lines.map((id, index) => ({ id, index, events: byLine.get(id)! }));
	});
	/** predicate of the events that the legend highlights; null for none */
	pointed = $state.raw<((event: ChartEvent) => boolean) | null>(null);

	/** Whether the legend highlights other events. */
	isDimmed = (event: ChartEvent): boolean => this.pointed !== null && !this.pointed(event);

	/** @param extentMode which events determine the chart's extent */
	constructor(
		data: Timeline,
		address: Address = new MemoryAddress(),
		extentMode: ExtentMode = 'all'
	) {
		this.data = data;
		this.address = address;
		this.#extentMode = extentMode;
		this.viewport = new Viewport(address, () => this.#extent());
	}

	/**
	 * Lays out the chart's drawings.
	 * @param width of the container, px; 0 if unknown
	 * @param first ids of events that are labelled before all others
	 * @param fit whether to lay out for that width; else for the breakpoint below it, as the server does
	 * @returns one scene, or one for every geometry if the width is unknown
	 */
	draw(
		purpose: Exclude<Purpose, 'bar'>,
		width: number,
		first: string[] = [],
		fit = false
	): Scene[] {
		const choose = fit ? fitGeometry : chooseGeometry;
		const geometries = width ? [choose(purpose, width)] : GEOMETRIES[purpose];
		const { extent, window, isMoving } = this.viewport;
		return geometries.map((geometry) =>
			this.#laid.levels.draw(geometry, extent, window, first, isMoving)
		);
	}

	/** Cached, oldest evicted first, so that returning to an earlier filter needs no new layout. */
	#layOut(filter: Filter): { shown: EventColumns; levels: ZoomLevels } {
		const { data, measure } = this;
		if (data !== this.#cached?.data || measure !== this.#cached.measure) this.#cache.clear();
		this.#cached = { data, measure };
		const key = filterKey(filter);
		const cached = this.#cache.get(key);
		if (cached) return cached;
		const { lines, ...rest } = filter;
		const onLines = lines?.length && !isFiltering(rest) ? selectLines(this.#all, lines) : null;
		const shown = onLines ?? filterColumns(this.#all, passes(filter, this.data));
		const made = { shown, levels: new ZoomLevels(this.data, shown, filter.lines, measure) };
		if (this.#cache.size >= CACHE_SIZE) this.#cache.delete(this.#cache.keys().next().value!);
		this.#cache.set(key, made);
		return made;
	}

	#extent(): Span {
		return this.#extentMode === 'all' || !this.visible.length
			? roundOut(spanOfAll(this.#all), 12)
			: roundOut(spanOfAll(this.shown), 6);
	}

	setFilter(filter: Filter, replace = false): void {
		this.#go({ filter }, replace);
	}

	choose(id: string | null, replace = false): void {
		this.#go({ event: id }, replace);
	}

	/**
	 * Replaces the data. Keeps the window, and of the filter and the choice what the new data has, too; a chart that shows
	 * its whole extent shows the whole of the new one.
	 */
	update(data: Timeline): void {
		const window = this.viewport.isWhole ? null : this.viewport.window;
		const ids = (records: { id: string }[] | null | undefined) =>
			new Set(records?.map(({ id }) => id));
		const [lines, sources, events] = [ids(data.lines), ids(data.sources), ids(data.events)];
		const { filter, event } = this.view;
		this.data = data;
		this.address.go(
			{
				...this.view,
				window: null,
				filter: {
					...filter,
					lines: filter.lines?.filter((line) => lines.has(line)),
					sources: filter.sources?.filter((source) => sources.has(source))
				},
				event: event !== null && events.has(event) ? event : null
			},
			true
		);
		this.viewport.keep(window);
	}

	#go(change: Partial<View>, replace: boolean): void {
		this.address.go({ ...this.view, window: this.viewport.days, ...change }, replace);
	}
}
