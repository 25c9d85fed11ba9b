import { flushSync } from 'svelte';

let printing = $state(false);

/** Before and after, and not by a media query: its listeners may be called when the page has long been printed. */
if (typeof window !== 'undefined')
	for (const [moment, value] of [
		['beforeprint', true],
		['afterprint', false]
	] as const)
		window.addEventListener(moment, () => flushSync(() => (printing = value)));

/** Whether the page is being put on paper, which has another width, can't be panned, and is read from its beginning. */
export function isPrinting(): boolean {
	return printing;
}
