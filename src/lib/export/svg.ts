/** Parts of SVG pictures that are drawn without a browser: wrapped text, and marks. */
import type { Status } from '../model/types.ts';
import { escapeMarkup } from '../model/escape.ts';
import type { SizedMark } from '../layout/marks/sized-mark.ts';
import { colorIndex } from '../layout/marks/color.ts';
import {
	DASHES,
	DISPUTE,
	DOUBT,
	DRAFT,
	FADE,
	FADED_SHARE,
	hasLineColor,
	QUESTION,
	shapeOf,
	type MarkShape,
	type ShapePath,
	type ShapeRect
} from '../layout/marks/shape.ts';
import type { Line } from './wrap-text.ts';

/** Design tokens of the light theme (view/ui/tokens.css), which a picture cannot read. */
export const TOKENS = {
	paper: '#fbf9f4',
	card: '#f4efe5',
	ink: '#1b1916',
	ink2: '#57514a',
	mute: '#736b61',
	accentMark: '#e65c00',
	context: '#7b746a',
	rule: '#e5dfd3',
	rule2: '#cfc7b9',
	lines: [
		'#33302b',
		'#172080',
		'#8623d0',
		'#0b5f50',
		'#2f78ac',
		'#626500',
		'#cb3465',
		'#40032a',
		'#1b3300',
		'#6a472f',
		'#457b45',
		'#866582'
	]
};

/** @param line index of a product line in the dataset; grey for -1 */
export function lineToken(line: number): string {
	return TOKENS.lines[colorIndex(line)] ?? TOKENS.context;
}

export interface TextStyle {
	/** px */
	size: number;
	weight?: 400 | 600 | 700;
	fill?: string;
	anchor?: 'start' | 'middle' | 'end';
}

/** @param x px @param y of the baseline, px */
export function drawText(text: string, x: number, y: number, style: TextStyle): string {
	const mark = directionMark(text);
	return openText(x, y, style) + `${mark}${escapeMarkup(text)}${mark}</text>`;
}

/**
 * Between letters from right to left and this mark, punctuation is from right to left, too. The renderer takes every line
 * as one from left to right.
 */
function directionMark(text: string): string {
	const [letter] = /\p{L}/u.exec(text) ?? [];
	return letter && /[\p{Script=Hebrew}\p{Script=Arabic}]/u.test(letter) ? '\u200f' : '';
}

/**
 * @param strong range of the decisive words in the whole text, `[start, end]`
 * @param leading between baselines, px
 */
export function drawLines(
	lines: Line[],
	x: number,
	y: number,
	leading: number,
	style: TextStyle,
	strong: [number, number] | null = null
): string {
	return lines
		.map(({ text, start }, index) => {
			const [from, to] = (strong ?? [0, 0]).map((at) =>
				Math.max(0, Math.min(text.length, at - start))
			) as [number, number];
			const middle =
				to > from
					? `<tspan font-weight="600" fill="${TOKENS.ink}">${escapeMarkup(text.slice(from, to))}</tspan>`
					: '';
			const parts = escapeMarkup(text.slice(0, from)) + middle + escapeMarkup(text.slice(to));
			const mark = directionMark(text);
			return `${openText(x, y + index * leading, style)}${mark}${parts}${mark}</text>`;
		})
		.join('');
}

export interface Place {
	/** left edge of the plot, px */
	left: number;
	/** middle of the row, px */
	y: number;
}

/**
 * A mark with its badges.
 * @param r half the height of the mark, px
 * @param line colour of its product line
 */
export function drawMark(
	mark: SizedMark,
	status: Status,
	r: number,
	line: string,
	at: Place
): string {
	const { kind, width } = mark;
	const color = hasLineColor(status) ? line : TOKENS.context;
	const middle = (mark.x0 + mark.x1) / 2;
	const half = (width ?? mark.x1 - mark.x0) / 2;
	const [x0, x1] = kind === 'point' ? [middle, middle] : [middle - half, middle + half];
	const shape = shapeOf(kind, status, r, mark);
	const paint = (part: ShapeRect | ShapePath) => paintOf(part, color, shape);
	const rects = shape.rects.map((part) => {
		const { inset, y, height, radius, trim, rotated } = part;
		const size = `width="${round(x1 - x0 - 2 * inset - trim)}" height="${height}"`;
		const turn = rotated ? `transform="rotate(45 ${round(x0)} 0)" ` : '';
		return `<rect ${turn}x="${round(x0 + inset)}" y="${y}" ${size} rx="${radius}" ${paint(part)}/>`;
	});
	const paths = shape.paths.map((part) => {
		const x = part.at === 'start' ? x0 : x1;
		return `<path transform="translate(${round(x)})" d="${part.d}" ${paint(part)}/>`;
	});
	const reach = shape.outline.rotated ? r + 2 : kind === 'point' ? r : 0;
	return [
		`<g transform="translate(${at.left} ${round(at.y)})">`,
		fadeEnds(mark, [...rects, ...paths, drawQuestion(shape, middle, r, color)].join('')),
		drawBadges(mark, x1 + reach, r, color),
		'</g>'
	].join('');
}

/** A bar that fades out at its approximate ends. */
function fadeEnds({ fadedStart, fadedEnd }: SizedMark, shape: string): string {
	if (!fadedStart && !fadedEnd) return shape;
	const id = `about${fadedStart ? '-start' : ''}${fadedEnd ? '-end' : ''}`;
	const stop = (offset: number, isFaded: boolean) =>
		`<stop offset="${offset}" stop-color="${isFaded ? '#000' : '#fff'}"/>`;
	const stops = [
		stop(0, fadedStart),
		stop(FADED_SHARE, false),
		stop(1 - FADED_SHARE, false),
		stop(1, fadedEnd)
	];
	const area = 'x="-1" y="-1" width="3" height="3"';
	return [
		`<linearGradient id="${id}-gradient" gradientUnits="userSpaceOnUse" x2="1">${stops.join('')}</linearGradient>`,
		`<mask id="${id}" maskContentUnits="objectBoundingBox" ${area}><rect ${area} fill="url(#${id}-gradient)"/></mask>`,
		`<g mask="url(#${id})">${shape}</g>`
	].join('');
}

/** “?” in the middle of a rumoured mark, in the size of the mark. */
function drawQuestion(
	{ question, hasHalo }: MarkShape,
	x: number,
	r: number,
	fill: string
): string {
	if (!question) return '';
	const size = Math.max(question, 1.65 * r);
	const style = { size, weight: 700, anchor: 'middle' } as const;
	const y = (QUESTION.baseline * size) / question;
	const halo = hasHalo
		? drawText('?', x, y, { ...style, fill: TOKENS.paper }).replace(
				'>',
				` stroke="${TOKENS.paper}" stroke-width="${size / 2.5}" stroke-linejoin="round">`
			)
		: '';
	return halo + drawText('?', x, y, { ...style, fill });
}

/** @param x right end of the mark, px */
function drawBadges(
	{ uncertain, disputed, draft }: SizedMark,
	x: number,
	r: number,
	color: string
): string {
	const scale = round(Math.max(1, r / 6));
	const doubt = uncertain
		? drawText('?', x + scale * DOUBT.x, scale * DOUBT.rise - r, {
				size: scale * DOUBT.size,
				weight: 700,
				fill: color
			})
		: '';
	if (!disputed && !draft) return doubt;
	const place = `${round(x + scale * (uncertain ? DISPUTE.afterDoubt : DISPUTE.x))} ${round(scale * DISPUTE.rise - r)}`;
	if (draft) {
		const dots = DRAFT.dots.map((dot) => `<circle cx="${dot}" r="${DRAFT.radius}"/>`);
		return `${doubt}<g class="draft" fill="${TOKENS.ink}" transform="translate(${place}) scale(${scale})">${dots.join('')}</g>`;
	}
	return [
		doubt,
		`<g class="dispute" transform="translate(${place}) scale(${scale})">`,
		`<circle r="${DISPUTE.rim}" fill="${TOKENS.paper}"/>`,
		`<circle r="${DISPUTE.radius}" fill="${TOKENS.ink}"/>`,
		`<path d="${DISPUTE.sign}" stroke="${TOKENS.paper}" stroke-width="${DISPUTE.stroke}"/>`,
		'</g>'
	].join('');
}

/** Gradient of approximate dates, one per colour. */
export function drawFade(color: string): string {
	const stops = FADE.map(
		([offset, opacity]) =>
			`<stop offset="${offset}" stop-color="${color}" stop-opacity="${opacity}"/>`
	);
	return `<linearGradient id="${fadeId(color)}">${stops.join('')}</linearGradient>`;
}

function openText(x: number, y: number, { size, weight = 400, fill, anchor }: TextStyle): string {
	const place = `x="${round(x)}" y="${round(y)}"`;
	const font = `font-size="${size}" font-weight="${weight}"`;
	const align = anchor && anchor !== 'start' ? ` text-anchor="${anchor}"` : '';
	return `<text ${place} ${font} fill="${fill ?? TOKENS.ink}"${align}>`;
}

function paintOf(
	part: ShapeRect | ShapePath,
	color: string,
	{ stroke, dashed }: MarkShape
): string {
	const dash = dashed ? ` stroke-dasharray="${DASHES}"` : '';
	const edge = `stroke="${color}" stroke-width="${stroke}"${dash}`;
	const mixed = 'share' in part ? `fill="${mixWithPaper(color, part.share)}"` : '';
	switch (part.paint) {
		case 'hollow':
			return `fill="${TOKENS.paper}" ${edge}`;
		case 'edge':
			return `${mixed} ${edge}`;
		case 'core':
			return mixed;
		case 'plate':
			return `fill="${TOKENS.paper}"`;
		case 'fade':
			return `fill="url(#${fadeId(color)})"`;
		case 'solid':
			return `fill="${color}"`;
	}
}

/** Blends a colour with the background; opaque, so that nothing shines through. */
function mixWithPaper(color: string, share: number): string {
	const channels = [1, 3, 5].map((at) => {
		const [own, paper] = [color, TOKENS.paper].map((hex) =>
			parseInt(hex.slice(at, at + 2), 16)
		) as [number, number];
		return Math.round(own * share + paper * (1 - share))
			.toString(16)
			.padStart(2, '0');
	});
	return `#${channels.join('')}`;
}

function fadeId(color: string): string {
	return `fade-${color.slice(1)}`;
}

function round(value: number): number {
	return Math.round(value * 100) / 100;
}
