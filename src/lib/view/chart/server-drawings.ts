import { chooseGeometry, type Purpose } from '../../layout/geometry.ts';

/**
 * Takes over a chart that the server drew for every width: the drawings that don't serve go before they are hydrated, or
 * each would be made live only to be taken away.
 * @param before id of what stands before the chart
 * @returns the chart's width, px; 0 on the server, where it has none, and where no chart stands yet
 */
export function keepServedDrawing(before: string, purpose: Exclude<Purpose, 'bar'>): number {
	if (typeof document === 'undefined') return 0;
	const chart = document.getElementById(before)?.nextElementSibling;
	if (!chart?.clientWidth) return 0;
	const { from } = chooseGeometry(purpose, chart.clientWidth);
	for (const drawing of [...chart.children])
		if (!drawing.matches(`[data-serves^="${from}-"]`)) drawing.remove();
	return chart.clientWidth;
}
