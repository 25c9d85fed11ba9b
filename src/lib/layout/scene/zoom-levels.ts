import type { Span } from '../../model/date.ts';
import type { ChartTimeline } from '../../model/event.ts';
import type { Geometry } from '../geometry.ts';
import type { EventColumns } from '../place/event-columns.ts';
import { groupByLine } from '../place/lanes.ts';
import { measureText, type Measure } from '../scale/text-width.ts';
import type { Scene } from './types.ts';
import { layoutWindow } from './window.ts';
import { layoutLevel, levelOf, type ZoomLevel } from './zoom-level.ts';

/** During a gesture a level is stretched across at most this many further levels. */
const MAX_STRETCHED = 8;
/** While zooming out, levels are laid out this much coarser than needed, so that the next steps can stretch them, too. */
const COARSER = 3;
/** Maximum number of levels in the cache, for zooming in and out between them. */
const CACHE_SIZE = 12;

/** Cache of the zoom levels of one filter: each is laid out on first use, and the oldest is evicted first. */
export class ZoomLevels {
	#timeline: ChartTimeline;
	#shown: EventColumns;
	#lines: string[] | undefined;
	/** events by the line on which they are drawn */
	readonly byLine: Map<string, EventColumns>;
	#measure: Measure;
	#level = 0;
	#cache = new Map<string, ZoomLevel>();

	/**
	 * @param lines ids that the filter lets through; default: all
	 * @param measure of labels
	 */
	constructor(
		timeline: ChartTimeline,
		shown: EventColumns,
		lines?: string[],
		measure: Measure = measureText
	) {
		this.#measure = measure;
		this.#timeline = timeline;
		this.#shown = shown;
		this.#lines = lines;
		this.byLine = groupByLine(timeline, shown, lines);
	}

	/**
	 * Lays out a window at its level.
	 * @param domain all of the time that can be shown
	 * @param window the part of it that is shown
	 * @param priority ids of events that are labelled before all others
	 * @param isMoving during a gesture the current level is stretched; the exact level follows when it ends
	 */
	draw(
		geometry: Geometry,
		domain: Span,
		window: Span,
		priority: string[] = [],
		isMoving = false
	): Scene {
		const wanted = levelOf(domain, window);
		const canStretch = this.#level <= wanted && this.#level >= wanted - MAX_STRETCHED;
		if (!isMoving) this.#level = wanted;
		// zooming in stretches the new level further; zooming out needs a coarser one
		else if (!canStretch) this.#level = Math.max(0, wanted - (wanted > this.#level ? 1 : COARSER));
		return layoutWindow(this.#levelAt(geometry, domain, this.#level), window, priority);
	}

	#levelAt(geometry: Geometry, domain: Span, level: number): ZoomLevel {
		const key = [geometry.name, geometry.from, domain.start, domain.end, level].join(' ');
		const cached = this.#cache.get(key);
		if (cached) return cached;
		const made = layoutLevel(this.#timeline, this.#shown, {
			geometry,
			domain,
			level,
			lines: this.#lines,
			byLine: this.byLine,
			measure: this.#measure,
			base: level > 0 ? this.#levelAt(geometry, domain, 0) : null
		});
		if (this.#cache.size >= CACHE_SIZE) this.#evict();
		this.#cache.set(key, made);
		return made;
	}

	/** Drops the oldest level, except level 0: the others derive from it. */
	#evict(): void {
		const oldest = [...this.#cache].find(([, { level }]) => level > 0);
		if (oldest) this.#cache.delete(oldest[0]);
	}
}
