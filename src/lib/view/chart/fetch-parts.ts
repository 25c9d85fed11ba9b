/** Loads parts of the chart that are no part of its first view. */
import type CanvasMarks from '../canvas/CanvasMarks.svelte';
import type RangeForm from '../zoom/RangeForm.svelte';
import type WindowEdges from './WindowEdges.svelte';

/** What lies over the chart. */
export type Overlays = typeof import('../overlay/overlays.ts');

/** On demand, because a curated timeline needs none. */
export async function fetchCanvas(): Promise<typeof CanvasMarks> {
	const { default: Canvas } = await import('../canvas/CanvasMarks.svelte');
	return Canvas;
}

/** When the window first leaves out a part of the extent. */
export async function fetchEdges(): Promise<typeof WindowEdges> {
	const { default: Edges } = await import('./WindowEdges.svelte');
	return Edges;
}

/** When the menu of the range is first opened. */
export async function fetchRange(): Promise<typeof RangeForm> {
	const { default: Form } = await import('../zoom/RangeForm.svelte');
	return Form;
}

/** On the first interaction. */
export function fetchOverlays(): Promise<Overlays> {
	return import('../overlay/overlays.ts');
}
