import * as m from '../../language/messages.ts';
import { spanOf } from '../../model/date.ts';
import { importanceOf, type ChartEvent } from '../../model/event.ts';
import type { Anchor, SizedMark } from './sized-mark.ts';
import { positionOf } from './sized-mark.ts';
import type { Geometry } from '../geometry.ts';
import type { Measure } from '../scale/text-width.ts';
import { formatShortDay } from '../scale/date-format.ts';
import type { MarkGroup } from './mark-group.ts';

/** A placed text beside, inside or above a mark. */
export interface Label {
	/** id of the event whose mark it labels */
	id: string;
	text: string;
	/** a remark after the text, in a lighter colour: the due date, or the end beyond the plot */
	aside: string;
	anchor: 'start' | 'middle' | 'end';
	/** position of the text's start, middle or end, by `anchor` */
	at: Anchor;
	/** vertical offset of the text's middle from the row's middle, px; negative is up */
	dy: number;
	importance: 1 | 2 | 3;
	/** whether it lies inside a capsule or, where neither side has room, on a bar: on a plate in the background colour */
	inside: boolean;
	/** horizontal extent, an upper bound, px */
	left: number;
	right: number;
}

/** Gap between a mark and its label, px. */
export const GAP = 6;
/** Share of the plot's width beyond which labels prefer the left side, since little room is left on the right. */
const PREFER_LEFT_FROM = 0.82;
/** Labels inside a mark: minimum excess of the mark's width, and distance from its left end, px. */
const INSIDE = { excess: 27, start: 14 };
/** Drawings for containers narrower than this use short titles, px. */
const SHORT_BELOW = 420;
/** `dy` of a label above its mark, px. */
const ABOVE = -21;

/** Settings of labels: bounds, text measure, and which events get one. */
export interface LabelStyle {
	geometry: Geometry;
	/** smallest importance that gets a label */
	minImportance: number;
	/** bounds that labels must stay within, px: `[left, right]` */
	frame: [number, number];
	/** the plot's width, px */
	width: number;
	/** id of the selected event, which is labelled whatever its importance */
	selected: string | null;
	measure: Measure;
}

/**
 * Alternative labels of a group, by level of detail: full labels, shorter ones, and finally none.
 * @returns levels; within a level, alternatives with the preferred side first; each alternative is a set of labels that
 * lies within the frame
 */
export function labelChoices(group: MarkGroup, style: LabelStyle): Label[][][] {
	const { frame } = style;
	const fits = (labels: Label[]) =>
		labels.every(({ left, right }) => left >= frame[0] && right <= frame[1]);
	const levels = style.geometry.labelsAbove
		? choicesAbove(group, style)
		: choicesBeside(group, style);
	return [...levels.map((choices) => choices.filter(fits)), [[]]];
}

/** @returns whether the frame has room for the group's full labels */
export function fitsFullLabels(group: MarkGroup, style: LabelStyle): boolean {
	return labelChoices(group, style)[0]!.length > 0;
}

/** The title to the right of its mark. */
export function labelRight(mark: SizedMark, style: LabelStyle): Label {
	const title = titleOf(mark.event, style, false);
	const at = shift(mark.right, GAP);
	return make(mark.event, title, '', 'start', at, style);
}

/** The title to the left of its mark. */
export function labelLeft(mark: SizedMark, style: LabelStyle): Label {
	const title = titleOf(mark.event, style, false);
	const at = shift(mark.left, -GAP);
	return make(mark.event, title, '', 'end', at, style);
}

/**
 * The title inside a bar or a capsule, at the left end of its visible part; the short title where the whole one is too long.
 * @returns null if the mark is too short, or a point
 */
export function labelWithin(mark: SizedMark, style: LabelStyle): Label | null {
	const within = (short: boolean) => inside(mark, titleOf(mark.event, style, short), style)[0]?.[0];
	return within(false) ?? within(true) ?? null;
}

function choicesBeside(group: MarkGroup, style: LabelStyle): Label[][][] {
	const full = choicesInWords(group, style, false);
	const hasShort = group.marks.some(({ event }) => event.short && event.short !== event.title);
	return hasShort && style.geometry.from >= SHORT_BELOW
		? [...full, ...choicesInWords(group, style, true)]
		: full;
}

/** @param short whether to use short titles where events have one */
function choicesInWords(group: MarkGroup, style: LabelStyle, short: boolean): Label[][][] {
	const [first, second] = group.marks as [SizedMark, SizedMark?];
	const name = (event: ChartEvent) => titleOf(event, style, short);
	const label = (event: ChartEvent, aside: string, anchor: Label['anchor'], at: Anchor) =>
		make(event, name(event), aside, anchor, at, style);
	const left = () => label(first.event, '', 'end', shift(startOf(first, second), -GAP));
	const right = (mark: SizedMark, aside = '') =>
		label(mark.event, aside, 'start', shift(endOf(first, mark), GAP));

	if (second) {
		const due = right(second, prefixed(endRemark(second)));
		const brief = right(second, second.clippedEnd ? ' →' : '');
		const seconds = isWanted(second.event, style) ? [[due], [brief]] : [];
		if (!isWanted(first.event, style)) return seconds.length ? [seconds] : [];
		const firsts = [[left()]];
		const between = label(first.event, '', 'start', shift(first.right, GAP));
		if (between.right + GAP <= positionOf(second.left)) firsts.push([between]);
		const both = firsts.flatMap(([own]) => seconds.map(([other]) => [own!, other!]));
		if (positionOf(second.left) < positionOf(first.right)) {
			// the promise lies on the promised event's mark: a title right of both belongs to either
			const end = shift(endOf(first, second), GAP);
			const aside = ` · ${name(second.event)}${prefixed(endRemark(second))}`;
			if (seconds.length) both.push([label(first.event, aside, 'start', end)]);
			firsts.push([label(first.event, '', 'start', end)]);
		}
		if (!seconds.length) return [firsts];
		return importanceOf(second.event) > importanceOf(first.event)
			? [both, seconds, firsts]
			: [both, firsts, seconds];
	}
	if (!isWanted(first.event, style)) return [];
	// right of the plot, and of any part of the mark that extends beyond it
	const overhang = Math.max(0, positionOf(first.right) - style.width);
	const edge = { x: style.width, dx: overhang + GAP };
	if (group.later) {
		const own = { id: first.event.id };
		const due = label(group.later, ` · ${remarkOf(group.later)} →`, 'start', edge);
		const brief = label(group.later, ' →', 'start', edge);
		return [
			[
				[left(), { ...due, ...own }],
				[left(), { ...brief, ...own }]
			],
			[[left()]]
		];
	}
	if (first.clippedEnd) {
		const remark = endRemark(first);
		const gutter = make(first.event, '', remark, 'start', edge, style);
		return [
			[[left(), gutter], [right(first, prefixed(remark))]],
			[[left()], [right(first)]]
		];
	}
	const sides = [[right(first)], [left()]];
	if (positionOf(first.right) > PREFER_LEFT_FROM * style.width) sides.reverse();
	const within = inside(first, name(first.event), style);
	return first.kind === 'bar' || first.kind === 'fade' ? [sides, within] : [[...sides, ...within]];
}

function inside(mark: SizedMark, title: string, style: LabelStyle): Label[][] {
	const { kind, event, width, x0, x1 } = mark;
	if (kind === 'point' || width !== null) return [];
	const at = { x: x0, dx: INSIDE.start };
	const label = make(event, title, '', 'start', at, style);
	// a rumoured one has a “?” in its middle
	const free = event.status === 'rumoured' ? (x1 - x0) / 2 : x1 - x0;
	const fits = label.right - label.left + INSIDE.excess <= free;
	return fits ? [[{ ...label, inside: true }]] : [];
}

/** A label above a mark begins with it, or as far before as the frame requires. */
function choicesAbove(group: MarkGroup, style: LabelStyle): Label[][][] {
	const labels = group.marks
		.filter(({ event }) => isWanted(event, style))
		.map(({ event, left }) => {
			const title = titleOf(event, style, false);
			const at = (dx: number) => make(event, title, '', 'start', shift(left, dx), style, ABOVE);
			// whole px, so that rounding errors keep it within the frame
			return at(Math.min(0, Math.floor(style.frame[1] - at(0).right)));
		});
	const [first, second] = labels as [Label?, Label?];
	if (!first || !second) return labels.length ? [[labels]] : [];
	const single = [[first], [second]];
	if (second.importance > first.importance) single.reverse();
	return [second.left >= first.right + GAP ? [labels] : [], single];
}

function make(
	event: ChartEvent,
	text: string,
	aside: string,
	anchor: Label['anchor'],
	at: Anchor,
	style: LabelStyle,
	dy = 0
): Label {
	const importance = importanceOf(event);
	const size = style.geometry.font.label;
	const width =
		style.measure(text, size, importance === 3 || event.id === style.selected) +
		style.measure(aside, size);
	const x = positionOf(at);
	const left = anchor === 'end' ? x - width : x;
	return {
		id: event.id,
		text,
		aside,
		anchor,
		at,
		dy,
		importance,
		inside: false,
		left,
		right: left + width
	};
}

function titleOf(
	event: ChartEvent,
	{ geometry }: Pick<LabelStyle, 'geometry'>,
	short: boolean
): string {
	return ((short || geometry.from < SHORT_BELOW) && event.short) || event.title;
}

function isWanted(event: ChartEvent, { minImportance, selected }: LabelStyle): boolean {
	return importanceOf(event) >= minImportance || event.id === selected;
}

/** @returns `to 31 Dec 2021 →`, or `→` without an end, if the mark's end is clipped; else an empty string */
function endRemark(mark: SizedMark): string {
	if (!mark.clippedEnd) return '';
	if (mark.event.date.until) return '→';
	return m.goes_on_to({ date: formatShortDay(spanOf(mark.event.date).end - 1) });
}

function prefixed(remark: string): string {
	return remark && ` · ${remark}`;
}

function remarkOf(event: ChartEvent): string {
	return m.due_on({ date: event.date.label ?? formatShortDay(spanOf(event.date).start) });
}

/**
 * Left end of a pair: that of the promise, or of the promised event if it begins earlier. Anchored at the promised event
 * if that begins before the promise's middle, since its mark extends further left when the drawing is stretched.
 */
function startOf({ left }: SizedMark, second?: SizedMark): Anchor {
	if (second && positionOf(second.left) < positionOf(left)) return second.left;
	const x = Math.min(left.x, second?.left.x ?? left.x);
	return { x, dx: positionOf(left) - x };
}

/** Right end of a pair: that of the promised event, or of the promise if the plot's end clips the former before it. */
function endOf(first: SizedMark, { right: { x }, right }: SizedMark): Anchor {
	return { x, dx: Math.max(positionOf(first.right), positionOf(right)) - x };
}

function shift({ x, dx }: Anchor, by: number): Anchor {
	return { x, dx: dx + by };
}
