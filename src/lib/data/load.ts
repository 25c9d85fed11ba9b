/** Reads data/*.yaml into records, with every problem that a record has on its own. */
import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isAlias, isSeq } from 'yaml';
import type { Node, YAMLMap, YAMLSeq } from 'yaml';
import type { z } from 'zod';
import { asMap, readItem, report } from './item.ts';
import type { Item } from './item.ts';
import { fileProblem } from './problem.ts';
import type { Problem } from './problem.ts';
import * as schema from './schema.ts';
import { readYaml } from './yaml.ts';
import type { YamlFile } from './yaml.ts';

export interface EventItem extends Item<schema.EventRecord> {
	evidence: Item<schema.EvidenceRecord>[];
}

export interface Dataset {
	head: Item<schema.TimelineRecord> | null;
	lines: Item<schema.Line>[];
	chapters: Item<schema.Chapter>[];
	sources: Item<schema.SourceRecord>[];
	events: EventItem[];
	/** the newest first */
	changes: Item<schema.Change>[];
	/** false when a file or a record could not be read, so that an unknown id may stand there */
	isComplete: boolean;
}

/**
 * @param folder holds timeline.yaml, sources.yaml, changelog.yaml and events/*.yaml
 * @param problems takes what is wrong, in the order of the files
 */
export function loadDataset(folder: string, problems: Problem[]): Dataset {
	const open = (name: string) =>
		readYaml(join(folder, name), `${basename(folder)}/${name}`, problems);
	const timeline = open('timeline.yaml');
	const parts = timeline && readTimeline(timeline, problems);
	const sources = open('sources.yaml');
	const eventFiles = listEventFiles(folder, problems).map(open);
	const changelog = open('changelog.yaml');
	const dataset: Dataset = {
		head: parts?.head ?? null,
		lines: parts?.lines ?? [],
		chapters: parts?.chapters ?? [],
		sources: sources
			? readAll(sources.document.contents, sources, 'source', schema.sourceRecord, problems)
			: [],
		events: eventFiles.flatMap((file) => (file ? readEvents(file, problems) : [])),
		changes: changelog
			? readAll(changelog.document.contents, changelog, 'change', schema.changeRecord, problems)
			: [],
		isComplete: false
	};
	const files = [timeline, sources, ...eventFiles];
	for (const file of [...files, changelog])
		if (file) problems.push(...findRepeatedKeys(file, dataset));
	dataset.isComplete = files.every(Boolean) && eventFiles.length > 0;
	return dataset;
}

function readTimeline(file: YamlFile, problems: Problem[]) {
	const node = asMap(file.document.contents, file);
	if (!node) {
		problems.push(fileProblem(file.name, 'is not a mapping of fields'));
		return null;
	}
	const skip = ['lines', 'chapters'].filter((key) => asList(node.get(key), file));
	const frame = { file, name: null, what: 'the timeline', skip };
	const head = readItem(schema.timelineRecord, node, frame, problems);
	const readPart = <S extends z.ZodRawShape>(key: string, kind: string, part: z.ZodObject<S>) =>
		skip.includes(key) ? readAll(node.get(key), file, kind, part, problems) : [];
	return {
		head,
		lines: readPart('lines', 'line', schema.lineRecord),
		chapters: readPart('chapters', 'chapter', schema.chapterRecord)
	};
}

function readEvents(file: YamlFile, problems: Problem[]): EventItem[] {
	const what = 'an event';
	return listRecords(file.document.contents, file, 'event', problems).map(({ node, name }) => {
		const quotations = asList(node.get('evidence'), file);
		const frame = { file, name, what, skip: quotations ? ['evidence'] : [] };
		const event = readItem(schema.eventRecord, node, frame, problems);
		const evidence = (quotations?.items ?? []).flatMap((entry, index) => {
			const path = ['evidence', index];
			const quotation = asMap(entry, file);
			if (!quotation) {
				problems.push(report(event, path, 'is not a mapping of fields'));
				return [];
			}
			const frame = { file, name, what: 'a quotation', path };
			return [readItem(schema.evidenceRecord, quotation, frame, problems)];
		});
		return { ...event, evidence };
	});
}

function readAll<S extends z.ZodRawShape>(
	node: unknown,
	file: YamlFile,
	kind: string,
	record: z.ZodObject<S>,
	problems: Problem[]
): Item<z.output<z.ZodObject<S>>>[] {
	return listRecords(node, file, kind, problems).map(({ node, name }) =>
		readItem(record, node, { file, name, what: `a ${kind}` }, problems)
	);
}

/** @returns the mappings of a list, each named by its id or, failing that, its place from 1 */
function listRecords(
	node: unknown,
	file: YamlFile,
	kind: string,
	problems: Problem[]
): { node: YAMLMap; name: string }[] {
	const list = isAlias(node) ? node.resolve(file.document) : node;
	if (!isSeq(list)) {
		problems.push(fileProblem(file.name, `is not a list: begin each ${kind} with "- id:"`));
		return [];
	}
	return list.items.flatMap((entry, index) => {
		const map = asMap(entry, file);
		const id = map?.get('id');
		const name = `${kind} ${typeof id === 'string' && id ? JSON.stringify(id) : index + 1}`;
		if (map) return [{ node: map, name }];
		const { line } = file.lines.linePos((entry as Node).range?.[0] ?? 0);
		problems.push({ ...fileProblem(file.name, 'is not a mapping of fields', line), record: name });
		return [];
	});
}

/** @returns null for an empty list too: it goes the way of every other field, so that it is told */
function asList(node: unknown, { document }: YamlFile): YAMLSeq | null {
	const list = isAlias(node) ? node.resolve(document) : node;
	return isSeq(list) && list.items.length > 0 ? list : null;
}

function listEventFiles(folder: string, problems: Problem[]): string[] {
	const names = existsSync(join(folder, 'events')) ? readdirSync(join(folder, 'events')) : [];
	const files = names.filter((name) => /\.ya?ml$/.test(name)).sort();
	if (files.length === 0) {
		problems.push(fileProblem(`${basename(folder)}/events`, 'holds no YAML file'));
	}
	return files.map((name) => `events/${name}`);
}

/** The `yaml` library keeps the last value and says no more than where its key stands. */
function findRepeatedKeys(file: YamlFile, dataset: Dataset): Problem[] {
	const { head, lines, chapters, sources, events, changes } = dataset;
	const evidence = events.flatMap((event) => event.evidence);
	const records = [...lines, ...chapters, ...sources, ...events, ...changes];
	const items: Item<unknown>[] = [...records, ...evidence];
	return file.repeatedKeys.map((offset) => {
		const holds = ({ node: { range } }: Item<unknown>) =>
			range && range[0] <= offset && offset < range[2];
		const holder = items.filter((item) => item.file === file).findLast(holds) ?? head;
		const key = /^[\w-]+/.exec(file.text.slice(offset))?.[0] ?? '';
		const { line } = file.lines.linePos(offset);
		const message = 'is written twice';
		return holder?.file === file
			? { ...report(holder, [key], message), line }
			: fileProblem(file.name, `${JSON.stringify(key)} ${message}`, line);
	});
}
