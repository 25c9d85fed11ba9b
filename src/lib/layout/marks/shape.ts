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

/** Share of the colour in an outlined mark's fill, by status, and in the core of an announced capsule. */
const EDGE_SHARES = { happened: 0.5, planned: 0.06, context: 0.28, announced: 0, rumoured: 0 };
const CORE_SHARE = 0.55;

/** Half the height of a bar, by status; and of an announced one's core; px. */
const BARS = { happened: 2, context: 2, planned: 3, rumoured: 3, announced: 4 };
const BAR_CORE = 1.2;

/** “?” in the middle of a rumoured mark; `baseline` is below the row's middle, px. */
export const QUESTION = { weight: 750, baseline: 3 };

/**
 * Badges right of a mark, px from its right end and from its middle: “?” for an uncertain date, “≠” where sources
 * disagree, which makes room for a “?” before it. Below a radius of `SMALL`, “≠” is smaller by `shrink`.
 */
export const DOUBT = { x: 1, rise: 3, size: 10.5, weight: 750 };
export const DISPUTE = {
	x: 6,
	afterDoubt: 14,
	rise: 1,
	rim: 5.5,
	radius: 5,
	stroke: 1.3,
	shrink: 0.85,
	sign: 'M-2.6 -1.1H2.6M-2.6 1.3H2.6M1.5 -3L-1.5 3.2'
};
/** “…” for an event without a quotation, in the place of “≠”: three dots in a row, px. */
export const DRAFT = { dots: [-3.6, 0, 3.6], radius: 1.2 } as const;

/** Radius below which lines and badges are finer, px. */
export const SMALL = 5;

/** Opacity of marks and labels that do not match the highlighted legend item. */
export const DIMMED = 0.2;

/** Stroke of the rim in paper colour round a promise over the capsule that it promises, px. */
export const RIM = 3;

/** Share of a bar over which it fades out at an approximate end. */
export const FADED_SHARE = 0.35;

/** Length over which a clipped mark fades out, px; a mark shorter than twice this fades over half its width. */
export const FADE_WIDTH = 46;

/**
 * How a part is painted, in SVG, on the canvas and in exported pictures alike. `edge` and `hollow` are outlined, dashed if
 * the shape is; `edge` and `core` are filled with a share of the colour over the background; `plate` is the background.
 * The colour is that of the product line, or the grey of context: see `hasLineColor`.
 */
export type Paint = 'solid' | 'hollow' | 'edge' | 'core' | 'plate' | 'fade';

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
	/** whether the “?” lies on a bar, and has a halo in the background colour */
	hasHalo: boolean;
	/** whether it consists of more than one rectangle */
	isCompound: boolean;
}

export interface Ends {
	/** whether the period was ongoing when a source last mentioned it: its bar ends in an arrow */
	ongoing?: boolean;
	/** whether the mark continues beyond the drawing: it then has no end cap there */
	clippedStart?: boolean;
	clippedEnd?: boolean;
	/** whether the end of a bar is approximate: it has no end cap there, and fades out */
	fadedStart?: boolean;
	fadedEnd?: boolean;
}

/** Whether marks of this status are in the colour of their product line; else they are in the grey of context. */
export function hasLineColor(status: Status): boolean {
	return status !== 'context';
}

/**
 * The geometry of a mark, without position and colour; a point's start and end coincide. Memoised: there are a few dozen
 * distinct shapes.
 * @param r half the height, px
 */
export function shapeOf(kind: MarkKind, status: Status, r: number, ends: Ends = {}): MarkShape {
	const { ongoing, clippedStart, clippedEnd, fadedStart, fadedEnd } = ends;
	const key = [kind, status, r, ongoing, clippedStart, clippedEnd, fadedStart, fadedEnd].join(' ');
	let shape = cache.get(key);
	if (!shape) cache.set(key, (shape = makeShape(kind, status, r, ends)));
	return shape;
}

const cache = new Map<string, MarkShape>();

function makeShape(kind: MarkKind, status: Status, r: number, ends: Ends): MarkShape {
	const stroke = r < SMALL ? 1.3 : 1.5;
	const makers: Record<MarkKind, () => Parts> = {
		point: () => ({ rects: pointParts(status, r, stroke), paths: [] }),
		capsule: () => capsuleParts(status, r, stroke),
		fade: () => ({ rects: [wide('fade', 0, r, 0)], paths: [] }),
		bar: () => barParts(status, r, stroke, ends)
	};
	const parts = makers[kind]();
	const question = kind !== 'fade' && status === 'rumoured' ? (r < SMALL ? 8 : 9) : 0;
	return {
		...parts,
		status,
		outline: outlineOf(kind, status, r),
		stroke,
		dashed: status === 'planned',
		question,
		hasHalo: kind === 'bar',
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
	if (status === 'context') return [square('solid', r - 1)];
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

/** A body between caps, or between a cap and the arrowhead of an ongoing period. */
function barParts(status: Status, r: number, stroke: number, ends: Ends): Parts {
	const { ongoing, clippedStart, clippedEnd, fadedStart, fadedEnd } = ends;
	const half = BARS[status];
	const isSolid = status === 'happened';
	const cap = status === 'context' ? r - 2 : r;
	const hasArrow = ongoing && !clippedEnd;
	const paths: ShapePath[] = [];
	if (!clippedStart && !fadedStart) paths.push(path('solid', 'start', `M0 ${-cap}H2V${cap}H0Z`));
	if (hasArrow) paths.push(arrowhead(isSolid ? 'solid' : 'hollow', r, stroke));
	else if (!clippedEnd && !fadedEnd) paths.push(path('solid', 'end', `M-2 ${-cap}H0V${cap}H-2Z`));

	const edge = { ...wide('edge', stroke / 2, half - stroke / 2, 0), share: EDGE_SHARES[status] };
	const body = isSolid ? wide('solid', 0, half, 0) : edge;
	const core = wide('solid', 0, BAR_CORE, 0);
	const trim = hasArrow ? 8 : 0;
	const rects: Parts['rects'] = [{ ...body, trim }];
	if (status === 'announced') rects.push({ ...core, trim });
	return { rects, paths };
}

/** A triangle whose tip is the mark's end; a hollow one lies within the same outline. */
function arrowhead(paint: 'solid' | 'hollow', r: number, stroke: number): ShapePath {
	const inset = paint === 'hollow' ? stroke / 2 : 0;
	const [back, half, tip] = [inset - 9, r - 1.6 * inset, -2 * inset];
	return path(paint, 'end', `M${back} ${-half}L${tip} 0L${back} ${half}Z`);
}

function wide(paint: Paint, inset: number, half: number, radius: number): ShapeRect {
	const [y, height] = [round(-half), round(2 * half)];
	const sized = { inset: round(inset), y, height, radius: round(radius) };
	return { paint, ...sized, trim: 0, rotated: false, share: 0 };
}

function round(px: number): number {
	return +px.toFixed(3);
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
