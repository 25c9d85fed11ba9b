// Figures of the main thread from a browser's trace.

/**
 * @typedef {object} TraceEvent in Chromium's format; times in µs
 * @property {string} name
 * @property {string} ph
 * @property {number} pid
 * @property {number} tid
 * @property {number} ts
 * @property {number} [dur]
 *
 * @typedef {{ from: number, to: number }} Span µs
 *
 * @typedef {object} Busy
 * @property {number[]} busiest for each step, main-thread time in the busiest of its frames, ms
 * @property {number[]} total for each step, main-thread time in all of its frames, ms
 * @property {number} frames number of frames
 * @property {number} blocking total blocking time: the sum of each task's time beyond 50 ms, ms
 */

/** Chromium's trace categories that include these events and few others. */
export const CATEGORIES = ['toplevel', 'blink.user_timing'];

const FRAME = 'bench-frame';
const TASK = 'ThreadControllerImpl::RunTask';
/** Threshold of a long task, ms. */
const LONG = 50;

/**
 * @param {TraceEvent[]} events
 * @param {number[]} starts for each step, the index of the frame in which it was dispatched
 * @returns {Busy}
 * @throws {Error} if the trace has no animation frame
 */
export function readTrace(events, starts) {
	const marks = events.filter(({ name }) => name === FRAME).sort((a, b) => a.ts - b.ts);
	const [first] = marks;
	if (!first) throw new Error('The trace holds no animation frame.');
	const frames = marks.slice(1).map(({ ts }, index) => ({ from: marks[index]?.ts ?? ts, to: ts }));
	const all = { from: first.ts, to: frames.at(-1)?.to ?? first.ts };

	const tasks = events
		.filter(({ name, ph }) => name === TASK && ph === 'X')
		.filter(({ pid, tid }) => pid === first.pid && tid === first.tid)
		.map(({ ts, dur = 0 }) => ({ from: ts, to: ts + dur }))
		.filter((task) => overlap(task, all) > 0);
	const outermost = dropNested(tasks);
	const busy = frames.map((frame) => sum(outermost.map((task) => overlap(task, frame))) / 1000);

	const steps = starts.map((start, index) => busy.slice(start, starts[index + 1]));
	return {
		busiest: steps.map((step) => Math.max(0, ...step)),
		total: steps.map(sum),
		frames: frames.length,
		blocking: sum(outermost.map(({ from, to }) => Math.max(0, (to - from) / 1000 - LONG)))
	};
}

/**
 * Drops nested tasks, whose time is included in that of the outer task; O(n log n).
 * @param {Span[]} tasks
 */
function dropNested(tasks) {
	let end = -Infinity;
	return tasks
		.toSorted((a, b) => a.from - b.from || b.to - a.to)
		.filter(({ to }) => {
			const isOuter = to > end;
			end = Math.max(end, to);
			return isOuter;
		});
}

/**
 * @param {Span} a
 * @param {Span} b
 */
function overlap(a, b) {
	return Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from));
}

/** @param {number[]} numbers */
function sum(numbers) {
	return numbers.reduce((total, number) => total + number, 0);
}
