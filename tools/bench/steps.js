// The steps of zooming and dragging, as real input: at most one step per animation frame.

/** Wheel steps by which the chart is zoomed in, and then out again. */
const ZOOMS = 10;
/** Zoom steps before dragging, since a chart that shows everything cannot be panned. */
const CLOSER = 3;
/** Steps of a drag, and their distance in px: 400 px in all. */
const MOVES = 20;
const DRAG = 20;
/** Frames before the first step, for what a chart does when the pointer approaches. */
const FRAMES_BEFORE = 20;
/** Frames after the last step, for deferred work. */
const FRAMES_AFTER = 3;
/** Frames after which an input that has not reached the page counts as lost. */
const LOST = 100;

/**
 * @typedef {object} Step
 * @property {'zoom' | 'drag'} kind
 * @property {Record<string, unknown>[]} inputs parameters of successive `Input.dispatchMouseEvent` calls
 */

/**
 * Zooms in and out, then drags there and back in a part of the domain.
 * @param {import('./measure.js').Gestures} gestures
 * @returns {Step[]}
 */
export function listSteps({ zoomIn, zoomOut, at }) {
	/** @param {import('./measure.js').Zoom} zoom @param {number} count */
	const zoom = (zoom, count) => Array.from({ length: count }, () => zoomStep(zoom, at));
	return [
		...zoom(zoomIn, ZOOMS),
		...zoom(zoomOut, ZOOMS),
		...zoom(zoomIn, CLOSER),
		...dragSteps(at, -DRAG),
		...dragSteps(at, DRAG),
		...zoom(zoomOut, CLOSER)
	];
}

/**
 * @param {import('./measure.js').Zoom} zoom
 * @param {import('./measure.js').Point} at
 * @returns {Step}
 */
function zoomStep(zoom, at) {
	if ('click' in zoom) {
		const press = { ...zoom.click, button: 'left', buttons: 1, clickCount: 1 };
		const release = { ...press, type: 'mouseReleased', buttons: 0 };
		return { kind: 'zoom', inputs: [{ ...press, type: 'mousePressed' }, release] };
	}
	const modifiers = zoom.ctrl ? 2 : 0;
	const wheel = { ...at, type: 'mouseWheel', deltaX: 0, deltaY: zoom.wheel, modifiers };
	return { kind: 'zoom', inputs: [wheel] };
}

/**
 * @param {import('./measure.js').Point} at
 * @param {number} by px per step
 * @returns {Step[]}
 */
function dragSteps(at, by) {
	return Array.from({ length: MOVES }, (_, index) => {
		const point = { x: at.x + by * (index + 1), y: at.y, button: 'left' };
		const move = { ...point, type: 'mouseMoved', buttons: 1 };
		const press = { ...point, ...at, type: 'mousePressed', buttons: 1, clickCount: 1 };
		const release = { ...point, type: 'mouseReleased', buttons: 0, clickCount: 1 };
		const inputs = [
			...(index === 0 ? [press] : []),
			move,
			...(index === MOVES - 1 ? [release] : [])
		];
		return { kind: 'drag', inputs };
	});
}

/**
 * Dispatches the steps, each as soon as a frame has begun in which the page has received the previous one.
 * @param {import('playwright').CDPSession} session
 * @param {Step[]} steps
 * @param {import('./measure.js').Point} at initial position of the pointer
 * @returns {Promise<number[]>} for each step, the index of the frame in which it was dispatched
 * @throws {Error} if an input does not reach the page
 */
export async function takeSteps(session, steps, at) {
	let frames = 0;
	let inputs = 0;
	/** @type {(value?: unknown) => void} */
	let onFrame = () => {};
	/** @param {() => boolean} condition */
	const until = async (condition) => {
		while (!condition()) await new Promise((resolve) => (onFrame = resolve));
	};
	/** @param {{ payload: string }} event */
	const onBinding = ({ payload }) => {
		frames++;
		inputs = Number(payload);
		onFrame();
	};
	/** @param {Step['inputs']} events */
	const dispatch = (events) =>
		events.map((event) => {
			const response = session.send('Input.dispatchMouseEvent', /** @type {any} */ (event));
			response.catch(() => {}); // it may reject after the browser is killed, when nothing awaits it
			return response;
		});

	session.on('Runtime.bindingCalled', onBinding);
	await session.send('Runtime.addBinding', { name: 'benchFrame' });
	await session.send('Runtime.evaluate', { expression: 'bench.startMarking()' });
	await Promise.all(dispatch([{ ...at, type: 'mouseMoved' }]));
	await until(() => frames >= FRAMES_BEFORE);

	const starts = [];
	const responses = [];
	for (const step of steps) {
		const inputsBefore = inputs;
		starts.push(frames - 1);
		// the browser responds frames later: awaiting it here would leave frames empty
		responses.push(...dispatch(step.inputs));
		const framesBefore = frames;
		await until(() => inputs > inputsBefore || frames > framesBefore + LOST);
		if (inputs === inputsBefore) throw new Error('lost an input');
	}
	await Promise.all(responses);
	const last = frames;
	await until(() => frames >= last + FRAMES_AFTER);
	await session.send('Runtime.evaluate', { expression: 'bench.stopMarking()' });
	session.off('Runtime.bindingCalled', onBinding);
	return starts;
}
