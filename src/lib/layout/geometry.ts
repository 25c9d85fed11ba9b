/** Dimensions of a drawing, by purpose and container width. All lengths are px. */

export interface Geometry {
	name: string;
	/** minimum width of the container; the drawing is laid out for it and stretched to wider containers */
	from: number;
	/** gutters beside the plot, at least: `fitGutters` widens them to the timeline */
	left: number;
	right: number;
	/** distance between the middles of neighbouring rows; in the bar, at most */
	row: number;
	/** from a lane's top rule to the middle of its first row, and from the middle of its last row to the next rule */
	padding: { top: number; bottom: number };
	maxRows: number;
	/** half the height of a mark */
	radius: number;
	/** gap between a mark and the ring around it when selected */
	ring: number;
	font: { label: number; tick: number; lane: number };
	laneNames: 'beside' | 'above' | 'none';
	/** distance kept between lane names and the plot, for marks at its start; `fitGutters` widens it */
	clearance: number;
	/** number of lines that a lane's name may take */
	nameLines: 1 | 2;
	/** smallest importance that gets a label if there is room; 3 for the most important that occur, 4 for no labels */
	labelled: 1 | 2 | 3 | 4;
	/** whether labels are above their marks instead of beside them */
	labelsAbove: boolean;
	/** whether pins show when articles were written */
	pins: boolean;
	/** levels of tick labels; the second is above the first */
	levels: 1 | 2;
	/** y of the tick labels' baseline and of the first lane's top rule */
	ticks: number;
	lanes: number;
}

const rest: Geometry = {
	name: 'rest',
	from: 1120,
	left: 100,
	right: 168,
	row: 17,
	padding: { top: 11, bottom: 10.5 },
	maxRows: 6,
	radius: 5.5,
	ring: 4,
	font: { label: 13, tick: 12, lane: 13 },
	laneNames: 'beside',
	clearance: 6.5,
	nameLines: 2,
	labelled: 1,
	labelsAbove: false,
	pins: true,
	levels: 2,
	ticks: 60,
	lanes: 69
};

const phoneRest: Geometry = {
	...rest,
	from: 300,
	left: 11,
	right: 12,
	row: 14,
	padding: { top: 25, bottom: 8 },
	radius: 4.5,
	ring: 2,
	font: { label: 12, tick: 12, lane: 12 },
	laneNames: 'above',
	labelled: 3,
	ticks: 59,
	lanes: 66
};

const bar: Geometry = {
	...rest,
	right: 206,
	row: 18,
	padding: { top: 11.25, bottom: 11.25 },
	radius: 4.5,
	ring: 2,
	font: { label: 12, tick: 12, lane: 13 },
	pins: false,
	levels: 1,
	ticks: 15,
	lanes: 23
};

const phoneBar: Geometry = {
	...phoneRest,
	left: 72,
	right: 20,
	row: 18,
	padding: { top: 11.25, bottom: 11.25 },
	font: { label: 12, tick: 11, lane: 11.5 },
	laneNames: 'beside',
	labelled: 4,
	ring: 1.5,
	pins: false,
	levels: 1,
	ticks: 13,
	lanes: 20
};

const embed: Geometry = {
	...rest,
	left: 92,
	right: 120,
	maxRows: 7,
	pins: false,
	levels: 1,
	ticks: 18,
	lanes: 28
};
const phoneEmbed: Geometry = { ...phoneRest, pins: false, ticks: 28, lanes: 36 };

const embedLine: Geometry = {
	...embed,
	left: 16,
	right: 110,
	row: 42,
	padding: { top: 24, bottom: 22 },
	maxRows: 40,
	radius: 6,
	font: { label: 14, tick: 12, lane: 13 },
	laneNames: 'none'
};
const phoneEmbedLine: Geometry = {
	...embedLine,
	right: 12,
	row: 52,
	padding: { top: 38, bottom: 16 },
	font: { label: 13, tick: 12, lane: 13 },
	labelsAbove: true
};

/**
 * Container widths at which the drawing changes, ascending: each drawing is laid out for one of them and used up to the
 * next. The container queries in served-chart.css repeat them.
 */
const BREAKPOINTS = {
	page: [300, 560, 860, 1120],
	embed: [248, 420, 560, 860, 1120]
};

/** Steps of the width for which `fitGeometry` lays out, px: a resize by less only stretches the drawing. */
const FIT_STEP = 20;

/** Minimum width for which `fitGeometry` lays out, px. */
const NARROWEST = 160;

/** Containers narrower than this get a phone drawing, px. */
const PHONE = 560;

function series(name: string, phone: Geometry, desktop: Geometry): Geometry[] {
	const isEmbed = name.startsWith('embed');
	const desktopFrom = name === 'embed-line' ? 420 : PHONE;
	return BREAKPOINTS[isEmbed ? 'embed' : 'page'].map((from) => {
		if (from < desktopFrom) return { ...phone, name, from };
		return {
			...desktop,
			name,
			from,
			right: from < 860 ? Math.min(desktop.right, 130) : desktop.right
		};
	});
}

/** The geometries of each purpose, narrowest first. */
export const GEOMETRIES = {
	rest: series('rest', phoneRest, rest),
	bar: series('bar', phoneBar, bar),
	embed: series('embed', phoneEmbed, embed),
	'embed-line': series('embed-line', phoneEmbedLine, embedLine)
} as const;

export type Purpose = keyof typeof GEOMETRIES;

/** @returns the container width from which the next drawing is used; null for the widest */
export function servesUntil(purpose: Purpose, { from }: Geometry): number | null {
	return GEOMETRIES[purpose].find((geometry) => geometry.from > from)?.from ?? null;
}

/** @returns the widest geometry that fits the container; the narrowest if none does */
export function chooseGeometry(purpose: Purpose, width: number): Geometry {
	const all = GEOMETRIES[purpose];
	return all.findLast((geometry) => geometry.from <= width) ?? all[0]!;
}

/**
 * Chooses the geometry for a container whose width is known before anything is drawn: laid out for that width, instead of
 * for the breakpoint below it, so that titles use all of the room.
 */
export function fitGeometry(purpose: Purpose, width: number): Geometry {
	const fitted = Math.max(width - (width % FIT_STEP), NARROWEST);
	return { ...chooseGeometry(purpose, width), from: fitted };
}

/** @returns the number of rows in a lane */
export function rowsOf(
	{ first, bottom }: { first: number; bottom: number },
	{ row, padding }: Geometry
): number {
	// a lane may be higher than its rows, for a name of two lines
	return Math.floor((bottom - first - padding.bottom) / row + 1e-6) + 1;
}

export function isPhone({ from }: Geometry): boolean {
	return from < PHONE;
}

/** @returns the container's width less both gutters, px */
export function plotWidth(geometry: Geometry): number {
	return geometry.from - geometry.left - geometry.right;
}

/** Width of a gutter that has space for “31 earlier”, px. */
const EDGE_GUTTER = 60;

/** @returns whether the gutters have space for the counts of events beyond the window */
export function hasEdgeGutters({ left, right }: Geometry): boolean {
	return Math.min(left, right) >= EDGE_GUTTER;
}
