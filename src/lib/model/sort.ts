import type { Timeline, TimelineEvent } from './types.ts';
import { compareEvents } from './event.ts';
import { STATUSES } from './vocabulary.ts';

/** The columns of the table. */
export const COLUMNS = ['date', 'title', 'status', 'line', 'source'] as const;
export type Column = (typeof COLUMNS)[number];
export type Direction = 'ascending' | 'descending';

type Known = Pick<Timeline, 'language' | 'lines' | 'sources'>;

/**
 * @returns the events sorted by one column, ties in time order; lines and statuses in display order, titles and
 * publishers alphabetically, without regard to punctuation
 */
export function sortEventsBy(
	events: TimelineEvent[],
	column: Column,
	direction: Direction,
	{ language, lines, sources }: Known
): TimelineEvent[] {
	const collator = new Intl.Collator(language, {
		numeric: true,
		sensitivity: 'base',
		ignorePunctuation: true
	});
	const publisher = (event: TimelineEvent) =>
		sources.find(({ id }) => id === event.evidence[0]?.source)?.publisher ?? '';
	const place = (event: TimelineEvent) => lines.findIndex(({ id }) => id === event.lines[0]);
	const compare: Record<Column, (a: TimelineEvent, b: TimelineEvent) => number> = {
		date: compareEvents,
		title: (a, b) => collator.compare(a.title, b.title),
		status: (a, b) => STATUSES.indexOf(a.status) - STATUSES.indexOf(b.status),
		line: (a, b) => place(a) - place(b),
		source: (a, b) => collator.compare(publisher(a), publisher(b))
	};
	const sign = direction === 'ascending' ? 1 : -1;
	return events.toSorted((a, b) => sign * compare[column](a, b) || compareEvents(a, b));
}
