import { isDay, isPeriod, spanOf } from '../../model/date.ts';
import { isDisputed, type ChartEvent } from '../../model/event.ts';
import type { Scale } from '../scale/scale.ts';
import type { Extent } from './spacing.ts';

/**
 * How an event's date is drawn: a day is a point, a month, year or set a capsule as wide as the interval,
 * what is about then fades at both ends, what lasted is a bar.
 */
export const KINDS = ['point', 'capsule', 'fade', 'bar'] as const;
export type Kind = (typeof KINDS)[number];

/** A place on the time axis: `x` stretches with the plot, `dx` doesn't. Both px. */
export interface Anchor {
	x: number;
	dx: number;
}

export interface Form {
	event: ChartEvent;
	kind: Kind;
	/** the interval in px, within the plot; for a point both are its middle */
	x0: number;
	x1: number;
	/** px; set where the interval is narrower than a mark may be: it is drawn so wide about the interval's middle */
	width: number | null;
	clippedStart: boolean;
	clippedEnd: boolean;
	doubtful: boolean;
	disputed: boolean;
	/** a bar that was still going on when a source last spoke of it */
	ongoing: boolean;
	/** everything that is drawn, with badges */
	left: Anchor;
	right: Anchor;
}

/** The least width of a mark, in radii; a rumoured point reaches 2 px further at each side. */
export const NARROWEST = { point: 2, capsule: 3, fade: 5.4, bar: 1.5 };
export const RUMOURED = 2;
/** px that are seen of a mark of which the window cuts off nearly all; less than what lies between marks */
const SLIVER = 3;
/** What badges take right of a mark, px: none, “?”, “≠”, both. */
export const BADGES = [0, 8, 12, 20] as const;

/** @param radius half the height of a mark, px @returns null when the event, or the noon of its day, lies outside the scale's domain */
export function formOf(event: ChartEvent, scale: Scale, radius: number): Form | null {
	const { start, end } = spanOf(event.date);
	const { domain } = scale;
	if (end <= domain.start || start >= domain.end) return null;

	const kind = kindOf(event);
	const isPoint = kind === 'point';
	const doubtful = event.date.uncertain ?? false;
	const disputed = isDisputed(event);
	const badges = BADGES[((doubtful ? 1 : 0) + (disputed ? 2 : 0)) as 0 | 1 | 2 | 3];

	const noon = (start + end) / 2;
	if (isPoint && (noon < domain.start || noon > domain.end)) return null;
	const x0 = scale.position(isPoint ? noon : Math.max(start, domain.start));
	const x1 = isPoint ? x0 : scale.position(Math.min(end, domain.end));
	// what the window cuts off is missing from a narrow mark, too: at its other end it stays where it was
	const hidden = scale.position(end) - scale.position(start) - (x1 - x0);
	const least = Math.max(NARROWEST[kind] * radius - hidden, SLIVER);
	const width = !isPoint && x1 - x0 < least ? least : null;
	const reach = radius + (event.status === 'rumoured' ? RUMOURED : 0);
	const half = isPoint ? reach : (width ?? 0) / 2;
	const middle = (x0 + x1) / 2;
	return {
		event,
		kind,
		x0,
		x1,
		width,
		clippedStart: !isPoint && start < domain.start,
		clippedEnd: !isPoint && end > domain.end,
		doubtful,
		disputed,
		ongoing: event.date.ongoing ?? false,
		left: { x: width ? middle : x0, dx: -half },
		right: { x: width ? middle : x1, dx: half + badges }
	};
}

/** @returns where the anchor is at the width for which it was laid out, px */
export function placeOf({ x, dx }: Anchor): number {
	return x + dx;
}

/** @returns from where to where all of the forms are drawn, px */
export function extentOf(...forms: Form[]): Extent {
	return {
		left: Math.min(...forms.map(({ left }) => placeOf(left))),
		right: Math.max(...forms.map(({ right }) => placeOf(right)))
	};
}

/** @returns how a date is drawn */
export function kindOf({ date }: Pick<ChartEvent, 'date'>): Kind {
	if (isPeriod(date)) return 'bar';
	if (date.approximate) return 'fade';
	return isDay(date) ? 'point' : 'capsule';
}
