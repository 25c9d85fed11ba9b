import * as m from '../../language/messages.ts';
import type { SizedMark } from '../../layout/marks/sized-mark.ts';
import type { PlacedMark, PlacedLabel } from '../../layout/scene/types.ts';
import { FADE_WIDTH, shapeOf, type MarkShape } from '../../layout/marks/shape.ts';
import { lineColor } from '../ui/color.ts';
import { percentOf } from './percent.ts';

/**
 * A mark as its elements have it. All of it is worked out at once: a component that derives it piece by piece takes
 * several times as long, which tells with fifty marks. Lengths have their unit: for a bare number Svelte first lists all
 * setters of such an element.
 */
export interface RenderedMark extends MarkState {
	id: string;
	/** where it stands, and what its parts read: `--x0` and `--x1`, its ends, `--reach` beyond them, `--line`, its colour */
	style: string;
	shape: MarkShape;
	/** id of its gradient, for what is about then */
	fade: string;
	/** a ring for what is chosen; a rim of paper where it lies on the capsule that it promises */
	under: 'ring' | 'rim' | undefined;
	/** which of the masks in Fades.svelte it gets where the window cuts it off; undefined for none */
	mask: string | undefined;
	doubtful: boolean;
	disputed: boolean;
	labels: RenderedLabel[];
	/** whether all there is to it is one rectangle and labels, as with most: each block of a component takes its time */
	isPlain: boolean;
}

/** What is told of a mark, and drawn as it is told. */
interface MarkState {
	href: string;
	/** what the link says */
	name: string;
	tabindex: '0' | '-1' | undefined;
	chosen: boolean;
	dimmed: boolean;
}

export interface RenderedLabel {
	text: string;
	aside: string;
	x: string;
	dx: string;
	y: string | undefined;
	anchor: string | undefined;
	className: string;
	/** the paper under it where it lies within the mark */
	plate: { x: string; y: string; width: string } | undefined;
}

/** The drawing in which a mark stands. */
interface ChartMeasures {
	/** px, the plot's width for which it was laid out */
	width: number;
	radius: number;
	/** prefix of its gradients and masks */
	uid: string;
}

/** @param line index of its line in the dataset */
export function renderMark(
	mark: PlacedMark,
	labels: PlacedLabel[],
	line: number,
	state: MarkState,
	{ width, radius, uid }: ChartMeasures
): RenderedMark {
	const { event, kind, y, onCapsule, doubtful, disputed } = mark;
	const { status, id } = event;
	const { origin, from, to, reach } = placeOf(mark, width, radius);
	const shape = shapeOf(kind, status, radius, mark);
	const under = state.chosen ? 'ring' : onCapsule ? 'rim' : undefined;
	const mask = maskOf(mark, uid);
	const isPlated = labels.some(({ inside }) => inside);
	return {
		...state,
		id,
		name: nameOf(state.name, labels[0]?.text ?? ''),
		style: `transform: translate(${percentOf(origin, width)}, ${y}px); --x0: ${from}; --x1: ${to}; --reach: ${reach}px; --line: ${lineColor(line)}`,
		isPlain: !(shape.isCompound || under || mask || doubtful || disputed || isPlated),
		shape,
		fade: `${uid}-about-${line}`,
		under,
		mask,
		doubtful,
		disputed,
		labels: labels.map((label) => renderLabel(label, origin, width))
	};
}

/** What can be read at the mark is part of its name, also where that is the short title. */
function nameOf(name: string, shown: string): string {
	return name.startsWith(shown) ? name : shown + m.colon() + name;
}

/** What stretches lies between two places in percent; a point, or what is too narrow, keeps its px about its middle. */
function placeOf({ event, kind, x0, x1, width: least }: SizedMark, width: number, radius: number) {
	if (kind !== 'point' && least === null)
		return { origin: 0, from: percentOf(x0, width), to: percentOf(x1, width), reach: 0 };
	const half = (least ?? 0) / 2;
	const reach = kind === 'point' ? (event.status === 'rumoured' ? radius + 2 : radius) : 0;
	return { origin: (x0 + x1) / 2, from: `${-half}px`, to: `${half}px`, reach };
}

function maskOf({ clippedStart, clippedEnd, x0, x1 }: SizedMark, uid: string): string | undefined {
	if (!clippedStart && !clippedEnd) return undefined;
	const side = clippedStart ? (clippedEnd ? 'both' : 'start') : 'end';
	return `url(#${uid}-${x1 - x0 < 2 * FADE_WIDTH ? 'short-' : ''}${side})`;
}

function renderLabel(label: PlacedLabel, origin: number, width: number): RenderedLabel {
	const { text, aside, anchor, at, dy, importance, inside, left, right } = label;
	const x = percentOf(at.x - origin, width);
	return {
		text,
		aside,
		x,
		dx: `${at.dx}px`,
		y: dy ? `${dy}px` : undefined,
		anchor: anchor === 'start' ? undefined : anchor,
		className: `label importance-${importance}`,
		plate: inside
			? {
					x: `calc(${x} + ${at.dx - 4}px)`,
					y: `${dy - 8}px`,
					width: `${right - left + 8}px`
				}
			: undefined
	};
}
