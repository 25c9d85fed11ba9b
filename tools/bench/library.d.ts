declare module '@knight-lab/timelinejs' {
	export class Timeline {
		constructor(target: HTMLElement, config: object, options?: object);
	}
}
