import { LINE_COLORS } from '../../layout/marks/color.ts';
import { lineColor } from '../ui/color.ts';

/** Computed colours and font, for drawing on a canvas, where CSS does not apply. */
export interface Palette {
	paper: string;
	ink: string;
	ink2: string;
	context: string;
	/** of the product lines, by the index of their colour */
	lines: string[];
	/** font family list */
	font: string;
}

/** @param element element whose parent has the design tokens */
export function readPalette(element: HTMLElement): Palette {
	// one probe for all colours, so that the page's styles are recalculated once
	const probe = document.createElement('span');
	const colors = ['var(--paper)', 'var(--ink)', 'var(--ink2)', 'var(--context)'];
	for (let index = 0; index < LINE_COLORS; index++) colors.push(lineColor(index));
	probe.append(
		...colors.map((color) => {
			const part = document.createElement('span');
			part.style.color = color;
			return part;
		})
	);
	const parent = element.parentElement!;
	parent.append(probe);
	const [paper, ink, ink2, context, ...lineColors] = [...probe.children].map(
		(part) => getComputedStyle(part).color
	);
	const font = getComputedStyle(element).getPropertyValue('--sans');
	probe.remove();
	return { paper: paper!, ink: ink!, ink2: ink2!, context: context!, lines: lineColors, font };
}
