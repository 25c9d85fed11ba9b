import { DAY, formatDay, hull, parsePartialDay, type Span } from '../model/date.ts';
import { throttle } from './throttle.ts';
import { isPrinting } from './printing.svelte.ts';
import type { Address } from './address.svelte.ts';

/** How long a move takes, ms; gestures and the keyboard move at once. */
const DURATION = 300;
/** After so long without a step a move has ended, ms. */
const REST = 120;
/** The address is written at most so often, ms. */
const PATIENCE = 500;

/** Coming nearer must leave at most so much of the window. */
const NEARER = 0.8;

/** A window that was come by otherwise than by the address. */
interface Own {
	window: Span;
	/** the address's arrivals when it was come by: another arrival ends it, unless it says the same */
	at: number;
}

/**
 * The time that the chart shows. It is the truth from which every transform derives, so that a resize keeps the dates. It
 * never leaves the extent, and is never narrower than a day.
 */
export class Viewport {
	#address: Address;
	#extent: () => Span;
	#own = $state.raw<Own | null>(null);
	/** what was last written to the address */
	#written: string | null = null;
	#frame = 0;
	#settling: ReturnType<typeof setTimeout> | undefined;

	/** Whether it has moved a moment ago. */
	isMoving = $state(false);

	/** All of the time that may be shown. */
	readonly extent = $derived.by(() => this.#extent());

	/** What is shown of it, in milliseconds; on paper all. */
	readonly window = $derived.by((): Span => {
		if (isPrinting()) return this.extent;
		const addressed = this.#address.view.window;
		const own = this.#own;
		const text = addressed?.join('..') ?? '';
		const isOwn =
			own !== null &&
			(own.at === this.#address.arrivals ||
				text === this.#written ||
				text === formatWindow(own.window, this.extent));
		if (isOwn) return clamp(own.window, this.extent);
		const [from, to] = (addressed ?? []).map(parsePartialDay);
		return from && to ? meet({ start: from.start, end: to.end }, this.extent) : this.extent;
	});

	readonly isWhole = $derived(
		this.window.start <= this.extent.start && this.window.end >= this.extent.end
	);
	/** Whether it is as narrow as it gets. */
	readonly isNarrowest = $derived(this.window.end - this.window.start <= DAY);

	constructor(address: Address, extent: () => Span) {
		this.#address = address;
		this.#extent = extent;
	}

	/** @returns the window as the address has it; null for all */
	get days(): [string, string] | null {
		const text = formatWindow(this.window, this.extent);
		return text ? (text.split('..') as [string, string]) : null;
	}

	/** Shows the span at once, as one step of a gesture. */
	set(window: Span): void {
		this.stop();
		this.#move(window);
		this.#write();
	}

	/** Moves to the span, unless moves are not wanted. */
	show(window: Span): void {
		this.stop();
		const from = this.window;
		const to = clamp(window, this.extent);
		if (typeof requestAnimationFrame === 'undefined' || isStill()) {
			this.#set(to);
			this.#write();
			return;
		}
		const start = performance.now();
		const step = (now: number) => {
			const t = Math.min(1, Math.max(0, (now - start) / DURATION));
			this.#move(t < 1 ? between(from, to, easeInOut(t)) : to);
			if (t < 1) this.#frame = requestAnimationFrame(step);
			else this.#write();
		};
		this.#frame = requestAnimationFrame(step);
	}

	/** Ends a move where it is. */
	stop(): void {
		if (this.#frame) cancelAnimationFrame(this.#frame);
		this.#frame = 0;
	}

	all(): void {
		this.show(this.extent);
	}

	/**
	 * @param factor how many times as near
	 * @param at the place that stays where it is, from 0, the window's start, to 1
	 */
	zoom(factor: number, at = 0.5): void {
		this.show(zoomed(this.window, factor, at));
	}

	/** @param part of the window, to the right; to the left when negative */
	pan(part: number): void {
		const by = part * (this.window.end - this.window.start);
		this.set({ start: this.window.start + by, end: this.window.end + by });
	}

	/** Brings a span into view, as near as things are. */
	reveal({ start, end }: Span): void {
		const { window } = this;
		const width = window.end - window.start;
		const air = width / 10;
		if (start >= window.start && Math.min(end, start + width) <= window.end) return;
		// what lasts is in view when a good part of it is
		if (end - start > width && start < window.end - air && end > window.start + air) return;
		const from = start < window.start ? start - air : Math.min(start - air, end + air - width);
		const at = end - start > width - 2 * air ? start - air : from;
		this.stop();
		this.#set({ start: at, end: at + width });
		this.#write();
	}

	/**
	 * Comes so near that the spans may be told apart.
	 * @param rows in which they may stand over each other
	 * @returns false, and stays, where that is of no use
	 */
	approach(spans: Span[], rows: number): boolean {
		const { start, end } = hull(spans)!;
		const isOneDay = end - start <= DAY;
		const air = isOneDay ? 3 * DAY : (end - start) / 10;
		const target = clamp({ start: start - air, end: end + air }, this.extent);
		const { window } = this;
		const isNearer = target.end - target.start < NEARER * (window.end - window.start);
		if ((isOneDay && spans.length > rows) || !isNearer) return false;
		this.show(target);
		return true;
	}

	/** One step of several: details are drawn after the last. */
	#move(window: Span): void {
		this.#set(window);
		this.isMoving = true;
		clearTimeout(this.#settling);
		this.#settling = setTimeout(() => (this.isMoving = false), REST);
	}

	#set(window: Span): void {
		this.#own = { window: clamp(window, this.extent), at: this.#address.arrivals };
	}

	/** Writes the window to the address: now, or as soon as it may be written again. */
	#write = throttle(() => {
		const window = this.days;
		const text = window?.join('..') ?? '';
		this.#written = text;
		if (text === (this.#address.view.window?.join('..') ?? '')) return;
		this.#address.go({ ...this.#address.view, window }, true);
	}, PATIENCE);
}

/** Keeps the span within the extent: as wide as it was, if that is possible, and at least a day. */
export function clamp({ start, end }: Span, extent: Span): Span {
	const most = extent.end - extent.start;
	const width = Math.min(Math.max(end - start, Math.min(DAY, most)), most);
	const middle = (start + end) / 2;
	const from = Math.min(Math.max(middle - width / 2, extent.start), extent.end - width);
	return { start: from, end: width === most ? extent.end : Math.min(from + width, extent.end) };
}

/** @returns what the span has in common with the extent; where that is nothing, the nearest as wide as it */
function meet(span: Span, extent: Span): Span {
	const start = Math.max(span.start, extent.start);
	const end = Math.min(span.end, extent.end);
	return clamp(start < end ? { start, end } : span, extent);
}

/** @returns `2011-12-25..2011-12-31`, to the nearest days; empty for all of it */
function formatWindow(window: Span, extent: Span): string {
	const [from, until] = [window.start, window.end].map((time) => Math.round(time / DAY) * DAY);
	if (from! <= extent.start && until! >= extent.end) return '';
	return `${formatDay(from!)}..${formatDay(Math.max(from!, until! - DAY))}`;
}

function zoomed({ start, end }: Span, factor: number, at: number): Span {
	const width = (end - start) / factor;
	const from = start + at * (end - start - width);
	return { start: from, end: from + width };
}

/** Part of the way between two windows: the place about which both are zoomed stays where it is. */
function between(from: Span, to: Span, t: number): Span {
	const [a, b] = [from.end - from.start, to.end - to.start];
	const width = a * (b / a) ** t;
	const share = Math.abs(b - a) < 1 ? t : (width - a) / (b - a);
	const start = from.start + share * (to.start - from.start);
	return { start, end: start + width };
}

function easeInOut(t: number): number {
	return t < 0.5 ? 4 * t ** 3 : 1 - (2 - 2 * t) ** 3 / 2;
}

function isStill(): boolean {
	return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
