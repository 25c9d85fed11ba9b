/**
 * Makes an SVG of the page self-contained: writes into each element whatever depends on style sheets, custom properties
 * and the page's width. The SVG must be in the document, and visible.
 */

const SVG = 'http://www.w3.org/2000/svg';

/** CSS properties written as attributes, with their initial values. */
const PROPERTIES: Record<string, string> = {
	fill: 'rgb(0, 0, 0)',
	'fill-opacity': '1',
	stroke: 'none',
	'stroke-width': '1px',
	'stroke-opacity': '1',
	'stroke-dasharray': 'none',
	'stroke-linejoin': 'miter',
	'stroke-linecap': 'butt',
	'paint-order': 'normal',
	opacity: '1',
	mask: 'none',
	'stop-color': 'rgb(0, 0, 0)',
	'stop-opacity': '1'
};
const TEXT_PROPERTIES: Record<string, string> = {
	'font-family': '',
	'font-size': '',
	'font-weight': '400',
	'text-anchor': 'start',
	'font-variant-numeric': 'normal'
};
const IDENTITY = 'matrix(1, 0, 0, 1, 0, 0)';
/** Font names that only browsers understand. */
const GENERIC = /^(system-ui|-apple-system|BlinkMacSystemFont|ui-[a-z-]+)$/;

/** @returns a copy that does not depend on style sheets; null for an invisible element */
export function resolve(element: SVGElement): SVGElement | null {
	const style = getComputedStyle(element);
	if (style.display === 'none' || style.visibility === 'hidden') return null;
	const copy = copyOf(element, style);
	if (!copy) return null;
	const isText = copy.localName === 'text' || copy.localName === 'tspan';
	const properties = isText ? { ...PROPERTIES, ...TEXT_PROPERTIES } : PROPERTIES;
	for (const [name, initial] of Object.entries(properties)) {
		const value = style.getPropertyValue(name);
		// a tspan inherits from its text, so even initial values are written
		if (value && (value !== initial || copy.localName === 'tspan'))
			copy.setAttribute(name, toAttribute(name, value));
	}
	if (style.transform !== 'none' && style.transform !== IDENTITY)
		copy.setAttribute('transform', joinTransforms(copy, style.transform));
	return copy;
}

function copyOf(element: SVGElement, style: CSSStyleDeclaration): SVGElement | null {
	if (element instanceof SVGTextElement) return copyText(element, style);
	if (element instanceof SVGPathElement) return copyPath(element, style);
	if (element instanceof SVGSVGElement) return copyFrame(element);
	if (element instanceof SVGRectElement || element instanceof SVGMaskElement)
		return copyRect(element, style);
	const copy = document.createElementNS(SVG, element.localName) as SVGElement;
	const isLine = element instanceof SVGLineElement;
	if (isLine)
		for (const name of ['x1', 'x2', 'y1', 'y2'] as const) setLength(copy, name, element[name]);
	for (const { name, value } of element.attributes)
		if (!isLine && /^(id|r|cx|cy|href|offset|data-event|aria-label|x[12]|y[12])$/.test(name))
			copy.setAttribute(name, value);
	if (copy.localName === 'a')
		copy.setAttribute('href', new URL(element.getAttribute('href') ?? '', location.href).href);
	addChildren(element, copy);
	return copy;
}

function copyRect(element: SVGRectElement | SVGMaskElement, style: CSSStyleDeclaration) {
	const copy = document.createElementNS(SVG, element.localName) as SVGElement;
	if (element instanceof SVGMaskElement) {
		copy.id = element.id;
		copy.setAttribute('maskUnits', 'userSpaceOnUse');
		for (const name of ['x', 'y', 'width', 'height'] as const) setLength(copy, name, element[name]);
		addChildren(element, copy);
		return copy;
	}
	const { x, y, width, height } = element.getBBox();
	const isSeen = style.fill !== 'none' || style.stroke !== 'none';
	if (!isSeen || style.fill === 'rgba(0, 0, 0, 0)' || width <= 0) return null;
	for (const [name, value] of Object.entries({ x, y, width, height }))
		copy.setAttribute(name, round(value));
	if (style.rx !== 'auto' && style.rx !== '0px') copy.setAttribute('rx', style.rx);
	return copy;
}

/** Nested `<svg>` elements of the chart only translate, so a group can replace them. */
function copyFrame(element: SVGSVGElement): SVGElement {
	const copy = document.createElementNS(SVG, 'g') as SVGElement;
	const [x, y] = [element.x.baseVal.value, element.y.baseVal.value];
	if (element.ownerSVGElement && (x || y))
		copy.setAttribute('transform', `translate(${round(x)} ${round(y)})`);
	addChildren(element, copy);
	return copy;
}

/** px between the points of a resampled curve. */
const STEP = 3;

/** Not every program supports `non-scaling-stroke`: such a path is resampled, and its points are scaled instead. */
function copyPath(element: SVGPathElement, style: CSSStyleDeclaration): SVGElement {
	const copy = document.createElementNS(SVG, 'path') as SVGElement;
	copy.setAttribute('d', element.getAttribute('d') ?? '');
	const frame = element.ownerSVGElement!;
	const { width, height } = frame.viewBox.baseVal ?? { width: 0, height: 0 };
	if (style.vectorEffect !== 'non-scaling-stroke' || !width || !height) return copy;
	const across = frame.width.baseVal.value / width;
	const down = frame.height.baseVal.value / height;
	const length = element.getTotalLength();
	const steps = Math.max(8, Math.ceil((length * Math.max(across, 1)) / STEP));
	const points = Array.from(
		{ length: Math.min(steps, 200) + 1 },
		(_, index, all = Math.min(steps, 200)) => {
			const { x, y } = element.getPointAtLength((length * index) / all);
			return `${round(x * across)} ${round(y * down)}`;
		}
	);
	copy.setAttribute('d', `M${points.join('L')}`);
	return copy;
}

/** Positions text by its alphabetic baseline: few programs support `dominant-baseline`. */
function copyText(element: SVGTextElement, style: CSSStyleDeclaration): SVGElement {
	const copy = document.createElementNS(SVG, 'text') as SVGElement;
	const first = (list: SVGLengthList) => (list.numberOfItems ? list.getItem(0).value : 0);
	const shift = style.dominantBaseline === 'central' ? centreOf(style) : 0;
	copy.setAttribute('x', round(first(element.x.baseVal) + first(element.dx.baseVal)));
	copy.setAttribute('y', round(first(element.y.baseVal) + first(element.dy.baseVal) + shift));
	addChildren(element, copy);
	return copy;
}

/** @returns px from the middle of a line down to its baseline */
function centreOf(style: CSSStyleDeclaration): number {
	const context = document.createElement('canvas').getContext('2d')!;
	context.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
	const { fontBoundingBoxAscent, fontBoundingBoxDescent } = context.measureText('x');
	return (fontBoundingBoxAscent - fontBoundingBoxDescent) / 2;
}

function addChildren(element: SVGElement, copy: SVGElement): void {
	for (const child of element.childNodes) {
		if (child instanceof Text) copy.append(child.data);
		const resolved = child instanceof SVGElement ? resolve(child) : null;
		if (resolved) copy.append(resolved);
	}
}

function setLength(copy: SVGElement, name: string, length: SVGAnimatedLength): void {
	copy.setAttribute(name, round(length.baseVal.value));
}

function joinTransforms(copy: SVGElement, transform: string): string {
	const own = copy.getAttribute('transform');
	return own ? `${transform} ${own}` : transform;
}

function toAttribute(name: string, value: string): string {
	if (value.startsWith('url(')) return value.replace(/^url\(["']?([^"')]*)["']?\).*$/, 'url($1)');
	if (name === 'mask') return 'none';
	if (name === 'font-family') return fontsOf(value);
	// SVG 1.1 allows only multiples of 100
	if (name === 'font-weight') return String(Math.round(Number(value) / 100) * 100);
	if (/^(fill|stroke|stop-color)$/.test(name) && value !== 'none') return toHex(value);
	return value;
}

/** @returns the families without the names that only browsers understand */
export function fontsOf(list: string): string {
	return list
		.split(',')
		.map((family) => family.trim().replaceAll('"', "'"))
		.filter((family) => !GENERIC.test(family))
		.join(', ');
}

const hexByColor = new Map<string, string>();
let pixelContext: CanvasRenderingContext2D | undefined;

/** @param color any CSS colour @returns `#rrggbb` or `#rrggbbaa` */
export function toHex(color: string): string {
	const found = hexByColor.get(color);
	if (found) return found;
	if (!pixelContext) {
		const canvas = document.createElement('canvas');
		canvas.width = canvas.height = 1;
		pixelContext = canvas.getContext('2d', { willReadFrequently: true })!;
	}
	pixelContext.clearRect(0, 0, 1, 1);
	pixelContext.fillStyle = color;
	pixelContext.fillRect(0, 0, 1, 1);
	const [r, g, b, a] = pixelContext.getImageData(0, 0, 1, 1).data;
	const parts = a === 255 ? [r!, g!, b!] : [r!, g!, b!, a!];
	const hex = `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
	hexByColor.set(color, hex);
	return hex;
}

function round(value: number): string {
	return String(+value.toFixed(2));
}
