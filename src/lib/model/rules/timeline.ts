/** The rules of a timeline: whatever has no fault can be drawn. */
import { quote } from '../error-text.ts';
import { checkSpan } from './date.ts';
import { checkEvent } from './event.ts';
import type { Fault, FieldFault, Report } from './fault.ts';
import { isLanguageTag } from '../language-tag.ts';
import { findRepeatedIds } from './ids.ts';
import { checkItems, checkOptionalText, checkText, isAbsent, isRecord, refuse } from './value.ts';

/** @yields every fault of a timeline as the chart reads it, in the order of its records */
export function* timelineFaults(timeline: unknown): Generator<Fault> {
	const { lines, events, sources, title, company, language, aliases } = isRecord(timeline)
		? timeline
		: {};
	const found: FieldFault[] = [];
	const report: Report = (field, words) => found.push({ field, words });
	if (!Array.isArray(lines) || !Array.isArray(events))
		report('', 'needs "lines" and "events", both arrays');
	else if (!isAbsent(sources) && !Array.isArray(sources))
		report('sources', 'has "sources" that are not an array');
	checkOptionalText(title, 'title', report);
	checkOptionalText(company, 'company', report);
	if (!isAbsent(language) && !isLanguageTag(language))
		refuse(language, 'language', 'a language tag (BCP 47), such as “en” or “pt-BR”', report);
	checkItems(aliases, 'aliases', report, ({ names, line }, name) => {
		const isText = (value: unknown) => typeof value === 'string';
		if (!Array.isArray(names) || !names.every(isText))
			refuse(names, `${name}.names`, 'an array of texts', report);
		checkOptionalText(line, `${name}.line`, report);
	});
	for (const fault of found) yield { at: null, id: '', ...fault };
	if (found.length || !Array.isArray(lines) || !Array.isArray(events)) return;

	yield* recordFaults('lines', lines, checkLine);
	const ids = new Set(lines.map((line) => (isRecord(line) ? line.id : null)));
	const isKnown = (line: unknown) => ids.has(line);
	yield* recordFaults('events', events, (event, tell) => checkEvent(event, isKnown, tell));
	yield* recordFaults('sources', (sources as unknown[] | null | undefined) ?? [], checkSource);
}

/** The faults of each record of a list, and its repeated ids. */
function* recordFaults(
	list: string,
	records: unknown[],
	check: (record: unknown, report: Report) => void
): Generator<Fault> {
	const ids = Array.from(records, (record) => (isRecord(record) ? record.id : undefined));
	const repeated = findRepeatedIds(ids);
	let found: FieldFault[] = [];
	const report: Report = (field, words) => found.push({ field, words });
	// an index loop: a list may have holes
	for (let index = 0; index < records.length; index++) {
		check(records[index], report);
		if (repeated.has(index)) report('id', 'has the "id" of another');
		if (!found.length) continue;
		const id = typeof ids[index] === 'string' ? (ids[index] as string) : '';
		for (const fault of found) yield { at: { list, index }, id, ...fault };
		found = [];
	}
}

function checkLine(line: unknown, report: Report): void {
	if (!isRecord(line)) return report('', `is not an object: ${quote(line)}`);
	checkText(line.id, 'id', report);
	checkText(line.label, 'label', report);
}

function checkSource(source: unknown, report: Report): void {
	if (!isRecord(source)) return report('', `is not an object: ${quote(source)}`);
	checkText(source.id, 'id', report);
	checkText(source.publisher, 'publisher', report);
	if (isRecord(source.publication)) checkSpan(source.publication, 'publication', report);
	else report('publication', 'has no "publication" with its "start" and "end"');
}
