import { createEvents, type DateArray, type EventAttributes } from 'ics';
import type { Timeline, TimelineEvent } from '../model/types.ts';
import * as m from '../language/messages.ts';
import { DAY, formatDay, parseDay } from '../model/date.ts';
import { isDayExact } from '../model/download.ts';
import type { LinkTo } from './link.ts';

export interface Calendar {
	text: string;
	/** how many events are not in it: their day isn't known */
	omitted: number;
}

/**
 * A calendar (RFC 5545) of the events that are known to the day, each all that day long. What it leaves out, it says in
 * its description.
 * @throws {Error} when an event is not what a calendar can hold
 */
export function formatCalendar(timeline: Timeline, linkTo: LinkTo): Calendar {
	const exact = timeline.events.filter(isDayExact);
	const omitted = timeline.events.length - exact.length;
	const { error, value } = createEvents(
		exact.map((event) => toEntry(event, timeline, linkTo)),
		{ productId: `-//${timeline.company} timeline//${m.language_tag().toUpperCase()}` }
	);
	if (error || value === null) throw error ?? new Error('There is no calendar.');
	const lines = unfold(value).split('\r\n');
	const head = [
		`X-WR-CALNAME:${escapeText(timeline.title)}`,
		`X-WR-CALDESC:${escapeText(describe(exact.length, omitted))}`
	];
	lines.splice(lines.findIndex((line) => line.startsWith('PRODID')) + 1, 0, ...head);
	return { text: lines.map(fold).join('\r\n'), omitted };
}

function toEntry(event: TimelineEvent, timeline: Timeline, linkTo: LinkTo): EventAttributes {
	const { id, title, date, status } = event;
	const isOpen = status === 'planned' || status === 'rumoured';
	const attributes: EventAttributes & { timestamp: number } = {
		uid: `${id}@${timeline.company.toLowerCase().replace(/[^a-z0-9]+/g, '-')}-timeline`,
		// when this was last put down, so that the same data gives the same file
		timestamp: parseDay(timeline.updated),
		title,
		start: toArray(date.start),
		end: toArray(formatDay(parseDay(date.start) + DAY)),
		description: describeEvent(event, timeline, linkTo),
		url: linkTo(id),
		status: isOpen ? 'TENTATIVE' : 'CONFIRMED',
		transp: 'TRANSPARENT',
		categories: [
			...event.lines.map((line) => labelOf(line, timeline)),
			m.status_category({ status })
		].map(escapeText)
	};
	return attributes;
}

function describeEvent(event: TimelineEvent, { sources }: Timeline, linkTo: LinkTo): string {
	const quotations = event.evidence.map(({ exact, source }) => {
		const { publisher, url } = sources.find(({ id }) => id === source)!;
		return m.quotation_of({ words: exact, publisher, address: url });
	});
	const { status, summary } = event;
	return [m.status_and_summary({ status, summary }), ...quotations, linkTo(event.id)].join('\n\n');
}

function describe(held: number, omitted: number): string {
	const words = m.calendar_holds({ count: held });
	return omitted ? m.calendar_omits({ held: words, count: omitted }) : words;
}

function labelOf(line: string, { lines }: Timeline): string {
	return lines.find(({ id }) => id === line)?.label ?? line;
}

function toArray(day: string): DateArray {
	return day.split('-').map(Number) as [number, number, number];
}

/** https://www.rfc-editor.org/rfc/rfc5545#section-3.3.11 */
function escapeText(text: string): string {
	return text.replace(/[\\;,]/g, '\\$&').replace(/\n/g, '\\n');
}

function unfold(text: string): string {
	return text.replace(/\r\n[ \t]/g, '');
}

/** Octets a line may have. */
const LINE = 75;

/** The library counts characters, the standard (3.1) octets of UTF-8. */
function fold(line: string): string {
	const encoder = new TextEncoder();
	let folded = '';
	let octets = 0;
	for (const character of line) {
		const size = encoder.encode(character).length;
		if (octets + size > LINE) {
			folded += '\r\n ';
			octets = 1;
		}
		folded += character;
		octets += size;
	}
	return folded;
}
