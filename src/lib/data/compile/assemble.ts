/** Turns checked records into the compiled dataset. */
import type { z } from 'zod';
import { parseDate } from '../../model/edtf/edtf.ts';
import type { ReadRecord } from '../read/record.ts';
import type { Dataset, ReadEvent } from '../read/dataset.ts';
import type { Coverage } from '../check/quotations.ts';
import { compiledTimeline } from '../../model/schema/compiled.ts';
import type {
	Evidence,
	EventDate,
	Renamed,
	Source,
	SourceRecord,
	Timeline,
	TimelineEvent
} from '../../model/types.ts';
import type { EvidenceRecord } from '../../model/types.ts';
import { normalise } from '../../model/quotation/article-text.ts';
import { compareEvents } from '../../model/event.ts';
import { findAsOf } from '../check/as-of.ts';
import { interfaceLanguage } from '../../language/languages.ts';
import type { Language } from '../../language/languages.ts';
import { describeDate } from './date-label.ts';

/**
 * @param dataset without problems, so that every field is present
 * @param tag BCP 47, of its texts; dates are in words of the interface
 * @throws {ZodError} if the result violates the schema: a bug in the compiler, not a fault in the data
 */
export function assembleTimeline(
	dataset: Dataset,
	coverage: Map<string, Coverage>,
	renamed: Renamed,
	tag: string
): Timeline {
	const language = interfaceLanguage(tag);
	const isRenamed = Object.values(renamed).some((ids) => Object.keys(ids).length > 0);
	const sources = dataset.sources.map(complete);
	const timeline: z.input<typeof compiledTimeline> = {
		...complete(dataset.head!),
		language: tag,
		lines: dataset.lines.map(complete),
		chapters: dataset.chapters.map(complete),
		sources: sources.map((source) =>
			assembleSource(source, coverage.get(source.id)!.share, language)
		),
		events: dataset.events
			.map((event) => assembleEvent(event, sources, language))
			// ties by id, so that moving events between files does not change the published data
			.sort((a, b) => compareEvents(a, b) || (a.id < b.id ? -1 : 1)),
		...(isRenamed && { renamed })
	};
	return compiledTimeline.parse(timeline);
}

/** @param item of a dataset without problems, so that every field is present */
export function complete<T>(item: ReadRecord<T>): T {
	return item.fields as T;
}

function assembleSource(source: SourceRecord, share: number, language: Language): Source {
	const { draft: _draft, ...fields } = source;
	const parsed = parseDate(source.published);
	const { start, end } = parsed;
	return {
		...fields,
		publication: { start, end: end!, label: describeDate(parsed, language) },
		characters: source.characters!,
		sha256: source.sha256!,
		share: Math.round(share * 1000) / 1000
	};
}

function assembleEvent(
	item: ReadEvent,
	sources: SourceRecord[],
	language: Language
): TimelineEvent {
	const { draft, ...event } = complete(item);
	const evidence = draft ? [] : item.evidence.map(complete);
	return {
		...event,
		...(draft && { draft }),
		date: assembleDate(event.date, evidence, sources, language),
		evidence: evidence.map((quotation) => assembleEvidence(quotation, language))
	};
}

function assembleDate(
	date: string | { edtf: string; basis: EventDate['basis']; note?: string },
	evidence: EvidenceRecord[],
	sources: SourceRecord[],
	language: Language
): EventDate {
	const {
		edtf,
		basis,
		note = null
	} = typeof date === 'string' ? { edtf: date, basis: 'stated' as const } : { ...date };
	const parsed = parseDate(edtf);
	const { start, end, kind, approximate, uncertain, ongoing } = parsed;
	const latest = ongoing ? findAsOf(evidence, sources) : null;
	return {
		edtf,
		start,
		end,
		kind,
		approximate,
		uncertain,
		ongoing,
		asOf: latest && (latest.start > start ? latest.start : start),
		basis,
		label: describeDate(parsed, language, latest),
		note
	};
}

function assembleEvidence(
	{ exact, highlight, ...rest }: EvidenceRecord,
	language: Language
): Evidence {
	const text = normalise(exact);
	const decisive = normalise(highlight ?? '');
	const from = text.indexOf(decisive);
	return {
		...rest,
		exact: text,
		dateLabel: rest.date === null ? null : describeDate(parseDate(rest.date), language),
		highlight: decisive ? [from, from + decisive.length] : null,
		prefix: rest.prefix!,
		suffix: rest.suffix!,
		start: rest.start!,
		end: rest.end!,
		breaks: rest.breaks ?? [],
		digest: rest.digest!
	};
}
