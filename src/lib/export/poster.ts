/** Picture of the whole timeline for link previews: SVG, 1200 × 630 px. */
import type { Timeline, TimelineEvent } from '../model/types.ts';
import { sizeMark, positionOf, type SizedMark } from '../layout/marks/sized-mark.ts';
import { createScale, wholeDomain, type Scale } from '../layout/scale/scale.ts';
import { layoutAxis } from '../layout/scale/ticks.ts';
import { HEIGHT, MARGIN, WIDTH, frame } from './event-card.ts';
import { measureText } from '../layout/scale/text-width.ts';
import { TOKENS, drawMark, drawText, lineToken } from './svg.ts';
import { cutText } from './wrap-text.ts';

const PLOT = { top: 178, bottom: HEIGHT - 60 };
/** Sizes of the title, px: the largest that fits is used. */
const TITLE_SIZES = [62, 54, 46, 40];
/** Space for the names of the lanes, beside the plot: px, at least and at most. */
const NAME_WIDTH = [110, 316] as const;
/** Style of a lane's name, and its distances to the margin and to the plot, px. */
const NAME = { size: 20, weight: 600 } as const;
const BEFORE = 24;
const AFTER = 16;
const RADIUS = 6;
/** Distance between rows, px; less if they do not fit. */
const PITCH = 17;
const PADDING = 8;

/** @param dek a sentence or two @param host of the site; null if unknown */
export function drawPoster(timeline: Timeline, dek: string, host: string | null): string {
	const { lines, events } = timeline;
	const named = lines
		.map(({ id, label }, index) => ({
			label,
			color: lineToken(index),
			events: events.filter((event) => event.lines[0] === id)
		}))
		.filter((lane) => lane.events.length);
	const widest = Math.max(...named.map(({ label }) => measureText(label, NAME.size, true)));
	const nameWidth = Math.min(Math.max(widest, NAME_WIDTH[0]), NAME_WIDTH[1]);
	const left = MARGIN + BEFORE + nameWidth + AFTER;
	const scale = createScale(wholeDomain(events), WIDTH - MARGIN - left);
	const lanes = named.map((lane) => ({ ...lane, rows: stack(lane.events, scale) }));
	const rows = lanes.reduce((sum, lane) => sum + lane.rows.length, 0);
	const height = PLOT.bottom - PLOT.top - 2 * PADDING * lanes.length;
	const pitch = Math.min(PITCH, height / rows);
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
			drawText(cutText(label, NAME.size, nameWidth, true), MARGIN + BEFORE, middle + 7, NAME),
			...rows.flatMap((row, index) =>
				row.map((mark) =>
					drawMark(mark, mark.event.status, RADIUS, color, {
						left,
						y: top + index * pitch
					})
				)
			)
		];
	});
	const ticks = layoutAxis(scale, [MARGIN, MARGIN], 19).ticks.flatMap(({ x, label }) => [
		`<rect x="${left + x - 0.5}" y="${PLOT.top}" width="1" height="${y - PLOT.top}" fill="${TOKENS.rule}"/>`,
		drawText(label, left + x, y + 30, { size: 19, fill: TOKENS.mute, anchor: 'middle' })
	]);
	const room = WIDTH - 2 * MARGIN;
	const besides = room - (host ? measureText(host, 22) + 24 : 0);
	const size =
		TITLE_SIZES.find((size) => measureText(timeline.title, size, true) <= besides) ??
		TITLE_SIZES.at(-1)!;
	return frame(TOKENS.accentMark, [
		drawText(cutText(timeline.title, size, besides, true), MARGIN, 92, { size, weight: 700 }),
		host ? drawText(host, WIDTH - MARGIN, 92, { size: 22, fill: TOKENS.mute, anchor: 'end' }) : '',
		drawText(cutText(dek, 27, room), MARGIN, 142, { size: 27, fill: TOKENS.ink2 }),
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
