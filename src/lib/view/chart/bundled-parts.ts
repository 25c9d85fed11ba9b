import { attachZoom } from '../../state/zoom.ts';
import CanvasMarks from '../canvas/CanvasMarks.svelte';
import RangeForm from '../zoom/RangeForm.svelte';
import * as overlays from '../overlay/overlays.ts';

/** Props of a chart that has all of its parts from the start, where fetch-parts.ts loads them later. */
export const bundledParts = {
	fetchZoom: async () => attachZoom,
	fetchOverlays: async () => overlays,
	fetchRange: async () => RangeForm,
	Canvas: CanvasMarks
};
