/** iCalendar (RFC 5545). */
import type { Timeline, TimelineEvent } from '../model/types.ts';
import * as m from '../language/messages.ts';
import { DAY, formatDay, parseDay } from '../model/date.ts';
import { isDayExact } from '../model/download.ts';
import { voiceWords } from '../model/quotation/voice.ts';
import type { LinkTo } from './link.ts';

export interface Calendar {
	text: string;
	/** number of events left out because they are not of one known day */
	omitted: number;
}

/** Octets per line (RFC 5545, 3.1). */
const LINE = 75;

/** Writes the day-exact events as all-day entries; the description says how many are left out. */
export function formatCalendar(timeline: Timeline, linkTo: LinkTo): Calendar {
	// the years of iCalendar have four digits, without a sign
	const exact = timeline.events.filter(
		(event) => isDayExact(event) && !event.date.start.startsWith('-')
	);
	const omitted = timeline.events.length - exact.length;
	const lines = [
		'BEGIN:VCALENDAR',
		'VERSION:2.0',
		'CALSCALE:GREGORIAN',
		`PRODID:-//${timeline.company} timeline//${timeline.language.toUpperCase()}`,
		`X-WR-CALNAME:${escapeText(timeline.title)}`,
		`X-WR-CALDESC:${escapeText(describe(exact.length, omitted))}`,
		'METHOD:PUBLISH',
		...exact.flatMap((event) => formatEvent(event, timeline, linkTo)),
		'END:VCALENDAR'
	];
	return { text: lines.map((line) => `${fold(line)}\r\n`).join(''), omitted };
}

function formatEvent(event: TimelineEvent, timeline: Timeline, linkTo: LinkTo): string[] {
	const { id, title, date, status } = event;
	const categories = [
		...event.lines.map((line) => labelOf(line, timeline)),
		m.status_category({ status })
	];
	return [
		'BEGIN:VEVENT',
		`UID:${id}@${timeline.company.toLowerCase().replace(/[^a-z0-9]+/g, '-')}-timeline`,
		`SUMMARY:${escapeText(title)}`,
		// the dataset's own date, so that the same data gives the same file
		`DTSTAMP:${toBasic(timeline.updated)}T000000Z`,
		`DTSTART;VALUE=DATE:${toBasic(date.start)}`,
		`DTEND;VALUE=DATE:${toBasic(formatDay(parseDay(date.start) + DAY))}`,
		`DESCRIPTION:${escapeText(describeEvent(event, timeline, linkTo))}`,
		`URL:${linkTo(id)}`,
		`STATUS:${isConfirmed(event) ? 'CONFIRMED' : 'TENTATIVE'}`,
		`CATEGORIES:${categories.map(escapeText).join(',')}`,
		'TRANSP:TRANSPARENT',
		'END:VEVENT'
	];
}

/**
 * Whether a source gives the day, outright or so that it can be computed, of what was not merely planned or rumoured. A
 * day that we infer, or that rests on a fact from outside the articles, is tentative.
 */
function isConfirmed({ date, status }: TimelineEvent): boolean {
	const isOpen = status === 'planned' || status === 'rumoured';
	return !isOpen && (date.basis === 'stated' || date.basis === 'derived');
}

function describeEvent(event: TimelineEvent, { sources }: Timeline, linkTo: LinkTo): string {
	const quotations = event.evidence.map((evidence) => {
		const source = sources.find(({ id }) => id === evidence.source)!;
		const publisher = [source.publisher, voiceWords(evidence, source)].filter(Boolean);
		const quoted = m.quotation_of({
			words: evidence.exact,
			publisher: publisher.join(m.comma()),
			address: source.url
		});
		return evidence.stance === 'disputes' ? `${m.source_disputes()} ${quoted}` : quoted;
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

/** @returns `20100406` for `2010-04-06` */
function toBasic(day: string): string {
	return day.replaceAll('-', '');
}

/** TEXT (RFC 5545, 3.3.11). */
function escapeText(text: string): string {
	return text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');
}

/** Folds a line after at most 75 octets of UTF-8, never inside a character (RFC 5545, 3.1). */
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
