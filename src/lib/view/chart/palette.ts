import { lineColor } from '../ui/color.ts';

/** The colours in use, for drawing where CSS doesn't reach. */
export interface Palette {
	paper: string;
	context: string;
	/** of each line of the dataset, in order */
	lines: string[];
	font: string;
}

/** @param element that inherits the look's tokens @param lines how many there are */
export function readPalette(element: HTMLElement, lines: number): Palette {
	// all of them at once, so that the page's styles are worked out once
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
