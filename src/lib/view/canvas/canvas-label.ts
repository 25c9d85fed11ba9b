import type { PlacedLabel } from '../../layout/scene/types.ts';
import { setFont, type Painter } from './canvas-mark.ts';

/** Width of the halo round a label, px, and weight by importance, as in MarkLabel.svelte. */
const HALO = 3.5;
const WEIGHTS = { 1: 400, 2: 400, 3: 640 };
/** A text whose first letter is of a right-to-left script. */
const RTL = /^\P{L}*[\p{sc=Hebr}\p{sc=Arab}\p{sc=Syrc}\p{sc=Thaa}]/u;

/**
 * Draws labels as MarkLabel.svelte does: below the marks; a label inside a mark is above it, on a plate.
 * @param size of the font, px
 */
export function drawLabels(painter: Painter, labels: PlacedLabel[], size: number): void {
	const { context, palette } = painter;
	context.save();
	context.textAlign = 'left';
	context.lineJoin = 'round';
	context.lineWidth = HALO;
	context.setLineDash([]);
	context.strokeStyle = palette.paper;
	for (const label of labels) drawLabel(painter, label, size);
	context.restore();
	painter.font = '';
}

function drawLabel(painter: Painter, label: PlacedLabel, size: number): void {
	const { context, palette, stretch } = painter;
	const { text, aside, anchor, at, dy, importance, inside } = label;
	const x = at.x * stretch + at.dx;
	const y = label.y + dy;
	context.globalCompositeOperation = inside ? 'source-over' : 'destination-over';
	if (inside) {
		context.fillStyle = palette.paper;
		fillPlate(painter, label);
	}
	const fill = importance > 1 ? palette.ink : palette.ink2;
	const title = { text, weight: WEIGHTS[importance], fill };
	const parts = aside ? [title, { text: aside, weight: 400, fill: palette.ink2 }] : [title];
	const measured = parts.map((part) => {
		setFont(painter, part.weight, size);
		const metrics = context.measureText(part.text);
		const { fontBoundingBoxAscent: ascent, fontBoundingBoxDescent: descent } = metrics;
		return { ...part, width: metrics.width, baseline: y + (ascent - descent) / 2 };
	});
	const width = measured.reduce((sum, part) => sum + part.width, 0);
	let start = x - { start: 0, middle: width / 2, end: width }[anchor];
	const isRtl = RTL.test(text);
	context.direction = isRtl ? 'rtl' : 'ltr';
	if (isRtl) measured.reverse();
	for (const part of measured) {
		setFont(painter, part.weight, size);
		context.fillStyle = part.fill;
		// over its halo: inside a mark drawn after it; else before it, since what is drawn later lies below
		if (inside) context.strokeText(part.text, start, part.baseline);
		context.fillText(part.text, start, part.baseline);
		if (!inside) context.strokeText(part.text, start, part.baseline);
		start += part.width;
	}
}

/** Fills the plate of a label inside its mark. */
export function fillPlate(
	{ context, stretch }: Painter,
	{ at, y, dy, left, right }: PlacedLabel
): void {
	context.beginPath();
	context.roundRect(at.x * stretch + at.dx - 4, y + dy - 8, right - left + 8, 16, 2);
	context.fill();
}
