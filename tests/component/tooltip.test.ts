/** When the tooltip of a mark is shown. */
import { flushSync } from 'svelte';
import { SvelteSet } from 'svelte/reactivity';
import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { TooltipState } from '../../src/lib/state/tooltip.svelte.ts';
import Watched from './Watched.svelte';

const markOf = (id: string) => document.querySelector(`[data-event="${id}"] rect`)!;

test('during a gesture, the marks that pass below the pointer show no tooltip; at rest the last one does', async () => {
	const gestures = new SvelteSet<string>();
	const hover = new TooltipState(() => gestures.size > 0);
	await render(Watched, { hover });
	await userEvent.hover(markOf('left'));
	await expect.poll(() => hover.id).toBe('left');

	hover.dismiss();
	gestures.add('wheel');
	await userEvent.hover(markOf('right'));
	await userEvent.hover(markOf('left'));
	expect(hover.id).toBeNull();

	flushSync(() => gestures.clear());
	expect(hover.id).toBe('left');
});

test('a mark that has left the pointer by the end of a gesture shows no tooltip', async () => {
	const gestures = new SvelteSet(['wheel']);
	const hover = new TooltipState(() => gestures.size > 0);
	await render(Watched, { hover });
	await userEvent.hover(markOf('right'));
	await userEvent.unhover(markOf('right'));
	flushSync(() => gestures.clear());
	expect(hover.id).toBeNull();
});
