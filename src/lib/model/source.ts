import type { Evidence, Source, TimelineEvent } from './types.ts';
import { DAY, spanOf, type DatedDays, type Span } from './date.ts';
import { isDisputed } from './event.ts';

/** A quoted passage of an article, with the events that it supports and those that it disputes. */
export interface Quoted {
	evidence: Evidence;
	supports: TimelineEvent[];
	disputes: TimelineEvent[];
}

/** @returns the quotations of one article in reading order; quotations of the same range are merged */
export function quotationsOf(source: string, events: TimelineEvent[]): Quoted[] {
	const passages = new Map<string, Quoted>();
	for (const event of events)
		for (const evidence of event.evidence) {
			if (evidence.source !== source) continue;
			const place = `${evidence.start}-${evidence.end}`;
			const passage = passages.get(place) ?? { evidence, supports: [], disputes: [] };
			if (!passage[evidence.stance].includes(event)) passage[evidence.stance].push(event);
			passages.set(place, passage);
		}
	return [...passages.values()].toSorted(
		(a, b) => a.evidence.start - b.evidence.start || a.evidence.end - b.evidence.end
	);
}

/**
 * @returns an event's quotations in the order in which they are shown. Where sources disagree, that is the order in which
 * their articles may have been published first: whether that was their order is not always known.
 */
export function orderQuotations(event: TimelineEvent, sources: Source[]): Evidence[] {
	if (!isDisputed(event)) return event.evidence;
	const published = new Map(sources.map(({ id, publication }) => [id, publication.start]));
	return event.evidence.toSorted((a, b) =>
		published.get(a.source)!.localeCompare(published.get(b.source)!)
	);
}

/** @returns the number of different passages that the events quote: one that several events quote counts once */
export function countPassages(events: Pick<TimelineEvent, 'evidence'>[]): number {
	const all = events.flatMap(({ evidence }) => evidence);
	return new Set(all.map(({ source, start, end }) => `${source} ${start}-${end}`)).size;
}

/**
 * The part of an article that its quotations show, without their prefixes and suffixes. What several quote counts once.
 * @param passages sorted by start
 * @returns 0 to 1
 */
export function quotedShare(
	passages: Pick<Evidence, 'start' | 'end'>[],
	{ characters }: Pick<Source, 'characters'>
): number {
	let [quoted, reached] = [0, 0];
	for (const { start, end } of passages) {
		quoted += Math.max(0, end - Math.max(start, reached));
		reached = Math.max(reached, end);
	}
	return quoted / characters;
}

/** Articles that were published after a date. */
export interface PublishedAfter {
	certain: Source[];
	/** whose own date, or the date they are compared with, is not known well enough to tell */
	possible: Source[];
}

/**
 * Compares whole intervals: an article is certainly later if its first possible day is after the date's last one, and
 * certainly not if its last possible day is not after the date's first one.
 * @param sameDay whether one of the same day may be later, too
 */
export function publishedAfter(
	sources: Source[],
	date: DatedDays,
	sameDay = false
): PublishedAfter {
	const { start, end } = reachOf(date);
	const dated = sources.map((source) => ({ source, ...publicationReach(source) }));
	const isCertain = (article: Span) => article.start >= end;
	const isPossible = (article: Span) => article.end > (sameDay ? start : start + DAY);
	return {
		certain: dated.filter(isCertain).map(({ source }) => source),
		possible: dated
			.filter((article) => !isCertain(article) && isPossible(article))
			.map(({ source }) => source)
	};
}

/** @returns the article in whose time of publication the latest one certainly appeared; it may be another one */
export function latestOf(sources: Source[]): Source {
	return sources.toSorted((a, b) => {
		const [s, t] = [spanOf(a.publication), spanOf(b.publication)];
		return t.end - s.end || t.start - s.start;
	})[0]!;
}

function publicationReach({ published, publication }: Source): Span {
	return reachOf({ ...publication, approximate: /[~%]/.test(published) });
}

/** The days that a date may mean: an approximate one may be off by its own length, and an ongoing one has no end. */
function reachOf(date: DatedDays): Span {
	const { start, end } = spanOf(date);
	const margin = date.approximate ? end - start : 0;
	return { start: start - margin, end: date.ongoing ? Infinity : end + margin };
}

/** @returns an address shortened for print: `www.example.org/2011/a` */
export function shortenAddress(address: string): string {
	return address.replace(/^https?:\/\//, '').replace(/\/$/, '');
}
