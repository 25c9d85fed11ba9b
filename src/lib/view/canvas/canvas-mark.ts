import type { PlacedMark } from '../../layout/scene/types.ts';
import {
	DASHES,
	DISPUTE,
	DOUBT,
	DRAFT,
	FADE,
	FADE_WIDTH,
	hasLineColor,
	QUESTION,
	RIM,
	shapeOf,
	SMALL,
	type MarkShape,
	type ShapePath,
	type ShapeRect
} from '../../layout/marks/shape.ts';
import type { Palette } from './palette.ts';

/** A 2D context with the current settings for drawing. */
export interface Painter {
	context: CanvasRenderingContext2D;
	palette: Palette;
	/** of what is being drawn */
	color: string;
	/** current plot width, px, and its ratio to that of the layout */
	width: number;
	stretch: number;
	radius: number;
	/** the current font; empty for none set: setting a font takes longer than drawing text */
	font: string;
}

/** Extent of a mark, px: its ends and the middle of its row. */
interface Place {
	x0: number;
	x1: number;
	y: number;
}

/** Draws a mark without its labels, as Mark.svelte does. @param color of its product line */
export function drawMark(painter: Painter, mark: PlacedMark, color: string): void {
	const { context, stretch, radius, palette } = painter;
	const { kind, event, y, onCapsule } = mark;
	painter.color = hasLineColor(event.status) ? color : palette.context;
	const middle = ((mark.x0 + mark.x1) / 2) * stretch;
	const half = kind === 'point' ? 0 : (mark.width ?? (mark.x1 - mark.x0) * stretch) / 2;
	const place = { x0: middle - half, x1: middle + half, y };
	const shape = shapeOf(kind, event.status, radius, mark);
	if (onCapsule) {
		trace(context, shape.outline, place);
		stroke(context, palette.paper, RIM);
	}
	for (const part of shape.rects) drawRect(painter, part, shape, place);
	for (const part of shape.paths) drawPath(painter, part, shape, place);
	if (shape.question) drawQuestion(painter, shape, middle, y);
	if (mark.clippedStart || mark.clippedEnd) fadeOut(painter, mark, place);
	const reach = shape.outline.rotated ? radius + 2 : kind === 'point' ? radius : 0;
	drawBadges(painter, mark, place.x1 + reach, y);
}

function drawRect(
	{ context, palette, color }: Painter,
	part: ShapeRect,
	shape: MarkShape,
	place: Place
): void {
	const fill = (style: string | CanvasGradient, share = 1) => {
		context.globalAlpha = share;
		context.fillStyle = style;
		context.fill();
		context.globalAlpha = 1;
	};
	trace(context, part, place);
	if (part.paint === 'fade') return fill(gradientOf(context, color, place));
	if (part.paint === 'solid') return fill(color);
	if (part.paint === 'core') return fill(color, part.share);
	fill(palette.paper);
	if (part.paint === 'plate') return;
	if (part.paint === 'edge') fill(color, part.share);
	stroke(context, color, shape.stroke, shape.dashed);
}

function drawPath(
	{ context, palette, color }: Painter,
	part: ShapePath,
	shape: MarkShape,
	{ x0, x1, y }: Place
): void {
	const x = part.at === 'start' ? x0 : x1;
	const path = pathOf(part.d);
	const isHollow = part.paint === 'hollow';
	context.translate(x, y);
	context.fillStyle = isHollow ? palette.paper : color;
	context.fill(path);
	if (isHollow) stroke(context, color, shape.stroke, shape.dashed, path);
	context.translate(-x, -y);
}

/** Traces a rectangle as SVG does, which limits a corner's two radii independently. */
function trace(context: CanvasRenderingContext2D, part: ShapeRect, { x0, x1, y }: Place): void {
	const { inset, height, radius, trim, rotated } = part;
	context.beginPath();
	if (rotated) return traceDiamond(context, x0, y, height / Math.SQRT2);
	const width = Math.max(0, x1 - x0 - 2 * inset - trim);
	const corner = { x: Math.min(radius, width / 2), y: Math.min(radius, height / 2) };
	context.roundRect(x0 + inset, y + part.y, width, height, corner);
}

/** @param reach distance from the centre to a corner, px */
function traceDiamond(
	context: CanvasRenderingContext2D,
	x: number,
	y: number,
	reach: number
): void {
	context.moveTo(x - reach, y);
	context.lineTo(x, y - reach);
	context.lineTo(x + reach, y);
	context.lineTo(x, y + reach);
	context.closePath();
}

function stroke(
	context: CanvasRenderingContext2D,
	color: string,
	width: number,
	dashed = false,
	path?: Path2D
): void {
	context.strokeStyle = color;
	context.lineWidth = width;
	context.setLineDash(dashed ? dashes : []);
	if (path) context.stroke(path);
	else context.stroke();
}

function drawQuestion(painter: Painter, shape: MarkShape, x: number, y: number): void {
	const { context, palette, color } = painter;
	const baseline = y + QUESTION.baseline;
	setFont(painter, QUESTION.weight, shape.question);
	context.textAlign = 'center';
	if (shape.hasHalo) {
		context.lineJoin = 'round';
		context.lineWidth = 3.5;
		context.setLineDash([]);
		context.strokeStyle = palette.paper;
		context.strokeText('?', x, baseline);
		context.lineJoin = 'miter';
	}
	context.fillStyle = color;
	context.fillText('?', x, baseline);
}

/** Fades a mark towards the ends of the plot that clip it, as the masks of FadeDefs.svelte do. */
function fadeOut(painter: Painter, mark: PlacedMark, { x0, x1, y }: Place): void {
	const { context, width, radius } = painter;
	const isShort = mark.x1 - mark.x0 < 2 * FADE_WIDTH;
	const length = isShort ? (x1 - x0) / 2 : FADE_WIDTH;
	const [left, right] = isShort ? [x0, x1] : [0, width];
	context.globalCompositeOperation = 'destination-out';
	const fade = (from: number, to: number) => {
		const gradient = context.createLinearGradient(from, 0, to, 0);
		gradient.addColorStop(0, '#000');
		gradient.addColorStop(1, '#0000');
		context.fillStyle = gradient;
		const outside = from - Math.sign(to - from) * OVERHANG;
		context.fillRect(outside, y - radius - 2, to - outside, 2 * radius + 4);
	};
	if (mark.clippedStart) fade(left, left + length);
	if (mark.clippedEnd) fade(right, right - length);
	context.globalCompositeOperation = 'source-over';
}

/** Space at each side for marks that overhang the ends of the plot, px. */
export const OVERHANG = 32;

/** @param x right end of the mark, px */
function drawBadges(painter: Painter, mark: PlacedMark, x: number, y: number): void {
	const { context, palette, color, radius } = painter;
	if (mark.uncertain) {
		setFont(painter, DOUBT.weight, DOUBT.size);
		context.textAlign = 'left';
		context.fillStyle = color;
		context.fillText('?', x + DOUBT.x, y + DOUBT.rise - radius);
	}
	if (!mark.disputed && !mark.draft) return;
	context.save();
	context.translate(
		x + (mark.uncertain ? DISPUTE.afterDoubt : DISPUTE.x),
		y + DISPUTE.rise - radius
	);
	if (radius < SMALL) context.scale(DISPUTE.shrink, DISPUTE.shrink);
	if (mark.draft) drawDots(context, palette.ink);
	else drawDispute(context, palette);
	context.restore();
}

function drawDots(context: CanvasRenderingContext2D, fill: string): void {
	context.fillStyle = fill;
	for (const x of DRAFT.dots) {
		context.beginPath();
		context.arc(x, 0, DRAFT.radius, 0, 2 * Math.PI);
		context.fill();
	}
}

function drawDispute(context: CanvasRenderingContext2D, palette: Palette): void {
	for (const [r, fill] of [
		[DISPUTE.rim, palette.paper],
		[DISPUTE.radius, palette.ink]
	] as const) {
		context.beginPath();
		context.arc(0, 0, r, 0, 2 * Math.PI);
		context.fillStyle = fill;
		context.fill();
	}
	stroke(context, palette.paper, DISPUTE.stroke, false, pathOf(DISPUTE.sign));
}

/** @param size px */
export function setFont(painter: Painter, weight: number, size: number): void {
	const font = `${weight} ${size}px ${painter.palette.font}`;
	if (painter.font !== font) painter.context.font = font;
	painter.font = font;
}

function gradientOf(
	context: CanvasRenderingContext2D,
	color: string,
	{ x0, x1 }: Place
): CanvasGradient {
	const gradient = context.createLinearGradient(x0, 0, x1, 0);
	for (const [offset, opacity] of FADE)
		gradient.addColorStop(offset, `color-mix(in srgb, ${color} ${100 * opacity}%, transparent)`);
	return gradient;
}

const dashes = DASHES.split(' ').map(Number);
const paths = new Map<string, Path2D>();

/** Cached: a drawing has a dozen distinct paths, whatever the number of marks. */
function pathOf(d: string): Path2D {
	const path = paths.get(d) ?? new Path2D(d);
	paths.set(d, path);
	return path;
}
