/** Checks across records: duplicate ids, references and inconsistent dates. */
import { parseDate } from '../../model/edtf/edtf.ts';
import { isReversed } from '../../model/date.ts';
import { relationFault } from '../../model/rules/relations.ts';
import { checkChanges } from './changelog.ts';
import { isPageId } from '../../model/rules/ids.ts';
import { checkDraft, checkEvidence } from './evidence.ts';
import { problemAt } from '../read/record.ts';
import type { ReadRecord } from '../read/record.ts';
import type { Dataset, ReadEvent } from '../read/dataset.ts';
import { quote } from '../../model/error-text.ts';
import type { Problem } from '../read/problem.ts';
import { checkReference, findDoubleIds } from './references.ts';
import type { Chapter, SourceRecord } from '../../model/types.ts';
import { findAsOf } from './as-of.ts';

/** @returns all problems except those of a quotation's position in its article, and of renamed.yaml */
export function checkDataset(dataset: Dataset): Problem[] {
	const { lines, chapters, sources, draftSources, events } = dataset;
	return [
		...findDoubleIds(lines),
		...findDoubleIds(chapters),
		...chapters.flatMap(checkChapter),
		...checkAliases(dataset),
		...findDoubleIds([...sources, ...draftSources]),
		...sources.flatMap(checkSource),
		...findDoubleIds(events),
		...events.flatMap((event) => [
			...checkId(event, dataset),
			...checkReferences(event, dataset),
			...checkRelations(event, dataset),
			...checkDate(event, dataset),
			...checkSupport(event),
			...event.evidence.flatMap((item) =>
				event.fields.draft ? checkDraft(item, dataset) : checkEvidence(item, dataset)
			)
		]),
		...checkChanges(dataset)
	];
}

function checkChapter(chapter: ReadRecord<Chapter>): Problem[] {
	const { from, to } = chapter.fields;
	if (!from || !to || !isReversed(from, to)) return [];
	return [
		problemAt(chapter, ['to'], `${quote(to)} is before the chapter’s first day, ${quote(from)}`)
	];
}

function checkAliases({ head, lines }: Dataset): Problem[] {
	const aliases = head?.fields.aliases ?? [];
	return aliases.flatMap(({ line }, index) =>
		checkReference(head!, ['aliases', index, 'line'], 'line', line ?? undefined, lines)
	);
}

function checkSource(source: ReadRecord<SourceRecord>): Problem[] {
	const { published } = source.fields;
	if (!published || parseDate(published).kind === 'moment') return [];
	return [
		problemAt(
			source,
			['published'],
			`${quote(published)} is a period: write one date, or a set such as "[a..b]"`
		)
	];
}

/** An event's id is also that of its entry on the page, and of its picture. */
function checkId(event: ReadEvent, { chapters, events }: Dataset): Problem[] {
	const { id = '' } = event.fields;
	const isNamed = (prefix: string, records: ReadRecord<{ id: string }>[]) =>
		records.some(({ fields }) => id === `${prefix}-${fields.id}`);
	const isTaken =
		isPageId(id) ||
		isNamed('chapter', chapters) ||
		isNamed('title', chapters) ||
		isNamed('evidence', events);
	if (!isTaken) return [];
	return [
		problemAt(event, ['id'], `${quote(id)} is an id that pages use themselves: choose another`)
	];
}

function checkReferences(event: ReadEvent, dataset: Dataset): Problem[] {
	const { lines = [], chapter } = event.fields;
	const problems = lines.flatMap((line, index) => {
		const path = ['lines', index];
		const isRepeated = lines.indexOf(line) < index;
		if (isRepeated) return [problemAt(event, path, `${quote(line)} is listed twice`)];
		return checkReference(event, path, 'line', line, dataset.lines);
	});
	return [...problems, ...checkReference(event, ['chapter'], 'chapter', chapter, dataset.chapters)];
}

function checkRelations(event: ReadEvent, { events, isComplete }: Dataset): Problem[] {
	const { id, relations = [] } = event.fields;
	return relations.flatMap(({ type, event: target }, index) => {
		const path = ['relations', index];
		const fault = relationFault(relations, index, id);
		if (fault) return [problemAt(event, path, fault)];
		const targetRelations =
			events.find(({ fields }) => fields.id === target)?.fields.relations ?? [];
		const isMirrored = targetRelations.some((other) => other.type === type && other.event === id);
		if (type === 'contradicts' && isMirrored && String(target) < String(id)) {
			const message = `${quote(target)} already contradicts this event: write the relation once`;
			return [problemAt(event, path, message)];
		}
		return isComplete ? checkReference(event, [...path, 'event'], 'event', target, events) : [];
	});
}

function checkDate(event: ReadEvent, { sources }: Dataset): Problem[] {
	const { date } = event.fields;
	if (!date) return [];
	const problems: Problem[] = [];
	const { draft } = event.fields;
	if (typeof date !== 'string' && date.basis !== 'stated' && !date.note && !draft) {
		const message = `is missing: a date that is ${date.basis}, not stated, needs its reasoning`;
		problems.push(problemAt(event, ['date', 'note'], message));
	}
	if (draft) return problems;
	const { start, ongoing } = parseDate(typeof date === 'string' ? date : date.edtf);
	const evidence = event.evidence.map(({ fields }) => fields);
	const asOf = findAsOf(
		evidence,
		sources.map(({ fields }) => fields)
	);
	if (ongoing && asOf && isReversed(start, asOf.end!)) {
		const message = `is ongoing from ${start}, but the last source that supports it is dated ${asOf.end}`;
		problems.push(problemAt(event, ['date'], message));
	}
	return problems;
}

function checkSupport({ evidence, ...event }: ReadEvent): Problem[] {
	const isDisputed = evidence.every(({ fields }) => fields.stance === 'disputes');
	if (evidence.length === 0 || event.fields.draft || !isDisputed) return [];
	return [problemAt(event, ['evidence'], 'has no quotation that supports the event')];
}
