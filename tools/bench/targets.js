// The performance targets of the chart, and whether it reached them. Pure.
import { LIMIT } from './load.js';
import { summarize } from './report.js';

/** Duration of a frame at 60 Hz, ms. */
const FRAME = 1000 / 60;

/**
 * @typedef {import('./report.js').Run} Run
 *
 * @typedef {object} Verdict
 * @property {string} target
 * @property {number} value
 * @property {number} bound
 * @property {boolean} isReached
 * @property {number} [floor] time to draw nothing, if above the bound: the target is then out of reach
 */

/**
 * @param {Run[]} runs
 * @returns {Verdict[]} of the targets for which the runs have figures
 */
export function judge(runs) {
	/**
	 * @param {string} library
	 * @param {number} size
	 * @param {string} figure
	 */
	const read = (library, size, figure) => {
		const run = runs.find((run) => run.library === library && run.size === size);
		const value = run ? summarize(run.loads, figure) : NaN;
		if (typeof value === 'number') return value;
		if (library === 'ours') return Infinity;
		// it took at least the time limit, ms
		return value.startsWith('not in') ? LIMIT * 1000 : NaN;
	};
	/** @param {number} size @param {string} figure */
	const ours = (size, figure) => read('ours', size, figure);
	/** @param {number} size @param {string} figure */
	const vis = (size, figure) => read('vis', size, figure);
	/** @param {number} size @param {string} figure */
	const sketch = (size, figure) => read('sketch', size, figure);

	/** @param {number} size */
	const floor = (size) => ours(size, 'floor');

	/** @type {[target: string, value: number, bound: number, floor?: number][]} */
	const compared = [
		['first render of 30, ms, 0.8 × vis', ours(30, 'first'), 0.8 * vis(30, 'first'), floor(30)],
		[
			'first render of 3,000, ms, 0.15 × vis',
			ours(3000, 'first'),
			0.15 * vis(3000, 'first'),
			floor(3000)
		],
		[
			'first render of 30,000, ms, 0.01 × vis',
			ours(30_000, 'first'),
			0.01 * vis(30_000, 'first'),
			floor(30_000)
		],
		[
			'first render of 100,000, ms, 2.5 × that of 30,000',
			ours(100_000, 'first'),
			2.5 * ours(30_000, 'first')
		],
		[
			'first render of 100,000, ms, 2.5 × the sketch',
			ours(100_000, 'first'),
			2.5 * sketch(100_000, 'first')
		],
		['busy 95 % at 30, ms', ours(30, 'busy95'), 12],
		['busy 95 % at 3,000, ms', ours(3000, 'busy95'), 20],
		['busy 95 % at 100,000, ms', ours(100_000, 'busy95'), 26],
		['busy 95 % at 3,000, ms, 0.5 × vis', ours(3000, 'busy95'), 0.5 * vis(3000, 'busy95')],
		[
			'busy 95 % at 100,000, ms, 1.5 × that at 300',
			ours(100_000, 'busy95'),
			1.5 * ours(300, 'busy95')
		],
		['busy 95 % at 100,000, ms, a frame', ours(100_000, 'busy95'), FRAME]
	];
	const sizes = runs.filter(({ library }) => library === 'ours').map(({ size }) => size);
	/** @type {[target: string, figure: string, bound: number][]} */
	const everywhere = [
		['total blocking time, ms', 'blocking', 0],
		['filter to one line, ms, 3 frames', 'filter', 3 * FRAME],
		['filter back, ms, 3 frames', 'unfilter', 3 * FRAME],
		['DOM nodes', 'mostElements', 400],
		['first view, bytes in Brotli', 'bytes', 68 * 1024]
	];
	for (const [target, figure, bound] of everywhere) {
		const worst = Math.max(...sizes.map((size) => ours(size, figure)));
		compared.push([`${target}, any size`, worst, bound]);
	}
	return compared
		.filter(([, value, bound]) => !Number.isNaN(value) && !Number.isNaN(bound) && sizes.length > 0)
		.map(([target, value, bound, floor = 0]) => ({
			...{ target, value, bound, isReached: value <= bound },
			...(floor > bound && { floor })
		}));
}

/** @param {Verdict[]} verdicts */
export function formatVerdicts(verdicts) {
	return verdicts
		.map(({ target, value, bound, isReached, floor }) => {
			const beyond = floor ? ` (drawing nothing takes ${round(floor)})` : '';
			const measured = `${round(value)} of ${round(bound)}${beyond}`;
			return `${isReached ? 'reached    ' : 'NOT REACHED'}  ${target.padEnd(56)}${measured}`;
		})
		.join('\n');
}

/** @param {number} value */
function round(value) {
	return Number(value.toFixed(1)).toLocaleString('en');
}
