import type { ChartEvent } from '../../model/event.ts';
import { clusterWidth, COUNT, shortCount } from '../../layout/marks/cluster.ts';
import { colorIndex } from '../../layout/marks/color.ts';
import { DIMMED } from '../../layout/marks/shape.ts';
import type { PlacedCluster, PlacedLabel, PlacedMark, Scene } from '../../layout/scene/types.ts';
import { drawLabels, fillPlate } from './canvas-label.ts';
import { drawMark, setFont, type Painter } from './canvas-mark.ts';
import type { Palette } from './palette.ts';

export interface CanvasScene {
	scene: Scene;
	/** current plot width, px */
	width: number;
	palette: Palette;
	/** index of a product line in the dataset */
	indexOf: (line: string) => number;
	/** what is drawn in SVG instead */
	omitted: ReadonlySet<PlacedMark | PlacedCluster>;
	/** undefined while nothing is dimmed */
	isDimmed?: (event: ChartEvent) => boolean;
	/** whether labels are drawn, too; else they are SVG */
	hasLabels?: boolean;
}

/** What is drawn together, in the same opacity. */
interface Parts {
	marks: PlacedMark[];
	clusters: PlacedCluster[];
	labels: PlacedLabel[];
}

/** Draws a scene's marks, clusters and labels, with the shapes that the SVG has. */
export function drawScene(context: CanvasRenderingContext2D, drawing: CanvasScene): void {
	const { scene, width, palette, omitted, isDimmed, hasLabels } = drawing;
	const stretch = width / scene.width;
	const { radius } = scene.geometry;
	context.textRendering = 'geometricPrecision'; // as the SVG has it
	const painter: Painter = { context, palette, width, stretch, color: '', radius, font: '' };
	const marks = scene.marks.filter((mark) => !omitted.has(mark));
	const clusters = scene.clusters.filter((cluster) => !omitted.has(cluster));
	const events = new Map(marks.map(({ event }) => [event.id, event]));
	const isDrawn = ({ id }: PlacedLabel) => hasLabels === true && events.has(id);
	const parts: Parts = { marks, clusters, labels: scene.labels.filter(isDrawn) };
	if (!isDimmed) drawAll(painter, parts, drawing);
	else {
		const select = (dimmed: boolean): Parts => ({
			marks: marks.filter(({ event }) => isDimmed(event) === dimmed),
			clusters: clusters.filter((cluster) => cluster.events.every(isDimmed) === dimmed),
			labels: parts.labels.filter(({ id }) => isDimmed(events.get(id)!) === dimmed)
		});
		drawAll(painter, select(true), drawing);
		// each mark is dimmed as a whole: dimming its parts would let one shine through another
		context.save();
		context.resetTransform();
		context.globalCompositeOperation = 'destination-in';
		context.fillStyle = `rgb(0 0 0 / ${DIMMED})`;
		context.fillRect(0, 0, context.canvas.width, context.canvas.height);
		context.restore();
		drawAll(painter, select(false), drawing);
	}
	clearPlates(
		painter,
		scene.labels.filter((label) => !isDrawn(label))
	);
}

function drawAll(
	painter: Painter,
	{ marks, clusters, labels }: Parts,
	{ scene, palette, indexOf }: CanvasScene
): void {
	const colorOf = (line: string) => palette.lines[colorIndex(indexOf(line))] ?? palette.context;
	for (const mark of marks) drawMark(painter, mark, colorOf(mark.line));
	for (const cluster of clusters) drawCluster(painter, cluster, colorOf(cluster.line));
	drawLabels(painter, labels, scene.geometry.font.label);
}

function drawCluster(painter: Painter, { count, x, y }: PlacedCluster, color: string): void {
	const { context, palette, stretch } = painter;
	const width = clusterWidth(count);
	context.fillStyle = color;
	context.beginPath();
	context.roundRect(x * stretch - width / 2, y - 8.5, width, 17, 4);
	context.fill();
	context.fillStyle = palette.paper;
	setFont(painter, COUNT.weight, COUNT.size);
	context.textAlign = 'center';
	context.fillText(shortCount(count), x * stretch, y + COUNT.baseline);
}

/** Labels in SVG are below the canvas: clears the plates of those that lie inside their mark. */
function clearPlates(painter: Painter, labels: PlacedLabel[]): void {
	const { context } = painter;
	context.globalCompositeOperation = 'destination-out';
	context.fillStyle = '#000';
	for (const label of labels) if (label.inside) fillPlate(painter, label);
	context.globalCompositeOperation = 'source-over';
}
