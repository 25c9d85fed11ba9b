/** The questions of model/questions.ts, asked about every record. */
import { askAboutEvent, askAboutSource } from '../../model/questions.ts';
import { problemAt } from '../read/record.ts';
import type { ReadRecord } from '../read/record.ts';
import type { Dataset } from '../read/dataset.ts';
import type { Problem } from '../read/problem.ts';

/** @returns the questions that no record answers, in the form of problems */
export function findQuestions(dataset: Dataset): Problem[] {
	const checked = dataset.events.filter(({ fields }) => !fields.draft);
	const events = checked.map(({ fields, evidence }) => ({
		...fields,
		evidence: evidence.map((quotation) => quotation.fields)
	}));
	const sources = dataset.sources.map(({ fields }) => fields);
	const language = dataset.head?.fields.language ?? 'en';
	const report = (item: ReadRecord<unknown>, asked: { path: PropertyKey[]; message: string }[]) =>
		asked.map(({ path, message }) => problemAt(item, path, message));
	return [
		...dataset.sources.flatMap((source) => report(source, askAboutSource(source.fields))),
		...checked.flatMap((event, index) =>
			report(event, askAboutEvent(events[index]!, { language, events, sources }))
		)
	];
}
