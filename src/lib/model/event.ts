import type { Evidence, Relation, Source, Status, TimelineEvent } from './types.ts';
import { DAY, spanOf, type DatedDays, type Span } from './date.ts';

/** The least that the chart needs to know of an event; a compiled `TimelineEvent` is one. */
export interface ChartEvent {
	id: string;
	title: string;
	status: Status;
	lines: string[];
	date: DatedDays;
	short?: string | null;
	summary?: string;
	importance?: 1 | 2 | 3;
	relations?: Relation[];
	evidence?: Pick<Evidence, 'stance' | 'source'>[];
}

/** The least that the chart needs to know of a timeline. */
export interface ChartTimeline {
	title?: string;
	lines: { id: string; label: string }[];
	events: ChartEvent[];
	sources?: Pick<Source, 'id' | 'publisher' | 'publication'>[];
}

/** A promise or notice, and the event it spoke of: an arc in the chart. */
export interface Pledge {
	from: string;
	to: string;
	/** true when the articles show that it came true */
	kept: boolean;
}

export function isDisputed(event: ChartEvent): boolean {
	return event.evidence?.some((evidence) => evidence.stance === 'disputes') ?? false;
}

export function importanceOf(event: ChartEvent): 1 | 2 | 3 {
	return event.importance ?? 2;
}

/** Time order: by start, then end, the more important first, then id. */
export function compareEvents(a: ChartEvent, b: ChartEvent): number {
	const [s, t] = [spanOf(a.date), spanOf(b.date)];
	return (
		s.start - t.start ||
		s.end - t.end ||
		importanceOf(b) - importanceOf(a) ||
		(a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
	);
}

/** What was promised and what came of it, from the relations that the events carry. */
export function findPledges(events: ChartEvent[]): Pledge[] {
	const relating = events.filter(({ relations }) => relations?.length);
	const related = (type: Relation['type']) =>
		relating.flatMap((event) =>
			event
				.relations!.filter((relation) => relation.type === type)
				.map((relation) => ({ from: event.id, to: relation.event }))
		);
	const fulfilled = new Map(related('fulfils').map(({ from, to }) => [to, from]));
	const announced = related('announces');
	const due = new Set(announced.map(({ to }) => to));
	return [
		...announced.map(({ from, to }) => ({ from, to, kept: fulfilled.has(to) })),
		...[...fulfilled]
			.filter(([promise]) => !due.has(promise))
			.map(([promise, event]) => ({ from: promise, to: event, kept: true }))
	];
}

/** The line that an event is drawn on: the first of its lines that the filter lets through. */
export function drawnLine(event: ChartEvent, allowed: string[] | undefined): string | undefined {
	return allowed?.length ? event.lines.find((line) => allowed.includes(line)) : event.lines[0];
}

/** Runs of neighbours that share one date in words: a day on which several things were said. */
export function groupByDate(events: TimelineEvent[]): TimelineEvent[][] {
	const groups: TimelineEvent[][] = [];
	for (const event of events) {
		const last = groups.at(-1);
		if (last?.[0]?.date.label === event.date.label) last.push(event);
		else groups.push([event]);
	}
	return groups;
}

/** The events near an article's own date: in its month, or at most a week from its day. */
export function eventsNear(publication: Span, events: ChartEvent[], days = 7): ChartEvent[] {
	const margin = publication.end - publication.start <= DAY ? days * DAY : 0;
	return events.filter((event) => {
		const { start } = spanOf(event.date);
		return start >= publication.start - margin && start < publication.end + margin;
	});
}
