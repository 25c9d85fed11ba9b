import { chooseGeometry, type Purpose } from '../../layout/geometry.ts';
import './server-drawings.css';

/**
 * Keeps the one server-rendered drawing that fits the chart's width. The others are removed before hydration, which would
 * otherwise make each of them interactive first.
 * @param precedingId id of the element before the chart
 * @returns the chart's width, px; 0 on the server, and where no chart is displayed yet
 */
export function keepServedDrawing(precedingId: string, purpose: Purpose): number {
	if (typeof document === 'undefined') return 0;
	const chart = document.getElementById(precedingId)?.nextElementSibling;
	if (!chart?.clientWidth) return 0;
	const { from } = chooseGeometry(purpose, chart.clientWidth);
	for (const drawing of [...chart.children])
		if (!drawing.matches(`[data-serves^="${from}-"]`)) drawing.remove();
	return chart.clientWidth;
}
