import { approximateEnds, isDay, isPeriod, spanOf } from '../../model/date.ts';
import { isDisputed, type ChartEvent } from '../../model/event.ts';
import type { Scale } from '../scale/scale.ts';
import type { Extent } from './spacing.ts';

/**
 * Kinds of marks, by precision of the date: a point for a day; a capsule as wide as its interval for a month, year or
 * set; a fade for an approximate date; a bar for a period, faded at an approximate end.
 */
export const MARK_KINDS = ['point', 'capsule', 'fade', 'bar'] as const;
export type MarkKind = (typeof MARK_KINDS)[number];

/** A position on the time axis, px: `x` scales with the plot, `dx` does not. */
export interface Anchor {
	x: number;
	dx: number;
}

/** An event with the kind and extent of its mark at one scale. */
export interface SizedMark {
	event: ChartEvent;
	kind: MarkKind;
	/** px, the date's interval clipped to the plot; for a point, both are its centre */
	x0: number;
	x1: number;
	/** px, centred on the interval, where the interval is narrower than the minimum width of a mark; else null */
	width: number | null;
	clippedStart: boolean;
	clippedEnd: boolean;
	/** whether the bar fades out at this end, which is approximate, instead of ending in a cap */
	fadedStart: boolean;
	fadedEnd: boolean;
	uncertain: boolean;
	disputed: boolean;
	/** whether it has no quotation yet; “…” takes the place of “≠”, which needs a quotation */
	draft: boolean;
	/** whether the period has no end: its bar ends in an arrow at the last date confirmed by a source */
	ongoing: boolean;
	/** extent of everything drawn, badges included */
	left: Anchor;
	right: Anchor;
}

/** Minimum width of a mark, in radii. */
export const MIN_WIDTHS = { point: 2, capsule: 3, fade: 5.4, bar: 1.5 };
/** Extra width of a rumoured point, a diamond, on each side, px. */
export const RUMOURED_REACH = 2;
/** Minimum visible part of a mark clipped by the window, px; less than the gap between marks. */
const MIN_VISIBLE = 3;
/** Width of the badges right of a mark, px: none, “?”, “≠” or “…”, both. */
export const BADGE_WIDTHS = [0, 8, 12, 20] as const;

/**
 * Sizes an event's mark.
 * @param radius half the height of a mark, px
 * @returns null if the event, or the noon of its day, lies outside the scale's domain
 */
export function sizeMark(event: ChartEvent, scale: Scale, radius: number): SizedMark | null {
	const { start, end } = spanOf(event.date);
	const { domain } = scale;
	if (end <= domain.start || start >= domain.end) return null;

	const kind = markKindOf(event);
	const isPoint = kind === 'point';
	const uncertain = event.date.uncertain ?? false;
	const disputed = isDisputed(event);
	const draft = event.draft ?? false;
	const badges = BADGE_WIDTHS[((uncertain ? 1 : 0) + (disputed || draft ? 2 : 0)) as 0 | 1 | 2 | 3];

	const noon = (start + end) / 2;
	if (isPoint && (noon < domain.start || noon > domain.end)) return null;
	const x0 = scale.position(isPoint ? noon : Math.max(start, domain.start));
	const x1 = isPoint ? x0 : scale.position(Math.min(end, domain.end));
	// a mark at minimum width shrinks by the clipped part, so that its other end stays in place
	const hidden = scale.position(end) - scale.position(start) - (x1 - x0);
	const least = Math.max(MIN_WIDTHS[kind] * radius - hidden, MIN_VISIBLE);
	const width = !isPoint && x1 - x0 < least ? least : null;
	const reach = radius + (event.status === 'rumoured' ? RUMOURED_REACH : 0);
	const half = isPoint ? reach : (width ?? 0) / 2;
	const middle = (x0 + x1) / 2;
	const clippedStart = !isPoint && start < domain.start;
	const clippedEnd = !isPoint && end > domain.end;
	const about = approximateEnds(event.date);
	return {
		event,
		kind,
		x0,
		x1,
		width,
		clippedStart,
		clippedEnd,
		fadedStart: about.start && !clippedStart,
		fadedEnd: about.end && !clippedEnd,
		uncertain,
		disputed,
		draft,
		ongoing: event.date.ongoing ?? false,
		left: { x: width ? middle : x0, dx: -half },
		right: { x: width ? middle : x1, dx: half + badges }
	};
}

/** @returns px, at the width of the layout (unstretched) */
export function positionOf({ x, dx }: Anchor): number {
	return x + dx;
}

/** @returns the joint extent of the marks, px */
export function extentOf(...marks: SizedMark[]): Extent {
	return {
		left: Math.min(...marks.map(({ left }) => positionOf(left))),
		right: Math.max(...marks.map(({ right }) => positionOf(right)))
	};
}

export function markKindOf({ date }: Pick<ChartEvent, 'date'>): MarkKind {
	if (isPeriod(date)) return 'bar';
	if (date.approximate) return 'fade';
	return isDay(date) ? 'point' : 'capsule';
}
