/** Picture of one event for link previews: SVG, 1200 × 630 px. */
import type { Evidence, Source, Timeline, TimelineEvent } from '../model/types.ts';
import * as m from '../language/messages.ts';
import { sizeMark } from '../layout/marks/sized-mark.ts';
import { createScale, wholeDomain } from '../layout/scale/scale.ts';
import { measureText } from '../layout/scale/text-width.ts';
import { layoutAxis } from '../layout/scale/ticks.ts';
import { firstSupport, isDisputed } from '../model/event.ts';
import { voiceWords } from '../model/quotation/voice.ts';
import { findWords } from './line-breaks.ts';
import { drawFade, drawLines, drawMark, drawText, lineToken, TOKENS } from './svg.ts';
import { balanceText, cutText, wrapText, type Line } from './wrap-text.ts';

export const WIDTH = 1200;
export const HEIGHT = 630;
export const MARGIN = 64;
const INNER = WIDTH - 2 * MARGIN;

/** Font sizes, px: the largest that fits is used. Titles fit on about two lines, quotations on three. */
const TITLE_SIZES = [86, 76, 66, 58, 50, 42];
const TITLE_HEIGHT = 150;
const QUOTE_SIZES = [38, 34, 30, 27];
const QUOTE_LINES = 3;
const PADDING = 28;
/** Share of the width that the timeline's title may take beside status and product line. */
const MASTHEAD_SHARE = 0.5;
/** Distance between the texts of the masthead, px. */
const GAP = 24;
/** Vertical positions, px: the date's baseline, the block of title and quotation, and the axis. */
const DATE = 152;
const BLOCK = { top: 172, bottom: 508 };
const AXIS = 556;
/** Half the height of the event's own mark on the axis, px. */
const RADIUS = 11;

interface Words {
	/** name of the event's status */
	status: string;
	/** host of the site, such as `example.org`; null if unknown */
	host: string | null;
}

export function drawEventCard(event: TimelineEvent, timeline: Timeline, words: Words): string {
	const line = timeline.lines.findIndex(({ id }) => id === event.lines[0]);
	const color = lineToken(line);
	const { size, lines } = fitTitle(event.title);
	const leading = size * 1.12;
	const title = { size, weight: 700 } as const;
	const masthead = drawMasthead(timeline.title, words.host);
	return frame(color, [
		masthead.svg,
		drawBadges(event, timeline.lines[line]?.label ?? '', words.status, color, masthead.right),
		drawText(event.date.label, MARGIN, DATE, { size: 29, weight: 600, fill: TOKENS.ink2 }),
		drawLines(lines, MARGIN, BLOCK.top + size * 0.9, leading, title),
		drawQuotation(event, timeline, BLOCK.top + lines.length * leading + 14),
		drawAxis(event, timeline, color)
	]);
}

/** Background, and a band in the line's colour. The renderer sets the font. */
export function frame(color: string, parts: string[]): string {
	const size = `width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}"`;
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" ${size}>`,
		`<defs>${[...TOKENS.lines, TOKENS.context].map(drawFade).join('')}</defs>`,
		`<rect width="${WIDTH}" height="${HEIGHT}" fill="${TOKENS.paper}"/>`,
		`<rect width="${WIDTH}" height="12" fill="${color}"/>`,
		...parts,
		'</svg>'
	].join('');
}

/** @returns the masthead, and the right edge of its text, px */
function drawMasthead(title: string, host: string | null): { svg: string; right: number } {
	const rule = `<rect x="${MARGIN}" y="92" width="${INNER}" height="2.5" fill="${TOKENS.ink}"/>`;
	const most = MARGIN + MASTHEAD_SHARE * INNER;
	const shown = cutText(title, 27, most - MARGIN, true);
	const edge = MARGIN + measureText(shown, 27, true);
	const end = host ? edge + 10 + measureText(host, 22) : edge;
	const hasHost = host !== null && end <= most;
	const address = hasHost ? drawText(host, edge + 10, 72, { size: 22, fill: TOKENS.mute }) : '';
	return {
		svg: drawText(shown, MARGIN, 72, { size: 27, weight: 700 }) + address + rule,
		right: hasHost ? end : edge
	};
}

function fitTitle(title: string): { size: number; lines: Line[] } {
	const tried = TITLE_SIZES.map((size) => ({ size, lines: balanceText(title, size, INNER, true) }));
	const fits = tried.find(({ size, lines }) => lines.length * size * 1.12 <= TITLE_HEIGHT);
	return fits ?? tried.at(-1)!;
}

/**
 * Right-aligned: the status, and left of it the product line, with a note if the sources disagree.
 * @param from px; the product line is cut where it would come nearer than `GAP`
 */
function drawBadges(
	event: TimelineEvent,
	label: string,
	status: string,
	color: string,
	from: number
): string {
	const size = 22;
	const own = event.status === 'context' ? TOKENS.context : color;
	const width = measureText(status, size, true) + 16;
	const left = WIDTH - MARGIN - width;
	const dash = event.status === 'planned' ? ' stroke-dasharray="7 5"' : '';
	const radius = event.status === 'context' ? 0 : 7;
	const box = `x="${left}" y="45" width="${width}" height="38" rx="${radius}"`;
	const words = cutText(
		isDisputed(event) ? m.disputed_line({ line: label }) : label,
		size,
		left - 46 - from - GAP
	);
	return [
		`<rect ${box} fill="none" stroke="${own}" stroke-width="2.5"${dash}/>`,
		drawText(status, left + width / 2, 72, { size, weight: 600, anchor: 'middle' }),
		`<circle cx="${left - 28}" cy="64" r="8" fill="${color}"/>`,
		drawText(words, left - 46, 72, { size, fill: TOKENS.ink2, anchor: 'end' })
	].join('');
}

/** The quotation, in the largest font size that fits, at the bottom of the block. */
function drawQuotation(event: TimelineEvent, timeline: Timeline, top: number): string {
	const evidence = firstSupport(event.evidence);
	if (!evidence) {
		const style = { size: QUOTE_SIZES.at(-1)!, fill: TOKENS.ink2 };
		return drawText(m.sign_draft(), MARGIN, BLOCK.bottom - PADDING, style);
	}
	const source = timeline.sources.find(({ id }) => id === evidence.source)!;
	const width = INNER - 2 * PADDING;
	const whole = `“${evidence.translation ?? evidence.exact}”`;
	const heightOf = (size: number, lines: number) => lines * size * 1.4 + 2 * PADDING + 34;
	const size =
		QUOTE_SIZES.find((size) => {
			const lines = wrapText(whole, size, width).length;
			return lines <= QUOTE_LINES && heightOf(size, lines) <= BLOCK.bottom - top;
		}) ?? QUOTE_SIZES.at(-1)!;
	const { text, strong } = excerpt(evidence, size, width, QUOTE_LINES);
	const lines = wrapText(text, size, width);
	const height = heightOf(size, lines.length);
	const y = BLOCK.bottom - height;
	const inside = MARGIN + PADDING;
	const style = { size, fill: TOKENS.ink2 };
	return [
		`<rect x="${MARGIN}" y="${y}" width="${INNER}" height="${height}" rx="6" fill="${TOKENS.card}"/>`,
		drawLines(lines, inside, y + PADDING + size * 0.92, size * 1.4, style, strong),
		drawText(originOf(evidence, source), inside, BLOCK.bottom - PADDING, {
			size: 21,
			fill: TOKENS.mute
		})
	].join('');
}

function originOf(evidence: Evidence, source: Source): string {
	const { translation, dateLabel } = evidence;
	const language = new Intl.DisplayNames(m.language_tag(), { type: 'language' }).of(
		source.language
	)!;
	return [
		source.publisher,
		dateLabel ?? source.publication.label,
		voiceWords(evidence, source),
		translation ? m.translated_from({ language }) : ''
	]
		.filter(Boolean)
		.join(m.comma());
}

/**
 * As much of a quotation as fits, in quotation marks, its decisive words included; cuts are marked.
 * @param size px @param width px @param maxLines number of lines
 * @returns the text, and the range in it of the decisive words, `[start, end]`
 */
export function excerpt(
	{ exact, highlight, translation }: Evidence,
	size: number,
	width: number,
	maxLines: number
): { text: string; strong: [number, number] | null } {
	const whole = translation ?? exact;
	const decisive = translation ? null : highlight;
	const pieces = findWords(whole);
	const [starts, ends] = [pieces.map(({ start }) => start), pieces.map(({ end }) => end)];
	const show = (from: number, to: number) => {
		const open = from > 0 ? `“${m.cut_before()}` : '“';
		const close = to < whole.length ? `${m.cut_after()}”` : '”';
		const strong = decisive
			? (decisive.map((at) => Math.min(to, Math.max(from, at)) - from + open.length) as [
					number,
					number
				])
			: null;
		return { text: open + whole.slice(from, to) + close, strong };
	};
	const fits = ({ text }: { text: string }) => wrapText(text, size, width).length <= maxLines;
	// the earliest start that leaves room for the decisive words, at the latest their own
	for (const from of starts) {
		const to = ends.findLast((end) => end > from && fits(show(from, end)));
		if (to === undefined) continue;
		if (!decisive || to >= decisive[1] || from >= decisive[0]) return show(from, to);
	}
	return show(0, ends[0]!);
}

/** A time axis with a faint bar for each event, and this event's mark as in the chart. */
function drawAxis(event: TimelineEvent, { events }: Timeline, color: string): string {
	const y = AXIS;
	const scale = createScale(wholeDomain(events), INNER);
	const labels = layoutAxis(scale, [MARGIN, MARGIN], 20).ticks.map(
		({ x, label }) =>
			`<rect x="${MARGIN + x - 0.75}" y="${y - 15}" width="1.5" height="30" fill="${TOKENS.rule2}"/>` +
			drawText(label, MARGIN + x, y + 42, { size: 20, fill: TOKENS.mute, anchor: 'middle' })
	);
	const traces = events.map((other) => {
		const mark = sizeMark(other, scale, 2)!;
		const half = Math.max(1.5, (mark.x1 - mark.x0) / 2);
		const reach = half < 5 ? 8 : 2.5;
		const left = MARGIN + (mark.x0 + mark.x1) / 2 - half;
		return `<rect x="${left}" y="${y - reach}" width="${2 * half}" height="${2 * reach}" fill="${TOKENS.context}" fill-opacity=".4"/>`;
	});
	const mark = sizeMark(event, scale, RADIUS)!;
	const place = { left: MARGIN, y };
	return [
		`<rect x="${MARGIN}" y="${y - 1}" width="${INNER}" height="2" fill="${TOKENS.rule2}"/>`,
		...labels,
		...traces,
		drawMark(mark, event.status, RADIUS, color, place)
	].join('');
}
