/** Bounding boxes of drawn elements, measured in the browser, CSS px. */

export interface Box {
	name: string;
	/** enclosing link, if any */
	link: Element | null;
	left: number;
	right: number;
	top: number;
	bottom: number;
}

/** Tolerance for rounding to device pixels, px. */
const ROUNDING = 1;
/** Parts left out of a mark's box: labels, the hit area, and shapes that are invisible or shown only in some states. */
const UNMEASURED = '.label, .hit, .ring, .inside, .rim, .plate';
const BADGES = '.doubt, .dispute *';

/** Box of most letters, 0.8 em high: the font's own box also reserves space for stacked accents. */
function textBox(text: SVGGraphicsElement): Box {
	const { left, right, top, bottom } = text.getBoundingClientRect();
	const half = 0.4 * Number.parseFloat(getComputedStyle(text).fontSize);
	const middle = (top + bottom) / 2;
	return {
		name: `“${text.textContent}”`,
		link: text.closest('a'),
		left,
		right,
		top: middle - half,
		bottom: middle + half
	};
}

export function findTexts(root: Element, selector: string): Box[] {
	const texts = [...root.querySelectorAll<SVGTextElement>(selector)];
	return texts.filter(({ textContent }) => textContent).map(textBox);
}

/** @param options.badges whether a mark's box includes its “?” and “≠” badges */
export function findMarks(root: Element, { badges = true } = {}): Box[] {
	const excluded = badges ? UNMEASURED : `${UNMEASURED}, ${BADGES}`;
	return [...root.querySelectorAll('a[data-event]')].map((link) => {
		const shapes = link.querySelectorAll<SVGGraphicsElement>('circle, path, rect, text');
		const boxes = [...shapes]
			.filter((shape) => !shape.matches(excluded) && shape.getClientRects().length > 0)
			.map((shape) => (shape.matches('text') ? textBox(shape) : shape.getBoundingClientRect()));
		if (!boxes.length) throw new Error(`${link.getAttribute('data-event')} has no shape.`);
		return {
			name: `the mark of ${link.getAttribute('data-event')}`,
			link,
			left: Math.min(...boxes.map(({ left }) => left)),
			right: Math.max(...boxes.map(({ right }) => right)),
			top: Math.min(...boxes.map(({ top }) => top)),
			bottom: Math.max(...boxes.map(({ bottom }) => bottom))
		};
	});
}

export function findClusters(root: Element): Box[] {
	return [...root.querySelectorAll('a[data-cluster]')].map((link) => {
		const { left, right, top, bottom } = link.querySelector('rect')!.getBoundingClientRect();
		return { name: `a cluster of ${link.textContent}`, link, left, right, top, bottom };
	});
}

export function touch(a: Box, b: Box): boolean {
	return (
		a.left < b.right - ROUNDING &&
		b.left < a.right - ROUNDING &&
		a.top < b.bottom - ROUNDING &&
		b.top < a.bottom - ROUNDING
	);
}

/** @returns a sentence for each overlapping pair */
export function findTouching(boxes: Box[], others?: Box[]): string[] {
	return boxes.flatMap((a, i) =>
		(others ?? boxes.slice(i + 1))
			.filter((b) => touch(a, b))
			.map((b) => `${a.name} lies on ${b.name}`)
	);
}

/** @returns a sentence for each box that overflows the frame to the left or right */
export function findOutside(boxes: Box[], frame: { left: number; right: number }): string[] {
	return boxes
		.filter(({ left, right }) => left < frame.left - ROUNDING || right > frame.right + ROUNDING)
		.map(({ name }) => `${name} leaves the frame`);
}
