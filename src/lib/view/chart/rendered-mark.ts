import * as m from '../../language/messages.ts';
import type { Status } from '../../model/types.ts';
import type { Geometry } from '../../layout/geometry.ts';
import type { SizedMark } from '../../layout/marks/sized-mark.ts';
import { reachOf } from '../../layout/scene/hit.ts';
import type { PlacedMark, PlacedLabel } from '../../layout/scene/types.ts';
import { FADE_WIDTH, hasLineColor, shapeOf, type MarkShape } from '../../layout/marks/shape.ts';
import { GAP } from '../../layout/marks/labels.ts';
import { markColor } from '../ui/color.ts';
import { percentOf } from './percent.ts';

/** Widths of the ring round the chosen mark and of a label's halo, and the least gap between the two, px. */
const RING_WIDTH = 2.25;
const HALO = 1.75;
const RING_GAP = 1;

/**
 * The attributes of a mark's elements, computed at once: a component that derives them one by one takes several times as
 * long, which is noticeable with fifty marks. Lengths have a unit: for a bare number Svelte first lists all setters of
 * the element.
 */
export interface RenderedMark extends MarkState {
	id: string;
	/**
	 * position, and custom properties for its parts: ends `--x0` and `--x1` and overhang `--reach`, which Mark.svelte has for
	 * a point; colour `--line`; reach of the hit area `--before` and `--after`, where it is less than 12 px
	 */
	style: string;
	shape: MarkShape;
	/** id of the gradient that fills an approximate date */
	fade: string;
	/** outline under the mark: a ring when chosen; a rim in paper colour on the capsule that it promises */
	under: 'ring' | 'rim' | undefined;
	/** reference to a mask in FadeDefs.svelte, for a mark that the window clips; undefined for none */
	mask: string | undefined;
	/** the same for a bar with an approximate end */
	about: string | undefined;
	uncertain: boolean;
	disputed: boolean;
	draft: boolean;
	labels: RenderedLabel[];
	/** whether it is one rectangle with plain labels, as most are: the other template blocks are skipped, which saves time */
	isPlain: boolean;
}

export type Side = 'start' | 'end' | 'both';

/** Values passed through unchanged. */
interface MarkState {
	href: string;
	/** accessible name of the link */
	name: string;
	tabindex: '0' | '-1' | undefined;
	chosen: boolean;
	dimmed: boolean;
}

export interface RenderedLabel {
	text: string;
	aside: string;
	/** undefined for 0 */
	x: string | undefined;
	dx: string;
	y: string | undefined;
	anchor: string | undefined;
	className: string;
	/** background in paper colour of a label inside its mark */
	plate: { x: string; y: string; width: string } | undefined;
}

/** Measures of the drawing. */
interface ChartMeasures {
	/** plot width of the layout, px */
	width: number;
	geometry: Pick<Geometry, 'radius' | 'ring' | 'right'>;
	/** the marks of the drawing */
	marks: PlacedMark[];
	/** prefix of the ids of gradients and masks */
	uid: string;
}

/** @param line index of the mark's product line in the dataset */
export function renderMark(
	mark: PlacedMark,
	labels: PlacedLabel[],
	line: number,
	state: MarkState,
	{ width, geometry, marks, uid }: ChartMeasures
): RenderedMark {
	const { radius } = geometry;
	const { event, kind, y, onCapsule, uncertain, disputed, draft } = mark;
	const { status, id } = event;
	const { origin, ends } = placeOf(mark, width, radius);
	const shape = shapeOf(kind, status, radius, mark);
	const under = state.chosen ? 'ring' : onCapsule ? 'rim' : undefined;
	const mask = maskOf(mark, uid);
	const about = fadedSide(mark) && `url(#${uid}-about-${fadedSide(mark)})`;
	const [before, after] = reachOf(mark, marks).map((px, i) =>
		px < 12 ? `; --${i ? 'after' : 'before'}: ${+px.toFixed(1)}px` : ''
	);
	const isPlated = labels.some(({ inside, aside }) => inside || aside);
	return {
		...state,
		id,
		name: nameOf(state.name, labels[0]?.text ?? ''),
		style: `${translate(origin, y, width)}${ends}; --line: ${markColor(status, line)}${before}${after}`,
		isPlain: ![shape.isCompound, under, mask, about, uncertain, disputed, draft, isPlated].some(
			Boolean
		),
		shape,
		fade: fadeId(uid, status, line),
		under,
		mask,
		about,
		uncertain,
		disputed,
		draft,
		labels: labels.map((label) =>
			state.chosen
				? renderChosenLabel(label, origin, width, geometry)
				: renderLabel(label, origin, width)
		)
	};
}

/** The labels of a mark that is on the canvas, as at the mark in SVG. */
export function renderLabels(
	mark: PlacedMark,
	labels: PlacedLabel[],
	{ width, geometry }: Omit<ChartMeasures, 'uid' | 'marks'>
): { style: string; labels: RenderedLabel[] } {
	const { origin } = placeOf(mark, width, geometry.radius);
	return {
		style: translate(origin, mark.y, width),
		labels: labels.map((label) => renderLabel(label, origin, width))
	};
}

function translate(x: number, y: number, width: number): string {
	return `transform: translate(${percentOf(x, width)}, ${y}px)`;
}

/** @param line index of the product line @returns id of a gradient in FadeDefs.svelte */
export function fadeId(uid: string, status: Status, line: number): string {
	return `${uid}-about-${hasLineColor(status) ? line : 'context'}`;
}

/** Label in name: the accessible name contains the visible label, also where that is the short title. */
function nameOf(name: string, shown: string): string {
	return name.startsWith(shown) ? name : shown + m.colon() + name;
}

/**
 * Where a mark is, and its ends: in percent for a mark that stretches; in px about the middle for one at its minimum width.
 * Mark.svelte has those of a point.
 */
function placeOf(
	{ event, kind, x0, x1, width: fixedWidth }: SizedMark,
	width: number,
	radius: number
) {
	const ends = (from: string, to: string) => `; --x0: ${from}; --x1: ${to}; --reach: 0px`;
	if (kind !== 'point' && fixedWidth === null)
		return { origin: 0, ends: ends(percentOf(x0, width), percentOf(x1, width)) };
	const origin = (x0 + x1) / 2;
	const half = +((fixedWidth ?? 0) / 2).toFixed(2);
	if (kind !== 'point') return { origin, ends: ends(`${-half}px`, `${half}px`) };
	return { origin, ends: event.status === 'rumoured' ? `; --reach: ${radius + 2}px` : '' };
}

function maskOf({ clippedStart, clippedEnd, x0, x1 }: SizedMark, uid: string): string | undefined {
	if (!clippedStart && !clippedEnd) return undefined;
	const side = clippedStart ? (clippedEnd ? 'both' : 'start') : 'end';
	return `url(#${uid}-${x1 - x0 < 2 * FADE_WIDTH ? 'short-' : ''}${side})`;
}

/** @returns at which ends the bar fades out; undefined for none */
export function fadedSide({ fadedStart, fadedEnd }: SizedMark): Side | undefined {
	if (fadedStart) return fadedEnd ? 'both' : 'start';
	return fadedEnd ? 'end' : undefined;
}

function renderLabel(label: PlacedLabel, origin: number, width: number): RenderedLabel {
	const { text, aside, anchor, at, dy, importance, inside, left, right } = label;
	const isShifted = at.x !== origin;
	const x = percentOf(at.x - origin, width);
	return {
		text,
		aside,
		x: isShifted ? x : undefined,
		dx: `${+at.dx.toFixed(2)}px`,
		y: dy ? `${dy}px` : undefined,
		anchor: anchor === 'start' ? undefined : anchor,
		className: importance === 2 ? 'label' : `label importance-${importance}`,
		plate: inside
			? {
					x: `calc(${x} + ${at.dx - 4}px)`,
					y: `${dy - 8}px`,
					width: `${right - left + 8}px`
				}
			: undefined
	};
}

/** In the accent colour, and moved away from the ring if it touched that and the gutter has room. */
function renderChosenLabel(
	label: PlacedLabel,
	origin: number,
	width: number,
	{ ring, right }: ChartMeasures['geometry']
): RenderedLabel {
	const { anchor, at, dy, inside } = label;
	const isBeside = !inside && !dy;
	const by = isBeside ? Math.max(0, ring + RING_WIDTH + HALO + RING_GAP - GAP) : 0;
	const isEnd = anchor === 'end';
	const dx = isEnd ? -by : Math.min(by, Math.max(0, width + right - label.right));
	const moved = { ...label, at: { ...at, dx: at.dx + dx } };
	const rendered = renderLabel(moved, origin, width);
	return { ...rendered, className: `${rendered.className} selected` };
}
