import type { EventDate, Source, Status, Timeline } from '../data/schema.ts';
import { firstWhere } from '../layout/bisect.ts';
import { dateInWords } from '../layout/words.ts';
import { compareEvents, type ChartEvent } from '../model/event.ts';

/** What a status is called, in text and in names for those who can't see the mark. */
export function statusWord(status: Status, company = 'the company'): string {
	return {
		happened: 'Happened',
		announced: 'Announced',
		planned: 'Planned',
		rumoured: 'Rumoured',
		context: `Not ${company}’s own act`
	}[status];
}

export function lineLabel(timeline: Pick<Timeline, 'lines'>, id: string | undefined): string {
	return timeline.lines.find((line) => line.id === id)?.label ?? '';
}

/**
 * `title, date in words, status, product line, 2 of 40`
 * @param events in time order
 */
export function nameEvents(
	timeline: Pick<Timeline, 'lines' | 'company'>,
	events: ChartEvent[]
): (event: ChartEvent) => string {
	return (event) =>
		[
			event.title,
			dateInWords(event.date),
			statusWord(event.status, timeline.company).toLowerCase(),
			lineLabel(timeline, event.lines[0]),
			`${placeOf(event, events) + 1} of ${events.length}`
		].join(', ');
}

function placeOf(event: ChartEvent, events: ChartEvent[]): number {
	return firstWhere(events.length, (place) => compareEvents(events[place]!, event) >= 0);
}

export function countOf(count: number, noun: string): string {
	return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

const NUMBERS = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** `five`, and from 13 on in figures; 0 is `no` */
export function numberWord(count: number): string {
	return NUMBERS[count] ?? String(count);
}

/** `one, two and three` */
export function joinWords(words: string[], conjunction = 'and'): string {
	return words.length < 2
		? (words[0] ?? '')
		: `${words.slice(0, -1).join(', ')} ${conjunction} ${words.at(-1)}`;
}

/** How a date is known, as the end of a sentence. */
export function basisWords(basis: EventDate['basis']): string {
	return {
		stated: 'as the source states it',
		derived: 'worked out from what the source says',
		inferred: 'inferred from the article’s own date',
		outside: 'resting on a fact that none of the articles gives'
	}[basis];
}

/** What kind of publication a source is. */
export function kindWord(kind: Source['kind']): string {
	return { news: 'news site', blog: 'blog', 'fan-site': 'fan site' }[kind];
}
