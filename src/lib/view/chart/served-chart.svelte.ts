import { flushSync, tick } from 'svelte';
import type { Attachment } from 'svelte/attachments';
import { IS_SERVER } from '../../state/is-server.ts';
import './served-chart.css';

/**
 * A chart that the server has rendered, one drawing for each range of widths. It stays as it is, plain HTML in an element
 * with `data-served`, until the reader interacts with the chart or its state changes; then the browser's own drawing
 * replaces it, which looks the same. Hydrating it instead would lengthen the longest task of a page's start by half.
 */
export class ServedChart {
	/** whether the browser draws the chart, as it does from the beginning where the server has not */
	isLive = $state() as boolean;
	/** of the chart, px; 0 on the server, and where it is not displayed yet */
	readonly width: number;

	/**
	 * @param precedingId id of the element before the chart; create it before that is hydrated
	 * @param read reads what changes the drawing: a change of it needs the browser's own
	 */
	constructor(precedingId: string, read: () => unknown) {
		const chart = IS_SERVER ? null : document.getElementById(precedingId)?.nextElementSibling;
		const served = chart?.querySelector(':scope > [data-served]');
		this.width = chart?.clientWidth ?? 0;
		this.isLive = !IS_SERVER && !served;
		// nothing else has to deal with the links of those that are not shown
		for (const drawing of this.width && served ? [...served.children] : [])
			if (!drawing.clientWidth) drawing.remove();
		let isFirst = true;
		$effect(() => {
			read();
			if (!isFirst) this.#replace();
			isFirst = false;
		});
	}

	/** For the chart's element. */
	watch: Attachment<Element> = (chart) => {
		if (this.isLive) return;
		this.#served = chart.querySelector<HTMLElement>(':scope > [data-served]');
		// one tab stop, as in the browser's own drawing
		for (const [index, link] of chart.querySelectorAll<SVGElement>('[data-served] a').entries())
			link.tabIndex = index ? -1 : 0;
		const draw = () => this.#draw(chart);
		const listeners = {
			// later: WebKit drops a press whose element goes away as the pointer enters it. A touch waits for its click
			pointerover: ({ pointerType }: PointerEvent) => pointerType !== 'touch' && setTimeout(draw),
			touchstart: () => (this.#isTouched = true),
			touchend: ({ touches }: TouchEvent) => (this.#isTouched = touches.length > 0),
			touchcancel: ({ touches }: TouchEvent) => (this.#isTouched = touches.length > 0),
			// not that of a press, which waits for its click
			focusin: ({ target }: FocusEvent) => (target as Element).matches(':focus-visible') && draw(),
			keydown: draw,
			click: (event: MouseEvent) => this.#click(chart, event)
		};
		const entries = Object.entries(listeners) as [string, EventListener][];
		const options = { capture: true, passive: true };
		for (const [type, listener] of entries)
			chart.addEventListener(type, listener, type === 'click' ? { capture: true } : options);
		// turned to before scripts ran; later, since nothing can be rendered while attachments run
		if (chart.matches(':hover, :focus-within')) setTimeout(draw);
		return () => {
			for (const [type, listener] of entries) chart.removeEventListener(type, listener, options);
		};
	};

	#served: HTMLElement | null = null;
	#isTouched = false;

	#replace(): void {
		if (this.isLive) return;
		const served = this.#served;
		const chart = served?.parentElement;
		this.isLive = true;
		if (this.#isTouched && chart) void tick().then(() => keepTouched(served, chart));
	}

	/** A mark that has the focus keeps it. */
	#draw(chart: Element, isClicked = false): void {
		// a press waits for its click, which comes to the element that was pressed
		if (this.isLive || (!isClicked && chart.matches(':active'))) return;
		const focused = selectorOf(chart.querySelector(':focus'));
		flushSync(() => this.#replace());
		if (focused) chart.querySelector<SVGElement>(focused)?.focus();
	}

	/** Draws the chart, and clicks there what was clicked. */
	#click(chart: Element, event: MouseEvent): void {
		const { ctrlKey, metaKey, shiftKey, target } = event;
		if (this.isLive || ctrlKey || metaKey || shiftKey) return;
		event.preventDefault();
		event.stopPropagation();
		this.#draw(chart, true);
		const clicked = selectorOf(target as Element) ?? 'svg.chart';
		chart.querySelector(clicked)?.dispatchEvent(new PointerEvent('click', event));
	}
}

/** @returns a selector of the mark or cluster around an element; undefined if it is in none */
function selectorOf(element: Element | null): string | undefined {
	const link = element?.closest<SVGElement>('[data-event], [data-first]');
	if (!link) return undefined;
	const { event, first } = link.dataset;
	return event ? `[data-event="${CSS.escape(event)}"]` : `[data-first="${CSS.escape(first!)}"]`;
}

/**
 * The events of a touch go to the element where it began: keeps it in the chart, hidden, until the last finger is lifted, so
 * that a gesture may begin on it.
 */
function keepTouched(served: HTMLElement, chart: Element): void {
	// d3-zoom stops the propagation
	const options = { capture: true };
	const release = ({ touches }: TouchEvent) => {
		if (touches.length) return;
		served.remove();
		window.removeEventListener('touchend', release, options);
		window.removeEventListener('touchcancel', release, options);
	};
	served.style.display = 'none';
	chart.append(served);
	window.addEventListener('touchend', release, options);
	window.addEventListener('touchcancel', release, options);
}
