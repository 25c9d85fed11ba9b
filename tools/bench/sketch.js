// Adapter for a sketch: the least that draws the same events, dragged and zoomed, on one canvas. A lower bound for a
// chart of this kind: it has no links, tooltip, keyboard, uncertain dates, relations, clusters or resizing.

const HEIGHT = 720;
const GUTTER = 90;
const AXIS = 24;
const ROW = 17;
const MARK = 10;
/** Width of a label's character, px: an estimate, since measuring text would take most of the time. */
const CHARACTER = 6.5;
const DAY = 86_400_000;
const COLORS = ['#1a237e', '#7e22ce', '#065f46', '#0369a1', '#a16207', '#be123c'];

/**
 * One typed array for each field, in order of start.
 * @typedef {object} Columns
 * @property {string[]} lines
 * @property {string[]} titles
 * @property {Float64Array} starts ms
 * @property {Float64Array} ends ms
 * @property {Uint8Array} lanes index in `lines`
 * @property {number} longest longest duration, ms
 */

/** @type {import('./measure.js').Chart<import('./events.js').BenchTimeline>} */
export const chart = {
	convert: (timeline) => timeline,

	mount(target, { lines, events }) {
		const columns = readColumns(lines, events);
		const width = target.clientWidth;
		const canvas = document.createElement('canvas');
		[canvas.width, canvas.height] = [width, HEIGHT];
		target.append(canvas);
		const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
		const first = columns.starts[0] ?? 0;
		const domain = { from: first, to: columns.ends.reduce((a, b) => Math.max(a, b), first) };
		let view = domain;
		/** @type {string | null} */
		let shown = null;
		let isDue = false;
		const update = () => {
			if (isDue) return;
			isDue = true;
			requestAnimationFrame(() => {
				isDue = false;
				draw(context, columns, view, shown, width);
			});
		};

		/** @param {number} from @param {number} length ms */
		const show = (from, length) => {
			const kept = Math.min(length, domain.to - domain.from);
			const start = Math.max(domain.from, Math.min(domain.to - kept, from));
			view = { from: start, to: start + kept };
			update();
		};
		canvas.addEventListener('wheel', (event) => {
			event.preventDefault();
			const length = view.to - view.from;
			const share = (event.offsetX - GUTTER) / (width - GUTTER);
			const next = length * (event.deltaY < 0 ? 1 / 1.6 : 1.6);
			show(view.from + share * (length - next), next);
		});
		canvas.addEventListener('pointerdown', ({ pointerId }) => canvas.setPointerCapture(pointerId));
		canvas.addEventListener('pointermove', ({ buttons, movementX }) => {
			const length = view.to - view.from;
			if (buttons) show(view.from - (movementX / (width - GUTTER)) * length, length);
		});
		draw(context, columns, view, shown, width);
		return {
			prepareFilter: (line) => () => {
				shown = line;
				update();
			},
			gestures: () => ({
				zoomIn: { wheel: -100 },
				zoomOut: { wheel: 100 },
				at: { x: 640, y: 360 }
			})
		};
	}
};

/**
 * @param {{ id: string, label: string }[]} lines
 * @param {import('./events.js').BenchEvent[]} events in order of start
 * @returns {Columns}
 */
function readColumns(lines, events) {
	const starts = Float64Array.from(events, ({ date }) => Date.parse(date.start));
	const ends = Float64Array.from(events, ({ date }) => Date.parse(date.end) + DAY);
	const indexes = new Map(lines.map(({ id }, index) => [id, index]));
	return {
		lines: lines.map(({ id }) => id),
		titles: events.map(({ title }) => title),
		starts,
		ends,
		lanes: Uint8Array.from(events, ({ lines: [id = ''] }) => indexes.get(id) ?? 0),
		longest: ends.reduce((longest, end, index) => Math.max(longest, end - (starts[index] ?? 0)), 0)
	};
}

/**
 * Draws the events of a view by greedy interval packing in each lane, O(n + log N) for n events in view; what finds no
 * row is drawn without a label, on the lane's last.
 * @param {CanvasRenderingContext2D} context
 * @param {Columns} columns
 * @param {{ from: number, to: number }} view ms
 * @param {string | null} shown the only line shown, or null for all
 * @param {number} width px
 */
function draw(context, { lines, titles, starts, ends, lanes, longest }, view, shown, width) {
	const scale = (width - GUTTER) / (view.to - view.from);
	const laneHeight = (HEIGHT - AXIS) / lines.length;
	const rowCount = Math.floor(laneHeight / ROW);
	const rowEnds = lines.map(() => new Float64Array(rowCount).fill(-Infinity));
	const overflowEnds = new Float64Array(lines.length).fill(-Infinity);
	context.clearRect(0, 0, width, HEIGHT);
	context.font = '13px sans-serif';
	context.textBaseline = 'middle';
	context.fillStyle = '#555';
	for (let year = new Date(view.from).getUTCFullYear(); Date.UTC(year) < view.to; year++) {
		const x = GUTTER + (Date.UTC(year) - view.from) * scale;
		if (x >= GUTTER) context.fillText(String(year), x, AXIS / 2);
	}
	lines.forEach((line, lane) => context.fillText(line, 0, AXIS + lane * laneHeight + ROW / 2));

	for (let i = bisect(starts, view.from - longest); i < starts.length; i++) {
		const start = starts[i] ?? 0;
		if (start > view.to) break;
		const end = ends[i] ?? 0;
		const lane = lanes[i] ?? 0;
		if (end < view.from || (shown !== null && lines[lane] !== shown)) continue;
		const x = Math.max(GUTTER, GUTTER + (start - view.from) * scale);
		const length = Math.max(MARK, GUTTER + (end - view.from) * scale - x);
		const y = AXIS + lane * laneHeight;
		context.fillStyle = COLORS[lane % COLORS.length] ?? '';
		const row = rowEnds[lane]?.findIndex((rowEnd) => rowEnd < x) ?? -1;
		if (row === -1) {
			// one mark per pixel is enough where they cover each other
			if (x + length <= (overflowEnds[lane] ?? 0)) continue;
			overflowEnds[lane] = x + length;
			context.fillRect(x, y + rowCount * ROW - MARK / 2, length, MARK / 2);
			continue;
		}
		const title = titles[i] ?? '';
		context.fillRect(x, y + row * ROW + (ROW - MARK) / 2, length, MARK);
		context.fillText(title, x + length + 4, y + row * ROW + ROW / 2);
		/** @type {Float64Array} */ (rowEnds[lane])[row] = x + length + 8 + title.length * CHARACTER;
	}
}

/**
 * Index of the first number that is not below a value; O(log n).
 * @param {Float64Array} numbers ascending
 * @param {number} value
 */
function bisect(numbers, value) {
	let [low, high] = [0, numbers.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((numbers[middle] ?? 0) < value) low = middle + 1;
		else high = middle;
	}
	return low;
}
