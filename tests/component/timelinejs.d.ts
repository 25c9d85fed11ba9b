/** Partial types for TimelineJS, which ships none. */
declare module '@knight-lab/timelinejs/src/js/core/TimelineConfig.js' {
	interface Slide {
		unique_id: string;
		display_date: string;
		start_date: { data: { date_obj: Date } };
		text: { headline: string; text: string };
	}
	export class TimelineConfig {
		constructor(data: unknown);
		events: Slide[];
		title: Slide;
		validate(): void;
		isValid(): boolean;
		getErrors(): string[];
	}
}
