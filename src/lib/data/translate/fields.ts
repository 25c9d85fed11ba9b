/** The text fields of each kind of record that readers see, and a translation supplies. */
import type { ReadRecord } from '../read/record.ts';
import type { Dataset, ReadEvent } from '../read/dataset.ts';
import { LIMITS } from '../../model/vocabulary.ts';
import type { EvidenceRecord } from '../../model/types.ts';
import { normalise } from '../../model/quotation/article-text.ts';
import { hash } from '../read/articles.ts';
import type { TranslatedEvidence, Translation } from './translation.ts';

type Fields = Record<string, unknown>;

/** By field; null if the field is absent. */
export type Texts = Record<string, string | string[] | null>;

/** The records of one kind, in both languages. */
export interface Section {
	/** empty for the timeline itself */
	kind: string;
	/** the field that identifies a record; null if there is only one record */
	key: 'id' | 'version' | null;
	fields: string[];
	originals: ReadRecord<unknown>[];
	translated: ReadRecord<{ original?: string | null }>[];
}

export function listSections(dataset: Dataset, translation: Translation): Section[] {
	const { head, lines, chapters, sources, events, changes } = translation;
	return [
		{
			kind: '',
			key: null,
			fields: ['title', 'company', 'introduction', 'dek'],
			originals: dataset.head ? [dataset.head] : [],
			translated: [head]
		},
		{ kind: 'line', key: 'id', fields: ['label'], originals: dataset.lines, translated: lines },
		{
			kind: 'chapter',
			key: 'id',
			fields: ['title', 'summary'],
			originals: dataset.chapters,
			translated: chapters
		},
		{
			kind: 'source',
			key: 'id',
			fields: ['note', 'omitted'],
			originals: dataset.sources,
			translated: sources
		},
		{
			kind: 'event',
			key: 'id',
			fields: ['title', 'short', 'summary', 'reasoning', 'by', 'note'],
			originals: dataset.events.filter(({ fields }) => !fields.draft),
			translated: events
		},
		{
			kind: 'change',
			key: 'version',
			fields: ['title', 'summary'],
			originals: dataset.changes,
			translated: changes
		}
	];
}

export function nameOf(item: ReadRecord<unknown>, { key }: Section): unknown {
	return key ? (item.fields as Fields)[key] : null;
}

export function findTranslated(original: ReadRecord<unknown>, part: Section) {
	const name = nameOf(original, part);
	return part.translated.find((item) => nameOf(item, part) === name);
}

/** @returns the texts of a record */
export function readTexts(item: ReadRecord<unknown>, fields: string[]): Texts {
	const values = item.fields as Texts;
	return Object.fromEntries(fields.map((field) => [field, values[field] ?? null]));
}

/** @returns the original texts; `reasoning` is the note of an event’s date */
export function readOriginal(item: ReadRecord<unknown>, fields: string[]): Texts {
	const words = readTexts(item, fields);
	const { date } = item.fields as { date?: string | { note?: string } };
	if ('reasoning' in words) words.reasoning = (typeof date === 'object' && date.note) || null;
	return words;
}

/** Fields that are newer than digests of other data: left out of a digest where the original has none. */
const LATER = ['dek'];

/** @returns `LIMITS.original` hexadecimal digits: a digest of the original texts and the event's quotations */
export function digestOriginal(item: ReadRecord<unknown>, { fields }: Section): string {
	const evidence = (item as Partial<ReadEvent>).evidence ?? [];
	const quoted = evidence.map(({ fields }) => [normalise(fields.exact ?? ''), fields.reading]);
	const original = readOriginal(item, fields);
	for (const field of LATER) if (original[field] === null) delete original[field];
	const words = [original, quoted.map(String).sort()];
	return hash(JSON.stringify(words)).slice(0, LIMITS.original);
}

/** @returns the quotations that begin with the given words; exactly one is expected */
export function findQuoted(
	{ begins }: Partial<TranslatedEvidence>,
	evidence: ReadRecord<EvidenceRecord>[]
): ReadRecord<EvidenceRecord>[] {
	if (!begins) return [];
	return evidence.filter(({ fields }) =>
		normalise(fields.exact ?? '').startsWith(normalise(begins))
	);
}
