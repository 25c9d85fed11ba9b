import { DAY, formatDay, unionSpan, parsePartialDay, type Span } from '../model/date.ts';
import { throttle } from './throttle.ts';
import { isPrinting } from './printing.svelte.ts';
import { prefersReducedMotion } from './reduced-motion.ts';
import type { Address } from './address.svelte.ts';

/** Duration of animations, ms; `set`, `pan` and `reveal` are immediate. */
const DURATION = 300;
/** Time without a step after which a movement has ended, ms. */
const REST = 120;
/** Minimum interval between writes to the address, ms. */
const WRITE_INTERVAL = 500;

/** `approach` only zooms to less than this share of the window. */
const MAX_SHARE = 0.8;

/** A window that was not set through the address. */
interface Own {
	window: Span;
	/** the address's `navigations` when it was set; a later navigation discards it, unless its window is the same */
	at: number;
}

/**
 * The time span that the chart shows. All zoom transforms derive from it, so a resize keeps the dates. It never leaves
 * the extent, and is at least a day wide unless the extent is shorter.
 */
export class Viewport {
	#address: Address;
	#extent: () => Span;
	#own = $state.raw<Own | null>(null);
	/** the window last written to the address, as text */
	#written: string | null = null;
	#frame = 0;
	#settling: ReturnType<typeof setTimeout> | undefined;

	/** Whether it moved within the last `REST` ms. */
	isMoving = $state(false);

	/** All of the time that can be shown. */
	readonly extent = $derived.by(() => this.#extent());

	/** The part of the extent that is shown; all of it in print. */
	readonly window = $derived.by((): Span => {
		if (isPrinting()) return this.extent;
		const addressed = this.#address.view.window;
		const own = this.#own;
		const text = addressed?.join('..') ?? '';
		const isOwn =
			own !== null &&
			(own.at === this.#address.navigations ||
				text === this.#written ||
				text === formatWindow(own.window, this.extent));
		if (isOwn) return clamp(own.window, this.extent);
		const [from, to] = (addressed ?? []).map(parsePartialDay);
		return from && to ? intersect({ start: from.start, end: to.end }, this.extent) : this.extent;
	});

	/** The window in whole days, as it stands in the address. */
	readonly dayWindow = $derived.by(() => toDays(this.window));

	/** Whether all of the extent is shown. */
	readonly isWhole = $derived(
		this.window.start <= this.extent.start && this.window.end >= this.extent.end
	);
	/** Whether it has its minimum width, a day. */
	readonly isNarrowest = $derived(this.window.end - this.window.start <= DAY);

	constructor(address: Address, extent: () => Span) {
		this.#address = address;
		this.#extent = extent;
	}

	/** The window as in the address, `[from, to]` in days; null for the whole extent. */
	get days(): [string, string] | null {
		const text = formatWindow(this.window, this.extent);
		return text ? (text.split('..') as [string, string]) : null;
	}

	/** Shows the span immediately, as one step of a gesture. */
	set(window: Span): void {
		this.stop();
		this.#move(window);
		this.#write();
	}

	/** After a change of the extent: shows the same span as far as the extent has it, or for null the whole extent. */
	keep(window: Span | null): void {
		this.stop();
		if (window) this.#set(window);
		else this.#own = null;
		this.#write();
	}

	/** Animates to the span; jumps to it if the reader prefers reduced motion. */
	show(window: Span): void {
		this.stop();
		const from = this.window;
		const to = clamp(window, this.extent);
		if (typeof requestAnimationFrame === 'undefined' || prefersReducedMotion()) {
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

	/** Stops an animation at its current window. */
	stop(): void {
		if (this.#frame) cancelAnimationFrame(this.#frame);
		this.#frame = 0;
	}

	/** Animates to the whole extent. */
	all(): void {
		this.show(this.extent);
	}

	/**
	 * Animates a zoom.
	 * @param factor above 1 zooms in
	 * @param at the fixed point, from 0, the window's start, to 1, its end
	 */
	zoom(factor: number, at = 0.5): void {
		this.show(zoomed(this.window, factor, at));
	}

	/** @param part share of the window's width; positive is later */
	pan(part: number): void {
		const by = part * (this.window.end - this.window.start);
		this.set({ start: this.window.start + by, end: this.window.end + by });
	}

	/** Pans a span into view, without zooming. */
	reveal({ start, end }: Span): void {
		const { window } = this;
		const width = window.end - window.start;
		const margin = width / 10;
		if (start >= window.start && Math.min(end, start + width) <= window.end) return;
		// a span wider than the window is in view if it overlaps more than a tenth of it
		if (end - start > width && start < window.end - margin && end > window.start + margin) return;
		const from =
			start < window.start ? start - margin : Math.min(start - margin, end + margin - width);
		const at = end - start > width - 2 * margin ? start - margin : from;
		this.stop();
		this.#set({ start: at, end: at + width });
		this.#write();
	}

	/** Animates to a window of the same width that ends with the span, or begins with it. */
	turn(side: 'earlier' | 'later', { start, end }: Span): void {
		const width = this.window.end - this.window.start;
		const margin = width / 10;
		const from = side === 'earlier' ? end + margin - width : start - margin;
		this.show({ start: from, end: from + width });
	}

	/**
	 * Zooms in on the spans so that they can be told apart.
	 * @param rows number of rows in which they can be stacked
	 * @returns false, without zooming, if that would not help
	 */
	approach(spans: Span[], rows: number): boolean {
		const { start, end } = unionSpan(spans)!;
		const isOneDay = end - start <= DAY;
		const margin = isOneDay ? 3 * DAY : (end - start) / 10;
		const target = clamp({ start: start - margin, end: end + margin }, this.extent);
		const { window } = this;
		const isNearer = target.end - target.start < MAX_SHARE * (window.end - window.start);
		if ((isOneDay && spans.length > rows) || !isNearer) return false;
		this.show(target);
		return true;
	}

	/** One step of a movement: details are drawn after the last. */
	#move(window: Span): void {
		this.#set(window);
		this.isMoving = true;
		clearTimeout(this.#settling);
		this.#settling = setTimeout(() => (this.isMoving = false), REST);
	}

	#set(window: Span): void {
		this.#own = { window: clamp(window, this.extent), at: this.#address.navigations };
	}

	/** Writes the window to the address, throttled. */
	#write = throttle(() => {
		const window = this.days;
		const text = window?.join('..') ?? '';
		this.#written = text;
		if (text === (this.#address.view.window?.join('..') ?? '')) return;
		this.#address.go({ ...this.#address.view, window }, true);
	}, WRITE_INTERVAL);
}

/** @returns the span moved into the extent; its width changes only to fit the extent, or to be at least a day */
export function clamp({ start, end }: Span, extent: Span): Span {
	const most = extent.end - extent.start;
	const width = Math.min(Math.max(end - start, Math.min(DAY, most)), most);
	const middle = (start + end) / 2;
	const from = Math.min(Math.max(middle - width / 2, extent.start), extent.end - width);
	return { start: from, end: width === most ? extent.end : Math.min(from + width, extent.end) };
}

/** @returns the intersection of span and extent; if that is empty, the nearest span of the same width */
function intersect(span: Span, extent: Span): Span {
	const start = Math.max(span.start, extent.start);
	const end = Math.min(span.end, extent.end);
	return clamp(start < end ? { start, end } : span, extent);
}

/** @returns `2011-12-25..2011-12-31`, rounded to days; empty for the whole extent */
function formatWindow(window: Span, extent: Span): string {
	const { start, end } = toDays(window);
	if (start <= extent.start && end >= extent.end) return '';
	return `${formatDay(start)}..${formatDay(end - DAY)}`;
}

/** @returns the span rounded to days, at least one */
function toDays(span: Span): Span {
	const [start, end] = [span.start, span.end].map((time) => Math.round(time / DAY) * DAY);
	return { start: start!, end: Math.max(start! + DAY, end!) };
}

function zoomed({ start, end }: Span, factor: number, at: number): Span {
	const width = (end - start) / factor;
	const from = start + at * (end - start - width);
	return { start: from, end: from + width };
}

/** Interpolates between two windows, geometrically in width; the point about which they are zoomed stays fixed. */
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
