import type { Attachment } from 'svelte/attachments';

/** Part of the free height below the bar at which the reader is taken to read. */
const LINE = 0.45;

/**
 * Where the reader is: whether the resting chart has been read past, and which chapter and event are being read.
 * It listens to intersections, never to scrolling.
 */
export class Reading {
	/** whether the chart has become the bar */
	stuck = $state(false);
	chapter = $state<string | null>(null);
	/** the event being read: the one gone to, while it is in view above the reader's line, else the one on that line */
	readonly current = $derived.by(() => this.#held ?? this.#onLine);
	/** px, of the window and of the bar over it */
	viewportHeight = $state(800);
	barHeight = $state(0);

	#onLine = $state<string | null>(null);
	#held = $state<string | null>(null);
	#sections = new Map<Element, string>();
	#entries = new Map<Element, string>();
	#observer: IntersectionObserver | null = null;
	#crossing = new Set<Element>();
	#arrived = false;

	/** For an element that ends where the chart becomes the bar. */
	sentinel: Attachment = (element) => {
		const observer = new IntersectionObserver((changes) => {
			const { isIntersecting, boundingClientRect } = latest(changes);
			this.stuck = !isIntersecting && boundingClientRect.bottom <= 0;
		});
		observer.observe(element);
		return () => observer.disconnect();
	};

	/** Takes the event for the one being read, from when it comes into view until it has left. */
	hold(id: string): void {
		this.#held = id;
		this.#arrived = false;
	}

	/** For the element around all chapters: follows the reader for as long as it is there. */
	follow: Attachment = () => {
		const resize = () => (this.viewportHeight = window.innerHeight);
		resize();
		window.addEventListener('resize', resize);
		$effect(() => {
			const free = this.viewportHeight - this.barHeight;
			const above = this.barHeight + Math.round(free * LINE);
			const below = this.viewportHeight - above - 1;
			const margin = (top: number) => ({ rootMargin: `${-top}px 0px ${-below}px 0px` });
			const observer = new IntersectionObserver((changes) => this.#note(changes), margin(above));
			this.#observer = observer;
			this.#crossing.clear();
			for (const element of [...this.#sections.keys(), ...this.#entries.keys()])
				observer.observe(element);

			const held = [...this.#entries].find(([, id]) => id === this.#held)?.[0];
			const holder = new IntersectionObserver((changes) => {
				if (latest(changes).isIntersecting) this.#arrived = true;
				else if (this.#arrived) this.#held = null;
			}, margin(this.barHeight));
			if (held) holder.observe(held);
			return () => {
				observer.disconnect();
				holder.disconnect();
			};
		});
		return () => window.removeEventListener('resize', resize);
	};

	section(id: string): Attachment {
		return (element) => this.#register(this.#sections, element, id);
	}

	entry(id: string): Attachment {
		return (element) => this.#register(this.#entries, element, id);
	}

	#register(registry: Map<Element, string>, element: Element, id: string): () => void {
		registry.set(element, id);
		this.#observer?.observe(element);
		return () => {
			registry.delete(element);
			this.#crossing.delete(element);
			this.#observer?.unobserve(element);
		};
	}

	#note(changes: IntersectionObserverEntry[]): void {
		for (const { target, isIntersecting } of changes) {
			if (isIntersecting) this.#crossing.add(target);
			else this.#crossing.delete(target);
		}
		const crossed = (registry: Map<Element, string>) =>
			[...this.#crossing].map((element) => registry.get(element)).findLast(Boolean);
		const section = crossed(this.#sections);
		const entry = crossed(this.#entries);
		if (section) {
			this.chapter = section;
			if (entry) this.#onLine = entry;
		} else if (changes.some((change) => isBelow(change))) {
			this.chapter = null;
			this.#onLine = null;
		}
	}
}

/** Where a browser is busy, what has changed since comes all at once: the last change holds. */
function latest(changes: IntersectionObserverEntry[]): IntersectionObserverEntry {
	return changes.at(-1)!;
}

/** Whether what changed has gone below the line: the reader is back before the first chapter. */
function isBelow({ boundingClientRect, rootBounds }: IntersectionObserverEntry): boolean {
	return boundingClientRect.top >= (rootBounds?.bottom ?? 0);
}
