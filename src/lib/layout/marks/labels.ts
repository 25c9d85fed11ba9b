import * as m from '../../language/messages.ts';
import { spanOf } from '../../model/date.ts';
import { importanceOf, type ChartEvent } from '../../model/event.ts';
import type { Anchor, SizedMark } from './sized-mark.ts';
import { positionOf } from './sized-mark.ts';
import type { Geometry } from '../geometry.ts';
import type { Measure } from '../scale/text-width.ts';
import { formatShortDay } from '../scale/date-format.ts';
import type { MarkGroup } from './mark-group.ts';

export interface Label {
	/** the event at whose mark it stands */
	id: string;
	text: string;
	/** a remark after the text, in a lighter colour: when it is due, where it goes on */
	aside: string;
	anchor: 'start' | 'middle' | 'end';
	/** where the text starts, has its middle or ends */
	at: Anchor;
	/** px below (or above) the row's middle, of the text's middle */
	dy: number;
	importance: 1 | 2 | 3;
	/** whether it stands inside a capsule or, where no side has room, on a bar: on a plate of paper */
	inside: boolean;
	/** px, an upper bound of what it covers */
	left: number;
	right: number;
}

/** Between a mark and its label, px. */
export const GAP = 6;
/** Marks from here on (part of the plot) try the left side first: the plot ends soon. */
const LATE = 0.82;
/** A label stands inside a capsule that is so much longer, px, so far from its left end. */
const INSIDE = { longer: 30, start: 14 };
/** Drawings for narrower containers take an event's short title. */
const SHORT = 420;
/** Over its mark, above the row's middle, px. */
const ABOVE = -21;

/** How a label is to be set: what it may say, and the smallest importance that gets one. */
export interface LabelStyle {
	geometry: Geometry;
	/** events of less importance stay unnamed */
	least: number;
	/** px between which labels must stay */
	frame: [number, number];
	/** the plot's width, px */
	width: number;
	/** the chosen event, which is named whatever its importance */
	selected: string | null;
	measure: Measure;
}

/**
 * The ways in which a group may be labelled: first those that say all, best side first, then those that say less, and
 * at last none. Every one of them lies within the frame.
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

/** @returns whether the frame has room for all that the unit's labels should say */
export function canSayAll(group: MarkGroup, style: LabelStyle): boolean {
	return labelChoices(group, style)[0]!.length > 0;
}

/** The title right of its mark. */
export function labelRight(mark: SizedMark, style: LabelStyle): Label {
	const title = titleOf(mark.event, style, false);
	const at = shift(mark.right, GAP);
	return make(mark.event, title, '', 'start', at, style);
}

/** The title left of its mark. */
export function labelLeft(mark: SizedMark, style: LabelStyle): Label {
	const title = titleOf(mark.event, style, false);
	const at = shift(mark.left, -GAP);
	return make(mark.event, title, '', 'end', at, style);
}

/** The title within a mark that is long enough, from where it comes into the plot; null where it isn't. */
export function labelWithin(mark: SizedMark, style: LabelStyle): Label | null {
	const title = titleOf(mark.event, style, false);
	return inside(mark, title, style)[0]?.[0] ?? null;
}

function choicesBeside(group: MarkGroup, style: LabelStyle): Label[][][] {
	const full = choicesInWords(group, style, false);
	const hasShort = group.marks.some(({ event }) => event.short && event.short !== event.title);
	return hasShort && style.geometry.from >= SHORT
		? [...full, ...choicesInWords(group, style, true)]
		: full;
}

/** @param short whether events go by their short titles */
function choicesInWords(group: MarkGroup, style: LabelStyle, short: boolean): Label[][][] {
	const [first, second] = group.marks as [SizedMark, SizedMark?];
	const name = (event: ChartEvent) => titleOf(event, style, short);
	const label = (event: ChartEvent, aside: string, anchor: Label['anchor'], at: Anchor) =>
		make(event, name(event), aside, anchor, at, style);
	const left = () => label(first.event, '', 'end', shift(startOf(first, second), -GAP));
	const right = (mark: SizedMark, aside = '') =>
		label(mark.event, aside, 'start', shift(endOf(first, mark), GAP));

	if (second) {
		const far = shift(endOf(first, second), GAP);
		const due = right(second, prefixed(endRemark(second)));
		const brief = right(second, second.clippedEnd ? ' →' : '');
		const asideOfBoth = ` · ${name(second.event)}${prefixed(endRemark(second))}`;
		const both = label(first.event, asideOfBoth, 'start', far);
		const alone = label(first.event, '', 'start', far);
		const wantsSecond = isWanted(second.event, style);
		if (!isWanted(first.event, style)) return wantsSecond ? [[[due], [brief]]] : [];
		return [
			...(wantsSecond ? [[[left(), due], [left(), brief], [both]]] : []),
			[[left()], [alone]]
		];
	}
	if (!isWanted(first.event, style)) return [];
	// past the plot's end, and past what of the mark reaches beyond it
	const beyond = Math.max(0, positionOf(first.right) - style.width);
	const edge = { x: style.width, dx: beyond + GAP };
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
	if (positionOf(first.right) > LATE * style.width) sides.reverse();
	const within = inside(first, name(first.event), style);
	return first.kind === 'bar' ? [sides, within] : [[...sides, ...within]];
}

function inside(mark: SizedMark, title: string, style: LabelStyle): Label[][] {
	const isWide =
		mark.kind === 'bar' || (mark.kind === 'capsule' && mark.event.status !== 'rumoured');
	if (!isWide || mark.width !== null) return [];
	const at = { x: mark.x0, dx: INSIDE.start };
	const label = make(mark.event, title, '', 'start', at, style);
	const fits = label.right - label.left + INSIDE.longer <= mark.x1 - mark.x0;
	return fits ? [[{ ...label, inside: true }]] : [];
}

function choicesAbove(group: MarkGroup, style: LabelStyle): Label[][][] {
	const [first, second] = group.marks as [SizedMark, SizedMark?];
	if (!isWanted(first.event, style)) return [];
	const remark = second ? m.comma() + remarkOf(second.event) : '';
	const title = titleOf(first.event, style, false);
	const edge = { x: style.width, dx: style.frame[1] - style.width };
	const starts = (aside: string) =>
		make(first.event, title, aside, 'start', first.left, style, ABOVE);
	const ends = (aside: string) => make(first.event, title, aside, 'end', edge, style, ABOVE);
	return [[[starts(remark)], [ends(remark)], [starts('')], [ends('')]]];
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
	return ((short || geometry.from < SHORT) && event.short) || event.title;
}

function isWanted(event: ChartEvent, { least, selected }: LabelStyle): boolean {
	return importanceOf(event) >= least || event.id === selected;
}

/** `to 31 Dec 2021 →` where the chart cuts the end off, else nothing. */
function endRemark(mark: SizedMark): string {
	if (!mark.clippedEnd) return '';
	return m.goes_on_to({ date: formatShortDay(spanOf(mark.event.date).end - 1) });
}

function prefixed(remark: string): string {
	return remark && ` · ${remark}`;
}

function remarkOf(event: ChartEvent): string {
	return m.due_on({ date: event.date.label ?? formatShortDay(spanOf(event.date).start) });
}

/** The left end of both: the promise's at first, but a date that began before its middle spreads further when stretched. */
function startOf({ left }: SizedMark, second?: SizedMark): Anchor {
	const x = Math.min(left.x, second?.left.x ?? left.x);
	return { x, dx: positionOf(left) - x };
}

/** The right end of both: the date's, unless the plot's end cuts it off before what of the promise reaches beyond it. */
function endOf(first: SizedMark, { right: { x }, right }: SizedMark): Anchor {
	return { x, dx: Math.max(positionOf(first.right), positionOf(right)) - x };
}

function shift({ x, dx }: Anchor, by: number): Anchor {
	return { x, dx: dx + by };
}
