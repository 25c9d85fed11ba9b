import type { AttachZoom } from '../../state/gestures.ts';

/** Loads d3-zoom on demand, because it is as large as the chart's own code. */
export async function fetchZoom(): Promise<AttachZoom> {
	const { attachZoom } = await import('../../state/zoom.ts');
	return attachZoom;
}
