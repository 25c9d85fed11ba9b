import type { Attachment } from 'svelte/attachments';

/**
 * Reports an element's width, px, when it changes. Observed changes are reported in the next animation frame: changing
 * the height while ResizeObserver delivers raises its loop error. A frame out of view gets no animation frames, so
 * window resizes are reported at once.
 * @param isKnown whether the first width is known: reading it forces an extra layout of the page
 */
export function watchWidth(
	tell: (width: number) => void,
	isKnown: boolean
): Attachment<HTMLElement> {
	return (element) => {
		const read = () => tell(element.clientWidth);
		if (!isKnown) read();
		let frame = 0;
		const observer = new ResizeObserver(() => {
			cancelAnimationFrame(frame);
			frame = requestAnimationFrame(read);
		});
		observer.observe(element);
		window.addEventListener('resize', read);
		return () => {
			observer.disconnect();
			window.removeEventListener('resize', read);
			cancelAnimationFrame(frame);
		};
	};
}
