import type { Timeline } from '../model/types.ts';

/** The shape of `/data/timeline.json`, for people to read too. */
export function formatJson(timeline: Timeline): string {
	return `${JSON.stringify(timeline, null, '\t')}\n`;
}
