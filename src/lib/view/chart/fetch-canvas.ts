import type CanvasMarks from './CanvasMarks.svelte';

/** Loads the canvas on demand, because a curated timeline needs none. */
export async function fetchCanvas(): Promise<typeof CanvasMarks> {
	const { default: Canvas } = await import('./CanvasMarks.svelte');
	return Canvas;
}
