import { MARGIN, measureText, type Measure } from '../../layout/scale/text-width.ts';

/** Size at which the cache of widths is cleared. */
const CACHE_SIZE = 5000;
/** Letters of common widths, without figures. */
const SAMPLE = 'Hamburgefonstiv, the quick brown fox jumps over the lazy dog';
/** Largest deviation from Inter's widths, as a share, with which a font counts as Inter. */
const TOLERANCE = 0.02;

/**
 * Checks, once the fonts of an element are loaded or have failed, whether its texts are as wide as `measureText` says.
 * @param element with the design tokens, of which `--sans` is read
 * @param onother called if they are not, with a measure of the font that it has
 */
export function checkFont(element: HTMLElement, onother: (measure: Measure) => void): void {
	const family = getComputedStyle(element).getPropertyValue('--sans');
	const context = document.createElement('canvas').getContext('2d')!;
	context.textRendering = 'geometricPrecision';
	const check = () => {
		context.font = `100px ${family}`;
		const share = context.measureText(SAMPLE).width / measureText(SAMPLE, 100);
		if (Math.abs(share * MARGIN - 1) > TOLERANCE) onother(measureOnScreen(context, family));
	};
	// fails if any font of the list is missing, which is usual
	document.fonts.load(`100px ${family}`, SAMPLE).catch(() => {});
	if (document.fonts.status === 'loaded') check();
	else void document.fonts.ready.then(check);
}

/** Measures text as this browser draws it: px, rounded up, plus 1. */
function measureOnScreen(context: CanvasRenderingContext2D, family: string): Measure {
	const cache = new Map<string, number>();
	return (text, size, bold = false) => {
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
