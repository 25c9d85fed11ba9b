import type { Status } from '../data/schema.ts';
import type { Kind } from './form.ts';

/** Of what is planned, px. */
export const DASHES = '2.6 2.1';

/** How what is about then comes and goes: offsets with their opacities. */
export const FADE = [
	[0, 0],
	[0.2, 0.22],
	[0.42, 0.62],
	[0.58, 0.62],
	[0.8, 0.22],
	[1, 0]
] as const;

/** px over which a mark fades where the drawing cuts it off; a short one over its half. */
export const CUT = 46;

/** How a part is painted: `edge` and `core` also by the status, `plate` with paper. */
export type Paint = 'solid' | 'hollow' | 'edge' | 'core' | 'context' | 'plate' | 'fade';

/** A rectangle as wide as the mark, but for an inset at both ends; px. */
export interface Wide {
	paint: Paint;
	inset: number;
	/** of its top, from the row's middle */
	y: number;
	height: number;
	radius: number;
	/** left out at the end, for an arrow's head */
	short: number;
}

/** A path about one place of the mark; px. */
export interface Path {
	paint: Paint;
	at: 'start' | 'end';
	d: string;
}

export interface Shape {
	/** in the order of drawing */
	parts: (Wide | Path)[];
	stroke: number;
	dashed: boolean;
	/** a “?” in the middle */
	question: boolean;
}

export interface Ends {
	/** a bar that was still going on when a source last spoke of it */
	ongoing?: boolean;
	/** whether the mark goes on beyond what is drawn: then it has no end there */
	clippedStart?: boolean;
	clippedEnd?: boolean;
}

/**
 * The geometry of a mark, without its place and its colour. A point's start and end are one.
 * @param r half the height, px
 */
export function shapeOf(kind: Kind, status: Status, r: number, ends: Ends = {}): Shape {
	const stroke = r < 5 ? 1.3 : 1.5;
	const parts = {
		point: () => pointParts(status, r, stroke),
		capsule: () => capsuleParts(status, r, stroke),
		fade: () => [wide('fade', 0, r, 0)],
		bar: () => barParts(r, ends)
	}[kind]();
	const mayAsk = kind === 'point' || kind === 'capsule';
	return {
		parts,
		stroke,
		dashed: status === 'planned',
		question: mayAsk && status === 'rumoured'
	};
}

function pointParts(status: Status, r: number, stroke: number): Path[] {
	const ring = r - stroke / 2;
	const side = r - 1;
	return {
		happened: () => [path('solid', 'start', circle(r))],
		announced: () => [
			path('hollow', 'start', circle(ring)),
			path('solid', 'start', circle(r - 2.9))
		],
		planned: () => [path('hollow', 'start', circle(ring))],
		rumoured: () => [path('hollow', 'start', diamond(ring + 2))],
		context: () => [path('context', 'start', `M${-side} ${-side}H${side}V${side}H${-side}Z`)]
	}[status]();
}

function capsuleParts(status: Status, r: number, stroke: number): (Wide | Path)[] {
	const half = r - stroke / 2;
	if (status === 'rumoured') {
		const tip = (out: number) => `M${-out * r} ${-half}L${-out * stroke} 0L${-out * r} ${half}`;
		return [
			wide('plate', r, half, 0),
			path('hollow', 'start', tip(-1)),
			path('hollow', 'end', tip(1)),
			{ ...wide('solid', r, half, 0), y: -r, height: stroke },
			{ ...wide('solid', r, half, 0), y: r - stroke, height: stroke }
		];
	}
	if (status === 'context') return [wide('edge', stroke / 2, half - 1, 0)];
	const edge = wide('edge', stroke / 2, half, half);
	const inset = stroke + 1.6;
	return status === 'announced' ? [edge, wide('core', inset, r - inset, r - inset)] : [edge];
}

function barParts(r: number, { ongoing, clippedStart, clippedEnd }: Ends): (Wide | Path)[] {
	const hasArrow = ongoing && !clippedEnd;
	const parts: (Wide | Path)[] = [{ ...wide('solid', 0, 2, 0), short: hasArrow ? 8 : 0 }];
	if (!clippedStart) parts.push(path('solid', 'start', `M0 ${-r}H2V${r}H0Z`));
	if (hasArrow) parts.push(path('solid', 'end', `M-9 ${-r}L0 0L-9 ${r}Z`));
	else if (!clippedEnd) parts.push(path('solid', 'end', `M-2 ${-r}H0V${r}H-2Z`));
	return parts;
}

function wide(paint: Paint, inset: number, half: number, radius: number): Wide {
	return { paint, inset, y: -half, height: 2 * half, radius, short: 0 };
}

function path(paint: Paint, at: Path['at'], d: string): Path {
	return { paint, at, d };
}

function circle(r: number): string {
	return `M${-r} 0A${r} ${r} 0 0 1 ${r} 0A${r} ${r} 0 0 1 ${-r} 0Z`;
}

function diamond(reach: number): string {
	return `M0 ${-reach}L${reach} 0L0 ${reach}L${-reach} 0Z`;
}
