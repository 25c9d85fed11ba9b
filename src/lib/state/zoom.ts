import { select, zoom, zoomIdentity, type D3ZoomEvent, type ZoomTransform } from 'd3';
import { DAY } from '../model/date.ts';
import type { Plot } from './gestures.ts';
import type { Viewport } from './viewport.svelte.ts';

/** A mouse's wheel turns in steps of at least so many px; a pinch on a trackpad comes in smaller ones. */
const NOTCH = 40;
/** Powers of two a px, or a line. */
const WHEEL = { notch: 0.002, pinch: 0.02, line: 0.05 };
const BEGINNINGS = ['wheel', 'mousedown', 'touchstart'];

/**
 * Zooms the window by pinch and by wheel with Ctrl or ⌘, about the pointer, and drags it with the mouse. The transform
 * is made from the window whenever a gesture begins: the time domain is the truth.
 * @returns what ends it
 */
export function attachZoom(element: HTMLElement, viewport: Viewport, plot: () => Plot): () => void {
	let isActive = false;
	const behavior = zoom<HTMLElement, unknown>()
		.filter(
			(event: MouseEvent | WheelEvent | TouchEvent) =>
				(event.type === 'wheel' && (event.ctrlKey || event.metaKey)) ||
				(event.type === 'mousedown' && !event.ctrlKey && !(event as MouseEvent).button) ||
				(event.type === 'touchstart' && (event as TouchEvent).touches.length > 1)
		)
		.wheelDelta(({ deltaY, deltaMode }) => {
			const isPinch = Math.abs(deltaY) < NOTCH;
			return -deltaY * (deltaMode === 1 ? WHEEL.line : isPinch ? WHEEL.pinch : WHEEL.notch);
		})
		.extent(() => box(plot(), 1))
		.on('start', () => {
			isActive = true;
			viewport.stop();
		})
		.on('zoom', ({ transform }: D3ZoomEvent<HTMLElement, unknown>) =>
			viewport.set(windowOf(transform))
		)
		.on('end', () => (isActive = false));

	function windowOf({ k, x }: ZoomTransform) {
		const { left, width } = plot();
		const { start, end } = viewport.extent;
		const from = start + (((left - x) / k - left) / width) * (end - start);
		return { start: from, end: from + (end - start) / k };
	}

	function transformOf({ start, end } = viewport.window): ZoomTransform {
		const { left, width } = plot();
		const { extent } = viewport;
		const whole = extent.end - extent.start;
		const k = whole / (end - start);
		const x = left + ((start - extent.start) / whole) * width;
		return zoomIdentity.translate(left - k * x, 0).scale(k);
	}

	/** Before d3-zoom takes a gesture up, it learns where the window is. */
	function prepare() {
		if (isActive) return;
		const { extent } = viewport;
		behavior
			.scaleExtent([1, Math.max(1, (extent.end - extent.start) / DAY)])
			.translateExtent(box(plot(), Infinity));
		(element as HTMLElement & { __zoom: ZoomTransform }).__zoom = transformOf();
	}

	for (const type of BEGINNINGS)
		element.addEventListener(type, prepare, { capture: true, passive: true });
	const selection = select(element);
	selection.call(behavior).on('dblclick.zoom', null);
	return () => {
		selection.on('.zoom', null);
		for (const type of BEGINNINGS) element.removeEventListener(type, prepare, { capture: true });
	};
}

function box({ left, width }: Plot, height: number): [[number, number], [number, number]] {
	return [
		[left, height === Infinity ? -height : 0],
		[left + width, height]
	];
}
