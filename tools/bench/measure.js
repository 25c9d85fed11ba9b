// Measurements inside the page. The benchmark calls these functions over the Chrome DevTools Protocol.
import { generateTimeline } from './events.js';

/**
 * The `chart` that an adapter exports.
 * @template [Data=any]
 * @typedef {object} Chart
 * @property {(timeline: import('./events.js').BenchTimeline) => Data} convert to the
 *   library's own data format; not timed
 * @property {(target: HTMLElement, data: Data) => Mounted} mount
 *
 * @typedef {object} Mounted
 * @property {Promise<void>} [complete] resolves after the last drawing, for a library that needs more than two frames
 * @property {(line: string | null) => () => void} prepareFilter returns a function that shows one
 *   line, or all for null; only its call is timed
 * @property {() => Gestures} gestures
 *
 * @typedef {object} Gestures input that zooms and pans; px in the page
 * @property {Zoom} zoomIn by a factor of about 1.6, the step of a TimelineJS button
 * @property {Zoom} zoomOut
 * @property {Point} at position of wheel events and of the start of a drag
 *
 * @typedef {{ x: number, y: number }} Point
 * @typedef {{ wheel: number, ctrl?: boolean } | { click: Point }} Zoom the wheel's `deltaY`, or the
 *   centre of a button
 */

const target = /** @type {HTMLElement} */ (document.querySelector('#target'));
/** @type {Promise<{ chart: Chart }>} */
const library = import(new URL('chart.js', document.baseURI).href);

/** @type {any} */
let data = null;
/** @type {Mounted | undefined} */
let mounted;
let isMarking = false;
let mostElements = 0;
/** Number of wheel, move and click events that have reached the page. */
let inputs = 0;
for (const type of ['wheel', 'pointermove', 'click']) {
	addEventListener(type, () => inputs++, { capture: true, passive: true });
}

const bench = {
	/**
	 * Loads the library and converts the data, cloned through JSON as if read from a file.
	 * @param {number} size number of events
	 */
	async prepare(size) {
		const { chart } = await library;
		data = chart.convert(JSON.parse(JSON.stringify(generateTimeline(size))));
	},

	/** @returns {Promise<{ floor: number, first: number, complete: number }>} ms; `floor` with nothing drawn */
	async mount() {
		const { chart } = await library;
		const empty = await startAfterFrame();
		const floor = (await secondFrame()) - empty;
		const start = await startAfterFrame();
		mounted = chart.mount(target, data);
		const first = (await secondFrame()) - start;
		countElements();
		if (!mounted.complete) return { floor, first, complete: first };
		await mounted.complete;
		return { floor, first, complete: (await secondFrame()) - start };
	},

	/**
	 * @param {string | null} line the only line shown, or null for all
	 * @returns {Promise<number>} ms
	 */
	async filter(line) {
		const apply = mounted?.prepareFilter(line);
		const start = await startAfterFrame();
		apply?.();
		const time = (await secondFrame()) - start;
		countElements();
		return time;
	},

	gestures: () => mounted?.gestures(),

	/** Numbers of elements: in the chart now, its maximum so far, and in the whole page. */
	elements: () => ({
		now: countElements(),
		most: mostElements,
		page: document.querySelectorAll('*').length
	}),

	/** Marks every animation frame in the trace, and reports it to the benchmark with the number of inputs so far. */
	startMarking() {
		isMarking = true;
		const mark = () => {
			if (!isMarking) return;
			performance.mark('bench-frame');
			countElements();
			/** @type {any} */ (globalThis).benchFrame(String(inputs));
			requestAnimationFrame(mark);
		};
		requestAnimationFrame(mark);
	},

	stopMarking() {
		isMarking = false;
	}
};

function countElements() {
	const count = target.querySelectorAll('*').length;
	mostElements = Math.max(mostElements, count);
	return count;
}

/** Waits until just after a frame, so that every measurement starts at the same distance from the next. @returns ms */
async function startAfterFrame() {
	await nextFrame();
	await new Promise((resolve) => setTimeout(resolve));
	return performance.now();
}

/** Resolves when the second animation frame from now begins: the first has then been painted. @returns ms */
async function secondFrame() {
	await nextFrame();
	await nextFrame();
	return performance.now();
}

function nextFrame() {
	return new Promise((resolve) => requestAnimationFrame(resolve));
}

Object.assign(globalThis, { bench });
