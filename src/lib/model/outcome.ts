/** What was promised or rumoured, and what the articles show of it afterwards. */
import type { Evidence, Relation, Source, TimelineEvent } from './types.ts';
import { compareEvents, isDisputed } from './event.ts';

/** `not-shown`: no article says whether it came true. `contradicted`: another event stands against it. */
export type Outcome = 'kept' | 'not-shown' | 'contradicted';

export interface Promised {
	/** the event in which it was said; what is planned and told by no other event is its own */
	said: TimelineEvent;
	/** the event that it was said of, dated when it was due; null when no time was given */
	due: TimelineEvent | null;
	outcome: Outcome;
	/** the events that show it kept, or that stand against it; empty when nothing is shown */
	shownBy: TimelineEvent[];
	/** the articles written after it was due, or after it was said where no time was given */
	later: Source[];
}

/** Events whose quotations contradict each other. */
export interface Disagreement {
	events: TimelineEvent[];
	/** the event whose quotations tell both readings; for clashing events each has its own */
	told: TimelineEvent[];
}

const OPEN = ['announced', 'rumoured', 'planned'];

/** @returns every promise, plan and rumour, in the order in which they were told */
export function promisesOf(events: TimelineEvent[], sources: Source[]): Promised[] {
	const told = [...pairsOf(events, 'announces'), ...pairsOf(events, 'rumours')];
	const spokenOf = new Set(told.map(({ to }) => to));
	const saying = new Set(told.map(({ from }) => from));
	const alone = events
		.filter((event) => OPEN.includes(event.status) && !spokenOf.has(event) && !saying.has(event))
		.map((event) => ({ from: event, to: event.status === 'planned' ? event : null }));
	return [...told, ...alone]
		.map(({ from, to }) => followUp(from, to, events, sources))
		.toSorted((a, b) => compareEvents(a.said, b.said));
}

/** @returns what the sources tell in two ways, in time order; the same two readings once */
export function disagreementsOf(events: TimelineEvent[]): Disagreement[] {
	const byReadings = new Map<string, TimelineEvent[]>();
	for (const event of events.filter(isDisputed)) {
		const readings = readingsOf(event);
		byReadings.set(readings, [...(byReadings.get(readings) ?? []), event]);
	}
	const disputed = [...byReadings.values()].map((alike) => ({
		events: alike,
		told: alike.slice(0, 1)
	}));
	const clashing = pairsOf(events, 'contradicts').map(({ from, to }) => {
		const both = [from, to].toSorted(compareEvents);
		return { events: both, told: both };
	});
	return [...disputed, ...clashing].toSorted((a, b) => compareEvents(a.events[0]!, b.events[0]!));
}

/** @returns the quotation that says it best: of what was due, where there is such an event */
export function wordsOf({ said, due }: Pick<Promised, 'said' | 'due'>): Evidence {
	const { evidence } = due ?? said;
	return evidence.find(({ stance }) => stance === 'supports') ?? evidence[0]!;
}

function followUp(
	said: TimelineEvent,
	due: TimelineEvent | null,
	events: TimelineEvent[],
	sources: Source[]
): Promised {
	const ends = [said, due].filter((event) => event !== null);
	const keepers = pairsOf(events, 'fulfils')
		.filter(({ to }) => ends.includes(to))
		.map(({ from }) => from);
	const against = pairsOf(events, 'contradicts').flatMap(({ from, to }) =>
		ends.includes(to) ? [from] : ends.includes(from) ? [to] : []
	);
	const { date } = due ?? said;
	const last = date.end ?? date.start;
	return {
		said,
		due,
		outcome: against.length ? 'contradicted' : keepers.length ? 'kept' : 'not-shown',
		shownBy: [...new Set([...against, ...keepers])],
		later: sources.filter(({ publication }) => publication.start > last)
	};
}

function pairsOf(events: TimelineEvent[], type: Relation['type']) {
	const byId = new Map(events.map((event) => [event.id, event]));
	return events.flatMap((from) =>
		from.relations
			.filter((relation) => relation.type === type)
			.map((relation) => ({ from, to: byId.get(relation.event)! }))
	);
}

function readingsOf({ evidence }: TimelineEvent): string {
	return evidence
		.map(({ source, start, end }) => `${source} ${start}-${end}`)
		.toSorted()
		.join();
}
