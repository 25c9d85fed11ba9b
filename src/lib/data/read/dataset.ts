/** Reads a data folder into records, and reports the problems within each record. */
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isSeq } from 'yaml';
import type { z } from 'zod';
import { asMap, readRecord } from './record.ts';
import type { ReadRecord } from './record.ts';
import { fileProblem } from './problem.ts';
import type { Problem } from './problem.ts';
import { asList, findRepeatedKeys, readRecords, readEvents } from './record-list.ts';
import type { WithEvidence } from './record-list.ts';
import { chapterRecord, lineRecord } from '../../model/schema/fields.ts';
import {
	changeRecord,
	evidenceDraft,
	eventDraft,
	eventRecord,
	evidenceRecord,
	sourceDraft,
	sourceRecord,
	timelineRecord
} from '../../model/schema/records.ts';
import type {
	Change,
	Chapter,
	EventRecord,
	EvidenceRecord,
	Line,
	SourceRecord,
	TimelineRecord
} from '../../model/types.ts';
import { isFolder } from './text.ts';
import { readYaml } from './yaml.ts';
import type { YamlFile } from './yaml.ts';

const EVENT = {
	event: eventRecord,
	evidence: evidenceRecord,
	draft: { event: eventDraft, evidence: evidenceDraft }
};

export type ReadEvent = WithEvidence<EventRecord, EvidenceRecord>;

export interface Dataset {
	head: ReadRecord<TimelineRecord> | null;
	lines: ReadRecord<Line>[];
	chapters: ReadRecord<Chapter>[];
	/** without the drafts */
	sources: ReadRecord<SourceRecord>[];
	draftSources: ReadRecord<SourceRecord>[];
	/** drafts included */
	events: ReadEvent[];
	/** newest first */
	changes: ReadRecord<Change>[];
	/** false if timeline, sources or an event file is missing or unreadable: an unknown id may be defined there */
	isComplete: boolean;
}

/**
 * @param folder holds timeline.yaml, sources.yaml, changelog.yaml and events/*.yaml
 * @param problems receives what is wrong
 */
export function loadDataset(folder: string, problems: Problem[]): Dataset {
	const open = (name: string, mayBeEmpty = false) =>
		readYaml(join(folder, name), `${basename(folder)}/${name}`, problems, mayBeEmpty);
	const timeline = open('timeline.yaml');
	const parts = timeline && readTimeline(timeline, problems);
	const sources = open('sources.yaml', true);
	const eventFiles = listEventFiles(folder, problems).map((name) => open(name));
	const changelog = open('changelog.yaml');
	const listed = sources
		? readRecords(sources.document.contents, sources, 'source', sourceRecord, problems, sourceDraft)
		: [];
	const dataset: Dataset = {
		head: parts?.head ?? null,
		lines: parts?.lines ?? [],
		chapters: parts?.chapters ?? [],
		sources: listed.filter(({ fields }) => !fields.draft),
		draftSources: listed.filter(({ fields }) => fields.draft),
		events: eventFiles.flatMap((file) =>
			file ? readEvents(file, file.document.contents, EVENT, problems) : []
		),
		changes: changelog
			? readRecords(changelog.document.contents, changelog, 'change', changeRecord, problems)
			: [],
		isComplete: false
	};
	const isDraft = dataset.events.length > 0 && dataset.events.every(({ fields }) => fields.draft);
	if (sources && isEmptyList(sources) && !isDraft)
		problems.push(fileProblem(sources.name, 'has no source: an event needs one'));
	if (eventFiles.every((file) => file && isEmptyList(file)) && eventFiles.length > 0)
		problems.push(fileProblem(`${basename(folder)}/events`, 'has no event'));
	const files = [timeline, sources, ...eventFiles];
	const evidence = dataset.events.flatMap((event) => event.evidence);
	const items: ReadRecord<unknown>[] = [
		...dataset.lines,
		...dataset.chapters,
		...listed,
		...dataset.events,
		...dataset.changes,
		...evidence
	];
	for (const file of [...files, changelog])
		if (file) problems.push(...findRepeatedKeys(file, items, dataset.head));
	dataset.isComplete = files.every(Boolean) && eventFiles.length > 0;
	return dataset;
}

function readTimeline(file: YamlFile, problems: Problem[]) {
	const node = asMap(file.document.contents, file);
	if (!node) {
		problems.push(
			fileProblem(file.name, 'is not a mapping: write one field per line, such as "title: …"')
		);
		return null;
	}
	const skip = ['lines', 'chapters'].filter((key) => asList(node.get(key), file));
	const frame = { file, name: null, what: 'the timeline', skip };
	const head = readRecord(timelineRecord, node, frame, problems);
	const readPart = <S extends z.ZodRawShape>(key: string, kind: string, part: z.ZodObject<S>) =>
		skip.includes(key) ? readRecords(node.get(key), file, kind, part, problems) : [];
	return {
		head,
		lines: readPart('lines', 'line', lineRecord),
		chapters: readPart('chapters', 'chapter', chapterRecord)
	};
}

function isEmptyList(file: YamlFile): boolean {
	const { contents } = file.document;
	return contents === null || (isSeq(contents) && contents.items.length === 0);
}

function listEventFiles(folder: string, problems: Problem[]): string[] {
	const names = isFolder(join(folder, 'events')) ? readdirSync(join(folder, 'events')) : [];
	const files = names.filter((name) => /\.ya?ml$/.test(name)).sort();
	if (files.length === 0) {
		problems.push(fileProblem(`${basename(folder)}/events`, 'contains no YAML file'));
	}
	return files.map((name) => `events/${name}`);
}
