import type { Attachment } from 'svelte/attachments';
import { locateReading, readingLine, type ReadChapter } from './reading-position.ts';

/** Time without a scroll event after which a jump has ended, ms. */
const REST = 300;

/** An event or chapter that was jumped to. An event stays current while in view, or until the reader scrolls on. */
interface Held {
	id: string;
	/** scroll position where the jump ended, px; null while it is under way */
	at: number | null;
	/** whether it is a chapter, which stays the current one where the jump ended */
	isChapter?: boolean;
}

/** Scroll spy: whether the page has been scrolled past the resting chart, and which chapter and event are being read. */
export class Reading {
	/** whether the bar replaces the chart */
	stuck = $state(false);
	/** id of the chapter being read; null before the first measurement */
	chapter = $state<string | null>(null);
	/** id of the event being read */
	current = $state<string | null>(null);

	#barHeight: () => number;
	#onarrive: () => void;
	#held: Held | null = null;
	#list: Element | null = null;
	#frame = 0;
	#resting: ReturnType<typeof setTimeout> | undefined;

	/**
	 * @param barHeight the bar's height, px
	 * @param onarrive called when a jump has ended
	 */
	constructor(barHeight: () => number = () => 0, onarrive: () => void = () => {}) {
		this.#barHeight = barHeight;
		this.#onarrive = onarrive;
	}

	/** For an element whose bottom edge is where the bar replaces the chart. */
	sentinel: Attachment = (element) => {
		const observer = new IntersectionObserver((changes) => {
			const { isIntersecting, boundingClientRect } = latest(changes);
			this.stuck = !isIntersecting && boundingClientRect.bottom <= 0;
		});
		observer.observe(element);
		return () => observer.disconnect();
	};

	/** Whether the page is being scrolled to an event. */
	get isJumping(): boolean {
		return this.#held !== null && this.#held.at === null;
	}

	/** Keeps the event as the current one until it has been in view and left it. */
	hold(id: string): void {
		this.#held = { id, at: null };
		this.#rest();
		this.#measure();
	}

	/** Keeps the chapter as the current one until the reader scrolls on, also near the page's end. */
	holdChapter(id: string): void {
		this.#held = { id, at: null, isChapter: true };
		this.#rest();
		this.#measure();
	}

	/**
	 * For the element around all chapters, which bear `data-chapter`. Measures after every scroll, resize and change of the
	 * list.
	 */
	follow: Attachment = (element) => {
		this.#list = element;
		const listeners = new AbortController();
		const on = (type: string, listener: () => void) =>
			window.addEventListener(type, listener, { signal: listeners.signal, passive: true });
		const measureSoon = () => {
			this.#frame ||= requestAnimationFrame(() => this.#measure());
		};
		measureSoon();
		on('resize', measureSoon);
		on('scroll', () => {
			if (this.#held?.at === null) this.#rest();
			measureSoon();
		});
		// scrolling by the reader cancels a jump in progress
		for (const type of ['wheel', 'touchmove']) on(type, this.#arrive);
		const observers = [new ResizeObserver(measureSoon), new MutationObserver(measureSoon)] as const;
		observers[0].observe(element);
		const attributeFilter = ['hidden', 'open'];
		observers[1].observe(element, { childList: true, subtree: true, attributeFilter });
		return () => {
			listeners.abort();
			for (const observer of observers) observer.disconnect();
			clearTimeout(this.#resting);
			cancelAnimationFrame(this.#frame);
			this.#frame = 0;
		};
	};

	#rest(): void {
		clearTimeout(this.#resting);
		this.#resting = setTimeout(this.#arrive, REST);
	}

	/** Ends the jump that is under way, if any. */
	#arrive = (): void => {
		clearTimeout(this.#resting);
		if (this.#held?.at !== null) return;
		this.#held.at = window.scrollY;
		this.#measure();
		this.#onarrive();
	};

	#measure(): void {
		cancelAnimationFrame(this.#frame);
		this.#frame = 0;
		const chapters = this.#chapters();
		const edge = this.#barHeight();
		const { innerHeight: height, scrollY: at } = window;
		const most = document.documentElement.scrollHeight - height;
		const line = readingLine(edge, height, { at, most });
		const held = this.#held && this.#findHeld(chapters, this.#held, edge, line);
		if (!held) this.#held = null;
		const { chapter, event } = held ?? locateReading(chapters, topOf, line);
		this.chapter = chapter;
		this.current = event;
	}

	/** @returns the position of the event held, if it still is the current one */
	#findHeld(
		chapters: ReadChapter<Element>[],
		{ id, at, isChapter }: Held,
		edge: number,
		line: number
	) {
		const isThere = at === null || Math.abs(window.scrollY - at) < 2;
		if (isChapter) return isThere ? locateReading(chapters, topOf, line, id) : null;
		const chapter = chapters.find(({ entries }) => entries.some((entry) => entry.id === id));
		const entry = chapter?.entries.find((one) => one.id === id);
		if (!chapter || !entry) return null;
		const position = { chapter: chapter.id, event: id };
		if (at === null) return position;
		const { top, bottom } = entry.place.getBoundingClientRect();
		if (bottom <= edge) return null;
		// near the end of the page, an event below the line can only be jumped to
		const isAtEnd = top < window.innerHeight && isThere;
		return top <= line || isAtEnd ? position : null;
	}

	#chapters(): ReadChapter<Element>[] {
		const list = (within: Element | null, key: 'chapter' | 'event') =>
			[...(within?.querySelectorAll<HTMLElement>(`[data-${key}]:not([hidden])`) ?? [])].map(
				(place) => ({
					id: place.dataset[key]!,
					place
				})
			);
		return list(this.#list, 'chapter').map((chapter) => ({
			...chapter,
			entries: list(chapter.place, 'event')
		}));
	}
}

function topOf(element: Element): number {
	return element.getBoundingClientRect().top;
}

/** A busy browser delivers several changes at once: the last one is current. */
function latest(changes: IntersectionObserverEntry[]): IntersectionObserverEntry {
	return changes.at(-1)!;
}
