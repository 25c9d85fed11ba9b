// Adapter for this project's chart.
import { mountTimeline } from './lib/timeline.js';

/** @type {import('./measure.js').Chart<import('./events.js').BenchTimeline>} */
export const chart = {
	convert: (timeline) => timeline,

	mount(target, timeline) {
		const mounted = mountTimeline(target, timeline);
		return {
			prepareFilter: (line) => () => mounted.setFilter(line === null ? {} : { lines: [line] }),
			gestures: () => ({
				zoomIn: { wheel: -340, ctrl: true },
				zoomOut: { wheel: 340, ctrl: true },
				at: { x: 640, y: 240 }
			})
		};
	}
};
