import type { ChartEvent } from '../../model/event.ts';
import { clusterWidth, shortCount } from '../../layout/marks/cluster.ts';
import type { PlacedCluster, PlacedMark, Scene } from '../../layout/scene/types.ts';
import {
	DASHES,
	FADE,
	shapeOf,
	type ShapePath,
	type MarkShape,
	type ShapeRect
} from '../../layout/marks/shape.ts';
import type { Palette } from './palette.ts';

/** A 2D context with the current settings for drawing. */
interface Painter {
	context: CanvasRenderingContext2D;
	palette: Palette;
	/** of the product line being drawn */
	color: string;
	/** current plot width divided by that of the layout */
	stretch: number;
	radius: number;
	/** size of the current font, px; 0 for none set: setting a font takes longer than drawing text */
	size: number;
}

const DIMMED = 0.2;
/** Clusters of this size or more are never dimmed: some event in them is taken to match the legend item. */
const NEVER_DIMMED = 50;

/**
 * Draws a scene's marks and clusters, with the shapes that the SVG has.
 * @param stretch current plot width divided by `scene.width`
 * @param indexOf index of a product line in `palette.lines`
 */
export function drawScene(
	context: CanvasRenderingContext2D,
	scene: Scene,
	stretch: number,
	palette: Palette,
	indexOf: (line: string) => number,
	isDimmed: (event: ChartEvent) => boolean
): void {
	const { radius } = scene.geometry;
	const painter: Painter = { context, palette, stretch, color: '', radius, size: 0 };
	const colorOf = (line: string) => palette.lines[indexOf(line)] ?? palette.context;
	context.textAlign = 'center';
	context.textBaseline = 'middle';
	for (const mark of scene.marks) {
		painter.color = colorOf(mark.line);
		drawMark(painter, mark, isDimmed(mark.event) ? DIMMED : 1);
	}
	for (const cluster of scene.clusters) {
		painter.color = colorOf(cluster.line);
		context.globalAlpha =
			cluster.count < NEVER_DIMMED && cluster.events.every(isDimmed) ? DIMMED : 1;
		drawCluster(painter, cluster);
	}
	context.globalAlpha = 1;
	// labels are SVG, below the canvas: clear the pixels over those that lie inside their mark
	for (const { inside, left, right, at, y } of scene.labels)
		if (inside) context.clearRect(at.x * stretch + at.dx - 4, y - 8, right - left + 8, 16);
}

function drawMark(painter: Painter, mark: PlacedMark, alpha: number): void {
	const { context, stretch, radius, color } = painter;
	const { y } = mark;
	const middle = ((mark.x0 + mark.x1) / 2) * stretch;
	const half = (mark.width ?? (mark.x1 - mark.x0) * stretch) / 2;
	const shape = shapeOf(mark.kind, mark.event.status, radius, mark);
	context.lineWidth = shape.stroke;
	for (const part of shape.rects) {
		context.globalAlpha = alpha;
		drawRect(painter, part, shape, middle - half, 2 * half, y);
	}
	context.globalAlpha = alpha;
	for (const part of shape.paths)
		drawPath(painter, part, part.at === 'start' ? middle - half : middle + half, y);
	context.fillStyle = color;
	if (shape.question) write(painter, '?', shape.question, middle, y + 0.5);
	const badges = `${mark.uncertain ? '?' : ''}${mark.disputed ? '≠' : ''}`;
	const reach = mark.kind === 'point' ? radius : half;
	if (badges) write(painter, badges, 10.5, middle + reach + 5, y - 5);
}

function drawPath(
	{ context, palette, color }: Painter,
	part: ShapePath,
	x: number,
	y: number
): void {
	const path = pathOf(part.d);
	const isHollow = part.paint === 'hollow';
	context.translate(x, y);
	context.fillStyle = isHollow ? palette.paper : color;
	context.fill(path);
	if (isHollow) {
		context.strokeStyle = color;
		context.setLineDash([]);
		context.stroke(path);
	}
	context.translate(-x, -y);
}

function drawRect(
	{ context, palette, color }: Painter,
	part: ShapeRect,
	{ dashed, status }: MarkShape,
	x: number,
	width: number,
	y: number
): void {
	const alpha = context.globalAlpha;
	const fill = (style: string | CanvasGradient, share = 1) => {
		context.globalAlpha = alpha * share;
		context.fillStyle = style;
		context.fill();
	};
	context.beginPath();
	if (part.rotated) traceDiamond(context, x, y, part.height / Math.SQRT2);
	else {
		const inner = Math.max(0, width - 2 * part.inset - part.trim);
		context.roundRect(x + part.inset, y + part.y, inner, part.height, part.radius);
	}
	if (part.paint === 'fade') return fill(fadeOf(context, color, x, width));
	if (part.paint === 'solid') return fill(color);
	if (part.paint === 'context') return fill(palette.context);
	if (part.paint === 'core') return fill(color, part.share);
	fill(palette.paper);
	if (part.paint === 'plate') return;
	const edge = status === 'context' ? palette.context : color;
	if (part.paint === 'edge') fill(edge, part.share);
	context.globalAlpha = alpha;
	context.strokeStyle = edge;
	context.setLineDash(dashed ? dashes : []);
	context.stroke();
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

function drawCluster(painter: Painter, { count, x, y }: PlacedCluster): void {
	const { context, palette, stretch, color } = painter;
	const width = clusterWidth(count);
	context.fillStyle = color;
	context.beginPath();
	context.roundRect(x * stretch - width / 2, y - 8.5, width, 17, 4);
	context.fill();
	context.fillStyle = palette.paper;
	write(painter, shortCount(count), 12, x * stretch, y + 0.5);
}

function write(painter: Painter, text: string, size: number, x: number, y: number): void {
	const { context, palette } = painter;
	if (painter.size !== size) context.font = `650 ${size}px ${palette.font}`;
	painter.size = size;
	context.fillText(text, x, y);
}

function fadeOf(
	context: CanvasRenderingContext2D,
	color: string,
	x: number,
	width: number
): CanvasGradient {
	const gradient = context.createLinearGradient(x, 0, x + width, 0);
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
