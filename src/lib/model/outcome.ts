/** Promises, plans and rumours, and their outcome according to the articles. */
import type { Evidence, Relation, Source, TimelineEvent } from './types.ts';
import { compareEvents, isDisputed } from './event.ts';

/** `not-shown`: no article says whether it was kept. `contradicted`: another event contradicts it. */
export type Outcome = 'kept' | 'not-shown' | 'contradicted';

export interface Promised {
	/** the event that makes the claim; a planned event that no other event announces makes its own */
	said: TimelineEvent;
	/** the event that the claim is about, dated when it was due; null if no time was given */
	due: TimelineEvent | null;
	outcome: Outcome;
	/** the events that contradict or fulfil it; empty if none does */
	shownBy: TimelineEvent[];
	/** the articles published after it was due or, if no time was given, after the claim */
	later: Source[];
}

/** Events whose quotations contradict each other. */
export interface Disagreement {
	events: TimelineEvent[];
	/** the events that quote the readings: one that quotes both, or each of two that contradict each other */
	told: TimelineEvent[];
}

const CLAIM_STATUSES = ['announced', 'rumoured', 'planned'];

/** @returns every promise, plan and rumour, in time order of the claims */
export function promisesOf(events: TimelineEvent[], sources: Source[]): Promised[] {
	const claims = [...pairsOf(events, 'announces'), ...pairsOf(events, 'rumours')];
	const targets = new Set(claims.map(({ to }) => to));
	const claiming = new Set(claims.map(({ from }) => from));
	const alone = events
		.filter(
			(event) =>
				CLAIM_STATUSES.includes(event.status) && !targets.has(event) && !claiming.has(event)
		)
		.map((event) => ({ from: event, to: event.status === 'planned' ? event : null }));
	return [...claims, ...alone]
		.map(({ from, to }) => followUp(from, to, events, sources))
		.toSorted((a, b) => compareEvents(a.said, b.said));
}

/** @returns the facts on which sources disagree, in time order; events with the same quotations share an entry */
export function disagreementsOf(events: TimelineEvent[]): Disagreement[] {
	const byReadings = new Map<string, TimelineEvent[]>();
	for (const event of events.filter(isDisputed)) {
		const readings = readingsOf(event);
		byReadings.set(readings, [...(byReadings.get(readings) ?? []), event]);
	}
	const disputed = [...byReadings.values()].map((group) => ({
		events: group,
		told: group.slice(0, 1)
	}));
	const clashing = pairsOf(events, 'contradicts').map(({ from, to }) => {
		const both = [from, to].toSorted(compareEvents);
		return { events: both, told: both };
	});
	return [...disputed, ...clashing].toSorted((a, b) => compareEvents(a.events[0]!, b.events[0]!));
}

/** @returns the first supporting quotation, else the first: of `due` or, without one, of `said` */
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
