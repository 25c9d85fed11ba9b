import type { Attachment } from 'svelte/attachments';
import type { Viewport } from './viewport.svelte.ts';

/** The plot within its element: `left` and `width` in px. */
export interface Plot {
	left: number;
	width: number;
}

/** Zooming by wheel and pinch, and dragging, as zooming.ts has it. */
export type AttachZoom = (element: HTMLElement, viewport: Viewport, plot: () => Plot) => () => void;

/** A finger that moved so far sideways means to pan, px. */
const SIDEWAYS = 8;
/** How much nearer a double click brings. */
const NEARER = 2;

/**
 * What wheel, mouse and fingers do to the window. The page keeps the plain wheel and the vertical swipe. Zooming and
 * dragging are d3-zoom's, which may be fetched when somebody comes near.
 * @param plot where the plot is now
 * @param fetchZoom where d3-zoom comes from
 */
export function gestures(
	viewport: Viewport,
	plot: () => Plot,
	fetchZoom: () => Promise<AttachZoom>
): Attachment<HTMLElement> {
	return (element) => {
		const listening = new AbortController();
		const on = <E extends Event>(type: string, listener: (event: E) => void, passive = true) =>
			element.addEventListener(type, listener as EventListener, {
				signal: listening.signal,
				passive
			});
		const placeOf = (event: MouseEvent) => {
			const { left, width } = plot();
			return (event.clientX - element.getBoundingClientRect().left - left) / width;
		};

		let detach: (() => void) | undefined;
		let isFetching = false;
		const prepare = async () => {
			if (isFetching) return;
			isFetching = true;
			const attachZoom = await fetchZoom();
			if (!listening.signal.aborted) detach = attachZoom(element, viewport, plot);
		};
		for (const type of ['pointerover', 'focusin', 'wheel']) on(type, prepare);
		// the first touch anywhere: two fingers on the chart would be too late
		document.addEventListener('touchstart', prepare, { signal: listening.signal, passive: true });

		on<WheelEvent>(
			'wheel',
			(event) => {
				// not the browser's zoom: d3-zoom leaves it to the browser where it has nothing left to do
				if (event.ctrlKey || event.metaKey) return event.preventDefault();
				const by = event.shiftKey ? event.deltaX || event.deltaY : event.deltaX;
				if (viewport.isWhole || Math.abs(by) <= Math.abs(event.shiftKey ? 0 : event.deltaY)) return;
				event.preventDefault();
				viewport.pan(by / plot().width);
			},
			false
		);

		on<MouseEvent>('dblclick', (event) => {
			if (!(event.target as Element).closest('a')) viewport.zoom(NEARER, placeOf(event));
		});

		let finger: { id: number; x: number; isPanning: boolean } | null = null;
		on<PointerEvent>('pointerdown', (event) => {
			const isTouch = event.pointerType === 'touch';
			if (isTouch && event.isPrimary)
				finger = { id: event.pointerId, x: event.clientX, isPanning: false };
			else finger = null;
		});
		on<PointerEvent>('pointermove', (event) => {
			if (finger?.id !== event.pointerId || viewport.isWhole) return;
			const by = finger.x - event.clientX;
			if (!finger.isPanning && Math.abs(by) < SIDEWAYS) return;
			finger = { ...finger, x: event.clientX, isPanning: true };
			viewport.pan(by / plot().width);
		});
		for (const type of ['pointerup', 'pointercancel']) on(type, () => (finger = null));

		return () => {
			listening.abort();
			detach?.();
		};
	};
}
