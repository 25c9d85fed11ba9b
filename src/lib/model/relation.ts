import type { Relation, TimelineEvent } from './types.ts';
import * as m from '../language/messages.ts';

/** A relation as described from one of its ends. */
export interface RelationWords {
	/** a label, to be followed by a colon */
	words: string;
	other: TimelineEvent;
	/** whether it is an announcement that no event fulfils */
	open: boolean;
}

const FROM: Record<Relation['type'], () => string> = {
	announces: m.relation_announces,
	rumours: m.relation_rumours,
	fulfils: m.relation_fulfils,
	follows: m.relation_follows,
	contradicts: m.relation_contradicts
};
const TO: Record<Relation['type'], () => string> = {
	announces: m.relation_announced_by,
	rumours: m.relation_rumoured_in,
	fulfils: m.relation_fulfilled_by,
	follows: m.relation_followed_by,
	contradicts: m.relation_contradicts
};

/** @returns the event's own relations, then those of other events to it */
export function relationsOf(event: TimelineEvent, events: TimelineEvent[]): RelationWords[] {
	const byId = new Map(events.map((other) => [other.id, other]));
	const kept = new Set(
		events.flatMap(({ relations }) =>
			relations.filter(({ type }) => type === 'fulfils').map((relation) => relation.event)
		)
	);
	const own = event.relations.map(({ type, event: id }) => ({
		words: FROM[type](),
		other: byId.get(id)!,
		open: type === 'announces' && !kept.has(id)
	}));
	const others = events.flatMap((other) =>
		other.relations
			.filter((relation) => relation.event === event.id)
			.map(({ type }) => ({
				words: TO[type](),
				other,
				open: type === 'announces' && !kept.has(event.id)
			}))
	);
	return [...own, ...others];
}
