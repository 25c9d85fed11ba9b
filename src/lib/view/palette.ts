import { lineColor } from './color.ts';

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
	const probe = document.createElement('span');
	element.parentElement!.append(probe);
	const resolve = (value: string) => {
		probe.style.color = value;
		return getComputedStyle(probe).color;
	};
	const palette = {
		paper: resolve('var(--paper)'),
		context: resolve('var(--context)'),
		lines: Array.from({ length: lines }, (_, index) => resolve(lineColor(index))),
		font: getComputedStyle(element.parentElement!).getPropertyValue('--sans')
	};
	probe.remove();
	return palette;
}
