/** Promises, plans and rumours, and their outcome according to the articles. */
import type { Relation, Source, TimelineEvent } from './types.ts';
import { compareEvents, isClaim, isDisputed } from './event.ts';
import { publishedAfter, type PublishedAfter } from './source.ts';

/** `not-shown`: no article says whether it was kept. `contradicted`: another event contradicts it. */
export type Outcome = 'kept' | 'not-shown' | 'contradicted';

export interface Promised {
	/** the event that makes the claim; a planned event that no other event announces makes its own */
	said: TimelineEvent;
	/** the event that the claim is about, dated when it was due; null if no date was given */
	due: TimelineEvent | null;
	/** whether it was announced; else it is a rumour, or a plan that nobody announced */
	isPromise: boolean;
	outcome: Outcome;
	/** the events that contradict or fulfil it; empty if none does */
	shownBy: TimelineEvent[];
	/** articles published after it was due or, if no date was given, on a later day than the claim */
	later: PublishedAfter;
}

/** Events whose quotations contradict each other. */
export interface Disagreement {
	events: TimelineEvent[];
	/** the events that quote the readings: one that quotes both, or each of two that contradict each other */
	quotedIn: TimelineEvent[];
}

/**
 * Lists what was said to come, in time order of the claims:
 * - each pair of an event and of the event that it announces or, if it does not, speaks of as a rumour;
 * - each other event that is announced, planned or rumoured.
 * Use these statuses only for statements about the future: what was already under way is `happened`, and is no promise.
 */
export function promisesOf(all: TimelineEvent[], sources: Source[]): Promised[] {
	// a draft has no quotation yet, so it claims nothing
	const events = all.filter(({ draft }) => !draft);
	const announced = pairsOf(events, 'announces');
	const isAnnounced = ({ from, to }: Pair) =>
		announced.some((pair) => pair.from === from && pair.to === to);
	const rumoured = pairsOf(events, 'rumours').filter((pair) => !isAnnounced(pair));
	const paired = new Set([...announced, ...rumoured].flatMap(({ from, to }) => [from, to]));
	const alone = events.filter((event) => isClaim(event) && !paired.has(event));
	return [
		...announced.map(({ from, to }) => ({ said: from, due: to, isPromise: true })),
		...rumoured.map(({ from, to }) => ({ said: from, due: to, isPromise: false })),
		...alone.map((event) => ({
			said: event,
			due: event.status === 'planned' ? event : null,
			isPromise: event.status === 'announced'
		}))
	]
		.map((claim) => ({ ...claim, ...followUp(claim, events, sources) }))
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
		quotedIn: group.slice(0, 1)
	}));
	const clashing = pairsOf(events, 'contradicts').map(({ from, to }) => {
		const both = [from, to].toSorted(compareEvents);
		return { events: both, quotedIn: both };
	});
	return [...disputed, ...clashing].toSorted((a, b) => compareEvents(a.events[0]!, b.events[0]!));
}

/** @returns the outcome of a promise whose ends are the claim and, if there is one, the event that it is about */
export function outcomeOf(
	ends: TimelineEvent[],
	events: TimelineEvent[]
): Pick<Promised, 'outcome' | 'shownBy'> {
	const keepers = pairsOf(events, 'fulfils')
		.filter(({ to }) => ends.includes(to))
		.map(({ from }) => from);
	const against = pairsOf(events, 'contradicts').flatMap(({ from, to }) =>
		ends.includes(to) ? [from] : ends.includes(from) ? [to] : []
	);
	return {
		outcome: against.length ? 'contradicted' : keepers.length ? 'kept' : 'not-shown',
		shownBy: [...new Set([...against, ...keepers])]
	};
}

function followUp(
	{ said, due }: Pick<Promised, 'said' | 'due'>,
	events: TimelineEvent[],
	sources: Source[]
): Pick<Promised, 'outcome' | 'shownBy' | 'later'> {
	const ends = [said, due].filter((event) => event !== null);
	return {
		...outcomeOf(ends, events),
		later: due ? publishedAfter(sources, due.date, true) : publishedAfter(sources, said.date)
	};
}

interface Pair {
	from: TimelineEvent;
	to: TimelineEvent;
}

function pairsOf(events: TimelineEvent[], type: Relation['type']): Pair[] {
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
