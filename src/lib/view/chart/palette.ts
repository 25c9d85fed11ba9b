import { lineColor } from '../ui/color.ts';

/** Computed colours and font, for drawing on a canvas, where CSS does not apply. */
export interface Palette {
	paper: string;
	context: string;
	/** of the product lines, in dataset order */
	lines: string[];
	/** font family list */
	font: string;
}

/** @param element element whose parent has the design tokens @param lines number of product lines */
export function readPalette(element: HTMLElement, lines: number): Palette {
	// one probe for all colours, so that the page's styles are recalculated once
	const probe = document.createElement('span');
	const colors = ['var(--paper)', 'var(--context)'];
	for (let index = 0; index < lines; index++) colors.push(lineColor(index));
	probe.append(
		...colors.map((color) => {
			const part = document.createElement('span');
			part.style.color = color;
			return part;
		})
	);
	const parent = element.parentElement!;
	parent.append(probe);
	const [paper, context, ...rest] = [...probe.children].map((part) => getComputedStyle(part).color);
	const font = getComputedStyle(parent).getPropertyValue('--sans');
	probe.remove();
	return { paper: paper!, context: context!, lines: rest, font };
}
