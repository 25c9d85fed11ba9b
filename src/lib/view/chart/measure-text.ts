import { MARGIN, measureText, type Measure } from '../../layout/scale/text-width.ts';

/** Size at which the cache of widths is cleared. */
const CACHE_SIZE = 5000;
/** Letters of common widths, without figures. */
const SAMPLE = 'Hamburgefonstiv, the quick brown fox jumps over the lazy dog';
/** Size of most labels, px: a browser looks up a font anew for each size. */
const SIZE = 13;
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
		context.font = `${SIZE}px ${family}`;
		const share = context.measureText(SAMPLE).width / measureText(SAMPLE, SIZE);
		if (Math.abs(share * MARGIN - 1) > TOLERANCE) onother(measureOnScreen(context, family));
	};
	// fails if any font of the list is missing, which is usual
	document.fonts.load(`${SIZE}px ${family}`, SAMPLE).catch(() => {});
	if (document.fonts.status === 'loaded') check();
	else void document.fonts.ready.then(check);
}

/**
 * Text whose width is at most the sum of its characters': Latin, Greek, Cyrillic, Armenian, Chinese, Japanese and Korean
 * without combining marks; no emoji.
 */
const SIMPLE =
	/^[ -\u02ff\u0370-\u0482\u048a-\u058f\u1e00-\u200a\u2010-\u2027\u202f-\u20cf\u2100-\u2bff\u2e80-\u3029\u3030-\ua4ff\uac00-\ud7a3\uf900-\ufaff\uff00-\uffef]*$/;

/**
 * Measures text as this browser draws it: px, rounded up, plus 1. A text of `SIMPLE` characters is measured by character,
 * so that new texts, of which each zoom step has hundreds, need no canvas.
 */
function measureOnScreen(context: CanvasRenderingContext2D, family: string): Measure {
	const fonts = new Map<string, Map<string, number>>();
	return (text, size, bold = false) => {
		const font = `${bold ? 640 : 400} ${size}px ${family}`;
		let widths = fonts.get(font);
		if (!widths) fonts.set(font, (widths = new Map()));
		let sum = 1;
		for (const part of SIMPLE.test(text) ? text : [text]) {
			let width = widths.get(part);
			if (width === undefined) {
				if (widths.size >= CACHE_SIZE) widths.clear();
				context.font = font;
				width = context.measureText(part).width;
				widths.set(part, width);
			}
			sum += width;
		}
		return Math.ceil(sum);
	};
}
