import type { Attachment } from 'svelte/attachments';
import type { Viewport } from './viewport.svelte.ts';

/** The plot's position in its element: `left` and `width`, px of the viewport for gestures. */
export interface Plot {
	left: number;
	width: number;
}

/** Type of `attachZoom` in zoom.ts: zooming by wheel and pinch, and dragging. @returns a function that detaches it */
export type AttachZoom = (element: HTMLElement, viewport: Viewport, plot: () => Plot) => () => void;

/** Horizontal movement from which a touch pans, px. */
const PAN_THRESHOLD = 8;
/** Zoom factor of a double click. */
const DOUBLE_CLICK_FACTOR = 2;

/**
 * Pans and zooms the viewport by wheel, mouse and touch. The plain wheel and vertical swipes still scroll the page.
 * d3-zoom handles zooming and dragging; it is loaded on the first pointer, focus, wheel or touch event, and where there is
 * a touch screen, as soon as the page has loaded and is idle.
 * @param ownPlot returns the plot's current position, in the element's own px: a scaled or zoomed host shows another size
 * @param fetchZoom loads `attachZoom`
 */
export function gestures(
	viewport: Viewport,
	ownPlot: () => Plot,
	fetchZoom: () => Promise<AttachZoom>
): Attachment<HTMLElement> {
	return (element) => {
		const listeners = new AbortController();
		const on = <E extends Event>(type: string, listener: (event: E) => void, passive = true) =>
			element.addEventListener(type, listener as EventListener, {
				signal: listeners.signal,
				passive
			});
		const plot = (): Plot => {
			const scale = element.getBoundingClientRect().width / element.clientWidth || 1;
			const { left, width } = ownPlot();
			return { left: left * scale, width: width * scale };
		};
		const placeOf = (event: MouseEvent) => {
			const { left, width } = plot();
			return (event.clientX - element.getBoundingClientRect().left - left) / width;
		};

		let detach: (() => void) | undefined;
		let isRequested = false;
		const prepare = async () => {
			if (isRequested) return;
			isRequested = true;
			const attachZoom = await fetchZoom();
			if (listeners.signal.aborted) return;
			detach = attachZoom(element, viewport, plot);
			// a pinch that began while it was loading continues from where the fingers are
			if (fingers.length > 1) element.dispatchEvent(touchEvent('touchstart', fingers));
		};
		let fingers: Touch[] = [];
		for (const type of ['touchstart', 'touchmove', 'touchend', 'touchcancel'])
			on<TouchEvent>(type, ({ touches }) => {
				if (detach) return;
				fingers = [...touches].filter(({ target }) => element.contains(target as Node));
			});
		for (const type of ['pointerover', 'focusin', 'wheel']) on(type, prepare);
		// on the first touch anywhere: loading at the start of a pinch would be too late
		document.addEventListener('touchstart', prepare, { signal: listeners.signal, passive: true });
		if (navigator.maxTouchPoints > 0) whenIdle(prepare, listeners.signal);

		on<WheelEvent>(
			'wheel',
			(event) => {
				// prevents the browser's own zoom, which d3-zoom does not at its scale limits
				if (event.ctrlKey || event.metaKey) return event.preventDefault();
				const by = event.shiftKey ? event.deltaX || event.deltaY : event.deltaX;
				if (viewport.isWhole || Math.abs(by) <= Math.abs(event.shiftKey ? 0 : event.deltaY)) return;
				event.preventDefault();
				viewport.pan(by / plot().width);
			},
			false
		);

		on<MouseEvent>('dblclick', (event) => {
			if (!(event.target as Element).closest('a, button'))
				viewport.zoom(DOUBLE_CLICK_FACTOR, placeOf(event));
		});

		let touch: { id: number; x: number; isPanning: boolean } | null = null;
		on<PointerEvent>('pointerdown', (event) => {
			const isTouch = event.pointerType === 'touch';
			if (isTouch && event.isPrimary)
				touch = { id: event.pointerId, x: event.clientX, isPanning: false };
			else touch = null;
		});
		on<PointerEvent>('pointermove', (event) => {
			if (touch?.id !== event.pointerId || viewport.isWhole) return;
			const by = touch.x - event.clientX;
			if (!touch.isPanning && Math.abs(by) < PAN_THRESHOLD) return;
			touch = { ...touch, x: event.clientX, isPanning: true };
			viewport.pan(by / plot().width);
		});
		for (const type of ['pointerup', 'pointercancel']) on(type, () => (touch = null));

		return () => {
			listeners.abort();
			detach?.();
		};
	};
}

/** A touch event to dispatch, of touches that the browser has reported. */
export function touchEvent(
	type: string,
	touches: Iterable<Touch>,
	changed: Iterable<Touch> = touches
): TouchEvent {
	return new TouchEvent(type, {
		touches: [...touches],
		changedTouches: [...changed],
		cancelable: true
	});
}

/** Runs the work once the page has loaded and the browser is idle. */
function whenIdle(work: () => void, signal: AbortSignal): void {
	// WebKit has no requestIdleCallback
	const wait = () =>
		typeof requestIdleCallback === 'function' ? requestIdleCallback(work) : setTimeout(work, 1000);
	if (document.readyState === 'complete') wait();
	else window.addEventListener('load', wait, { once: true, signal });
}
