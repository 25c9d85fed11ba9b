/** The JSON of TimelineJS 3: https://timeline.knightlab.com/docs/json-format.html */
import * as m from '../language/messages.ts';
import { daysInMonth, yearOf } from '../model/date.ts';
import { escapeMarkup } from '../model/escape.ts';
import type { EventDate, Source, Timeline, TimelineEvent } from '../model/types.ts';
import { voiceWords } from '../model/quotation/voice.ts';
import type { LinkTo } from './link.ts';

interface SlideDate {
	year: number;
	month?: number;
	day?: number;
}

interface Slide {
	unique_id: string;
	start_date: SlideDate;
	end_date?: SlideDate;
	/** the date in words, shown instead of both */
	display_date: string;
	group: string;
	text: { headline: string; text: string };
}

export interface TimelineJs {
	title: { unique_id: string; text: { headline: string; text: string } };
	events: Slide[];
}

export function toTimelineJs(timeline: Timeline, linkTo: LinkTo): TimelineJs {
	const sources = new Map(timeline.sources.map((source) => [source.id, source]));
	const groups = new Map(timeline.lines.map(({ id, label }) => [id, label]));
	const paragraphs = timeline.introduction.split(/\n\s*\n/);
	const terms = m.version_and_license(timeline);
	const [own] = timeline.language.split('-');
	const language = new Intl.DisplayNames(m.language_tag(), { type: 'language' }).of(own!)!;
	return {
		title: {
			unique_id: 'title',
			text: {
				headline: escapeMarkup(timeline.title),
				text: [...paragraphs, terms].map((text) => `<p>${escapeMarkup(text)}</p>`).join('')
			}
		},
		events: timeline.events.map((event) => ({
			unique_id: event.id,
			...datesOf(event.date),
			display_date: event.date.label,
			group: groups.get(event.lines[0]!) ?? '',
			text: { headline: escapeMarkup(event.title), text: textOf(event, sources, language, linkTo) }
		}))
	};
}

/** Keeps the date's precision: a whole month has no day, a whole year no month. Others run from first to last day. */
function datesOf(date: EventDate): Pick<Slide, 'start_date' | 'end_date'> {
	const { start } = date;
	const end = date.end ?? date.asOf ?? start;
	const [year, month] = toParts(start) as [number, number];
	if (date.kind === 'moment' && yearOf(start) === yearOf(end)) {
		if (start.endsWith('-01-01') && end.endsWith('-12-31')) return { start_date: { year } };
		const lastDay = `${yearOf(start)}-${start.slice(-5, -3)}-${daysInMonth(Number(yearOf(start)), month)}`;
		if (start.endsWith('-01') && end === lastDay) return { start_date: { year, month } };
	}
	return { start_date: toDate(start), ...(end !== start && { end_date: toDate(end) }) };
}

function toDate(day: string): SlideDate {
	const [year, month, date] = toParts(day) as [number, number, number];
	return { year, month, day: date };
}

function toParts(day: string): number[] {
	const [, ...parts] = /^(-?\d+)-(\d\d)-(\d\d)$/.exec(day)!;
	const [year, month, date] = parts.map(Number) as [number, number, number];
	// TimelineJS counts years before Christ without a year 0
	return [year < 1 ? year - 1 : year, month, date];
}

/** @param dataLanguage name of the data's language */
function textOf(
	event: TimelineEvent,
	sources: Map<string, Source>,
	dataLanguage: string,
	linkTo: LinkTo
): string {
	const quotations = event.evidence.map((evidence) => {
		const { exact, translation, stance } = evidence;
		const source = sources.get(evidence.source)!;
		const { publisher, url, language } = source;
		const disputes = stance === 'disputes' ? `${m.source_disputes()} ` : '';
		const voice = voiceWords(evidence, source);
		const translated = translation
			? m.slide_translation({ language: dataLanguage, words: escapeMarkup(translation) })
			: '';
		const words = `<span lang="${escapeMarkup(language)}">“${escapeMarkup(exact)}”</span>${translated}`;
		const origin = `<a href="${escapeMarkup(url)}">${escapeMarkup(publisher)}</a>`;
		const speaker = voice && m.comma() + escapeMarkup(voice);
		return `<blockquote>${disputes}${words} ${origin}${speaker}</blockquote>`;
	});
	const { status, summary } = event;
	const link = `<p><a href="${escapeMarkup(linkTo(event.id))}">${m.check_it()}</a></p>`;
	return [
		`<p>${m.status_and_summary({ status, summary: escapeMarkup(summary) })}</p>`,
		...quotations,
		link
	].join('');
}
