import type { AttachZoom } from '../../state/gestures.ts';

/** d3-zoom is as large as the chart's own code: a page fetches it when it is wanted. */
export async function fetchZoom(): Promise<AttachZoom> {
	const { attachZoom } = await import('../../state/zoom.ts');
	return attachZoom;
}
