// What is measured inside the page. The command calls these functions over the DevTools protocol.
import { generateTimeline } from './events.js';

/**
 * What an adapter exports as `chart`.
 * @template [Data=any]
 * @typedef {object} Chart
 * @property {(timeline: import('./events.js').BenchTimeline) => Data} convert to what the library
 *   takes; not timed
 * @property {(target: HTMLElement, data: Data) => Mounted} mount
 *
 * @typedef {object} Mounted
 * @property {Promise<void>} [complete] for a library that is not done after two frames
 * @property {(line: string | null) => () => void} prepareFilter what it returns shows one line, or
 *   all for null; only that is timed
 * @property {() => Gestures} gestures
 *
 * @typedef {object} Gestures how a reader zooms and pans; px of the page
 * @property {Zoom} zoomIn by about 1.6, which is what a button of TimelineJS does
 * @property {Zoom} zoomOut
 * @property {Point} at where the wheel turns and a drag begins
 *
 * @typedef {{ x: number, y: number }} Point
 * @typedef {{ wheel: number, ctrl?: boolean } | { click: Point }} Zoom the wheel's `deltaY`, or the
 *   middle of a button
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
/** turns of the wheel, moves and clicks that have reached the page */
let inputs = 0;
for (const type of ['wheel', 'pointermove', 'click']) {
	addEventListener(type, () => inputs++, { capture: true, passive: true });
}

const bench = {
	/**
	 * Loads the library, and puts the data in memory as if it came from a file.
	 * @param {number} size
	 */
	async prepare(size) {
		const { chart } = await library;
		data = chart.convert(JSON.parse(JSON.stringify(generateTimeline(size))));
	},

	/** @returns {Promise<{ floor: number, first: number, complete: number }>} ms; `floor` of drawing nothing */
	async mount() {
		const { chart } = await library;
		const empty = await startAlike();
		const floor = (await secondFrame()) - empty;
		const start = await startAlike();
		mounted = chart.mount(target, data);
		const first = (await secondFrame()) - start;
		countElements();
		if (!mounted.complete) return { floor, first, complete: first };
		await mounted.complete;
		return { floor, first, complete: (await secondFrame()) - start };
	},

	/**
	 * @param {string | null} line the only one shown, or null for all
	 * @returns {Promise<number>} ms
	 */
	async filter(line) {
		const apply = mounted?.prepareFilter(line);
		const start = await startAlike();
		apply?.();
		const time = (await secondFrame()) - start;
		countElements();
		return time;
	},

	gestures: () => mounted?.gestures(),

	/** Elements: those that the chart has in its place, the most it had there, all of the page. */
	elements: () => ({
		now: countElements(),
		most: mostElements,
		page: document.querySelectorAll('*').length
	}),

	/** Marks every animation frame, for the trace and for the command, which is told the inputs so far. */
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

/** Waits until just after a frame, so that the next one is as far off as in every other measurement. */
async function startAlike() {
	await nextFrame();
	await new Promise((resolve) => setTimeout(resolve));
	return performance.now();
}

/** When the second animation frame from now begins: the first one has been painted then. */
async function secondFrame() {
	await nextFrame();
	await nextFrame();
	return performance.now();
}

function nextFrame() {
	return new Promise((resolve) => requestAnimationFrame(resolve));
}

Object.assign(globalThis, { bench });
