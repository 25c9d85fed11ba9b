import { DISPUTE } from '../layout/marks/shape.ts';
import { resolve } from './inline-styles.ts';
import { add, measureIn } from './svg-element.ts';

/** Height of a row, gap between items, and between a sign and its words, px. */
const ROW = 21;
const GAP = { items: 20, words: 7 };
const SIZE = 12.5;

interface Look {
	paper: string;
	ink: string;
	ink2: string;
	sans: string;
}

/**
 * Draws the key of the signs that occur, from the page's legend: in rows as wide as the chart.
 * @param legend with an element `[data-sign]` for each sign: its words and, for a mark, an SVG
 * @param at left and upper edge, and width, px
 * @returns its height, px
 */
export function drawKey(
	svg: SVGElement,
	legend: HTMLElement,
	at: { x: number; y: number; width: number },
	look: Look
): number {
	const measure = measureIn(`${SIZE}px ${look.sans}`);
	for (const defs of legend.querySelectorAll<SVGElement>('linearGradient')) {
		const copy = resolve(defs);
		if (copy) svg.append(copy);
	}
	let [x, y] = [0, 0];
	for (const item of legend.querySelectorAll<HTMLElement>('[data-sign]')) {
		const icon = item.querySelector<SVGSVGElement>('svg');
		const words = item.querySelector('[data-words]')!.textContent.trim();
		const wide = icon ? icon.width.baseVal.value : 12;
		const width = wide + GAP.words + measure(words);
		if (x > 0 && x + width > at.width) [x, y] = [0, y + ROW];
		const middle = at.y + y + ROW / 2;
		const group = add(svg, 'g', { transform: `translate(${at.x + x} ${middle})` });
		group.dataset.sign = item.dataset.sign;
		if (icon) group.append(...(resolve(icon)?.childNodes ?? []));
		else drawBadge(group, item.dataset.sign!, look);
		const text = { x: wide + GAP.words, y: SIZE * 0.36, 'font-size': SIZE };
		add(group, 'text', { ...text, 'font-family': look.sans, fill: look.ink2 }).textContent = words;
		x += width + GAP.items;
	}
	return y + ROW;
}

/** “≠” on its disc, or “?”. */
function drawBadge(group: SVGElement, sign: string, { paper, ink, ink2, sans }: Look): void {
	if (sign === 'disputed') {
		add(group, 'circle', { cx: 6, r: DISPUTE.radius, fill: ink });
		const stroke = { stroke: paper, 'stroke-width': DISPUTE.stroke, fill: 'none' };
		add(group, 'path', { d: DISPUTE.sign, transform: 'translate(6)', ...stroke });
	} else {
		const text = { x: 6, y: 4.5, 'text-anchor': 'middle', 'font-size': SIZE, 'font-weight': 700 };
		add(group, 'text', { ...text, 'font-family': sans, fill: ink2 }).textContent = '?';
	}
}
