import type { Attachment } from 'svelte/attachments';

/** What is shortened where the bar's header is too narrow for its texts, from nothing to all; see Bar.svelte. */
const LEVELS = ['', 'short', 'short terse', 'short terse tight'];

/**
 * Shortens the header in `data-fit` until each of its texts is whole. Run it again when the texts change: their width is
 * known only once they are drawn.
 */
export const fitHeader: Attachment<HTMLElement> = (header) => {
	const fit = () => {
		for (const level of LEVELS) {
			header.dataset.fit = level;
			if ([header, ...header.children].every(isWhole)) return;
		}
	};
	const observer = new ResizeObserver(fit);
	observer.observe(header);
	fit();
	return () => observer.disconnect();
};

/** Half a line of a text that is cut is more than the rounding of its box. */
function isWhole({ scrollWidth, clientWidth, scrollHeight, clientHeight }: Element): boolean {
	return scrollWidth <= clientWidth && scrollHeight <= clientHeight + 4;
}
