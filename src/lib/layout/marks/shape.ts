import type { Status } from '../../model/types.ts';
import type { MarkKind } from './sized-mark.ts';

/** Dash pattern of planned events, px. */
export const DASHES = '2.6 2.1';

/** Gradient stops of marks with approximate dates: `[offset, opacity]`. */
export const FADE = [
	[0, 0],
	[0.2, 0.22],
	[0.42, 0.62],
	[0.58, 0.62],
	[0.8, 0.22],
	[1, 0]
] as const;

/** Share of the colour in a capsule's fill, by status, and in the core of an announced one. */
const EDGE_SHARES = { happened: 0.5, planned: 0.06, context: 0.28, announced: 0, rumoured: 0 };
const CORE_SHARE = 0.55;

/** Length over which a clipped mark fades out, px; a mark shorter than twice this fades over half its width. */
export const FADE_WIDTH = 46;

/**
 * How a part is painted, in SVG, on the canvas and in exported pictures alike. `edge` and `hollow` are outlined, dashed if
 * the shape is; `edge` and `core` are filled with a share of the colour over the background; `plate` is the background.
 */
export type Paint = 'solid' | 'hollow' | 'edge' | 'core' | 'context' | 'plate' | 'fade';

/** A rectangle as wide as the mark, less an inset at both ends, which is negative around a point; px. */
export interface ShapeRect {
	paint: Paint;
	inset: number;
	/** top edge, from the row's middle */
	y: number;
	height: number;
	radius: number;
	/** length omitted at the end, for an arrowhead */
	trim: number;
	/** whether it is rotated by 45° about the mark's start */
	rotated: boolean;
	/** of `edge` and `core`: share of the colour in the fill, 0 to 1 */
	share: number;
}

/** A path relative to one end of the mark; px. */
export interface ShapePath {
	paint: Paint;
	at: 'start' | 'end';
	d: string;
}

export interface MarkShape {
	status: Status;
	/** bounds, for the selection ring */
	outline: ShapeRect;
	/** in drawing order; every mark has at least one; `paths` are drawn after them */
	rects: [ShapeRect, ...ShapeRect[]];
	paths: ShapePath[];
	stroke: number;
	dashed: boolean;
	/** font size of a “?” in the middle, px; 0 for none */
	question: number;
	/** whether it consists of more than one rectangle */
	isCompound: boolean;
}

export interface Ends {
	/** whether the period was ongoing when a source last mentioned it: its bar ends in an arrow */
	ongoing?: boolean;
	/** whether the mark continues beyond the drawing: it then has no end cap there */
	clippedStart?: boolean;
	clippedEnd?: boolean;
}

/**
 * The geometry of a mark, without position and colour; a point's start and end coincide. Memoised: there are a few dozen
 * distinct shapes.
 * @param r half the height, px
 */
export function shapeOf(kind: MarkKind, status: Status, r: number, ends: Ends = {}): MarkShape {
	const { ongoing, clippedStart, clippedEnd } = ends;
	const key = `${kind} ${status} ${r} ${ongoing} ${clippedStart} ${clippedEnd}`;
	let shape = cache.get(key);
	if (!shape) cache.set(key, (shape = makeShape(kind, status, r, ends)));
	return shape;
}

const cache = new Map<string, MarkShape>();

function makeShape(kind: MarkKind, status: Status, r: number, ends: Ends): MarkShape {
	const stroke = r < 5 ? 1.3 : 1.5;
	const makers: Record<MarkKind, () => Parts> = {
		point: () => ({ rects: pointParts(status, r, stroke), paths: [] }),
		capsule: () => capsuleParts(status, r, stroke),
		fade: () => ({ rects: [wide('fade', 0, r, 0)], paths: [] }),
		bar: () => barParts(r, ends)
	};
	const parts = makers[kind]();
	const canHaveQuestion = kind === 'point' || kind === 'capsule';
	const question = canHaveQuestion && status === 'rumoured' ? (r < 5 ? 8 : 9) : 0;
	return {
		...parts,
		status,
		outline: outlineOf(kind, status, r),
		stroke,
		dashed: status === 'planned',
		question,
		isCompound: parts.rects.length + parts.paths.length > 1 || question > 0
	};
}

type Parts = Pick<MarkShape, 'rects' | 'paths'>;

function outlineOf(kind: MarkKind, status: Status, r: number): ShapeRect {
	if (kind !== 'point') return wide('solid', 0, r, status === 'context' ? 0 : r);
	if (status === 'rumoured') return diamond(r + 2);
	return status === 'context' ? square('solid', r - 1) : disc('solid', r);
}

function pointParts(status: Status, r: number, stroke: number): Parts['rects'] {
	const ring = r - stroke / 2;
	if (status === 'happened') return [disc('solid', r)];
	if (status === 'rumoured') return [diamond(ring + 2)];
	if (status === 'context') return [square('context', r - 1)];
	return status === 'announced'
		? [disc('hollow', ring), disc('solid', r - 2.9)]
		: [disc('hollow', ring)];
}

function capsuleParts(status: Status, r: number, stroke: number): Parts {
	const half = r - stroke / 2;
	if (status === 'rumoured') {
		const tip = (side: number) => `M${-side * r} ${-half}L${-side * stroke} 0L${-side * r} ${half}`;
		return {
			rects: [
				wide('plate', r, half, 0),
				{ ...wide('solid', r, half, 0), y: -r, height: stroke },
				{ ...wide('solid', r, half, 0), y: r - stroke, height: stroke }
			],
			paths: [path('hollow', 'start', tip(-1)), path('hollow', 'end', tip(1))]
		};
	}
	if (status === 'context') {
		const box = { ...wide('edge', stroke / 2, half - 1, 0), share: EDGE_SHARES.context };
		return { rects: [box], paths: [] };
	}
	const edge = { ...wide('edge', stroke / 2, half, half), share: EDGE_SHARES[status] };
	const inset = stroke + 1.6;
	const core = { ...wide('core', inset, r - inset, r - inset), share: CORE_SHARE };
	return { rects: status === 'announced' ? [edge, core] : [edge], paths: [] };
}

function barParts(r: number, { ongoing, clippedStart, clippedEnd }: Ends): Parts {
	const hasArrow = ongoing && !clippedEnd;
	const paths: ShapePath[] = [];
	if (!clippedStart) paths.push(path('solid', 'start', `M0 ${-r}H2V${r}H0Z`));
	if (hasArrow) paths.push(path('solid', 'end', `M-9 ${-r}L0 0L-9 ${r}Z`));
	else if (!clippedEnd) paths.push(path('solid', 'end', `M-2 ${-r}H0V${r}H-2Z`));
	return { rects: [{ ...wide('solid', 0, 2, 0), trim: hasArrow ? 8 : 0 }], paths };
}

function wide(paint: Paint, inset: number, half: number, radius: number): ShapeRect {
	return { paint, inset, y: -half, height: 2 * half, radius, trim: 0, rotated: false, share: 0 };
}

function disc(paint: Paint, r: number): ShapeRect {
	return wide(paint, -r, r, r);
}

function square(paint: Paint, half: number): ShapeRect {
	return wide(paint, -half, half, 0);
}

/** @param reach distance from the centre to a corner, px */
function diamond(reach: number): ShapeRect {
	return { ...square('hollow', reach / Math.SQRT2), rotated: true };
}

function path(paint: Paint, at: ShapePath['at'], d: string): ShapePath {
	return { paint, at, d };
}
