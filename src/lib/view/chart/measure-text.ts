import type { Measure } from '../../layout/scale/text-width.ts';

/** So many texts are remembered. */
const MOST = 5000;

/**
 * Widths as this browser draws them, with the reader's fonts; nothing is made before the first of them is asked for.
 * @param element that has the look's tokens
 */
export function measureOnScreen(element: HTMLElement): Measure {
	let context: CanvasRenderingContext2D | undefined;
	let family: string;
	const known = new Map<string, number>();
	return (text, size, bold = false) => {
		if (!context) {
			context = document.createElement('canvas').getContext('2d')!;
			family = getComputedStyle(element).getPropertyValue('--sans');
		}
		const font = `${bold ? 640 : 400} ${size}px ${family}`;
		const key = font.slice(0, 8) + text;
		let width = known.get(key);
		if (width === undefined) {
			if (known.size >= MOST) known.clear();
			if (context.font !== font) context.font = font;
			width = Math.ceil(context.measureText(text).width) + 1;
			known.set(key, width);
		}
		return width;
	};
}
