/** The dataset in another language. */
import type { Item } from '../read/record.ts';
import type { Dataset, EventItem } from '../read/dataset.ts';
import type { EventRecord } from '../../model/types.ts';
import type { TranslatedEvent, Translation } from './translation.ts';
import { findQuoted, findTranslated, listParts, readWords } from './fields.ts';
import type { Part, Words } from './fields.ts';

/** @param translation without a problem: it has everything */
export function translateDataset(dataset: Dataset, translation: Translation): Dataset {
	const [head, lines, chapters, sources, events, changes] = listParts(dataset, translation).map(
		translatePart
	);
	return {
		...dataset,
		head: head![0] as Dataset['head'],
		lines: lines as Dataset['lines'],
		chapters: chapters as Dataset['chapters'],
		sources: sources as Dataset['sources'],
		events: events as Dataset['events'],
		changes: changes as Dataset['changes']
	};
}

function translatePart(part: Part): Item<unknown>[] {
	return part.originals.map((original) => {
		const translated = findTranslated(original, part)!;
		const words = readWords(translated, part.fields);
		if (part.kind === 'event') {
			return translateEvent(original as EventItem, translated as TranslatedEvent, words);
		}
		return { ...original, fields: { ...(original.fields as object), ...words } };
	});
}

function translateEvent(
	event: EventItem,
	{ evidence }: TranslatedEvent,
	{ reasoning, ...words }: Words
): EventItem {
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
