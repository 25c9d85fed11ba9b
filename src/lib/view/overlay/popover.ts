/** The size of a popover in the viewport, px, and how many px of the viewport one of its own px has. */
interface PopoverSize {
	width: number;
	height: number;
	scale: number;
}

/** In the top layer a transform of the host has no effect, but its CSS `zoom` has: lengths of styles are divided by it. */
export function measureInViewport(popover: HTMLElement): PopoverSize {
	const { width, height } = popover.getBoundingClientRect();
	return { width, height, scale: width / popover.offsetWidth || 1 };
}
