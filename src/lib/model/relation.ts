import type { Relation, TimelineEvent } from './types.ts';
import * as m from '../language/messages.ts';
import { outcomeOf } from './outcome.ts';

/** A relation as described from one of its ends. */
export interface RelationWords {
	/** a label, to be followed by a colon */
	words: string;
	other: TimelineEvent;
	/** whether it is an announcement of which no event shows the outcome */
	open: boolean;
}

/** Labels of a relation, seen from the event that has it and from the other one. */
const WORDS: Record<Relation['type'], [from: () => string, to: () => string]> = {
	announces: [m.relation_announces, m.relation_announced_by],
	rumours: [m.relation_rumours, m.relation_rumoured_in],
	fulfils: [m.relation_fulfils, m.relation_fulfilled_by],
	follows: [m.relation_follows, m.relation_followed_by],
	contradicts: [m.relation_contradicts, m.relation_contradicts]
};
/** Labels of `fulfils` for a rumour, or a plan that was not announced. */
const BEARS_OUT = [m.relation_bears_out, m.relation_borne_out_by] as const;

/** @returns the event's own relations, then those of other events to it */
export function relationsOf(event: TimelineEvent, events: TimelineEvent[]): RelationWords[] {
	const byId = new Map(events.map((other) => [other.id, other]));
	const describe = (type: Relation['type'], from: TimelineEvent, to: TimelineEvent) => {
		const labels = type === 'fulfils' && !isPromised(to, events) ? BEARS_OUT : WORDS[type];
		return {
			words: labels[event === from ? 0 : 1](),
			other: event === from ? to : from,
			open: type === 'announces' && outcomeOf([from, to], events).outcome === 'not-shown'
		};
	};
	const own = event.relations.map(({ type, event: id }) => describe(type, event, byId.get(id)!));
	const others = events.flatMap((other) =>
		other.relations
			.filter((relation) => relation.event === event.id)
			.map(({ type }) => describe(type, other, event))
	);
	return [...own, ...others];
}

/** Whether the event was announced, or makes an announcement; a rumour, or a plan that nobody announced, is no promise. */
function isPromised({ id, status, relations }: TimelineEvent, events: TimelineEvent[]): boolean {
	const announced = events.some((other) =>
		other.relations.some((relation) => relation.type === 'announces' && relation.event === id)
	);
	return status === 'announced' || announced || relations.some(({ type }) => type === 'announces');
}
