import { flushSync } from 'svelte';
import { IS_SERVER } from './is-server.ts';

let printing = $state(false);

/** Uses print events instead of a media query, whose listeners may be called only after the page has been printed. */
if (!IS_SERVER)
	for (const [type, value] of [
		['beforeprint', true],
		['afterprint', false]
	] as const)
		window.addEventListener(type, () => flushSync(() => (printing = value)));

/** Whether the page is being printed: paper has a different width, cannot be panned, and is read from its beginning. */
export function isPrinting(): boolean {
	return printing;
}
