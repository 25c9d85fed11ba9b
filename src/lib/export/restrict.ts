import type { Timeline, TimelineEvent } from '../model/types.ts';
import { sourcesOf } from '../model/citation.ts';

/** @returns the timeline reduced to these events, the sources they quote, and the relations among them */
export function restrict(timeline: Timeline, events: TimelineEvent[]): Timeline {
	const ids = new Set(events.map(({ id }) => id));
	const sources = new Set(sourcesOf(events));
	return {
		...timeline,
		sources: timeline.sources.filter(({ id }) => sources.has(id)),
		events: events.map((event) => ({
			...event,
			relations: event.relations.filter((relation) => ids.has(relation.event))
		}))
	};
}
