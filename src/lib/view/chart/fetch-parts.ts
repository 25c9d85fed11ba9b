/** Loads parts of the chart that are no part of its first view. */
import type CanvasMarks from '../canvas/CanvasMarks.svelte';
import type WindowEdges from './WindowEdges.svelte';

/** What lies over the chart. */
export type Overlays = typeof import('./overlays.ts');

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

/** On the first interaction. */
export function fetchOverlays(): Promise<Overlays> {
	return import('./overlays.ts');
}
