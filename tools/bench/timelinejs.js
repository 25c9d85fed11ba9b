// Adapter for TimelineJS 3: lines are groups; options are defaults, except that there are no web fonts.
import { Timeline } from '@knight-lab/timelinejs';

/** @param {string} day */
function toDate(day) {
	const [year, month, date] = day.split('-').map(Number);
	return { year, month, day: date };
}

/**
 * @param {import('./events.js').BenchTimeline} timeline
 * @param {string | null} line the only line, or null for all
 */
function convert({ lines, events }, line) {
	const labels = new Map(lines.map(({ id, label }) => [id, label]));
	return {
		events: events
			.filter((event) => line === null || event.lines[0] === line)
			.map(({ id, title, summary, date, lines }) => ({
				unique_id: id,
				start_date: toDate(date.start),
				...(date.end > date.start && { end_date: toDate(date.end) }),
				text: { headline: title, text: summary },
				group: labels.get(lines[0] ?? '')
			}))
	};
}

/** @typedef {ReturnType<typeof convert>} Config */

/**
 * @param {HTMLElement} target
 * @param {Config} config
 */
function draw(target, config) {
	new Timeline(target, config, { font: null });
}

/** @type {import('./measure.js').Chart<{ config: Config, timeline: import('./events.js').BenchTimeline }>} */
export const chart = {
	convert: (timeline) => ({ timeline, config: convert(timeline, null) }),

	mount(target, { timeline, config }) {
		draw(target, config);
		return {
			// TimelineJS has no filter: a new timeline of the remaining events replaces it.
			prepareFilter: (line) => {
				const left = convert(timeline, line);
				return () => {
					target.replaceChildren();
					draw(target, left);
				};
			},
			// Its wheel only pans: it zooms with its buttons.
			gestures: () => ({
				zoomIn: { click: middleOf(target, '.tl-menubar-button:has(.tl-icon-zoom-in)') },
				zoomOut: { click: middleOf(target, '.tl-menubar-button:has(.tl-icon-zoom-out)') },
				at: { x: 640, y: 700 }
			})
		};
	}
};

/**
 * @param {HTMLElement} target
 * @param {string} selector
 */
function middleOf(target, selector) {
	const box = /** @type {Element} */ (target.querySelector(selector)).getBoundingClientRect();
	return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
