// The 60 steps of zooming and panning, as real input: one step an animation frame.

/** In, aside, out again, back again; and so on. */
const ROUNDS = 3;
const ZOOMS = 5;
const MOVES = 5;
/** px a step */
const DRAG = 40;
/** Frames before the first step, for what a chart does when the pointer comes near. */
const FRAMES_BEFORE = 20;
/** Frames after the last step, for what was put off. */
const FRAMES_AFTER = 3;
/** Frames after which an input that the page has not heard of won't come. */
const LOST = 100;

/** @typedef {Record<string, unknown>[]} Step what `Input.dispatchMouseEvent` is called with, in order */

/**
 * @param {import('./measure.js').Gestures} gestures
 * @returns {Step[]}
 */
export function listSteps({ zoomIn, zoomOut, at }) {
	const round = [
		...Array.from({ length: ZOOMS }, () => zoomStep(zoomIn, at)),
		...dragSteps(at, -DRAG),
		...Array.from({ length: ZOOMS }, () => zoomStep(zoomOut, at)),
		...dragSteps(at, DRAG)
	];
	return Array.from({ length: ROUNDS }, () => round).flat();
}

/**
 * @param {import('./measure.js').Zoom} zoom
 * @param {import('./measure.js').Point} at
 * @returns {Step}
 */
function zoomStep(zoom, at) {
	if ('click' in zoom) {
		const press = { ...zoom.click, button: 'left', buttons: 1, clickCount: 1 };
		return [
			{ ...press, type: 'mousePressed' },
			{ ...press, type: 'mouseReleased', buttons: 0 }
		];
	}
	const modifiers = zoom.ctrl ? 2 : 0;
	return [{ ...at, type: 'mouseWheel', deltaX: 0, deltaY: zoom.wheel, modifiers }];
}

/**
 * @param {import('./measure.js').Point} at
 * @param {number} by px a step
 * @returns {Step[]}
 */
function dragSteps(at, by) {
	return Array.from({ length: MOVES }, (_, index) => {
		const point = { x: at.x + by * (index + 1), y: at.y, button: 'left' };
		const move = { ...point, type: 'mouseMoved', buttons: 1 };
		const press = { ...point, ...at, type: 'mousePressed', buttons: 1, clickCount: 1 };
		const release = { ...point, type: 'mouseReleased', buttons: 0, clickCount: 1 };
		return [...(index === 0 ? [press] : []), move, ...(index === MOVES - 1 ? [release] : [])];
	});
}

/**
 * Gives the input: each step as soon as a frame has begun in which the page knew of the one before.
 * @param {import('playwright').CDPSession} session
 * @param {Step[]} steps
 * @param {import('./measure.js').Point} at where the pointer is before
 * @returns {Promise<number[]>} for each step, the number of the frame in which it was given
 */
export async function takeSteps(session, steps, at) {
	let frames = 0;
	let inputs = 0;
	/** @type {(value?: unknown) => void} */
	let onFrame = () => {};
	/** @param {() => boolean} isTrue */
	const until = async (isTrue) => {
		while (!isTrue()) await new Promise((resolve) => (onFrame = resolve));
	};
	/** @param {{ payload: string }} event */
	const hear = ({ payload }) => {
		frames++;
		inputs = Number(payload);
		onFrame();
	};
	/** @param {Step} step */
	const give = (step) =>
		step.map((event) => {
			const answer = session.send('Input.dispatchMouseEvent', /** @type {any} */ (event));
			answer.catch(() => {}); // it may come when the browser has been ended and nobody waits
			return answer;
		});

	session.on('Runtime.bindingCalled', hear);
	await session.send('Runtime.addBinding', { name: 'benchFrame' });
	await session.send('Runtime.evaluate', { expression: 'bench.startMarking()' });
	await Promise.all(give([{ ...at, type: 'mouseMoved' }]));
	await until(() => frames >= FRAMES_BEFORE);

	const starts = [];
	const answers = [];
	for (const step of steps) {
		const known = inputs;
		starts.push(frames - 1);
		// the browser's answer comes frames later: to wait for it would leave frames empty
		answers.push(...give(step));
		const given = frames;
		await until(() => inputs > known || frames > given + LOST);
		if (inputs === known) throw new Error('lost an input');
	}
	await Promise.all(answers);
	const last = frames;
	await until(() => frames >= last + FRAMES_AFTER);
	await session.send('Runtime.evaluate', { expression: 'bench.stopMarking()' });
	session.off('Runtime.bindingCalled', hear);
	return starts;
}
