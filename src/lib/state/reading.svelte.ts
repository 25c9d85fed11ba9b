import type { Attachment } from 'svelte/attachments';

/** Position of the reading line, as a share of the free height below the bar. */
const LINE = 0.45;

/**
 * Scroll spy: whether the page has been scrolled past the resting chart, and which chapter and event are being read.
 * Uses IntersectionObserver only, no scroll events.
 */
export class Reading {
	/** whether the bar replaces the chart */
	stuck = $state(false);
	/** id of the chapter being read; null before the first */
	chapter = $state<string | null>(null);
	/** id of the event being read: the one held, while in view above the reading line, else the one on that line */
	readonly current = $derived.by(() => this.#held ?? this.#onLine);
	/** heights of the browser window and of the bar, px */
	viewportHeight = $state(800);
	barHeight = $state(0);

	#onLine = $state<string | null>(null);
	#held = $state<string | null>(null);
	#sections = new Map<Element, string>();
	#entries = new Map<Element, string>();
	#observer: IntersectionObserver | null = null;
	#crossing = new Set<Element>();
	#arrived = false;

	/** For an element whose bottom edge is where the bar replaces the chart. */
	sentinel: Attachment = (element) => {
		const observer = new IntersectionObserver((changes) => {
			const { isIntersecting, boundingClientRect } = latest(changes);
			this.stuck = !isIntersecting && boundingClientRect.bottom <= 0;
		});
		observer.observe(element);
		return () => observer.disconnect();
	};

	/** Keeps the event as the current one until it has been in view and left it. */
	hold(id: string): void {
		this.#held = id;
		this.#arrived = false;
	}

	/** For the element around all chapters; observes the reading position while it is mounted. */
	follow: Attachment = () => {
		const resize = () => (this.viewportHeight = window.innerHeight);
		resize();
		window.addEventListener('resize', resize);
		$effect(() => {
			const free = this.viewportHeight - this.barHeight;
			const above = this.barHeight + Math.round(free * LINE);
			const below = this.viewportHeight - above - 1;
			const margin = (top: number) => ({ rootMargin: `${-top}px 0px ${-below}px 0px` });
			const observer = new IntersectionObserver((changes) => this.#update(changes), margin(above));
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

	#update(changes: IntersectionObserverEntry[]): void {
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

/** A busy browser delivers several changes at once: the last one is current. */
function latest(changes: IntersectionObserverEntry[]): IntersectionObserverEntry {
	return changes.at(-1)!;
}

/** Whether the element moved below the reading line: the reader is back before the first chapter. */
function isBelow({ boundingClientRect, rootBounds }: IntersectionObserverEntry): boolean {
	return boundingClientRect.top >= (rootBounds?.bottom ?? 0);
}
