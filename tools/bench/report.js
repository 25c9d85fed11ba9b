// Formats measurements as tables of medians and ratios. Pure.

/**
 * @typedef {import('./load.js').Load} Load
 *
 * @typedef {object} Run all loads of one library with one number of events
 * @property {string} library
 * @property {number} size
 * @property {Load[]} loads
 */

/** The library to which ratios refer. */
const BASE = 'vis';
/** Rows in the order of the table; figures are divided by `unit`. */
export const ROWS = [
	{ figure: 'first', label: 'first render, ms', digits: 0 },
	{ figure: 'floor', label: '… of nothing at all, ms', digits: 0 },
	{ figure: 'complete', label: '… and nothing left to draw, ms', digits: 0 },
	{ figure: 'busy', label: 'busy per frame, median, ms', digits: 1 },
	{ figure: 'busy95', label: '… 95th percentile, ms', digits: 1 },
	{ figure: 'drag95', label: '… of dragging, ms', digits: 1 },
	{ figure: 'zoom95', label: '… of zooming, ms', digits: 1 },
	{ figure: 'blocking', label: 'total blocking time of all steps, ms', digits: 0 },
	{ figure: 'filter', label: 'filter to one line, ms', digits: 0 },
	{ figure: 'unfilter', label: '… and back, ms', digits: 0 },
	{ figure: 'heap', label: 'heap, MB', digits: 1, unit: 1e6 },
	{ figure: 'elements', label: 'DOM nodes, at rest', digits: 0 },
	{ figure: 'mostElements', label: '… at most', digits: 0 }
];

/** @param {number[]} numbers @returns {number} NaN without numbers */
export function findMedian(numbers) {
	const sorted = numbers.toSorted((a, b) => a - b);
	const middle = sorted.length / 2;
	const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
	return low === undefined || high === undefined ? NaN : (low + high) / 2;
}

/**
 * The percentile by nearest rank.
 * @param {number[]} numbers
 * @param {number} share from 0 to 1
 * @returns {number} NaN without numbers
 */
export function findPercentile(numbers, share) {
	const sorted = numbers.toSorted((a, b) => a - b);
	return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}

/**
 * The part of a load that measures a figure; `mount` for all others.
 * @type {Record<string, import('./load.js').Part>}
 */
const PARTS = {
	filter: 'filter',
	unfilter: 'filter',
	busy: 'steps',
	busy95: 'steps',
	drag95: 'steps',
	zoom95: 'steps',
	blocking: 'steps'
};

/**
 * @param {Load[]} loads
 * @param {string} figure
 * @returns {number | string} the median, or the reason why there is none
 */
export function summarize(loads, figure) {
	const part = PARTS[figure] ?? 'mount';
	const failure = loads.find(({ stopped }) => stopped?.part === part);
	if (failure?.stopped) return failure.stopped.why;
	const numbers = loads
		.map(({ figures }) => figures[figure])
		.filter((value) => value !== undefined);
	return numbers.length > 0 ? findMedian(numbers) : 'not measured';
}

/**
 * @param {Run[]} runs
 * @returns {string}
 */
export function formatTables(runs) {
	const libraries = [...new Set(runs.map(({ library }) => library))];
	const sizes = [...new Set(runs.map(({ size }) => size))];
	const bytes = { figure: 'bytes', label: 'first view, KB in Brotli', digits: 1, unit: 1024 };
	const tables = [
		tabulate('any number of events', [bytes], libraries, (library) =>
			runs
				.filter((run) => run.library === library)
				.flatMap(({ loads }) => loads)
				.filter(({ figures }) => figures.bytes !== undefined)
		),
		...sizes.map((size) =>
			tabulate(`${size.toLocaleString('en')} events`, ROWS, libraries, (library) =>
				runs
					.filter((run) => run.library === library && run.size === size)
					.flatMap(({ loads }) => loads)
			)
		)
	];
	return tables.join('\n\n');
}

/**
 * @param {string} title
 * @param {{ figure: string, label: string, digits: number, unit?: number }[]} rows
 * @param {string[]} libraries
 * @param {(library: string) => Load[]} loadsOf
 */
function tabulate(title, rows, libraries, loadsOf) {
	const body = rows.map(({ figure, label, digits, unit = 1 }) => {
		const base = libraries.includes(BASE) ? summarize(loadsOf(BASE), figure) : NaN;
		const cells = libraries.map((library) => {
			const value = summarize(loadsOf(library), figure);
			if (typeof value === 'string') return fill(value, '');
			return fill((value / unit).toFixed(digits), library === BASE ? '' : formatRatio(value, base));
		});
		return [label, ...cells];
	});
	return [[title, ...libraries.map((library) => fill(library, ''))], ...body]
		.map(([label = '', ...cells]) => (label.padEnd(36) + cells.join('')).trimEnd())
		.join('\n');
}

/**
 * Pads one cell of a table.
 * @param {string} value
 * @param {string} ratio
 */
function fill(value, ratio) {
	return value.padStart(13) + ratio.padStart(9);
}

/**
 * @param {number} value
 * @param {number | string} base
 */
function formatRatio(value, base) {
	if (typeof base === 'string' || !(base > 0)) return '';
	return `× ${(value / base).toPrecision(2)}`;
}
