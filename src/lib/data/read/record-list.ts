/** Reads lists of records from a YAML file. */
import { isAlias, isSeq } from 'yaml';
import type { Node, YAMLMap, YAMLSeq } from 'yaml';
import type { z } from 'zod';
import { asMap, NO_MAPPING, readRecord, problemAt } from './record.ts';
import type { ReadRecord } from './record.ts';
import { fileProblem } from './problem.ts';
import type { Problem } from './problem.ts';
import type { YamlFile } from './yaml.ts';

type Fields<S extends z.ZodRawShape> = z.output<z.ZodObject<S>>;

/** An event, with its quotations as separate records. */
export type WithEvidence<T, E> = ReadRecord<T> & { evidence: ReadRecord<E>[] };

/** @param kind of record, for messages: `source` @param draft schema of those that are drafts */
export function readRecords<S extends z.ZodRawShape>(
	node: unknown,
	file: YamlFile,
	kind: string,
	record: z.ZodObject<S>,
	problems: Problem[],
	draft?: z.ZodObject
): ReadRecord<Fields<S>>[] {
	return listRecords(node, file, kind, problems).map(({ node, name }) => {
		const schema = (isDraft(node) && draft) || record;
		const item = readRecord(schema, node, { file, name, what: `a ${kind}` }, problems);
		return item as ReadRecord<Fields<S>>;
	});
}

/** Whether a record says that it is not complete yet. */
function isDraft(node: YAMLMap): boolean {
	return node.get('draft') === true;
}

interface EventSchema<S = z.ZodObject, E = z.ZodObject> {
	event: S;
	evidence: E;
}

export function readEvents<S extends z.ZodRawShape, E extends z.ZodRawShape>(
	file: YamlFile,
	node: unknown,
	schema: EventSchema<z.ZodObject<S>, z.ZodObject<E>> & { draft?: EventSchema },
	problems: Problem[]
): WithEvidence<Fields<S>, Fields<E>>[] {
	return listRecords(node, file, 'event', problems).map(({ node, name }) => {
		const quotations = asList(node.get('evidence'), file);
		const frame = { file, name, what: 'an event', skip: quotations ? ['evidence'] : [] };
		const own = (isDraft(node) && schema.draft) || schema;
		const event = readRecord(own.event, node, frame, problems) as ReadRecord<Fields<S>>;
		const evidence = (quotations?.items ?? []).flatMap((entry, index) => {
			const path = ['evidence', index];
			const quotation = asMap(entry, file);
			if (!quotation) {
				problems.push(problemAt(event, path, NO_MAPPING));
				return [];
			}
			const frame = { file, name, what: 'a quotation', path };
			return [readRecord(own.evidence, quotation, frame, problems) as ReadRecord<Fields<E>>];
		});
		return { ...event, evidence };
	});
}

/** @returns null for an empty list too, which the schema then reports as it does any other field */
export function asList(node: unknown, { document }: YamlFile): YAMLSeq | null {
	const list = isAlias(node) ? node.resolve(document) : node;
	return isSeq(list) && list.items.length > 0 ? list : null;
}

/**
 * Reports duplicate keys. The `yaml` library keeps the last value, and gives only the offset of its key.
 * @param items records of the file, each before those nested in it
 * @param head the record that holds keys outside all items
 */
export function findRepeatedKeys(
	file: YamlFile,
	items: ReadRecord<unknown>[],
	head: ReadRecord<unknown> | null
): Problem[] {
	return file.repeatedKeys.map((offset) => {
		const holds = ({ node: { range } }: ReadRecord<unknown>) =>
			range && range[0] <= offset && offset < range[2];
		const holder = items.filter((item) => item.file === file).findLast(holds) ?? head;
		const key = /^[\w-]+/.exec(file.text.slice(offset))?.[0] ?? '';
		const { line } = file.lines.linePos(offset);
		const message = 'is given twice';
		return holder?.file === file
			? { ...problemAt(holder, [key], message), line }
			: fileProblem(file.name, `${JSON.stringify(key)} ${message}`, line);
	});
}

/** @returns the mappings of a list, each named by its id or else its 1-based position */
function listRecords(
	node: unknown,
	file: YamlFile,
	kind: string,
	problems: Problem[]
): { node: YAMLMap; name: string }[] {
	if (node === null) return [];
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
		problems.push({ ...fileProblem(file.name, NO_MAPPING, line), record: name });
		return [];
	});
}
