import type { Span } from '../../model/date.ts';
import type { ChartTimeline } from '../../model/event.ts';
import { cutWindow } from './window.ts';
import type { Geometry } from '../geometry.ts';
import type { Scene } from './types.ts';
import type { Sorted } from '../place/event-columns.ts';
import { measureText, type Measure } from '../scale/text-width.ts';
import { layoutWorld, levelOf, type World } from './zoom-level.ts';

/** While a window moves, its world is stretched over at most so many levels. */
const STRETCHED = 8;
/** So many levels are kept, for going back and forth between them. */
const KEPT = 12;

/** The worlds of one filter, each laid out when it is first looked at. */
export class Worlds {
	#timeline: ChartTimeline;
	#shown: Sorted;
	#lines: string[] | undefined;
	#measure: Measure;
	#level = 0;
	#made = new Map<string, World>();

	/**
	 * @param lines those that the filter lets through; all when absent
	 * @param measure of labels, once somebody has come nearer; before, an upper bound: the server knows no better
	 */
	constructor(
		timeline: ChartTimeline,
		shown: Sorted,
		lines?: string[],
		measure: Measure = measureText
	) {
		this.#measure = measure;
		this.#timeline = timeline;
		this.#shown = shown;
		this.#lines = lines;
	}

	/**
	 * @param domain all of the time that may be shown
	 * @param window what is shown of it
	 * @param first events that get their label before all others
	 * @param isMoving while it moves, what is drawn is stretched rather than laid out anew: details come when it rests
	 */
	draw(
		geometry: Geometry,
		domain: Span,
		window: Span,
		first: string[] = [],
		isMoving = false
	): Scene {
		const wanted = levelOf(domain, window);
		const isNear = this.#level <= wanted && this.#level >= wanted - STRETCHED;
		if (!isMoving) this.#level = wanted;
		// on the way out, one level more than needed: the next steps find it ready
		else if (!isNear) this.#level = Math.max(0, wanted - 1);
		return cutWindow(this.#at(geometry, domain, this.#level), window, first);
	}

	#at(geometry: Geometry, domain: Span, level: number): World {
		const key = [geometry.name, geometry.from, domain.start, domain.end, level].join(' ');
		const made = this.#made.get(key);
		if (made) return made;
		const world = layoutWorld(this.#timeline, this.#shown, {
			...{ geometry, domain, level, lines: this.#lines },
			measure: level > 0 ? this.#measure : measureText,
			ground: level > 0 ? this.#at(geometry, domain, 0) : null
		});
		if (this.#made.size >= KEPT) this.#forgetOne();
		this.#made.set(key, world);
		return world;
	}

	/** The oldest, but for those at level 0: the others stand on them. */
	#forgetOne(): void {
		const oldest = [...this.#made].find(([, { level }]) => level > 0);
		if (oldest) this.#made.delete(oldest[0]);
	}
}
