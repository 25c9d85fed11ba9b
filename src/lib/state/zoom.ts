import { select, zoom, zoomIdentity, type D3ZoomEvent, type ZoomTransform } from 'd3';
import { DAY } from '../model/date.ts';
import { touchEvent, type Plot } from './gestures.ts';
import type { Viewport } from './viewport.svelte.ts';

/** Minimum wheel delta of a mouse, px; a trackpad pinch sends smaller ones. */
const NOTCH = 40;
/** Zoom speed, powers of two per px; `line` is per line. */
const WHEEL = { notch: 0.002, pinch: 0.02, line: 0.05 };
/** Events that start a gesture. */
const START_EVENTS = ['wheel', 'mousedown', 'touchstart'];

/**
 * Attaches d3-zoom: zooms the window about the pointer, by pinch and by wheel with Ctrl or ⌘, and drags it with the
 * mouse. The transform is derived from the window when a gesture starts, since the time domain is the source of truth.
 * @returns a function that detaches it
 */
export function attachZoom(element: HTMLElement, viewport: Viewport, plot: () => Plot): () => void {
	let isActive = false;
	let isDragging = false;
	const behavior = zoom<HTMLElement, unknown>()
		.filter(
			(event: MouseEvent & TouchEvent) =>
				(event.type === 'wheel' && (event.ctrlKey || event.metaKey)) ||
				(event.type === 'mousedown' && !event.ctrlKey && !event.button && !isOnButton(event)) ||
				(event.type === 'touchstart' && event.touches.length > 1)
		)
		.wheelDelta(({ deltaY, deltaMode }) => {
			const isPinch = Math.abs(deltaY) < NOTCH;
			return -deltaY * (deltaMode === 1 ? WHEEL.line : isPinch ? WHEEL.pinch : WHEEL.notch);
		})
		.extent(() => box(plot(), 1))
		.on('start', ({ sourceEvent }: D3ZoomEvent<HTMLElement, unknown>) => {
			isActive = true;
			isDragging = (sourceEvent as Event).type === 'mousedown';
			viewport.stop();
		})
		.on('zoom', ({ transform }: D3ZoomEvent<HTMLElement, unknown>) =>
			viewport.set(windowOf(transform))
		)
		.on('end', () => {
			isActive = false;
			isDragging = false;
		});

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

	/** Sets d3-zoom's transform from the window before it handles a gesture. */
	function prepare() {
		if (isActive) return;
		const { extent } = viewport;
		behavior
			.scaleExtent([1, Math.max(1, (extent.end - extent.start) / DAY)])
			.translateExtent(box(plot(), Infinity));
		(element as HTMLElement & { __zoom: ZoomTransform }).__zoom = transformOf();
	}

	/** Ends a drag whose mouse-up never came, as when it was released outside of the frame. */
	function endLostDrag({ buttons, view }: MouseEvent) {
		if (isDragging && !(buttons & 1)) view?.dispatchEvent(new MouseEvent('mouseup', { view }));
	}

	/**
	 * Touch events are dispatched to the element that was touched first, even after its removal. Once a mark has left the
	 * window, d3-zoom, which listens on the chart, would miss that the finger was lifted.
	 */
	function followFingers({ changedTouches }: TouchEvent) {
		for (const { target } of changedTouches)
			for (const type of ['touchmove', 'touchend', 'touchcancel'])
				target.addEventListener(type, passOn as (event: Event) => void, {
					signal: listeners.signal
				});
	}

	function passOn(event: TouchEvent) {
		if (element.contains(event.target as Node)) return;
		const { type, touches, changedTouches } = event;
		if (!element.dispatchEvent(touchEvent(type, touches, changedTouches))) event.preventDefault();
	}

	const listeners = new AbortController();
	const options = { capture: true, passive: true, signal: listeners.signal };
	element.addEventListener('touchstart', followFingers, options);
	for (const type of START_EVENTS) element.addEventListener(type, prepare, options);
	// before the listener that d3-zoom adds to the window when a drag starts
	window.addEventListener('mousemove', endLostDrag, options);
	const selection = select(element);
	selection.call(behavior).on('dblclick.zoom', null);
	return () => {
		selection.on('.zoom', null);
		listeners.abort();
	};
}

function box({ left, width }: Plot, height: number): [[number, number], [number, number]] {
	return [
		[left, height === Infinity ? -height : 0],
		[left + width, height]
	];
}

function isOnButton({ target }: Event): boolean {
	return (target as Element).closest('button') !== null;
}
