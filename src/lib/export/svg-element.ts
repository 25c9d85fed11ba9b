/** Builds SVG elements in the browser. */

export const SVG = 'http://www.w3.org/2000/svg';

type Attributes = Record<string, string | number>;

export function add(parent: SVGElement, name: string, attributes: Attributes): SVGElement {
	const element = document.createElementNS(SVG, name) as SVGElement;
	setAll(element, attributes);
	parent.append(element);
	return element;
}

export function setAll(element: Element, attributes: Attributes): void {
	for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
}

/** @param font CSS shorthand @returns a function that measures text in it, px */
export function measureIn(font: string): (text: string) => number {
	const context = document.createElement('canvas').getContext('2d')!;
	context.font = font;
	return (text) => context.measureText(text).width;
}
