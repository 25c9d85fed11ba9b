// Adapter for vis-timeline: lines are groups; options are defaults, except height and zoom step.
import { DataSet } from 'vis-data/esnext';
import { Timeline } from 'vis-timeline/esnext';
import 'vis-timeline/styles/vis-timeline-graph2d.css';

/** Makes each step of the wheel zoom by a factor of 1.6. */
const ZOOM_FRICTION = 5 / 3;

/**
 * @typedef {{ id: string, content: string, group: string, start: Date, end?: Date }} Item
 * @typedef {{ id: string, content: string }} Group
 */

/** @type {import('./measure.js').Chart<{ items: Item[], groups: Group[] }>} */
export const chart = {
	convert: ({ lines, events }) => ({
		groups: lines.map(({ id, label }) => ({ id, content: label })),
		items: events.map(({ id, title, date, lines }) => ({
			id,
			content: title,
			group: /** @type {string} */ (lines[0]),
			start: new Date(date.start),
			...(date.end > date.start && { end: new Date(Date.parse(date.end) + 86_400_000) })
		}))
	}),

	mount(target, { items, groups }) {
		const groupSet = new DataSet(groups);
		const timeline = new Timeline(target, new DataSet(items), groupSet, {
			height: '100%',
			zoomFriction: ZOOM_FRICTION
		});
		return {
			// vis-timeline first draws the days around today, then moves to its items and draws again.
			complete: new Promise((resolve) => {
				let draws = 0;
				timeline.on('changed', () => ++draws === 2 && resolve());
			}),
			// Hiding groups is by far its fastest way to filter: the others restack all items.
			prepareFilter: (line) => {
				const shown = groups.map(({ id }) => ({ id, visible: line === null || id === line }));
				return () => groupSet.update(shown);
			},
			gestures: () => ({
				zoomIn: { wheel: -100 },
				zoomOut: { wheel: 100 },
				at: { x: 640, y: 360 }
			})
		};
	}
};
