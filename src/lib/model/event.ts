import type { Evidence, Relation, Source, Status, TimelineEvent } from './types.ts';
import { DAY, spanOf, type DatedDays } from './date.ts';

/** The fields of an event that the chart reads; a compiled `TimelineEvent` has them. */
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
	/** it has no quotation yet */
	draft?: boolean;
}

/** The fields of a timeline that the chart reads. */
export interface ChartTimeline {
	title?: string;
	lines: { id: string; label: string }[];
	events: ChartEvent[];
	sources?: Pick<Source, 'id' | 'publisher' | 'publication'>[];
}

/** An announcement or promise and the event it refers to, by id: an arc in the chart. */
export interface Pledge {
	from: string;
	to: string;
	/** whether the articles show that it was fulfilled */
	kept: boolean;
}

/** @returns the summary, unless it only repeats the title, as of a table's row without one */
export function ownSummary({ title, summary }: { title: string; summary?: string | null }): string {
	return summary && summary !== title ? summary : '';
}

const CLAIM_STATUSES: Status[] = ['announced', 'rumoured', 'planned'];

/** Whether the event is a statement about what is to come. */
export function isClaim({ status }: Pick<ChartEvent, 'status'>): boolean {
	return CLAIM_STATUSES.includes(status);
}

/** Whether `promisesOf` lists anything. */
export function hasPromises(all: ChartEvent[]): boolean {
	const events = all.filter(({ draft }) => !draft);
	const isTold = ({ type }: Relation) => type === 'announces' || type === 'rumours';
	return events.some((event) => isClaim(event) || event.relations?.some(isTold));
}

export function isDisputed(event: ChartEvent): boolean {
	return event.evidence?.some((evidence) => evidence.stance === 'disputes') ?? false;
}

/** Whether one source speaks for the event; a comment under an article is not the article’s. */
export function isOneVoice({
	evidence
}: {
	evidence: Pick<Evidence, 'source' | 'voice'>[];
}): boolean {
	return new Set(evidence.map(({ source, voice }) => `${voice} ${source}`)).size === 1;
}

/** @returns the first quotation that supports its event, else the first */
export function firstSupport<E extends Pick<Evidence, 'stance'>>(evidence: E[]): E | undefined {
	return evidence.find(({ stance }) => stance === 'supports') ?? evidence[0];
}

export function importanceOf(event: ChartEvent): 1 | 2 | 3 {
	return event.importance ?? 2;
}

/** Time order: start, end, importance (descending). A stable sort keeps equal ones in the order given. */
export function compareEvents(a: ChartEvent, b: ChartEvent): number {
	const [s, t] = [spanOf(a.date), spanOf(b.date)];
	return s.start - t.start || s.end - t.end || importanceOf(b) - importanceOf(a);
}

/**
 * @returns a pledge for each `announces` relation, and for each event that another fulfils and none announces; one for each
 * two events, whatever their relations. None where another event contradicts either of them, since the outcome is neither
 * kept nor open.
 */
export function findPledges(events: ChartEvent[]): Pledge[] {
	const relating = events.filter(({ relations }) => relations?.length);
	const related = (type: Relation['type']) =>
		relating.flatMap((event) =>
			event
				.relations!.filter((relation) => relation.type === type)
				.map((relation) => ({ from: event.id, to: relation.event }))
		);
	const fulfilled = new Map(related('fulfils').map(({ from, to }) => [to, from]));
	const contradicted = new Set(related('contradicts').flatMap(({ from, to }) => [from, to]));
	const announced = related('announces');
	const due = new Set(announced.map(({ to }) => to));
	const pairOf = ({ from, to }: Pick<Pledge, 'from' | 'to'>) => JSON.stringify([from, to].sort());
	const paired = new Set(announced.map(pairOf));
	const pledges: Pledge[] = [
		...announced.map(({ from, to }) => ({
			from,
			to,
			kept: fulfilled.has(from) || fulfilled.has(to)
		})),
		...[...fulfilled]
			.map(([promise, event]) => ({ from: promise, to: event, kept: true }))
			.filter((pledge) => !due.has(pledge.from) && !paired.has(pairOf(pledge)))
	];
	const shown = pledges.filter(({ from, to }) => !contradicted.has(from) && !contradicted.has(to));
	return [...new Map(shown.map((pledge) => [pairOf(pledge), pledge])).values()];
}

/** @returns the line that the event is drawn on: the first of its lines that the filter allows */
export function drawnLine(event: ChartEvent, allowed: string[] | undefined): string | undefined {
	return allowed?.length ? event.lines.find((line) => allowed.includes(line)) : event.lines[0];
}

/** Groups consecutive events that have the same date in words. */
export function groupByDate(events: TimelineEvent[]): TimelineEvent[][] {
	const groups: TimelineEvent[][] = [];
	for (const event of events) {
		const last = groups.at(-1);
		if (last?.[0]?.date.label === event.date.label) last.push(event);
		else groups.push([event]);
	}
	return groups;
}

/** Days before and after a publication date that count as near it. */
const NEAR = 7;

/**
 * The events that an article tells and that lie near its publication with their whole interval: at most a week before or
 * after it or, if it is known less exactly than to a week, within the span in which it lies. An approximate or ongoing
 * date has no certain end, so it never counts.
 */
export function eventsNear(
	{ id, publication }: Pick<Source, 'id' | 'publication'>,
	events: ChartEvent[]
): ChartEvent[] {
	const { start, end } = spanOf(publication);
	const margin = end - start <= NEAR * DAY ? NEAR * DAY : 0;
	return events.filter(({ date, evidence }) => {
		if (!evidence?.some(({ source }) => source === id)) return false;
		if (date.approximate || date.ongoing) return false;
		const span = spanOf(date);
		return span.start >= start - margin && span.end <= end + margin;
	});
}
