import { createRawSnippet, flushSync } from 'svelte';
import type { Attachment } from 'svelte/attachments';
import { IS_SERVER } from '../../state/is-server.ts';
import './served-chart.css';

/** Events by which the reader shows interest in the chart. */
const INTEREST = ['pointerover', 'pointerdown', 'focusin', 'keydown', 'click'];

/**
 * A chart that the server has rendered, one drawing for each range of widths. It stays as it is, plain HTML in an element
 * with `data-served`, until the reader turns to it or a choice changes it; then the browser's own drawing replaces it, which
 * looks the same. Hydrating it instead would lengthen the longest task of a page's start by half.
 */
export class ServedChart {
	/** In a page that is being hydrated, takes the server's element as it is. */
	static keep = createRawSnippet(() => ({ render: () => '<div></div>' }));

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
			if (!isFirst) this.isLive = true;
			isFirst = false;
		});
	}

	/** For the chart's element. */
	watch: Attachment<Element> = (chart) => {
		if (this.isLive) return;
		// one tab stop, as in the browser's own drawing
		for (const [index, link] of chart.querySelectorAll<SVGElement>('[data-served] a').entries())
			link.tabIndex = index ? -1 : 0;
		const draw = (event?: Event) => this.#draw(chart, event);
		// turned to before scripts ran; later, since nothing can be rendered while attachments run
		if (chart.matches(':hover, :focus-within')) setTimeout(() => draw());
		for (const type of INTEREST) chart.addEventListener(type, draw, { capture: true });
		return () => {
			for (const type of INTEREST) chart.removeEventListener(type, draw, { capture: true });
		};
	};

	/** A mark that has the focus keeps it; a touch goes on; a click that comes alone, as from assistive technology, too. */
	#draw(chart: Element, event?: Event): void {
		if (this.isLive) return;
		const served = chart.querySelector<HTMLElement>(':scope > [data-served]')!;
		const focused = idOf(served.querySelector(':focus'));
		flushSync(() => (this.isLive = true));
		const markOf = (id: string) =>
			chart.querySelector<SVGElement>(`[data-event="${CSS.escape(id)}"]`);
		if ((event as PointerEvent)?.pointerType === 'touch') keepTouched(served, chart);
		if (focused) markOf(focused)?.focus();
		const clicked = event?.type === 'click' && idOf(event.target as Element);
		const mark = clicked && markOf(clicked);
		if (!mark) return;
		event.preventDefault();
		mark.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
	}
}

function idOf(element: Element | null): string | undefined {
	return element?.closest<SVGElement>('[data-event]')?.dataset.event;
}

/**
 * The events of a touch go to the element where it began: keeps it in the chart, hidden, until the last finger is lifted, so
 * that a gesture may begin on it.
 */
function keepTouched(served: HTMLElement, chart: Element): void {
	const release = ({ touches }: TouchEvent) => {
		if (touches.length) return;
		served.remove();
		window.removeEventListener('touchend', release);
		window.removeEventListener('touchcancel', release);
	};
	served.style.display = 'none';
	chart.append(served);
	window.addEventListener('touchend', release);
	window.addEventListener('touchcancel', release);
}
