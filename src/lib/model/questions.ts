/**
 * Questions about a record: what is often a mistake, but may be right. `docs/data.md` lists them with their answers.
 * Stays in the build.
 */
import { parseDate } from './edtf/edtf.ts';
import { quote } from './error-text.ts';
import { isSameLanguage } from './language-tag.ts';
import { sharesWord } from './quotation/shared-words.ts';
import type { EventRecord, EvidenceRecord, SourceRecord } from './types.ts';

export interface Question {
	/** of the field in the record */
	path: PropertyKey[];
	/** a clause: what is asked, and what answers it */
	message: string;
}

/** An event as written; an invalid field is absent. */
export type AskedEvent = Partial<Omit<EventRecord, 'evidence'>> & {
	evidence: Partial<EvidenceRecord>[];
};

/** What the questions about one event look up. */
export interface Surroundings {
	/** of the data, BCP 47 */
	language: string;
	events: AskedEvent[];
	sources: Partial<SourceRecord>[];
}

export function askAboutEvent(event: AskedEvent, surroundings: Surroundings): Question[] {
	return [
		...askWhen(event, surroundings),
		...askWho(event, surroundings),
		...askWhatIsHighlighted(event, surroundings)
	];
}

/** Answered by a `note`. */
export function askAboutSource(source: Partial<SourceRecord>): Question[] {
	const { published, publishedBasis, note } = source;
	if (!published || !publishedBasis || publishedBasis === 'stated' || note) return [];
	const message = `${quote(publishedBasis)} needs its reasoning: say in "note" how the date of publication is known`;
	return [{ path: ['publishedBasis'], message }];
}

function askWhen(event: AskedEvent, surroundings: Surroundings): Question[] {
	const { edtf, basis, note } = dateOf(event);
	if (!edtf) return [];
	const messages = [
		!note && askAboutDuration(event, edtf),
		!note && askAboutArticleDay(event, edtf, surroundings),
		basis === 'inferred' && askAboutBasis(event, surroundings)
	];
	return messages.flatMap((message) => (message ? [{ path: ['date'], message }] : []));
}

/** Answered by a note of the date. */
function askAboutDuration({ status }: AskedEvent, edtf: string): string | null {
	const { form } = parseDate(edtf);
	if (status !== 'planned' || (form !== 'period' && form !== 'open')) return null;
	const [from, to] = edtf.split('/');
	const moment = form === 'open' ? 'a date or "[a..b]"' : quote(`[${from}..${to}]`);
	return `${quote(edtf)} means that it lasts from beginning to end: write ${moment} if it is due at one moment, or say in a note of the date that it lasts`;
}

/** Answered by a note of the date. */
function askAboutArticleDay(
	event: AskedEvent,
	edtf: string,
	{ sources }: Surroundings
): string | null {
	if (event.status !== 'happened') return null;
	const { start, end } = parseDate(edtf);
	const source = supportOf(event).find((evidence) => {
		const published = evidence.date ?? findSource(evidence, sources)?.published;
		const day = published ? parseDate(published) : null;
		return day?.start === start && day.end === end;
	})?.source;
	if (!source) return null;
	return `${quote(edtf)} is also the date of ${quote(source)}: say in a note of the date what in the source places the event then, or write when it can have happened`;
}

/** Answered only by another basis, of the event or of the article: an inferred date always has a note. */
function askAboutBasis(event: AskedEvent, { sources }: Surroundings): string | null {
	const support = supportOf(event);
	const bases = support.flatMap((evidence) => {
		const { publishedBasis = 'stated' } = findSource(evidence, sources) ?? {};
		return evidence.date ? 'stated' : publishedBasis;
	});
	if (bases.length === 0 || bases.includes('stated')) return null;
	return `is inferred from the date of ${quote(support[0]!.source)}, which is itself ${bases[0]}: give the event the basis that holds for both, such as "outside", or correct "publishedBasis"`;
}

/** Answered by `by`, here or at an event that announces or rumours this one, or that this one announces or rumours. */
function askWho(event: AskedEvent, { events }: Surroundings): Question[] {
	const { id, status, by, relations = [] } = event;
	if ((status !== 'announced' && status !== 'planned') || by) return [];
	const isClaim = ({ type }: { type: string }) => type === 'announces' || type === 'rumours';
	const about = relations.filter(isClaim).map((relation) => relation.event);
	const isNamed = events.some(
		(other) =>
			other.by &&
			(about.includes(other.id!) ||
				other.relations?.some((relation) => isClaim(relation) && relation.event === id))
	);
	if (isNamed) return [];
	const message = `is missing: name who said so, here or at an event that announces or rumours this one`;
	return [{ path: ['by'], message }];
}

/**
 * Compares in the language of the data: the words of a quotation in another language are those of its translation.
 * Answered by a note of the date that shares a word with the highlight.
 */
function askWhatIsHighlighted(event: AskedEvent, { language, sources }: Surroundings): Question[] {
	const { title, summary, evidence } = event;
	const { edtf, note } = dateOf(event);
	if (!title || !summary) return [];
	const told = [title, summary, edtf, note].filter(Boolean).join(' ');
	return evidence.flatMap((quotation, index) => {
		const { highlight, translation } = quotation;
		const spoken = findSource(quotation, sources)?.language;
		if (!highlight || !spoken) return [];
		const words = isSameLanguage(spoken, language) ? highlight : translation;
		if (!words || sharesWord(words, told)) return [];
		const message = `${quote(highlight)} shares no word with the title or the summary: highlight the words they rest on, or say in a note of the date what it shows`;
		return [{ path: ['evidence', index, 'highlight'], message }];
	});
}

function dateOf({ date }: AskedEvent): { edtf?: string; basis: string; note?: string } {
	return typeof date === 'object' ? date : { edtf: date, basis: 'stated' };
}

function supportOf({ evidence }: AskedEvent): Partial<EvidenceRecord>[] {
	return evidence.filter(({ stance }) => stance !== 'disputes');
}

function findSource({ source }: Partial<EvidenceRecord>, sources: Partial<SourceRecord>[]) {
	return sources.find(({ id }) => id === source);
}
