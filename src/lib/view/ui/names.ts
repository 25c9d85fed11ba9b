import * as m from '../../language/messages.ts';
import type { Evidence, Source, Status, Timeline, TimelineEvent } from '../../model/types.ts';
import { indexOfEvent, type EventColumns } from '../../layout/place/event-columns.ts';
import { dateInWords } from '../../layout/scale/date-format.ts';
import type { ChartEvent } from '../../model/event.ts';

export { numberWord } from '../../layout/scale/date-format.ts';
export { statusWord } from '../../model/status-words.ts';

/** Label of a status within a sentence, and in the accessible name of a mark. */
export function statusInText(status: Status, company: string = m.the_company()): string {
	return {
		happened: m.sign_happened,
		announced: m.sign_announced,
		planned: m.sign_planned,
		rumoured: m.sign_rumoured,
		context: m.sign_context
	}[status]({ company });
}

export function lineLabel(timeline: Pick<Timeline, 'lines'>, id: string | undefined): string {
	return timeline.lines.find((line) => line.id === id)?.label ?? '';
}

/** Accessible names of marks: `title, date in words, status, product line, 2 of 40`; cached by event. */
export function nameEvents(
	timeline: Pick<Timeline, 'lines' | 'company'>,
	shown: EventColumns
): (event: ChartEvent) => string {
	const names = new Map<ChartEvent, string>();
	const makeName = (event: ChartEvent) =>
		[
			event.title,
			dateInWords(event.date),
			statusInText(event.status, timeline.company),
			...(event.draft ? [m.sign_draft()] : []),
			lineLabel(timeline, event.lines[0]),
			m.place_of({ place: indexOfEvent(shown, event) + 1, count: shown.events.length })
		].join(m.comma());
	return (event) => {
		let name = names.get(event);
		if (name === undefined) names.set(event, (name = makeName(event)));
		return name;
	};
}

/** `one, two and three`, in the language of the page */
export function joinWords(
	words: string[],
	type: 'conjunction' | 'disjunction' = 'conjunction'
): string {
	return new Intl.ListFormat(m.format_locale(), { type }).format(words);
}

const BASIS_WORDS = {
	stated: m.basis_stated,
	derived: m.basis_derived,
	outside: m.basis_outside
};

/** How the date of an event is known, as the end of a sentence. */
export function basisWords(
	{ date, evidence }: Pick<TimelineEvent, 'date' | 'evidence'>,
	sources: Source[]
): string {
	if (date.basis !== 'inferred') return BASIS_WORDS[date.basis]();
	const undated = evidence.filter(({ stance, date }) => stance === 'supports' && date === null);
	if (!undated.length) return m.basis_inferred_quotation();
	const isStated = ({ source }: Evidence) =>
		sources.find(({ id }) => id === source)?.publishedBasis === 'stated';
	return undated.some(isStated) ? m.basis_inferred() : m.basis_inferred_publication();
}

/** How the date of an article is known, as the end of a sentence; empty if the article states it. */
export function publishedWords({ publishedBasis: basis }: Pick<Source, 'publishedBasis'>): string {
	if (basis === 'stated') return '';
	return basis === 'inferred' ? m.published_inferred() : BASIS_WORDS[basis]();
}

/** Label of a source's kind. */
export function kindWord(kind: Source['kind']): string {
	return {
		news: m.kind_news,
		blog: m.kind_blog,
		'fan-site': m.kind_fan_site,
		'press-release': m.kind_press_release,
		report: m.kind_report,
		book: m.kind_book,
		encyclopedia: m.kind_encyclopedia,
		interview: m.kind_interview,
		video: m.kind_video,
		post: m.kind_post
	}[kind]();
}
