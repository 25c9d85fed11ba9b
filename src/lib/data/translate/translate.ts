/** Applies a translation to the dataset. */
import type { ReadRecord } from '../read/record.ts';
import type { Dataset, ReadEvent } from '../read/dataset.ts';
import type { EventRecord } from '../../model/types.ts';
import type { TranslatedEvent, Translation } from './translation.ts';
import { findQuoted, findTranslated, listSections, readTexts } from './fields.ts';
import type { Section, Texts } from './fields.ts';

/** @param translation complete, without problems */
export function translateDataset(dataset: Dataset, translation: Translation): Dataset {
	const [head, lines, chapters, sources, events, changes] = listSections(dataset, translation).map(
		translatePart
	);
	return {
		...dataset,
		head: head![0] as Dataset['head'],
		lines: lines as Dataset['lines'],
		chapters: chapters as Dataset['chapters'],
		sources: sources as Dataset['sources'],
		// drafts stay as they are
		events: [
			...(events as Dataset['events']),
			...dataset.events.filter(({ fields }) => fields.draft)
		],
		changes: changes as Dataset['changes']
	};
}

function translatePart(part: Section): ReadRecord<unknown>[] {
	return part.originals.map((original) => {
		const translated = findTranslated(original, part)!;
		const words = readTexts(translated, part.fields);
		if (part.kind === 'event') {
			return translateEvent(original as ReadEvent, translated as TranslatedEvent, words);
		}
		return { ...original, fields: { ...(original.fields as object), ...words } };
	});
}

function translateEvent(
	event: ReadEvent,
	{ evidence }: TranslatedEvent,
	{ reasoning, ...words }: Texts
): ReadEvent {
	const date = event.fields.date as EventRecord['date'];
	return {
		...event,
		fields: {
			...event.fields,
			...words,
			date: typeof date === 'object' && reasoning ? { ...date, note: String(reasoning) } : date
		},
		evidence: event.evidence.map((quotation) => {
			const entry = evidence.find(({ fields }) => findQuoted(fields, [quotation]).length === 1);
			const { translation = null, reading = null } = entry?.fields ?? {};
			return { ...quotation, fields: { ...quotation.fields, translation, reading } };
		})
	};
}
