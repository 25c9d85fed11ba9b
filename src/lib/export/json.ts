import type { Timeline } from '../model/types.ts';

/** The dataset in the shape of `/data/timeline.json`, indented for readers. */
export function formatJson(timeline: Timeline): string {
	return `${JSON.stringify(timeline, null, '\t')}\n`;
}
