import type { Measure } from '../../layout/scale/text-width.ts';

/** Size at which the cache of widths is cleared. */
const CACHE_SIZE = 5000;

/**
 * Measures text as this browser draws it, with the reader's fonts: px, rounded up, plus 1. The canvas is created on the
 * first call.
 * @param element element with the design tokens, of which `--sans` is read
 */
export function measureOnScreen(element: HTMLElement): Measure {
	let context: CanvasRenderingContext2D | undefined;
	let family: string;
	const cache = new Map<string, number>();
	return (text, size, bold = false) => {
		if (!context) {
			context = document.createElement('canvas').getContext('2d')!;
			family = getComputedStyle(element).getPropertyValue('--sans');
		}
		const font = `${bold ? 640 : 400} ${size}px ${family}`;
		const key = font.slice(0, 8) + text;
		let width = cache.get(key);
		if (width === undefined) {
			if (cache.size >= CACHE_SIZE) cache.clear();
			if (context.font !== font) context.font = font;
			width = Math.ceil(context.measureText(text).width) + 1;
			cache.set(key, width);
		}
		return width;
	};
}
