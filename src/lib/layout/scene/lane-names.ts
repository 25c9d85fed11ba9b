import { DAY, type Span } from '../../model/date.ts';
import type { ChartTimeline } from '../../model/event.ts';
import { isPhone, plotWidth, type Geometry } from '../geometry.ts';
import { BADGE_WIDTHS, MARK_KINDS, MIN_WIDTHS, RUMOURED_REACH } from '../marks/sized-mark.ts';
import type { EventColumns } from '../place/event-columns.ts';
import type { LabelStyle } from '../marks/labels.ts';
import type { Measure } from '../scale/text-width.ts';

/** A lane's name as drawn. */
export interface LaneName {
	/** one or two; the last ends in an ellipsis if the name is shortened */
	lines: string[];
	/** middle of the first line, px below the lane's top rule */
	y: number;
	/** distance between the middles of two lines, px */
	leading: number;
}

/** How names are drawn and measured. */
type NameStyle = Pick<LabelStyle, 'geometry' | 'measure'>;

/** Largest share of the container's width that lane names take beside the plot. */
const SHARE = { phone: 0.31, desktop: 0.25 };
/** `y` of a name above the first row, px. */
const ABOVE = 9;
/** Width of the line of a ring, px. */
const RING = 2.25;
/** Line-break opportunities: after a space or a hyphen, and between ideographs. */
const BREAK = /(?<=[\s\-–—/])|(?<=[\u2e80-\uffff])(?=[\u2e80-\uffff])/u;
/** A character with its combining marks. */
const CHARACTER = /\P{M}\p{M}*/gu;

/**
 * Widens the gutters to the timeline: the left one to its lane names, up to a share of the width; the right one to the
 * badges of its marks; both to marks of minimum width at the ends of the domain. Does not depend on the window, so that
 * the plot keeps its place.
 * @param shown events that pass the filter
 */
export function fitGutters(
	geometry: Geometry,
	{ lines }: Pick<ChartTimeline, 'lines'>,
	shown: EventColumns,
	domain: Span,
	measure: Measure
): Geometry {
	const { from, font, laneNames, radius } = geometry;
	let { left, right } = geometry;
	right = Math.max(right, Math.ceil(findReach(radius, shown)));
	const [before, after] = findOverhang({ ...geometry, right }, shown, domain);
	const clearance = Math.max(geometry.clearance, before);
	if (laneNames === 'beside') {
		const share = SHARE[isPhone(geometry) ? 'phone' : 'desktop'];
		const widths = lines.map(({ label }) => measure(label, font.lane, true));
		const wanted = Math.ceil(Math.max(0, ...widths) + clearance);
		left = Math.max(left, Math.min(wanted, Math.floor(share * from)));
	}
	return {
		...geometry,
		clearance,
		left: Math.max(left, before),
		right: Math.max(right, after)
	};
}

/** @returns how far the badges of the narrowest marks reach beyond their middles, px */
function findReach(radius: number, { events, kind, badges }: EventColumns): number {
	let reach = radius;
	for (let i = 0; i < kind.length; i++) {
		if (!badges[i]) continue;
		const isDiamond = kind[i] === 0 && events[i]!.status === 'rumoured';
		const half = halfWidth(kind[i]!, radius) + (isDiamond ? RUMOURED_REACH : 0);
		reach = Math.max(reach, half + BADGE_WIDTHS[badges[i] as 0]);
	}
	return reach;
}

/** Half the minimum width of a mark, px. */
function halfWidth(kind: number, radius: number): number {
	return (MIN_WIDTHS[MARK_KINDS[kind]!] * radius) / 2;
}

/** @returns how far marks of minimum width reach beyond the domain, with their rings and badges, px */
function findOverhang(
	geometry: Geometry,
	{ start, end, kind, badges }: EventColumns,
	domain: Span
): [number, number] {
	const width = plotWidth(geometry);
	const [first, last] = [domain.start / DAY, domain.end / DAY];
	const perDay = width / (last - first);
	const ring = geometry.ring + RING / 2;
	let [before, after] = [0, 0];
	for (let i = 0; i < start.length; i++) {
		const half = halfWidth(kind[i]!, geometry.radius);
		const middle = ((start[i]! + end[i]!) / 2 - first) * perDay;
		if (kind[i] === 0 || half * 2 < (end[i]! - start[i]!) * perDay) continue;
		if (middle < 0 || middle > width) continue;
		before = Math.max(before, half + ring - middle);
		after = Math.max(after, half + Math.max(ring, BADGE_WIDTHS[badges[i] as 0]) - (width - middle));
	}
	// wider gutters leave less of the plot, so that the marks come a little closer to its ends
	return [before && Math.ceil(before + 0.5), after && Math.ceil(after + 0.5)];
}

/**
 * Fits a lane's name into the gutter, or above the rows: into one line, else two, else shortened.
 * @param style with the gutters that `fitGutters` returned
 */
export function layoutName(label: string, { geometry, measure }: NameStyle): LaneName {
	const { from, left, font, laneNames, padding, nameLines, clearance } = geometry;
	const leading = font.lane + 1;
	const width = laneNames === 'above' ? from : left - clearance;
	const lines = wrap(label, nameLines, (text) => measure(text, font.lane, true) <= width);
	const middle = padding.top - ((lines.length - 1) * leading) / 2;
	return { lines, leading, y: laneNames === 'above' ? ABOVE : Math.max(middle, leading / 2) };
}

/** @returns how far below their usual place the rows of a lane begin, and its least height, px */
export function spaceOf(
	{ lines, leading, y }: LaneName,
	{ laneNames }: Geometry
): { shift: number; height: number } {
	const more = (lines.length - 1) * leading;
	if (laneNames === 'above') return { shift: more, height: 0 };
	return { shift: 0, height: laneNames === 'none' ? 0 : y + more + leading / 2 };
}

/** @returns where names above their rows end, by line, px */
export function nameBoxes(
	lanes: { id: string; top: number; name: LaneName }[],
	{ geometry, measure }: NameStyle
): Map<string, { right: number; bottom: number }> {
	if (geometry.laneNames !== 'above') return new Map();
	return new Map(
		lanes.map(({ id, top, name: { lines, y, leading } }) => {
			const widths = lines.map((line) => measure(line, geometry.font.lane, true));
			const bottom = top + y + (lines.length - 0.5) * leading;
			return [id, { right: Math.max(...widths) - geometry.left, bottom }];
		})
	);
}

type Fits = (text: string) => boolean;

/** Greedy line breaking, inside a word that is wider than a line; what is left of the last line is shortened. */
function wrap(text: string, count: number, fits: Fits): string[] {
	const rest = text.trim();
	if (count === 1 || fits(rest))
		return [fits(rest) ? rest : `${cut(rest, (part) => fits(`${part}…`))}…`];
	const words = rest.split(BREAK);
	const end = words.findLastIndex((_, i) =>
		fits(
			words
				.slice(0, i + 1)
				.join('')
				.trimEnd()
		)
	);
	const line = end < 0 ? cut(rest, fits) : words.slice(0, end + 1).join('');
	return [line.trimEnd(), ...wrap(rest.slice(line.length), count - 1, fits)];
}

/** @returns the longest beginning that fits, but at least one character */
function cut(text: string, fits: Fits): string {
	const characters = text.match(CHARACTER) ?? [];
	const length = characters.findLastIndex((_, i) => fits(characters.slice(0, i + 1).join('')));
	return characters
		.slice(0, Math.max(1, length + 1))
		.join('')
		.trimEnd();
}
