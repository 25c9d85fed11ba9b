/**
 * Samples of the dataset that the built site serves, picked by property, so that the tests pass with any data. A test
 * whose sample the data doesn't have is skipped, with a sentence.
 */
import { existsSync, readFileSync } from 'node:fs';
import { listLanguages } from '../../../scripts/languages.js';
import { wholeDomain } from '../../../src/lib/layout/scale/scale.ts';
import { formatDay } from '../../../src/lib/model/date.ts';
import { passes } from '../../../src/lib/model/filter.ts';
import type { Timeline, TimelineEvent } from '../../../src/lib/model/types.ts';
import { need, timeline } from './support.ts';

const { events, lines } = timeline;
type Line = Timeline['lines'][number];

/** The languages of the build, the root's first. */
export const languages = listLanguages()
	.map((language) => ({ ...language, file: `build${language.path}/index.html` }))
	.filter(({ file }) => existsSync(file))
	.map(({ file, ...language }) => ({
		...language,
		/** BCP 47, that of its pages: English where the interface has no words in the language of the data */
		page: /<html[^>]* lang="([^"]+)"/.exec(readFileSync(file, 'utf8'))![1]!
	}));

/** The languages that are in folders. */
export const translations = languages.filter(({ path }) => path !== '');

export const onLines = (...ids: string[]): TimelineEvent[] =>
	events.filter((event) => event.lines.some((id) => ids.includes(id)));

/** The events that the chart draws in a line's lane if all lines are shown. */
export const laneOf = (id: string): TimelineEvent[] =>
	events.filter((event) => event.lines[0] === id);

const isImportant = ({ importance }: TimelineEvent) => importance === 3;

/** Lines that have some of the events, not all. */
const partial = lines.filter(({ id }) => {
	const count = onLines(id).length;
	return count > 0 && count < events.length;
});

/** The nearest to six events: enough to tell lines apart, and few enough that each mark has a label. */
const sample = partial
	.filter(({ id }) => laneOf(id).length > 1 && laneOf(id).some(isImportant))
	.toSorted((a, b) => Math.abs(laneOf(a.id).length - 6) - Math.abs(laneOf(b.id).length - 6))[0];

const small = partial
	.filter(({ id }) => id !== sample?.id)
	.toSorted((a, b) => onLines(a.id).length - onLines(b.id).length)[0];

/** A line with some of the events, an important one and at least one other in its lane. */
export function sampleLine(): Line {
	return need('product line with an important event and others in its lane', sample, lines[0]!);
}

/** Another line, the one with the fewest events. */
export function smallLine(): Line {
	return need('second product line with some of the events', small, lines[0]!);
}

/** An important event in the lane of `sampleLine`, and the most important of the others there. */
export function samplePair(): [TimelineEvent, TimelineEvent] {
	const lane = laneOf(sampleLine().id);
	const event = lane.find(isImportant) ?? events[0]!;
	const [other = event] = lane
		.filter((one) => one !== event)
		.toSorted((a, b) => b.importance - a.importance);
	return [event, other];
}

/** An event for any page: an important one if there is one. */
export const anEvent: TimelineEvent =
	(sample && laneOf(sample.id).find(isImportant)) ?? events.find(isImportant) ?? events[0]!;

/** @param word in lower-case letters without accents @returns whether a search for it finds the event */
export function mentions(event: TimelineEvent, word: string): boolean {
	return passes({ q: word }, timeline)(event);
}

const words = [
	...new Set(events.flatMap(({ title }) => title.toLowerCase().match(/\b[a-z]{5,}\b/g) ?? []))
];

/** A word of some titles, in lower case, that a few of the events mention. @param others must not mention it */
export function sampleWord(among = events, others: TimelineEvent[] = []): string {
	const counts = words
		.filter((word) => !others.some((event) => mentions(event, word)))
		.map((word) => ({ word, count: among.filter((event) => mentions(event, word)).length }))
		.filter(({ count }) => count > 0 && count < among.length / 2)
		.toSorted((a, b) => Math.abs(a.count - 4) - Math.abs(b.count - 4));
	return need('word of five Latin letters that a few events have', counts[0]?.word, '');
}

/** The word without one of its letters, so that no event has it. */
export function misspell(word: string): string {
	const typos = [...word].map((_, i) => word.slice(0, i) + word.slice(i + 1)).slice(1, -1);
	const typo = typos.find((one) => !events.some((event) => mentions(event, one)));
	return need(`misspelling of “${word}” that no event has`, typo, word);
}

/** Whether the date is within the event's chapter, so that the reading bar draws it there. */
export function isInChapter({ chapter, date }: TimelineEvent): boolean {
	const { from, to } = timeline.chapters.find(({ id }) => id === chapter)!;
	return date.start >= from && lastDay({ date }) <= to;
}

/** px: high enough for a chart of all lines and the controls below it */
export const TALL = Math.max(1100, 300 + 110 * lines.length);

/** For a regular expression. */
export const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** The whole years that the chart shows at full extent, ms; `end` is exclusive. */
export const domain = wholeDomain(events);

export const lastDay = ({ date }: Pick<TimelineEvent, 'date'>): string => date.end ?? date.asOf!;

/** First of January of the year of a time, or some years later, ms. */
function startOfYear(time: number, later = 0): number {
	const date = new Date(time);
	return new Date(0).setUTCFullYear(date.getUTCFullYear() + later, 0, 1);
}

/** A year as written in an address. */
const formatYear = (time: number) => formatDay(time).slice(0, -'-01-01'.length);

/** A window of whole years, shorter than the full extent. */
export interface Years {
	/** as written in an address */
	from: string;
	to: string;
	/** first and last day */
	first: string;
	last: string;
	/** the value of `view` */
	view: string;
}

/** @param count of years, from that of the day on; earlier at the end of the extent */
export function yearsFrom(day: string, count: number): Years {
	const all =
		new Date(domain.end - 1).getUTCFullYear() - new Date(domain.start).getUTCFullYear() + 1;
	need(`more than ${count} years`, all > count ? all : undefined, all);
	const latest = startOfYear(domain.end - 1, 1 - count);
	const start = Math.max(domain.start, Math.min(startOfYear(Date.parse(day)), latest));
	const last = startOfYear(start, count) - 86_400_000;
	const [from, to] = [formatYear(start), formatYear(startOfYear(last))];
	return { from, to, first: formatDay(start), last: formatDay(last), view: `${from}..${to}` };
}
