import type { Attachment } from 'svelte/attachments';

/**
 * Tells an element's width, px, when it changes. What is observed is told in the next frame: the height that follows from it
 * would change while sizes are being observed, which the browser reports as an error. A frame out of view has no next
 * frame, but is told when it is resized.
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
