import { createRawSnippet, flushSync } from 'svelte';
import type { Attachment } from 'svelte/attachments';
import { IS_SERVER } from '../../state/is-server.ts';
import './served-chart.css';

/** The longest time after hydration until the browser draws the chart, ms. */
const LATEST = 1000;
/** Events by which the reader shows interest in the chart. */
const INTEREST = ['pointerover', 'pointerdown', 'focusin', 'keydown'];

/**
 * A chart that the server has rendered, one drawing for each range of widths. It stays as it is, plain HTML in an element
 * with `data-served`, until the browser is idle or the reader turns to it, and is then replaced by the browser's own
 * drawing, which looks the same. Hydrating it instead would lengthen the longest task of a page's start by half.
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
		let isShown = true;
		const draw = () => isShown && this.#draw(chart);
		// not in Safari
		if ('requestIdleCallback' in window) requestIdleCallback(draw, { timeout: LATEST });
		else setTimeout(draw, 1);
		for (const type of INTEREST) chart.addEventListener(type, draw, { capture: true });
		return () => {
			isShown = false;
			for (const type of INTEREST) chart.removeEventListener(type, draw, { capture: true });
		};
	};

	/** A mark that has the focus keeps it. */
	#draw(chart: Element): void {
		if (this.isLive) return;
		const focused = chart.querySelector<SVGElement>('[data-event]:focus')?.dataset.event;
		flushSync(() => (this.isLive = true));
		if (focused) chart.querySelector<SVGElement>(`[data-event="${CSS.escape(focused)}"]`)?.focus();
	}
}
