declare module '@knight-lab/timelinejs' {
	export class Timeline {
		constructor(target: HTMLElement, config: object, options?: object);
	}
}

/** The library as the site ships it, which build.js puts beside the adapter. */
declare module '*/lib/timeline.js' {
	export { mountTimeline } from '../../src/lib/index.ts';
}
