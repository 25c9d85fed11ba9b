/** Picture of the whole timeline for link previews: SVG, 1200 × 630 px. */
import type { Timeline, TimelineEvent } from '../model/types.ts';
import { sizeMark, positionOf, type SizedMark } from '../layout/marks/sized-mark.ts';
import { createScale, wholeDomain, type Scale } from '../layout/scale/scale.ts';
import { layoutAxis } from '../layout/scale/ticks.ts';
import { HEIGHT, MARGIN, WIDTH, frame } from './event-card.ts';
import { TOKENS, drawLines, drawMark, drawText, lineToken, wrapText } from './svg.ts';

const PLOT = { left: 214, top: 178, bottom: HEIGHT - 60 };
const RADIUS = 6;
/** Distance between rows, px; less if they do not fit. */
const PITCH = 17;
const PADDING = 8;

/** @param dek a sentence or two @param host of the site; null if unknown */
export function drawPoster(timeline: Timeline, dek: string, host: string | null): string {
	const { lines, events } = timeline;
	const scale = createScale(wholeDomain(events), WIDTH - MARGIN - PLOT.left);
	const lanes = lines
		.map(({ id, label }, index) => ({
			label,
			color: lineToken(index),
			rows: stack(
				events.filter((event) => event.lines[0] === id),
				scale
			)
		}))
		.filter(({ rows }) => rows.length);
	const rows = lanes.reduce((sum, lane) => sum + lane.rows.length, 0);
	const room = PLOT.bottom - PLOT.top - 2 * PADDING * lanes.length;
	const pitch = Math.min(PITCH, room / rows);
	let y = PLOT.top;
	const drawn = lanes.flatMap(({ label, color, rows }) => {
		const height = rows.length * pitch + 2 * PADDING;
		const middle = y + height / 2;
		const top = y + PADDING + pitch / 2;
		const rule = `<rect x="${MARGIN}" y="${y}" width="${WIDTH - 2 * MARGIN}" height="1" fill="${TOKENS.rule}"/>`;
		y += height;
		return [
			rule,
			`<circle cx="${MARGIN + 7}" cy="${middle}" r="7" fill="${color}"/>`,
			drawText(label, MARGIN + 24, middle + 7, { size: 20, weight: 600 }),
			...rows.flatMap((row, index) =>
				row.map((mark) =>
					drawMark(mark, mark.event.status, RADIUS, color, {
						left: PLOT.left,
						y: top + index * pitch
					})
				)
			)
		];
	});
	const ticks = layoutAxis(scale, [MARGIN, MARGIN], 19).ticks.flatMap(({ x, label }) => [
		`<rect x="${PLOT.left + x - 0.5}" y="${PLOT.top}" width="1" height="${y - PLOT.top}" fill="${TOKENS.rule}"/>`,
		drawText(label, PLOT.left + x, y + 30, { size: 19, fill: TOKENS.mute, anchor: 'middle' })
	]);
	return frame(TOKENS.accentMark, [
		drawText(timeline.title, MARGIN, 92, { size: 62, weight: 700 }),
		host ? drawText(host, WIDTH - MARGIN, 92, { size: 22, fill: TOKENS.mute, anchor: 'end' }) : '',
		drawLines(wrapText(dek, 27, WIDTH - 2 * MARGIN), MARGIN, 142, 36, {
			size: 27,
			fill: TOKENS.ink2
		}),
		...ticks,
		...drawn,
		`<rect x="${MARGIN}" y="${PLOT.top - 1}" width="${WIDTH - 2 * MARGIN}" height="2.5" fill="${TOKENS.ink}"/>`
	]);
}

/** Packs marks into rows without overlap: greedy interval packing (first fit), O(events × rows); the gap is 3 px. */
function stack(events: TimelineEvent[], scale: Scale): SizedMark[][] {
	const rows: SizedMark[][] = [];
	for (const event of events) {
		const mark = sizeMark(event, scale, RADIUS)!;
		const row = rows.find((row) => positionOf(row.at(-1)!.right) + 3 <= positionOf(mark.left));
		if (row) row.push(mark);
		else rows.push([mark]);
	}
	return rows;
}
