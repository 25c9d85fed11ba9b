/** Timelines for `mountTimeline`, with invented data. */
import type { EventInput, TimelineInput } from '../../src/lib/index.ts';

export const LINES = [
	{ id: 'kites', label: 'Kites' },
	{ id: 'balloons', label: 'Balloons' }
];

export function eventOf(id: string, start: string, rest: Partial<EventInput> = {}): EventInput {
	return {
		id,
		title: `Title of ${id}`,
		date: { start, end: start },
		lines: ['kites'],
		status: 'happened',
		...rest
	};
}

export const periodOf = (id: string, start: string, end: string | null, rest: object = {}) =>
	eventOf(id, start, { date: { start, end, ...rest } });

/** Required fields only. */
export const small = (): TimelineInput => ({
	lines: LINES,
	events: [
		eventOf('first', '2010-04-06'),
		eventOf('second', '2012-05-01', { lines: ['balloons'], status: 'planned' }),
		periodOf('third', '2013-07-01', '2013-12-31'),
		eventOf('fourth', '2019-02-03', { lines: ['balloons', 'kites'] })
	]
});

/** `count` events on one line, a month apart, so that each has its own mark. */
export const apart = (count: number): TimelineInput => ({
	lines: [LINES[0]!],
	events: Array.from({ length: count }, (_, i) =>
		eventOf(`event-${i}`, new Date(Date.UTC(2000, i, 10)).toISOString().slice(0, 10))
	)
});
