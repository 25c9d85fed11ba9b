import type { Attachment } from 'svelte/attachments';

/** Levels at which the bar's header is shortened, in order, until its texts fit; see BarHeader.svelte. */
const LEVELS = ['', 'icons', 'icons brief', 'icons brief tight', 'icons brief tight bare'];
/** On a phone, the buttons have no words from the start. */
const PHONE_LEVELS = ['icons brief', 'icons brief tight', 'icons brief tight bare'];
const LAST_LEVELS = ['icons brief tight bare tiny', 'icons brief tight bare tiny alone'];

/**
 * Shortens the header in `data-fit` until it and its texts, `data-whole`, are whole. Run it again when the texts change:
 * their width is known only once they are drawn.
 */
export const fitHeader: Attachment<HTMLElement> = (header) => {
	const fit = () => {
		const levels = header.classList.contains('phone') ? PHONE_LEVELS : LEVELS;
		for (const level of [...levels, ...LAST_LEVELS]) {
			header.dataset.fit = level;
			if ([header, ...header.querySelectorAll('[data-whole]')].every(isWhole)) return;
		}
	};
	const observer = new ResizeObserver(fit);
	observer.observe(header);
	void document.fonts?.ready.then(fit);
	fit();
	return () => observer.disconnect();
};

/** 4 px cover rounding; a clipped line exceeds them. */
function isWhole({ scrollWidth, clientWidth, scrollHeight, clientHeight }: Element): boolean {
	return scrollWidth <= clientWidth && scrollHeight <= clientHeight + 4;
}
